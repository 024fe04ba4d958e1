import { knownOptions, requirePositive } from "../checks/require.js";
import { interspikeIntervals } from "./intervals.js";
import { requireTrain, type SpikeTrain } from "./spike-train.js";

/** A group of spikes between two gaps. */
export interface Burst {
  /** ms: of its first spike. */
  readonly start: number;
  /** ms: of its last spike. */
  readonly end: number;
  /** Of spikes. */
  readonly count: number;
}

/** What `bursts` takes beside the spikes. */
export interface BurstsOptions {
  /** ms: a longer interval parts two bursts. By default it is looked for, as the comment of `bursts` says. */
  readonly gap?: number;
}

const leastJump = 1.5;

/**
 * The bursts of a train: groups of spikes parted by gaps, intervals longer than `gap`. By default the intervals are put
 * in order and parted where the step from one to the next is the largest, if it is by half at least; a train whose
 * intervals come in all lengths, or in one, has no bursts: the list is empty. Where the train begins or ends within a
 * burst, the first or last one is cut.
 * @throws RangeError or TypeError for what is no train, or a gap that is not positive
 */
export function bursts(spikes: SpikeTrain, options: BurstsOptions = {}): Burst[] {
  const { gap: given } = knownOptions("bursts", options, ["gap"]);
  requireTrain("bursts", spikes);
  const intervals = interspikeIntervals(spikes);
  const gap = given === undefined ? gapBetween(intervals) : requirePositive("bursts", "gap", given, "ms");
  if (gap === undefined || spikes.length === 0) return [];
  const found: Burst[] = [];
  let first = 0;
  for (let k = 0; k < spikes.length; k++) {
    if (k < intervals.length && intervals[k] <= gap) continue;
    found.push({ start: spikes[first], end: spikes[k], count: k - first + 1 });
    first = k + 1;
  }
  return found;
}

/** ms: between the intervals within bursts and the longer ones, undefined if they do not fall into two kinds. */
function gapBetween(intervals: Float64Array): number | undefined {
  const sorted = intervals.toSorted();
  let best: number | undefined;
  let most = leastJump;
  for (let k = 1; k < sorted.length; k++) {
    const jump = sorted[k] / sorted[k - 1];
    if (jump < most) continue;
    most = jump;
    best = Math.sqrt(sorted[k] * sorted[k - 1]);
  }
  return best;
}
