import { requireModel } from "../../checks/require-model.js";
import type { Model, State } from "../../model/model.js";
import { equilibria } from "../equilibria/equilibria.js";
import { windowOf, type Window } from "../system/window.js";
import type { Equilibrium } from "../equilibria/equilibrium.js";
import { inputFamily, vectorFieldFamily } from "../system/vector-field-family.js";
import { limitCycles, type LimitCycle } from "../cycles/limit-cycles.js";
import { manifolds } from "./manifolds.js";
import { flow } from "../system/flow.js";
import type { StateCurve } from "./nullclines.js";
import type { Mark } from "../cycles/orbit/mark.js";
import { settle } from "../cycles/settle.js";

/** What attracts, and from where, in a window of the plane. */
export interface Basins {
  readonly attractors: readonly Attractor[];
  /** The curves between basins: stable manifolds of saddles, and unstable cycles. */
  readonly boundaries: readonly { readonly kind: "stable manifold" | "unstable cycle"; readonly states: StateCurve }[];
  /** Centres of the cells of a grid over the window, by state name. */
  readonly grid: Readonly<Record<string, Float64Array>>;
  /**
   * Index of the attractor of each cell, the first state running fastest; −1 where a trajectory goes to none of them.
   */
  readonly cells: Int8Array;
  /** The part of the window that each attractor draws to itself. */
  readonly share: readonly number[];
  /** Index of the attractor to which a state goes, −1 for none. */
  readonly attractorOf: (state: State) => number;
  /** In words, why an attractor or a boundary may be missing; empty if nothing was left out. */
  readonly incomplete: readonly string[];
}

/** What attracts: a stable equilibrium or a stable cycle. */
export type Attractor =
  | { readonly kind: "equilibrium"; readonly equilibrium: Equilibrium }
  | { readonly kind: "cycle"; readonly cycle: LimitCycle };

const columns = 120,
  rows = 100;

/**
 * The basins of attraction of a planar model. The window is cut along the boundaries that theory gives, the stable
 * manifolds of saddles and the unstable cycles; one trajectory then decides for each piece.
 * @throws RangeError for a model that does not have two states, or has a reset
 */
export function basin(model: Model, window: Window = {}): Basins {
  requireModel("basin", model);
  const names = model.stateNames;
  if (names.length !== 2)
    throw new RangeError(`basin: a model of two states is needed, ${model.name} has ${names.length}`);
  if (model.spiking.reset)
    throw new RangeError(
      `basin: ${model.name} has a reset, which carries trajectories across the boundaries of smooth flows`,
    );
  const [[x0, x1], [y0, y1]] = windowOf("basin", model, window);
  const resting = equilibria(model);
  const cycles = limitCycles(model);
  const attractors: Attractor[] = [
    ...resting.filter(({ stable }) => stable).map((equilibrium): Attractor => ({ kind: "equilibrium", equilibrium })),
    ...cycles.filter(({ stable }) => stable).map((cycle): Attractor => ({ kind: "cycle", cycle })),
  ];
  const boundaries = [
    ...resting
      .filter(({ kind }) => kind === "saddle")
      .flatMap((saddle) => manifolds(model, saddle, around(model, window)))
      .filter(({ stable }) => stable)
      .map(({ states }) => ({ kind: "stable manifold" as const, states })),
    ...cycles.filter(({ stable }) => !stable).map(({ states }) => ({ kind: "unstable cycle" as const, states })),
  ];
  const attractorOf = destination(model, attractors);
  const xs = Float64Array.from({ length: columns }, (_, i) => x0 + ((i + 0.5) / columns) * (x1 - x0));
  const ys = Float64Array.from({ length: rows }, (_, j) => y0 + ((j + 0.5) / rows) * (y1 - y0));
  const wall = new Uint8Array(columns * rows);
  for (const { states } of boundaries)
    draw(
      wall,
      states[names[0]].map((v) => ((v - x0) / (x1 - x0)) * columns),
      states[names[1]].map((v) => ((v - y0) / (y1 - y0)) * rows),
    );
  const cells = new Int8Array(columns * rows).fill(-2);
  const centre = (cell: number): [number, number] => [xs[cell % columns], ys[Math.floor(cell / columns)]];
  for (let start = 0; start < cells.length; start++)
    if (cells[start] === -2 && !wall[start]) flood(cells, wall, start, attractorOf(centre(start)));
  const cellAt = (x: number, y: number): number => {
    const [i, j] = [Math.floor(((x - x0) / (x1 - x0)) * columns), Math.floor(((y - y0) / (y1 - y0)) * rows)];
    return i >= 0 && i < columns && j >= 0 && j < rows ? j * columns + i : -1;
  };
  const enters = firstCell(model, cellAt, (cell) => !wall[cell]);
  for (let start = 0; start < cells.length; start++) {
    if (!wall[start]) continue;
    const entered = enters(centre(start));
    cells[start] = entered < 0 ? attractorOf(centre(start)) : cells[entered];
  }
  const share = attractors.map(
    (_, k) => cells.reduce((count, label) => count + (label === k ? 1 : 0), 0) / cells.length,
  );
  const incomplete = [...new Set([...resting.incomplete, ...cycles.incomplete])];
  return { attractors, boundaries, grid: { [names[0]]: xs, [names[1]]: ys }, cells, share, attractorOf, incomplete };
}

