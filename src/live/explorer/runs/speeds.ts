import type { Recording } from "./snapshot.js";

/** How fast the time of a run passes for who looks on, by the name in the menu. */
export const speeds = ["real time", "run in 1 s", "run in 4 s", "run in 16 s", "one spike in 8 s"] as const;

/** One of them. */
export type Speed = (typeof speeds)[number];

/** The speed until another is chosen. */
export const usualSpeed: Speed = "run in 4 s";

/** The speed that shows one spike alone. */
export const throughASpike: Speed = "one spike in 8 s";

/** Seconds for a whole run; real time has none of its own. */
const seconds: Readonly<Record<Speed, number>> = {
  "real time": NaN,
  "run in 1 s": 1,
  "run in 4 s": 4,
  "run in 16 s": 16,
  "one spike in 8 s": 8,
};

/** A run that the cursor passes through, in all pictures together. */
export interface Pass {
  /** ms, where it ends. */
  readonly until: number;
  /** ms of the run in a second. */
  readonly pace: number;
}

/** What may be heard of a run: nothing, a click for each spike, or its first state as the pitch of a tone. */
export const sounds = ["off", "spikes as clicks", "pitch"] as const;

/** One of them. */
export type Sound = (typeof sounds)[number];

/** A stretch of time, ms. */
type Stretch = readonly [from: number, to: number];

/** ms of a run that pass in a second. @param stretch of the run that is shown @param duration of all of it, ms */
export function pace(speed: Speed, duration: number, stretch: Stretch | undefined): number {
  if (speed === "real time") return 1000;
  if (speed !== throughASpike) return duration / seconds[speed];
  return stretch === undefined ? duration / seconds["run in 16 s"] : (stretch[1] - stretch[0]) / seconds[speed];
}

/** Widths of a spike, at half of its height, that are shown before and after its peak; at least a part of the run. */
const [before, after, least] = [4, 8, 1 / 100];

/**
 * The stretch of a run around the first spike at or after a moment, or around the first of all: its rise, its fall and
 * what comes after, up to half the way to its neighbours. Undefined for a run without a spike.
 */
export function spikeStretch({ time, states, spikes }: Recording, from: number): Stretch | undefined {
  if (spikes.length === 0) return undefined;
  const next = spikes.findIndex((each) => each >= from);
  const k = Math.max(0, next);
  const spike = spikes[k];
  const earliest = k === 0 ? time[0] : (spikes[k - 1] + spike) / 2;
  const latest = k === spikes.length - 1 ? time[time.length - 1] : (spike + spikes[k + 1]) / 2;
  const [V] = Object.values(states);
  const [first, last] = [earliest, latest].map((t) =>
    Math.max(
      0,
      time.findLastIndex((each) => each <= t),
    ),
  );
  let [peak, low] = [first, first];
  for (let j = first; j <= last; j++) {
    if (V[j] > V[peak]) peak = j;
    if (V[j] < V[low]) low = j;
  }
  const half = (V[peak] + V[low]) / 2;
  let [rise, fall] = [peak, peak];
  while (rise > first && V[rise] > half) rise--;
  while (fall < last && V[fall] > half) fall++;
  const width = Math.max(time[fall] - time[rise], least * (time[time.length - 1] - time[0]));
  return [Math.max(earliest, time[peak] - before * width), Math.min(latest, time[peak] + after * width)];
}
