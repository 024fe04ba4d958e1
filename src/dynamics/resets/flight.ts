import { upwardCrossing } from "../../solve/events.js";
import { integrate } from "../../solve/integrate.js";
import { rungeKutta } from "../../solve/methods/runge-kutta.js";
import { errorControlledSteps } from "../../solve/methods/step-size.js";
import type { Stepper } from "../../solve/methods/stepper.js";
import { dormandPrince } from "../../solve/methods/tableau.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import type { SpikeRule } from "./spike-rule.js";

/** A run from just after one spike to just after the next, in the units of the family, and its exact derivatives. */
export interface Flight {
  /** From one spike to the next, ms, the refractory period included. */
  readonly duration: number;
  /** States at the threshold and just after the reset. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Of `after` with respect to where the flight began and the parameter: n × (n + 1). */
  readonly map: Float64Array;
  /** Of `duration`: n + 1 numbers. */
  readonly delay: Float64Array;
  /** How fast the threshold is reached, per ms, the distance in widths of the ranges: 0 where the flight grazes it. */
  readonly speed: number;
}

/** The steps of a flight: from (t, y) to (tNext, next), ms after the spike, while the stepper can interpolate them. */
export type OnFlightStep = (t: number, y: Float64Array, tNext: number, next: Float64Array, stepper: Stepper) => void;

/** From a state just after a spike and the parameter; undefined where no spike follows. */
export type Fly = (z: Float64Array, onStep?: OnFlightStep) => Flight | undefined;

/** From a state just after a spike and the parameter to that just after the next; undefined where none follows. */
export type Land = (z: Float64Array) => Float64Array | undefined;

const accuracy = { exact: 1e-9, plain: 1e-7 };
const mostSteps = 1500;
const longest = 1e7; // ms
const atRest = 1e-7; // of the fastest state, widths of the ranges per ms

/** Flights of a model with a reset. */
export function flights(family: VectorFieldFamily, rule: SpikeRule): Fly {
  const run = runs(family, rule, true);
  return (start, onStep) => {
    const spike = run(start, onStep);
    return spike && landed(family, rule, spike, start);
  };
}

/** The same without derivatives, to a lesser accuracy: for runs of many spikes. */
export function landings(family: VectorFieldFamily, rule: SpikeRule): Land {
  const run = runs(family, rule, false);
  const { n } = family;
  return (start) => {
    const spike = run(start);
    return spike && Float64Array.of(...rule.reset(Float64Array.of(...spike.Y.subarray(0, n), start[n])), start[n]);
  };
}

/** The end of a run at the threshold: when, the states, and with `linear` their derivatives. */
interface Spike {
  readonly t: number;
  readonly Y: Float64Array;
}

