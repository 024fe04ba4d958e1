import { knownOptions, requirePositive, requireNumbers } from "../../checks/require.js";
import { lastAtMost } from "../../numerics/search.js";
import { requireAllFinite, within, type Stimulus } from "./stimulus.js";

/** The same value at all times. */
export function constant(amplitude: number): Stimulus {
  requireAllFinite("constant", { amplitude });
  return {
    at: () => amplitude,
    breaks: () => [],
    piecewiseConstant: true,
    noises: [],
    tex: String(amplitude),
    data: { kind: "constant", amplitude },
  };
}

/**
 * `amplitude` while from ≤ t < to, zero outside. Both are instants in ms, `to` by default the end of the run.
 * @throws RangeError for a step that ends before it begins
 */
export function step(amplitude: number, from: number, to: number = Infinity): Stimulus {
  requireAllFinite("step", { amplitude, from });
  if (!(to > from)) throw new RangeError(`step: it must end after it begins, got from = ${from} ms, to = ${to} ms`);
  return {
    at: (t) => (t >= from && t < to ? amplitude : 0),
    breaks: (duration) => within([from, to], duration),
    piecewiseConstant: true,
    noises: [],
    tex:
      to === Infinity ? `${amplitude}\\text{ for }t \\ge ${from}` : `${amplitude}\\text{ for }${from} \\le t < ${to}`,
    data: { kind: "step", amplitude, from, to: to === Infinity ? null : to },
  };
}

/**
 * When pulses of `width` ms begin: at listed times, or every `period` ms from `from` (default 0) on, `count` times
 * (default: to the end).
 */
export type PulsesOptions =
  | { readonly width: number; readonly at: readonly number[] }
  | { readonly width: number; readonly period: number; readonly from?: number; readonly count?: number };

/**
 * Rectangular pulses of `amplitude`, each `width` ms long.
 * @throws RangeError for pulses that overlap
 */
export function pulses(amplitude: number, options: PulsesOptions): Stimulus {
  const times = knownOptions("pulses", options, ["width", "at", "period", "from", "count"]);
  const { width } = times;
  requireAllFinite("pulses", { amplitude });
  requirePositive("pulses", "width", width, "ms");
  if ("at" in times) {
    knownOptions("pulses with times at", times, ["width", "at"]);
    requireNumbers("pulses", "at", times.at, "[10, 30]");
    return listedPulses(amplitude, width, times.at);
  }
  const { period, from = 0, count = Infinity } = times;
  requireAllFinite("pulses", { period, from });
  if (!(period > width))
    throw new RangeError(`pulses: period must exceed width, got period = ${period} ms, width = ${width} ms`);
  if (!(count >= 1 && (Number.isInteger(count) || count === Infinity)))
    throw new RangeError(`pulses: count must be a whole number from 1 on, got ${count}`);
  const last = count - 1;
  const onset = (k: number): number => from + k * period;
  const often = count === Infinity ? "" : `${count} times, `;
  return {
    at(t) {
      // Rounding can put the quotient one period off; the edges are those of `breaks`, bit for bit.
      let k = Math.min(Math.floor((t - from) / period) + 1, last);
      while (k >= 0 && t < onset(k)) k--;
      return k >= 0 && t < onset(k) + width ? amplitude : 0;
    },
    breaks(duration) {
      const edges: number[] = [];
      for (let k = 0; k <= last && onset(k) < duration; k++) edges.push(onset(k), onset(k) + width);
      return within(edges, duration);
    },
    piecewiseConstant: true,
    noises: [],
    tex: `${amplitude}\\text{ for ${width} ms, ${often}every ${period} ms from }t = ${from}`,
    data: { kind: "pulseTrain", amplitude, width, period, from, count: count === Infinity ? null : count },
  };
}

/** When the two pulses of a doublet begin and how long they last, ms. */
export interface DoubletOptions {
  /** Onset of the first. */
  readonly from: number;
  /** From the onset of the first to that of the second. */
  readonly interval: number;
  readonly width: number;
}

