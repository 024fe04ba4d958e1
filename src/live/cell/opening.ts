import type { Model } from "../../model/model.js";
import { SimulationError } from "../../solve/simulation-error.js";
import type { StimulusData } from "../../solve/stimuli/stimulus.js";
import { plainSetting, run } from "../explorer/runs/setting.js";
import type { Opening } from "../explorer/state/payload.js";

/** ms; of these, the first in which enough spikes are seen. */
const durations = [50, 100, 200, 400];
const longest = 400;
/** ms; of these, the first in which enough bursts are seen, of a model that bursts. */
const longDurations = [100, 200, 400, 800, 1600, 3200, 6400, 12_800];
/** Of the upper end of the input's range. */
const fractions = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8];
/** Spikes, or bursts. */
const enough = 4;
/** Of their mean: intervals that spread less have settled, and no burst will follow. */
const settledWithin = 1e-4;
/** A burst begins where an interval is so many times as long as the next: adaptation makes them longer, never so. */
const silence = 3;
/** ms, for a model that has no spikes. */
const silent = { driven: 100, alone: 10 } as const;

/**
 * The least current, in steps of the input's range, with which the model keeps firing during the step with which an
 * explorer opens, and a time in which that is seen: some spikes, or where they come in bursts, some bursts. A model
 * that fires at its own value of the input keeps that; one that does not keep firing anywhere gets the current of its
 * most spikes, and one without spikes a quarter of the range, which moves it.
 */
export function opening(model: Model, asked: number | undefined, stimulus: StimulusData | null): Opening {
  const { input } = model;
  if (input === undefined) return { duration: asked ?? silent.alone, input: 0 };
  const own = model.parameters[input];
  if (stimulus !== null) return { duration: asked ?? silent.driven, input: own };
  const high = model.ranges[input][1];
  if (!model.spiking.threshold) return { duration: asked ?? silent.driven, input: own === 0 ? 0.25 * high : own };
  const runs = new Map<string, Float64Array>();
  const spikesAt = (value: number, duration: number): Float64Array => {
    const spikes =
      runs.get(`${value} ${duration}`) ?? run(model.with({ [input]: value }), plainSetting(duration)).spikes;
    runs.set(`${value} ${duration}`, spikes);
    return spikes;
  };
  const long = asked ?? longest;
  const inTime = (value: number): Opening => ({
    input: value,
    duration:
      asked ??
      timeOfBursts((duration) => spikesAt(value, duration)) ??
      durations.find((duration) => spikesAt(value, duration).length >= enough) ??
      long,
  });
  let [best, most] = [own, 0];
  for (const value of [own, ...fractions.map((part) => Number((part * high).toPrecision(2)))]) {
    const spikes = spikesAt(value, long);
    if (lasts(spikes, long)) return inTime(value);
    if (spikes.length > most) [best, most] = [value, spikes.length];
  }
  return inTime(best);
}

/** Whether a model under so much of its input fires on during all of the step with which an explorer opens. */
export function keepsFiring(model: Model, value: number): boolean {
  const { input } = model;
  if (input === undefined) return false;
  return lasts(run(model.with({ [input]: value }), plainSetting(longest)).spikes, longest);
}

const lasts = (spikes: Float64Array, duration: number): boolean =>
  spikes.length >= enough && spikes.some((t) => t > 0.7 * duration);

/** ms in which enough bursts are seen; undefined where firing becomes regular first, or a run is too long to draw. */
function timeOfBursts(spikesIn: (duration: number) => Float64Array): number | undefined {
  try {
    for (const duration of longDurations) {
      const intervals = intervalsOf(spikesIn(duration));
      if (burstsIn(intervals) >= enough) return duration;
      if (isSettled(intervals.slice(-enough))) return undefined;
    }
  } catch (error) {
    if (!(error instanceof SimulationError)) throw error;
  }
  return undefined;
}

const intervalsOf = (spikes: Float64Array): Float64Array => spikes.slice(1).map((t, k) => t - spikes[k]);

const burstsIn = (intervals: Float64Array): number =>
  1 + intervals.filter((interval, k) => interval > silence * (intervals[k + 1] ?? Infinity)).length;

const isSettled = (last: Float64Array): boolean =>
  last.length === enough && Math.max(...last) - Math.min(...last) < settledWithin * last[0];
