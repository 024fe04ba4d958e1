import type { Model } from "../../../model/model.js";
import { run as simulate } from "../../../solve/simulate.js";
import type { Stimulus } from "../../../solve/stimuli/stimulus.js";
import type { Trajectory } from "../../../solve/trajectory.js";
import { continuedStimulus } from "./continued-stimulus.js";
import { mostSteps } from "./setting.js";
import type { Recording } from "./snapshot.js";

/** A run that goes on under the sliders, as far as it has come. */
export interface Playback {
  /** The state in which it goes on. */
  readonly state: Readonly<Record<string, number>>;
  /** ms since it began. */
  readonly now: number;
  /** ms by which it is further than it was asked to be. */
  readonly ahead: number;
  /** The stimulus under which it ran last: a noise keeps what it has drawn for as long as its settings stay. */
  readonly stimulus: Stimulus | undefined;
  readonly pieces: readonly Pick<Trajectory, "time" | "states" | "input" | "spikes">[];
}

/** A run that is about to begin, in a state by name. */
export const playbackFrom = (state: Readonly<Record<string, number>>): Playback => ({
  state,
  now: 0,
  ahead: 0,
  stimulus: undefined,
  pieces: [],
});

/**
 * The run `span` ms later, with the model and the stimulus as they are now; a stimulus that ends begins again every
 * `window` ms. It goes on in the state in which it was. A refractory period is not cut: where the span would end in one
 * the run goes on to its end, and the next span is shorter by that.
 * @throws SimulationError where the model breaks down
 */
export function advanced(
  playback: Playback,
  model: Model,
  given: Stimulus | undefined,
  window: number,
  span: number,
): Playback {
  const { state, now, ahead } = playback;
  if (span <= ahead) return { ...playback, ahead: ahead - span };
  const wanted = span - ahead;
  const stimulus = sameStimulus(playback.stimulus, given) ? playback.stimulus : given;
  const refractory = model.spiking.reset ? model.kernels.refractory(model.vector) : 0;
  const runFor = (duration: number): Trajectory =>
    simulate(
      model,
      {
        duration,
        initial: state,
        ...(stimulus && { stimulus: continuedStimulus(stimulus, window, now, duration) }),
      },
      { compiled: true, mostSteps },
    );
  const first = runFor(wanted);
  const lastSpike = refractory === 0 ? undefined : first.spikes.at(-1);
  const length = Math.max(wanted, lastSpike === undefined ? 0 : lastSpike + refractory);
  const run = length === wanted ? first : runFor(length);
  const piece = {
    time: run.time.map((t) => t + now),
    states: run.states,
    input: run.input,
    spikes: run.spikes.map((t) => t + now),
  };
  return {
    state: run.at(length),
    now: now + length,
    ahead: length - wanted,
    stimulus,
    pieces: [...playback.pieces, piece],
  };
}

const sameStimulus = (a: Stimulus | undefined, b: Stimulus | undefined): boolean =>
  a !== undefined && b !== undefined && JSON.stringify(a.data) === JSON.stringify(b.data);

/** The same run without what was more than `window` ms ago. */
export const forgetting = (playback: Playback, window: number): Playback => ({
  ...playback,
  pieces: playback.pieces.filter(({ time }) => time[time.length - 1] >= playback.now - window),
});

/** The last `window` ms of a run of `model`. */
export function lastWindow({ pieces, now }: Playback, model: Model, window: number): Recording {
  const time = joined(pieces.map((piece) => piece.time));
  const first = Math.max(
    0,
    time.findIndex((t) => t >= now - window),
  );
  const column = (arrays: readonly Float64Array[]): Float64Array => joined(arrays).subarray(first);
  const states = Object.fromEntries(
    model.stateNames.map((name) => [name, column(pieces.map((piece) => piece.states[name]))]),
  );
  return {
    model,
    time: time.subarray(first),
    states,
    input: column(pieces.map(({ input }) => input)),
    spikes: joined(pieces.map(({ spikes }) => spikes)).filter((t) => t >= now - window),
    quantity: (name) => states[name],
  };
}

function joined(arrays: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(arrays.reduce((length, array) => length + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    whole.set(array, at);
    at += array.length;
  }
  return whole;
}
