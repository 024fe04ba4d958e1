import type { Model } from "../../model/model.js";
import { integrate } from "../../solve/integrate.js";
import { rungeKutta } from "../../solve/methods/runge-kutta.js";
import { errorControlledSteps } from "../../solve/methods/step-size.js";
import { dormandPrince } from "../../solve/methods/tableau.js";
import { dot } from "../../numerics/dense.js";
import type { FoldForm } from "../equilibria/normal-form.js";

/** Where the unstable half of the centre manifold of a saddle-node goes. */
interface CentreManifoldFate {
  /**
   * It comes back to the saddle-node along the stable half: the saddle-node lies on an invariant circle. Else it leaves
   * for good, goes to another attractor, or comes back along the unstable half, from where it goes round once more.
   */
  readonly returns: boolean;
  /** Time from leaving, at the distance `departure`, until that is known, ms. */
  readonly time: number;
  /** How near it comes once it has been away, in widths of the ranges. */
  readonly nearest: number;
}

/** How exactly it is followed. */
interface Following {
  /** From where, in widths of the ranges from the saddle-node. Default 0.003. */
  readonly departure?: number;
  /** Default 20 000. */
  readonly mostSteps?: number;
}

const aslant = 0.1; // across the centre manifold, of the distance along it: from here on the half is known

/**
 * Follows dz/dt = a z², the unstable half, from a saddle-node whose other eigenvalues are stable, at the parameter of
 * the bifurcation.
 * Kuznetsov (2004) Elements of Applied Bifurcation Theory, 7.1. A reset of the model counts as part of the flow.
 */
export function followUnstableHalf(
  model: Model,
  saddleNode: Float64Array,
  { a, q, p }: FoldForm,
  { departure = 0.003, mostSteps = 20_000 }: Following = {},
): CentreManifoldFate {
  const n = saddleNode.length;
  const parameters = model.vector;
  const widths = model.stateNames.map((name) => model.ranges[name][1] - model.ranges[name][0]);
  const size = Math.max(...Array.from(q, (v, i) => Math.abs(v) / widths[i]));
  const radius = departure / size; // in z
  const start = saddleNode.map((v, i) => v + Math.sign(a) * radius * q[i]);
  const field = (_: number, y: Float64Array, out: Float64Array): void => model.kernels.field(y, parameters, out);
  const accuracy = { tolerance: 1e-8, floor: Float64Array.from(widths, (w) => 0.01 * w) };
  const stepper = rungeKutta(dormandPrince, field, n, accuracy);
  const gap = new Float64Array(n);
  const reach = 1 / (Math.abs(a) * radius); // time to cross the slow region, ms
  let steps = 0,
    nearest = Infinity,
    away = false;
  let returns: boolean | undefined;
  const { t } = integrate({
    from: 0,
    to: 1e4 * reach,
    initial: start,
    stepper,
    stepSize: errorControlledSteps(stepper, field, accuracy),
    ...(model.spiking.reset
      ? {
          threshold: (_time: number, y: Float64Array) => model.kernels.threshold(y, parameters),
          reset: (_time: number, y: Float64Array) => {
            model.kernels.reset(y, parameters);
            return model.kernels.refractory(parameters);
          },
        }
      : {}),
    onStep(_t, _y, _next, y) {
      let distance = 0,
        speed = 0;
      for (let i = 0; i < n; i++) {
        gap[i] = y[i] - saddleNode[i];
        distance = Math.max(distance, Math.abs(gap[i]) / widths[i]);
      }
      const z = dot(p, gap); // of the sign of −a on the stable half
      if (distance > 5 * departure) away = true;
      if (away) nearest = Math.min(nearest, distance);
      if (away && distance < 2 * departure) {
        const across = gap.reduce((most, v, i) => Math.max(most, Math.abs(v - z * q[i]) / widths[i]), 0);
        if (across < aslant * Math.abs(z) * size) returns = z * a < 0;
      }
      model.kernels.field(y, parameters, gap);
      for (let i = 0; i < n; i++) speed = Math.max(speed, Math.abs(gap[i]) / widths[i]);
      if (away && distance > 2 * departure && speed * reach < 1e-6) returns = false; // at rest elsewhere
      steps++;
      return returns !== undefined || steps >= mostSteps || distance > 30;
    },
  });
  return { returns: returns ?? false, time: t, nearest };
}
