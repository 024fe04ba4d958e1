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

/** A path of a sum of white noises, which is made as far as it is asked for. */
export interface NoisePath extends WienerPath {
  /** out ← what it grows by from t to the end k · dt of a step, and in the steps of dt after it. */
  readonly increments: (t: number, k: number, out: Float64Array) => void;
}

/** In steps: times this close to the grid are on it but for rounding. */
const onGrid = 1e-9;

/** The sum of these white noises, integrated: exact at multiples of dt, straight between. */
export function integratedNoise(noises: readonly WhiteNoise[], dt: number): NoisePath {
  const sources = noises.map(({ intensity, seed }) => ({
    size: intensity * Math.sqrt(dt),
    normal: random(seed).normal,
  }));
  let values = new Float64Array(1024); // at multiples of dt
  let known = 1;
  const reach = (last: number): void => {
    if (last >= values.length) {
      const more = new Float64Array(2 * (last + 1));
      more.set(values);
      values = more;
    }
    for (; known <= last; known++) {
      let W = values[known - 1];
      for (const { size, normal } of sources) W += size * normal();
      values[known] = W;
    }
  };
  const path = (t: number): number => {
    const x = Math.max(0, t / dt);
    const nearest = Math.round(x);
    const k = Math.abs(x - nearest) <= onGrid ? nearest : Math.floor(x);
    reach(k + 1);
    return k === nearest && x - k <= onGrid ? values[k] : values[k] + (x - k) * (values[k + 1] - values[k]);
  };
  const increments: NoisePath["increments"] = (t, k, out) => {
    reach(k + out.length - 1);
    for (let j = 0; j < out.length; j++) out[j] = values[k + j] - values[k + j - 1];
    if (t !== (k - 1) * dt) out[0] = path(t + (k * dt - t)) - path(t);
  };
  return Object.assign(path, { increments });
}
