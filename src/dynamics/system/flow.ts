import { integrate } from "../../solve/integrate.js";
import { rosenbrock } from "../../solve/methods/rosenbrock.js";
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

/** How a flow is followed. */
interface FlowOptions {
  /** −1: backward in time. */
  readonly direction?: 1 | -1;
  /** By the implicit method, whose steps are long on slow manifolds. */
  readonly stiff?: boolean;
  /**
   * Of each step, in units of each state where that exceeds 0.01 of the width of its range. Default 1e-8, of the
   * implicit method 1e-6.
   */
  readonly accuracy?: number;
}

const longest = 1e9;

/** The flow of a family at one value of its parameter. */
export function flow(
  family: VectorFieldFamily,
  parameter: number,
  { direction = 1, stiff = false, accuracy = stiff ? 1e-6 : 1e-8 }: FlowOptions = {},
): Flow {
  const { n } = family;
  const z = new Float64Array(n + 1),
    J = new Float64Array(n * (n + 1));
  z[n] = parameter;
  const field = (_: number, y: Float64Array, out: Float64Array): void => {
    z.set(y);
    family.field(z, out);
    if (direction < 0) for (let i = 0; i < n; i++) out[i] = -out[i];
  };
  const jacobian = (_: number, y: Float64Array, out: Float64Array): void => {
    z.set(y);
    family.jacobian(z, J);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[i * n + j] = direction * J[i * (n + 1) + j];
  };
  const tolerance = { tolerance: accuracy, floor: new Float64Array(n).fill(0.01) };
  const stepper = stiff
    ? rosenbrock(field, jacobian, n, tolerance, true)
    : rungeKutta(dormandPrince, field, n, tolerance);
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
