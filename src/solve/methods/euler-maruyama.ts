import { random } from "../../numerics/random.js";
import type { WhiteNoise } from "../stimuli/stimulus.js";
import type { Stepper, VectorField } from "./stepper.js";

/** A path W(t) of the Wiener process from W(0) = 0. */
export type WienerPath = (t: number) => number;

/** out_i ← by how much a unit of noise in the input enters dy_i/dt at (t, y). */
export type NoiseGain = (t: number, y: Float64Array, out: Float64Array) => void;

/**
 * Euler-Maruyama for dy = f dt + g dW in Itô's sense: y ← y + h f + g (W(t + h) − W(t)). Maruyama (1955) Rend. Circ.
 * Mat. Palermo 4:48.
 *
 * Weak order 1. Strong order 1 where g does not depend on y, as for noise in a current, and 1/2 where it does (Kloeden
 * & Platen 1992,
 * §10.2). Between the ends of a step a straight line: an event on it is where the line crosses, and the rest of the
 * increment follows it.
 */
export function eulerMaruyama(field: VectorField, gain: NoiseGain, path: WienerPath, n: number): Stepper {
  const start = new Float64Array(n);
  const end = new Float64Array(n);
  const f = new Float64Array(n);
  const g = new Float64Array(n);
  return {
    order: 1,
    denseOrder: 1,
    errorOrder: 0,
    step(t, y, h, next) {
      start.set(y);
      field(t, start, f);
      gain(t, start, g);
      const dW = path(t + h) - path(t);
      for (let i = 0; i < n; i++) end[i] = start[i] + h * f[i] + g[i] * dW;
      next.set(end);
      return 0;
    },
    interpolate(theta, out) {
      for (let i = 0; i < n; i++) out[i] = (1 - theta) * start[i] + theta * end[i];
    },
    accept: () => undefined,
    restart: () => undefined,
  };
}

/**
 * The sum of these white noises, integrated: exact at multiples of dt, straight between; made as far as it is asked
 * for.
 */
export function integratedNoise(noises: readonly WhiteNoise[], dt: number): WienerPath {
  const sources = noises.map(({ intensity, seed }) => ({
    size: intensity * Math.sqrt(dt),
    normal: random(seed).normal,
  }));
  const values = [0];
  return (t) => {
    const k = Math.max(0, Math.floor(t / dt));
    while (values.length < k + 2)
      values.push(sources.reduce((W, { size, normal }) => W + size * normal(), values[values.length - 1]));
    return values[k] + (t / dt - k) * (values[k + 1] - values[k]);
  };
}
