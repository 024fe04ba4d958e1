import { norm } from "../../numerics/dense.js";
import { flow } from "../system/flow.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import type { StateCurve } from "./nullclines.js";

/** A trajectory of a phase portrait. */
export interface PortraitTrajectory {
  /** ms. */
  readonly time: Float64Array;
  readonly states: StateCurve;
}

const longest = 12; // length of a trajectory, in diagonals of the window

/**
 * The trajectory through a point, until it rests, leaves the window by a fifth of it, spikes or has gone round often
 * enough.
 * @param fixed the field of a model at its parameters @param start the point
 * @param direction −1: backward in time, where most run away
 */
export function followInPlane(
  fixed: VectorFieldFamily,
  start: readonly number[],
  box: readonly (readonly [number, number])[],
  direction: 1 | -1 = 1,
): PortraitTrajectory {
  const { model, n, scale } = fixed;
  const { stepper, run } = flow(fixed, 0, { direction });
  const reset = model.spiking.reset;
  const p = model.vector;
  const diagonal = norm(box.map(([a, b], i) => (b - a) / scale[i]));
  const points: Float64Array[] = [Float64Array.from(start, (v, i) => v / scale[i])];
  const time = [0];
  let length = 0,
    steps = 0,
    slow = 0;
  run(points[0], Infinity, (t, from, tNext, to) => {
    for (const theta of [0.25, 0.5, 0.75]) {
      const point = new Float64Array(n);
      stepper.interpolate(theta, point);
      points.push(point);
      time.push(t + theta * (tNext - t));
    }
    points.push(to.slice());
    time.push(tNext);
    const moved = norm(to.map((v, i) => v - from[i]));
    length += moved;
    slow = moved < 1e-5 * diagonal ? slow + 1 : 0;
    const outside = to.some(
      (v, i) =>
        v * scale[i] < box[i][0] - 0.2 * (box[i][1] - box[i][0]) ||
        v * scale[i] > box[i][1] + 0.2 * (box[i][1] - box[i][0]),
    );
    const spiked =
      reset &&
      model.kernels.threshold(
        to.map((v, i) => v * scale[i]),
        p,
      ) >= 0;
    return outside || spiked || slow > 5 || length > longest * diagonal || ++steps > 3000;
  });
  return {
    time: Float64Array.from(time, (t) => (direction < 0 ? 0 - t : t)),
    states: Object.fromEntries(
      model.stateNames.map((name, i) => [name, Float64Array.from(points, (point) => point[i] * scale[i])]),
    ),
  };
}