function runs(
  family: VectorFieldFamily,
  rule: SpikeRule,
  linear: boolean,
): (start: Float64Array, onStep?: OnFlightStep) => Spike | undefined {
  const { n, work } = family;
  const m = n + 1;
  const size = linear ? n + n * m : n; // the states, then their derivatives
  const z = new Float64Array(m),
    f = new Float64Array(n);
  const tolerance = {
    tolerance: linear ? accuracy.exact : accuracy.plain,
    floor: new Float64Array(size).fill(0.01),
  };
  const phase = (held: readonly number[]) => {
    const right = linear ? linearised(family, z, held) : plain(family, z, held);
    return { right, stepper: rungeKutta(dormandPrince, right, size, tolerance) };
  };
  const free = phase([]),
    clamped = phase(rule.held);
  const stepSize = ({ stepper, right }: typeof free) => errorControlledSteps(stepper, right, tolerance);
  const place = new Float64Array(m),
    inside = new Float64Array(size);
  const distanceOf = (y: Float64Array): number => {
    place.set(y.subarray(0, n));
    return rule.threshold(place);
  };
  /** How fast the distance to the threshold grows; f ← the field there. */
  const rateOf = (y: Float64Array): number => {
    place.set(y.subarray(0, n));
    family.field(place, f);
    return rule.gradient(place).reduce((sum, slope, i) => (i < n ? sum + slope * f[i] : sum), 0);
  };
  const onDenseOutput = (theta: number): number => {
    free.stepper.interpolate(theta, inside);
    return distanceOf(inside);
  };
  return (start, onStep) => {
    z.set(start);
    place.set(start);
    let Y: Float64Array = new Float64Array(size);
    for (let i = 0; i < n; i++) {
      Y[i] = start[i];
      if (linear) Y[n + i * m + i] = 1;
    }
    const { duration: pause, slope } = rule.refractory(z);
    if (pause > 0) {
      Y = integrate({
        from: 0,
        to: pause,
        initial: Y,
        stepper: clamped.stepper,
        stepSize: stepSize(clamped),
        onStep: (t, y, tNext, next) => void onStep?.(t, y, tNext, next, clamped.stepper),
      }).y;
      if (linear && slope !== 0) {
        const [before, after] = [clamped, free].map(({ right }) => {
          const out = new Float64Array(size);
          right(0, Y, out);
          return out;
        });
        for (let i = 0; i < n; i++) Y[n + i * m + n] += (before[i] - after[i]) * slope;
      }
    }
    let distance = distanceOf(Y),
      rate = rateOf(Y);
    if (!(distance < 0)) return undefined;
    let spike: Spike | undefined;
    const { steps, failure } = integrate({
      from: pause,
      to: longest,
      initial: Y,
      stepper: free.stepper,
      stepSize: stepSize(free),
      mostSteps,
      onStep: (t, y, tNext, next) => {
        const [distanceBefore, rateBefore] = [distance, rate];
        distance = distanceOf(next);
        rate = rateOf(next);
        // what ends below has touched the threshold only if it rose first and fell then
        const theta =
          distance >= 0 || (rateBefore > 0 && rate < 0) ? upwardCrossing(onDenseOutput, 0, distanceBefore) : undefined;
        if (theta === undefined) {
          onStep?.(t, y, tNext, next, free.stepper);
          return f.every((v) => Math.abs(v) < atRest);
        }
        spike = { t: t + theta * (tNext - t), Y: new Float64Array(size) };
        free.stepper.step(t, y, spike.t - t, spike.Y);
        onStep?.(t, y, spike.t, spike.Y, free.stepper);
        return true;
      },
    });
    // so steep towards the threshold that time can not resolve it
    if (failure && failure.kind !== "too many steps" && !(distanceOf(failure.tried) < distanceOf(failure.y)))
      spike = { t: failure.t, Y: failure.y };
    work.done += steps * (linear ? m : 1);
    return spike && spike.t > pause ? spike : undefined;
  };
}

const plain =
  (family: VectorFieldFamily, z: Float64Array, held: readonly number[]) =>
  (_: number, y: Float64Array, out: Float64Array): void => {
    for (let i = 0; i < family.n; i++) z[i] = y[i];
    family.field(z, out);
    for (const i of held) out[i] = 0;
  };

/** The states and their derivatives with respect to where they began and the parameter. */
function linearised(
  family: VectorFieldFamily,
  z: Float64Array,
  held: readonly number[],
): (t: number, Y: Float64Array, out: Float64Array) => void {
  const { n } = family;
  const m = n + 1;
  const J = new Float64Array(n * m);
  return (_, Y, out) => {
    for (let i = 0; i < n; i++) z[i] = Y[i];
    family.field(z, out);
    family.jacobian(z, J);
    for (let i = 0; i < n; i++)
      for (let c = 0; c < m; c++) {
        let sum = c === n ? J[i * m + n] : 0;
        for (let k = 0; k < n; k++) sum += J[i * m + k] * Y[n + k * m + c];
        out[n + i * m + c] = sum;
      }
    for (const i of held) out.fill(0, i, i + 1).fill(0, n + i * m, n + (i + 1) * m);
  };
}

/** How the next flight begins, and how that depends on how this one did. */
function landed(
  family: VectorFieldFamily,
  rule: SpikeRule,
  { t: duration, Y }: Spike,
  start: Float64Array,
): Flight | undefined {
  const { n } = family;
  const m = n + 1;
  const f = new Float64Array(n);
  const there = Float64Array.of(...Y.subarray(0, n), start[n]);
  family.field(there, f);
  const gradient = rule.gradient(there),
    D = rule.resetJacobian(there);
  let speed = 0,
    steepness = 0;
  for (let i = 0; i < n; i++) {
    speed += gradient[i] * f[i];
    steepness += gradient[i] * gradient[i];
  }
  if (!(speed > 0)) return undefined;
  const delay = Float64Array.from({ length: m }, (_, c) => {
    let sum = c === n ? gradient[n] : 0;
    for (let i = 0; i < n; i++) sum += gradient[i] * Y[n + i * m + c];
    return -sum / speed;
  });
  const map = new Float64Array(n * m);
  for (let i = 0; i < n; i++)
    for (let c = 0; c < m; c++) {
      let sum = c === n ? D[i * m + n] : 0;
      for (let k = 0; k < n; k++) sum += D[i * m + k] * (Y[n + k * m + c] + f[k] * delay[c]);
      map[i * m + c] = sum;
    }
  const before = there.slice(0, n);
  return { duration, before, after: rule.reset(there), map, delay, speed: speed / Math.sqrt(steepness) };
}
