import { extremesOf } from "../../../figure/extremes.js";
import { followInPlane } from "../../../dynamics/plane/follow.js";
import type { StateCurve } from "../../../dynamics/plane/nullclines.js";
import { vectorFieldFamily } from "../../../dynamics/system/vector-field-family.js";
import type { Window } from "../../../dynamics/system/window.js";
import type { Model } from "../../../model/model.js";

/** Curves in a plane, each with NaN between its pieces. */
export interface PlaneOverlay {
  readonly curves: readonly StateCurve[];
  /** Of level curves: the value of each. */
  readonly levels: readonly number[];
}

/** Starts of a flow across and up; cells of a grid in which levels are traced; and about how many levels. */
const [columns, rows] = [6, 4];
const [cells, most] = [90, 10];

/** The plane's own window, in the order of its states. */
const boxOf = ({ stateNames, ranges }: Model, window: Window): readonly (readonly [number, number])[] =>
  stateNames.map((name) => window[name] ?? ranges[name]);

/** Trajectories from the points of a grid. */
export function flowFromGrid(model: Model, window: Window): PlaneOverlay {
  const box = boxOf(model, window);
  const family = vectorFieldFamily(model, [], []);
  const [[left, right], [bottom, top]] = box;
  const curves = Array.from({ length: columns * rows }, (_, k) => {
    const x = left + ((right - left) * ((k % columns) + 0.5)) / columns;
    const y = bottom + ((top - bottom) * (Math.floor(k / columns) + 0.5)) / rows;
    return followInPlane(family, [x, y], box).states;
  });
  return { curves, levels: [] };
}

/** Level curves of a quantity at round values, traced through the cells of a grid; what is no number has none. */
export function levelCurves(model: Model, window: Window, quantity: string): PlaneOverlay {
  const [x, y] = model.stateNames;
  const [across, up] = boxOf(model, window);
  const side = cells + 1;
  const at = ([from, to]: readonly [number, number], k: number): number => from + ((to - from) * k) / cells;
  const values = Float64Array.from({ length: side * side }, (_, k) =>
    model.quantity(quantity, { [x]: at(across, k % side), [y]: at(up, Math.floor(k / side)) }),
  );
  const levels = roundBetween(...extremesOf(values.filter(Number.isFinite)));
  const curves = levels.map((level): StateCurve => {
    const [xs, ys]: [number[], number[]] = [[], []];
    for (let j = 0; j < cells; j++)
      for (let i = 0; i < cells; i++) {
        const corners = [
          [i, j],
          [i + 1, j],
          [i + 1, j + 1],
          [i, j + 1],
        ] as const;
        const heights = corners.map(([p, q]) => values[q * side + p] - level);
        if (!heights.every(Number.isFinite)) continue;
        const crossings = corners.flatMap(([p, q], k) => {
          const next = (k + 1) % 4;
          if (heights[k] < 0 === heights[next] < 0) return [];
          const part = heights[k] / (heights[k] - heights[next]);
          const [r, s] = corners[next];
          return [[p + part * (r - p), q + part * (s - q)] as const];
        });
        // of a saddle two pieces: each cuts off a corner, those unlike the middle
        const middle = heights.reduce((sum, height) => sum + height, 0);
        const turned = crossings.length === 4 && middle < 0 === heights[0] < 0 ? crossings : shifted(crossings);
        for (let k = 0; k + 1 < turned.length; k += 2)
          for (const point of [turned[k], turned[k + 1], undefined]) {
            xs.push(point === undefined ? NaN : at(across, point[0]));
            ys.push(point === undefined ? NaN : at(up, point[1]));
          }
      }
    return { [x]: Float64Array.from(xs), [y]: Float64Array.from(ys) };
  });
  return { curves, levels };
}

/** The last first. */
const shifted = <T>(list: readonly T[]): readonly T[] => [...list.slice(-1), ...list.slice(0, -1)];

/** Multiples of 1, 2 or 5 times a power of ten between two values. */
function roundBetween(low: number, high: number): readonly number[] {
  if (!(high > low)) return [];
  const wide = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(wide));
  const step = power * ([1, 2, 5, 10].find((each) => each * power >= wide) ?? 10);
  const from = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - from + 1 }, (_, k) =>
    Number(((from + k) * step).toPrecision(12)),
  );
}
