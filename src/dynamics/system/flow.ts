import { integrate } from "../../solve/integrate.js";
import { rungeKutta } from "../../solve/methods/runge-kutta.js";
import { errorControlledSteps } from "../../solve/methods/step-size.js";
import type { Stepper } from "../../solve/methods/stepper.js";
import { dormandPrince } from "../../solve/methods/tableau.js";
import type { VectorFieldFamily } from "./vector-field-family.js";

/** After each step from (t, from) to (tNext, to); return true to stop. The stepper can still interpolate the step. */
type OnStep = (t: number, from: Float64Array, tNext: number, to: Float64Array) => boolean;

/** The flow of a family at one value of its parameter, in its units. */
interface Flow {
  readonly stepper: Stepper;
  /** The state in which the run ends: after `duration` (at most 1e9 ms), or where `onStep` stops it. */
  readonly run: (y: Float64Array, duration: number, onStep: OnStep) => Float64Array;
}

const accuracy = 1e-8; // of each step, in units of each state where that exceeds 0.01 of the width of its range
const longest = 1e9;

/** @param direction −1: backward in time */
export function flow(family: VectorFieldFamily, parameter: number, direction: 1 | -1 = 1): Flow {
  const { n } = family;
  const z = new Float64Array(n + 1);
  z[n] = parameter;
  const field = (_: number, y: Float64Array, out: Float64Array): void => {
    z.set(y);
    family.field(z, out);
    if (direction < 0) for (let i = 0; i < n; i++) out[i] = -out[i];
  };
  const tolerance = { tolerance: accuracy, floor: new Float64Array(n).fill(0.01) };
  const stepper = rungeKutta(dormandPrince, field, n, tolerance);
  return {
    stepper,
    run: (y, duration, onStep) =>
      integrate({
        from: 0,
        to: Math.min(duration, longest),
        initial: y,
        stepper,
        stepSize: errorControlledSteps(stepper, field, tolerance),
        onStep,
      }).y,
  };
}