/** Two rectangular pulses of `amplitude`. @throws RangeError for pulses that overlap */
export function doublet(amplitude: number, options: DoubletOptions): Stimulus {
  const { from, interval, width } = knownOptions("doublet", options, ["from", "interval", "width"]);
  requireAllFinite("doublet", { from });
  requirePositive("doublet", "interval", interval, "ms");
  requirePositive("doublet", "width", width, "ms");
  return pulses(amplitude, { width, at: [from, from + interval] });
}

/**
 * slope·(t − from) from `from` on; after `to` it stays where it got to. The slope is per ms; `from` and `to` are
 * instants in ms, by default 0 and the end of the run.
 * @throws RangeError for a ramp that ends before it begins
 */
export function ramp(slope: number, from: number = 0, to: number = Infinity): Stimulus {
  requireAllFinite("ramp", { slope, from });
  if (!(to > from)) throw new RangeError(`ramp: it must end after it begins, got from = ${from} ms, to = ${to} ms`);
  const shifted = from === 0 ? "t" : `(t - ${from})`;
  const begins = from === 0 && to === Infinity ? "" : `\\text{ for }t \\ge ${from}`;
  const stays = to === Infinity ? "" : `\\text{, held from }t = ${to}`;
  return {
    at: (t) => (t > from ? slope * (Math.min(t, to) - from) : 0),
    breaks: (duration) => within([from, to], duration),
    piecewiseConstant: slope === 0,
    noises: [],
    tex: `${slope}\\,${shifted}${begins}${stays}`,
    data: { kind: "ramp", slope, from, to: to === Infinity ? null : to },
  };
}

/**
 * Straight lines through (times[k], values[k]), such as a stimulus drawn by hand; a time given twice is a jump. Before
 * and after, the end values.
 */
export function sampled(times: ArrayLike<number>, values: ArrayLike<number>): Stimulus {
  requireNumbers("sampled", "times", times, "[0, 10, 20]");
  requireNumbers("sampled", "values", values, "[0, 5, 0]");
  const t = Array.from(times);
  const v = Array.from(values);
  if (t.length !== v.length || t.length === 0)
    throw new RangeError(`sampled: times and values go together, got ${t.length} times and ${v.length} values`);
  t.forEach((time, k) => {
    requireAllFinite("sampled", { [`times[${k}]`]: time, [`values[${k}]`]: v[k] });
    if (k > 0 && time < t[k - 1])
      throw new RangeError(`sampled: times must not decrease, got ${t[k - 1]} then ${time} ms`);
  });
  return {
    at(time) {
      const k = lastAtMost(time, t.length, (i) => t[i]);
      if (k < 0) return v[0];
      if (k === t.length - 1) return v[k];
      return v[k] + ((time - t[k]) / (t[k + 1] - t[k])) * (v[k + 1] - v[k]);
    },
    breaks: (duration) => within([...new Set(t)], duration),
    piecewiseConstant: v.every((value, k) => k === 0 || value === v[k - 1] || t[k] === t[k - 1]),
    noises: [],
    tex: `\\text{through ${t.length} samples}`,
    data: { kind: "sampled", times: t, values: v },
  };
}

function listedPulses(amplitude: number, width: number, times: readonly number[]): Stimulus {
  const onsets = [...times].sort((a, b) => a - b);
  onsets.forEach((onset, i) => {
    requireAllFinite("pulses", { [`at[${i}]`]: onset });
    if (i > 0 && onset < onsets[i - 1] + width)
      throw new RangeError(`pulses: those at ${onsets[i - 1]} and ${onset} ms overlap, being ${width} ms wide`);
  });
  return {
    at: (t) => (onsets.some((onset) => t >= onset && t < onset + width) ? amplitude : 0),
    breaks: (duration) => within([...new Set(onsets.flatMap((onset) => [onset, onset + width]))], duration),
    piecewiseConstant: true,
    noises: [],
    tex: `${amplitude}\\text{ for ${width} ms from }t = ${onsets.join(", ")}`,
    data: { kind: "pulses", amplitude, width, at: onsets },
  };
}
