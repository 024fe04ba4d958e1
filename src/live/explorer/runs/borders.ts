import type { Model } from "../../../model/model.js";

/** Between what a model of one state with a reset lives. */
export interface Borders {
  readonly threshold: number;
  readonly reset: number;
  /** Zeros of the flow beyond the threshold, which no run reaches. */
  readonly beyond: readonly number[];
}

const samples = 200;
const halvings = 60;

/** Undefined for a model without a reset, or whose threshold is not in its window. */
export function bordersOf({ kernels, vector, spiking, ranges, stateNames }: Model): Borders | undefined {
  if (!spiking.reset) return undefined;
  const [low, high] = ranges[stateNames[0]];
  const [y, dydt] = [new Float64Array(1), new Float64Array(1)];
  const distance = (V: number): number => {
    y[0] = V;
    return kernels.threshold(y, vector);
  };
  const speed = (V: number): number => {
    y[0] = V;
    kernels.field(y, vector, dydt);
    return dydt[0];
  };
  if (!(distance(low) < 0 && distance(high) >= 0)) return undefined;
  const threshold = signChange(distance, low, high);
  y[0] = threshold;
  kernels.reset(y, vector);
  const reset = y[0];
  const at = (k: number): number => threshold + ((high - threshold) * k) / samples;
  const beyond = Array.from({ length: samples }, (_, k) => [at(k), at(k + 1)] as const)
    .filter(([a, b]) => Math.sign(speed(a)) * Math.sign(speed(b)) < 0)
    .map(([a, b]) => signChange(speed, a, b));
  return { threshold, reset, beyond };
}

/** Between two places at which a function has other signs, by bisection. */
function signChange(f: (x: number) => number, from: number, to: number): number {
  let [a, b] = [from, to];
  const positive = f(b) >= 0;
  for (let k = 0; k < halvings; k++) {
    const middle = (a + b) / 2;
    if (f(middle) >= 0 === positive) b = middle;
    else a = middle;
  }
  return b;
}
