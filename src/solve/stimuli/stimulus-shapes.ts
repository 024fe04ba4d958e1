import { assertFinite, within, type Stimulus } from "./stimulus.js";

/** The same value at all times. */
export function constant(amplitude: number): Stimulus {
  assertFinite({ amplitude }, "constant");
  return {
    at: () => amplitude,
    breaks: () => [],
    piecewiseConstant: true,
    noises: [],
    tex: String(amplitude),
    data: { kind: "constant", amplitude },
  };
}

/** `amplitude` while from ≤ t < to (to the end without `to`), zero outside; times in ms. */
export function step(amplitude: number, from: number, to = Infinity): Stimulus {
  assertFinite({ amplitude, from }, "step");
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
 * When the pulses of a train begin: at listed times, or every `period` ms from `from` (default 0) on, `count` times
 * (default: to the end).
 */
export type PulsesOptions =
  | { readonly width: number; readonly at: readonly number[] }
  | { readonly width: number; readonly period: number; readonly from?: number; readonly count?: number };

/** Rectangular pulses of `amplitude`, each `width` ms long. */
export function pulses(amplitude: number, times: PulsesOptions): Stimulus {
  const { width } = times;
  assertFinite({ amplitude, width }, "pulses");
  if (!(width > 0)) throw new RangeError(`pulses: width must be positive, got ${width} ms`);
  if ("at" in times) return listedPulses(amplitude, width, times.at);
  const { period, from = 0, count = Infinity } = times;
  assertFinite({ period, from }, "pulses");
  if (!(period > width))
    throw new RangeError(`pulses: period must exceed width, got period = ${period} ms, width = ${width} ms`);
  if (!(count >= 1 && (Number.isInteger(count) || count === Infinity)))
    throw new RangeError(`pulses: count must be a whole number from 1 on, got ${count}`);
  const last = count - 1;
  const onset = (k: number): number => from + k * period;
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
    tex: `${amplitude}\\text{ for ${width} ms, ${count === Infinity ? "" : `${count} times, `}every ${period} ms from }t = ${from}`,
    data: { kind: "pulseTrain", amplitude, width, period, from, count: count === Infinity ? null : count },
  };
}

/** Two pulses of `width` ms, the second `interval` ms after the first, counted from onset to onset. */
export function doublet(
  amplitude: number,
  { from, interval, width }: { readonly from: number; readonly interval: number; readonly width: number },
): Stimulus {
  assertFinite({ from, interval }, "doublet");
  return pulses(amplitude, { width, at: [from, from + interval] });
}

/** slope·(t − from) from `from` (default 0) on; after `to` it stays where it got to. The slope is per ms. */
export function ramp(slope: number, from = 0, to = Infinity): Stimulus {
  assertFinite({ slope, from }, "ramp");
  if (!(to > from)) throw new RangeError(`ramp: it must end after it begins, got from = ${from} ms, to = ${to} ms`);
  const shifted = from === 0 ? "t" : `(t - ${from})`;
  return {
    at: (t) => (t > from ? slope * (Math.min(t, to) - from) : 0),
    breaks: (duration) => within([from, to], duration),
    piecewiseConstant: slope === 0,
    noises: [],
    tex: `${slope}\\,${shifted}${from === 0 && to === Infinity ? "" : `\\text{ for }t \\ge ${from}`}${to === Infinity ? "" : `\\text{, held from }t = ${to}`}`,
    data: { kind: "ramp", slope, from, to: to === Infinity ? null : to },
  };
}

/**
 * Straight lines through (times[k], values[k]), such as a stimulus drawn by hand; a time given twice is a jump. Before
 * and after, the end values.
 */
export function sampled(times: ArrayLike<number>, values: ArrayLike<number>): Stimulus {
  const t = Array.from(times);
  const v = Array.from(values);
  if (t.length !== v.length || t.length === 0)
    throw new RangeError(`sampled: times and values go together, got ${t.length} times and ${v.length} values`);
  t.forEach((time, k) => {
    assertFinite({ [`times[${k}]`]: time, [`values[${k}]`]: v[k] }, "sampled");
    if (k > 0 && time < t[k - 1])
      throw new RangeError(`sampled: times must not decrease, got ${t[k - 1]} then ${time} ms`);
  });
  return {
    at(time) {
      let lo = -1; // the last sample at or before this time
      let hi = t.length;
      while (hi - lo > 1) {
        const middle = (lo + hi) >> 1;
        if (t[middle] <= time) lo = middle;
        else hi = middle;
      }
      if (lo < 0) return v[0];
      if (hi === t.length) return v[lo];
      return v[lo] + ((time - t[lo]) / (t[hi] - t[lo])) * (v[hi] - v[lo]);
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
    assertFinite({ [`at[${i}]`]: onset }, "pulses");
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
