import { bracketedRoot } from "../../numerics/root.js";
import type { Fly } from "./flight.js";
import type { ResetCycle } from "./reset-cycle.js";

/** One period of a cycle through resets, from just after the spike with which it begins; each reset stands twice. */
export interface ResetPath {
  /** ms. */
  readonly time: readonly number[];
  /** In the units of the family. */
  readonly states: readonly Float64Array[];
}

const perStep = 4;

/** The course of a cycle, as fine as the steps of its flights. */
export function pathOf(fly: Fly, { z, flights }: ResetCycle): ResetPath {
  const n = z.length - 1;
  const time: number[] = [],
    states: Float64Array[] = [];
  let begun = 0;
  let from = z;
  for (const flight of flights) {
    time.push(begun);
    states.push(from.slice(0, n));
    fly(from, (t, _y, tNext, _next, stepper) => {
      const Y = new Float64Array(n + n * (n + 1));
      for (let k = 1; k <= perStep; k++) {
        const at = t + (k / perStep) * (tNext - t);
        if (!(at < flight.duration)) return;
        stepper.interpolate(k / perStep, Y);
        time.push(begun + at);
        states.push(Y.slice(0, n));
      }
    });
    begun += flight.duration;
    time.push(begun);
    states.push(flight.before);
    from = Float64Array.of(...flight.after, z[n]);
  }
  time.push(begun);
  states.push(from.slice(0, n));
  return { time, states };
}

/** Smallest and largest value of each state over the cycle, where it turns found on the dense output. */
export function extremesOf(
  fly: Fly,
  { z, flights }: ResetCycle,
): { readonly minimum: Float64Array; readonly maximum: Float64Array } {
  const n = z.length - 1;
  const minimum = z.slice(0, n),
    maximum = z.slice(0, n);
  const see = (y: Float64Array): void => {
    for (let i = 0; i < n; i++) {
      if (y[i] < minimum[i]) minimum[i] = y[i];
      if (y[i] > maximum[i]) maximum[i] = y[i];
    }
  };
  const look = 1e-3; // of a step: over so much of it the slope of a state is taken
  let from = z;
  for (const flight of flights) {
    const Y = new Float64Array(n + n * (n + 1)),
      W = Y.slice();
    fly(from, (t, y, tNext, next, stepper) => {
      const whole = Math.min(1, (flight.duration - t) / (tNext - t));
      if (!(whole > 0)) return;
      see(y);
      if (whole === 1) see(next);
      for (let i = 0; i < n; i++) {
        const slope = (theta: number): number => {
          stepper.interpolate(Math.max(0, theta - look), W);
          const low = W[i];
          stepper.interpolate(Math.min(1, theta + look), W);
          return W[i] - low;
        };
        const [first, last] = [slope(0), slope(whole)];
        if (!(first * last < 0)) continue;
        stepper.interpolate(bracketedRoot(slope, 0, whole, first, last, 1e-9), Y);
        see(Y);
      }
    });
    see(flight.before);
    see(flight.after);
    from = Float64Array.of(...flight.after, z[n]);
  }
  return { minimum, maximum };
}
