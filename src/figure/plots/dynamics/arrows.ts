import type { Line } from "../../figure.js";
import { line } from "../../figure.js";
import { light, widths } from "../../theme.js";

/** Velocities at points of the plane, in the units of the states per ms. */
export interface VectorField {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly dx: Float64Array;
  readonly dy: Float64Array;
}

interface FlowModel {
  readonly stateNames: readonly string[];
  field(state: ArrayLike<number>): number[];
}

/** Velocities of a model of two states on a grid that fills the window, half a cell from its edges. */
export function gridField(
  model: FlowModel,
  across: string,
  up: string,
  [left, right]: readonly [number, number],
  [bottom, top]: readonly [number, number],
): VectorField {
  const [i, j] = [model.stateNames.indexOf(across), model.stateNames.indexOf(up)];
  const [columns, rows] = [16, 11];
  const cells = Array.from(
    { length: columns * rows },
    (_, k) => [(k % columns) + 0.5, Math.floor(k / columns) + 0.5] as const,
  );
  const x = Float64Array.from(cells, ([column]) => left + ((right - left) * column) / columns);
  const y = Float64Array.from(cells, ([, row]) => bottom + ((top - bottom) * row) / rows);
  const velocities = Array.from(x, (value, k) => model.field(i < j ? [value, y[k]] : [y[k], value]));
  return { x, y, dx: Float64Array.from(velocities, (v) => v[i]), dy: Float64Array.from(velocities, (v) => v[j]) };
}

/**
 * Arrows that keep their direction when the figure is resized, as they are lines of the data. Their length grows with
 * the speed, relative to the window, but much more slowly than it: speeds of a neuron range over decades.
 */
export function arrows(
  field: VectorField,
  [left, right]: readonly [number, number],
  [bottom, top]: readonly [number, number],
): Line {
  const n = field.x.length;
  const [width, height] = [right - left, top - bottom];
  const speed = Float64Array.from({ length: n }, (_, i) => Math.hypot(field.dx[i] / width, field.dy[i] / height));
  const fastest = speed.reduce((a, b) => Math.max(a, b), 0) || 1;
  const longest = 0.75 / Math.sqrt(n);
  const points: (readonly [number, number])[] = [];
  for (let i = 0; i < n; i++) {
    if (speed[i] === 0) continue;
    const length = longest * (0.25 + 0.75 * (speed[i] / fastest) ** 0.3);
    const [u, v] = [(field.dx[i] / width / speed[i]) * length, (field.dy[i] / height / speed[i]) * length];
    const at = (along: number, aside: number): readonly [number, number] => [
      field.x[i] + width * (along * u - aside * v),
      field.y[i] + height * (along * v + aside * u),
    ];
    const barb = Math.min(0.45, 0.008 / length);
    points.push(at(-0.5, 0), at(0.5, 0), at(0.5 - barb, 0.55 * barb), at(0.5, 0), at(0.5 - barb, -0.55 * barb), [
      NaN,
      NaN,
    ]);
  }
  return line(
    Float64Array.from(points, ([x]) => x),
    Float64Array.from(points, ([, y]) => y),
    light.soft,
    { hoverinfo: "skip", opacity: 0.55, name: "vector field" },
    { width: widths.hair },
  );
}
