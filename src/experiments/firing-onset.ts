import type { Equilibrium } from "../dynamics/equilibria/equilibrium.js";
import type { BifurcationDiagram, BifurcationPoint } from "../dynamics/system/diagram.js";
import type { NamedState } from "../dynamics/system/kinds.js";
import type { Model } from "../model/model.js";
import { SimulationError } from "../solve/simulation-error.js";
import { simulate } from "../solve/simulate.js";

/** The rate of firing at one value of the model's input. */
export interface OnsetRate {
  /** The value of the input parameter, in its unit. */
  readonly current: number;
  /** Hz. */
  readonly rate: number;
}

/** What a step of current from rest evokes. */
export interface StepResponse {
  /** The value of the input parameter during the step, in its unit. */
  readonly current: number;
  /** How many: of firing that repeats itself, those that it took to see that. */
  readonly spikes: number;
  /** Whether they go on, to the end of the run or in equal intervals. */
  readonly sustained: boolean;
}

const stepCount = 12;
const runs = [2.5, 10, 40]; // times the slowest time constant, each only if the one before does not repeat itself
const repeating = { fewest: 20, last: 10, unevenness: 1e-3 };

/** Where rates are looked at past the point, as parts of the range. */
const beyond = [1e-4, 1e-3, 1e-2];

/** Simulated rates just past the point, each from the state that was lost. */
export function simulatedOnset(
  model: Model,
  input: string,
  lost: BifurcationPoint,
  high: number,
  slowest: number,
): OnsetRate[] {
  const [low, top] = model.ranges[input];
  return beyond
    .map((part) => lost.parameter + part * (top - low))
    .filter((value) => value <= high)
    .map((value) => ({ current: value, rate: rateAt(model.with({ [input]: value }), lost.state, slowest) }));
}

/**
 * Rates of the largest stable cycle just past the point, between two of the branch: where T has a pole there, ln T is
 * close to linear in the logarithm of the distance.
 */
export function continuedOnset(
  { cycles, range }: BifurcationDiagram,
  lost: BifurcationPoint,
  high: number,
): OnsetRate[] {
  const [first] = Object.keys(lost.state);
  const stable = cycles.flatMap(({ segments }) => segments).filter((segment) => segment.stable);
  return beyond
    .map((part) => lost.parameter + part * (range[1] - range[0]))
    .filter((value) => value <= high)
    .flatMap((value) => {
      const passing = stable.flatMap(({ parameter, period, minimum, maximum }) =>
        Array.from(parameter.subarray(1), (b, k) => {
          const a = parameter[k];
          if ((a - value) * (b - value) > 0) return [];
          const x = (v: number): number =>
            lost.kind === "saddle-node on invariant circle" ? Math.log(Math.abs(v - lost.parameter)) : v;
          const share = x(a) === x(b) ? 0 : (x(value) - x(a)) / (x(b) - x(a));
          const T = Math.exp(Math.log(period[k]) + share * Math.log(period[k + 1] / period[k]));
          return [{ swing: maximum[first][k] - minimum[first][k], rate: 1000 / T }];
        }).flat(),
      );
      const largest = passing.sort((a, b) => b.swing - a.swing)[0];
      return largest ? [{ current: value, rate: largest.rate }] : [];
    });
}

/** Hz: from the later half of at least six spikes, or 0 if the model does not fire in a long time. */
function rateAt(model: Model, initial: NamedState, slowest: number): number {
  for (let duration = 50 * slowest; duration < 4e3 * slowest; duration *= 4) {
    const spikes = spikesOf(model, duration, initial);
    const late = spikes.slice(Math.floor(spikes.length / 2));
    if (spikes.length >= 6) return (1000 * (late.length - 1)) / (late[late.length - 1] - late[0]);
  }
  return 0;
}

/** What steps of the input from rest at `low`, up to `high`, evoke. */
export function stepResponses(
  model: Model,
  input: string,
  rest: Equilibrium,
  [low, high]: readonly [number, number],
  slowest: number,
): StepResponse[] {
  return Array.from({ length: stepCount }, (_, k) => {
    const value = low + ((high - low) * (k + 1)) / stepCount;
    const there = model.with({ [input]: value });
    let spikes: Float64Array = new Float64Array(0),
      sustained = false;
    for (const length of runs) {
      spikes = spikesOf(there, length * slowest, rest.state);
      sustained = spikes.some((t) => t > 0.7 * length * slowest);
      if (repeats(spikes)) return { current: value, spikes: spikes.length, sustained: true };
    }
    return { current: value, spikes: spikes.length, sustained };
  });
}

/** Whether the last intervals between many spikes are equal. */
function repeats(spikes: Float64Array): boolean {
  if (spikes.length < repeating.fewest) return false;
  const late = spikes.slice(-repeating.last - 1);
  const intervals = late.slice(1).map((t, k) => t - late[k]);
  return Math.max(...intervals) - Math.min(...intervals) < repeating.unevenness * Math.min(...intervals);
}

/** None where the model runs away to infinity: that is no spike. */
function spikesOf(model: Model, duration: number, initial: NamedState): Float64Array {
  try {
    return simulate(model, { duration, initial }).spikes;
  } catch (error) {
    if (error instanceof SimulationError) return new Float64Array(0);
    throw error;
  }
}
