import type { Equilibrium } from "../../../dynamics/equilibria/equilibrium.js";
import type { Figure } from "../../../figure/figure.js";
import { curves } from "../../../figure/plots/curves/curves.js";
import { phasePlane, type PlaneCurve } from "../../../figure/plots/dynamics/phase-plane.js";
import { light } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import type { Complex } from "../../../numerics/complex.js";
import { numberText } from "../../../text/number.js";
import { capitalised, placeInWords } from "../figures/words.js";
import { linearOutline } from "../panels/apart.js";
import { chosenIn, type Extent, type PanelDrawing } from "../panels/panel.js";
import { linearFlow, type Square } from "./linear-flow.js";

/** Of a state's window: how far from the equilibrium is seen. */
const reach = 1 / 6;
/** Trajectories that begin along the edges of the picture, and the points of each. */
const [starts, points] = [20, 200];
/** How many times the slowest motion fits into a trajectory. */
const lasting = 5;

/** What the linear part of a model does near one of its equilibria. */
export const linearDrawing: PanelDrawing = {
  draw({ model, equilibria }, _answer, option) {
    const [V] = model.stateNames;
    const [nth] = chosenIn(linearOutline, model, option);
    const k = linearOutline.choices?.[0].options(model).indexOf(nth) ?? 0;
    const equilibrium = equilibria.toSorted((a, b) => a.state[V] - b.state[V])[k];
    if (equilibrium === undefined) {
      const count =
        equilibria.length === 0 ? "is none" : equilibria.length === 1 ? "is one" : `are ${equilibria.length}`;
      return {
        words: `There is no ${nth} equilibrium at these parameters: there ${count}.`,
      };
    }
    const rows = model.jacobian(equilibrium.state);
    return {
      figure: rows.length === 2 ? portrait(model, equilibrium, rows) : valuesFigure(equilibrium.eigenvalues),
      words: inWords(model, equilibrium, rows),
    };
  },
};

/** The plane of the linear part, at the place of the equilibrium. */
function portrait(model: Model, equilibrium: Equilibrium, rows: readonly (readonly number[])[]): Figure {
  const { stateNames, units, symbols, ranges } = model;
  const [x, y] = stateNames;
  const { state, eigenvalues } = equilibrium;
  const window = Object.fromEntries(
    stateNames.map((name): [string, Extent] => {
      const half = reach * (ranges[name][1] - ranges[name][0]);
      return [name, [state[name] - half, state[name] + half]];
    }),
  );
  const [[a, b], [c, d]] = rows;
  const flow = flowOf([a, b, c, d], eigenvalues);
  const along = (p: number, q: number): PlaneCurve => {
    const [width, height] = [window[x][1] - window[x][0], window[y][1] - window[y][0]];
    const long = 2 / (Math.hypot(p / width, q / height) || 1);
    return {
      [x]: Float64Array.of(state[x] - p * long, state[x] + p * long),
      [y]: Float64Array.of(state[y] - q * long, state[y] + q * long),
    };
  };
  return phasePlane(
    {
      model: {
        name: `the linear part of ${model.name}`,
        stateNames,
        units,
        symbols,
        ranges,
        field: ([p, q]: ArrayLike<number> & Iterable<number>) => {
          const [u, v] = [p - state[x], q - state[y]];
          return [a * u + b * v, c * u + d * v];
        },
      },
      window,
      nullclines: { [x]: { branches: [along(-b, a)] }, [y]: { branches: [along(-d, c)] } },
      equilibria: [equilibrium],
      eigenvectors: [equilibrium],
      trajectories: around(window[x], window[y]).map((from) => ({
        states: pathFrom(flow, from, [state[x], state[y]], [x, y]),
      })),
    },
    { height: 430, arrows: true },
  );
}

/** Places along the edges of a window. */
function around([left, right]: Extent, [bottom, top]: Extent): readonly (readonly [number, number])[] {
  const side = starts / 4;
  return Array.from({ length: side }, (_, k) => {
    const part = (k + 0.5) / side;
    const [p, q] = [left + part * (right - left), bottom + part * (top - bottom)];
    return [
      [p, bottom],
      [p, top],
      [left, q],
      [right, q],
    ] as const;
  }).flat();
}

/** By what the moments of a trajectory lie from its start, forward, or backward where all grows. */
function flowOf(J: Square, eigenvalues: readonly Complex[]): readonly Square[] {
  const sizes = eigenvalues.map(({ re, im }) => Math.hypot(re, im)).filter((size) => size > 0);
  const grows = eigenvalues.every(({ re }) => re > 0);
  const dt = ((grows ? -1 : 1) * lasting) / ((Math.min(...sizes) || 1) * points);
  return Array.from({ length: points }, (_, k) => linearFlow(J, k * dt));
}

/** The trajectory to a place on the edge, or from it, whichever is within the window. */
function pathFrom(
  flow: readonly Square[],
  from: readonly [number, number],
  centre: readonly [number, number],
  [x, y]: readonly [string, string],
): PlaneCurve {
  const [u, v] = [from[0] - centre[0], from[1] - centre[1]];
  return {
    [x]: Float64Array.from(flow, ([m, n]) => centre[0] + m * u + n * v),
    [y]: Float64Array.from(flow, ([, , r, s]) => centre[1] + r * u + s * v),
  };
}

/** Eigenvalues in their own plane: to the left of the line all dies away. */
function valuesFigure(eigenvalues: readonly Complex[]): Figure {
  const [re, im] = [eigenvalues.map((value) => value.re), eigenvalues.map((value) => value.im)];
  const [wide, high] = [re, im].map((parts) => 1.2 * Math.max(...parts.map(Math.abs)));
  const up = high || wide || 1;
  const across = wide || 1;
  return curves(
    {
      "neither grows nor dies away": { x: [0, 0], y: [-up, up], style: "dashed", colour: light.soft },
      eigenvalues: { x: re, y: im, style: "points", colour: light.ink },
    },
    {
      x: ["real part of λ", "1/ms"],
      y: ["imaginary part of λ", "1/ms"],
      window: { x: [-across, across], y: [-up, up] },
      height: 320,
    },
  );
}

/** "Saddle at −50 mV. J = …; λ = 0.3 and −1.2 /ms: away within 3.3 ms, back within 0.8 ms." */
function inWords(
  model: Model,
  { state, kind, eigenvalues }: Equilibrium,
  rows: readonly (readonly number[])[],
): string {
  const matrix = rows.map((row) => row.map((value) => numberText(value, 3)).join("  ")).join(" ; ");
  const values = eigenvalues.flatMap(({ re, im }) => {
    if (im < 0) return [];
    const time = re === 0 ? "" : `, ${re > 0 ? "grows" : "dies away"} by e in ${numberText(1 / Math.abs(re), 3)} ms`;
    if (im === 0) return [`${numberText(re, 3)}${time}`];
    return [`${numberText(re, 3)} ± ${numberText(im, 3)} i${time}, turns in ${numberText((2 * Math.PI) / im, 3)} ms`];
  });
  return (
    `${capitalised(kind)} at ${placeInWords(model, state)}. Jacobian (1/ms), by rows: ${matrix}. ` +
    `λ (1/ms): ${values.join("; ")}.`
  );
}