/** Steps from a cell that a boundary crosses, after which a trajectory is followed to its end instead. */
const steps = 400;

/**
 * The first cell of a kind into which a trajectory goes, −1 where it does not soon.
 * @param cellAt −1 outside the window
 */
function firstCell(
  model: Model,
  cellAt: (x: number, y: number) => number,
  isWanted: (cell: number) => boolean,
): (start: readonly [number, number]) => number {
  const fixed = vectorFieldFamily(model, [], []);
  const { scale } = fixed;
  const { run } = flow(fixed, 0);
  return (start) => {
    let [found, count] = [-1, 0];
    run(
      Float64Array.from(start, (v, i) => v / scale[i]),
      Infinity,
      (_, __, ___, to) => {
        const cell = cellAt(to[0] * scale[0], to[1] * scale[1]);
        if (cell >= 0 && isWanted(cell)) found = cell;
        return found >= 0 || ++count > steps;
      },
    );
    return found;
  };
}

/** A window and the model's own: a boundary may leave a small window and come back. */
const around = (model: Model, window: Window): Window =>
  Object.fromEntries(
    Object.entries(window).map(([name, [low, high]]) => {
      const [least, most] = model.ranges[name];
      return [name, [Math.min(low, least), Math.max(high, most)]];
    }),
  );

/** Where a trajectory goes, told by the attractor it ends on. */
function destination(model: Model, attractors: readonly Attractor[]): (state: State) => number {
  const { family, at } = inputFamily(model);
  const { n, scale } = family;
  const ends = new Map<Mark, number>(); // which of the attractors a cycle is that trajectories have ended on
  return (state) => {
    const start = Float64Array.from([...model.vectorOf(state), at * scale[n]], (v, i) => v / scale[i]);
    const fate = settle(family, start, { marks: [...ends.keys()] });
    if (fate.kind === "diverges" || fate.kind === "undecided") return -1;
    if (fate.kind === "known cycle") return ends.get(fate.mark) ?? -1;
    const end = attractors.findIndex((attractor) => {
      if (fate.kind === "equilibrium")
        return (
          attractor.kind === "equilibrium" &&
          model.stateNames.every((name, i) => Math.abs(attractor.equilibrium.state[name] / scale[i] - fate.z[i]) < 0.01)
        );
      if (attractor.kind !== "cycle") return false;
      const { nodes } = fate.orbit;
      return model.stateNames.every((name, i) => {
        let low = Infinity,
          high = -Infinity;
        for (let k = i; k < nodes.length; k += n) [low, high] = [Math.min(low, nodes[k]), Math.max(high, nodes[k])];
        return (
          Math.abs(attractor.cycle.minimum[name] / scale[i] - low) < 0.02 &&
          Math.abs(attractor.cycle.maximum[name] / scale[i] - high) < 0.02
        );
      });
    });
    if (fate.kind === "cycle" && end >= 0) ends.set(fate.mark, end);
    return end;
  };
}

/** Marks every cell that a polyline touches, coordinates in cells. */
function draw(wall: Uint8Array, x: Float64Array, y: Float64Array): void {
  for (let k = 0; k + 1 < x.length; k++) {
    const pieces = Math.max(1, Math.ceil(4 * Math.max(Math.abs(x[k + 1] - x[k]), Math.abs(y[k + 1] - y[k]))));
    if (pieces > 1e4) continue;
    for (let s = 0; s <= pieces; s++) {
      const i = Math.floor(x[k] + (s / pieces) * (x[k + 1] - x[k])),
        j = Math.floor(y[k] + (s / pieces) * (y[k + 1] - y[k]));
      if (i >= 0 && i < columns && j >= 0 && j < rows) wall[j * columns + i] = 1;
    }
  }
}

function flood(cells: Int8Array, wall: Uint8Array, start: number, label: number): void {
  const stack = [start];
  cells[start] = label;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const i = at % columns,
      j = Math.floor(at / columns);
    for (const [u, v] of [
      [i - 1, j],
      [i + 1, j],
      [i, j - 1],
      [i, j + 1],
    ]) {
      const next = v * columns + u;
      if (u < 0 || u >= columns || v < 0 || v >= rows || wall[next] || cells[next] !== -2) continue;
      cells[next] = label;
      stack.push(next);
    }
  }
}
