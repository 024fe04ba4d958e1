import { figure, line, note, type Figure, type Line, type Note } from "../../../figure/figure.js";
import { equilibriumMark } from "../../../figure/plots/dynamics/kinds.js";
import { axisTitle } from "../../../figure/label.js";
import { light, widths } from "../../../figure/theme.js";
import type { LimitCycle } from "../../../dynamics/cycles/limit-cycles.js";
import type { Model } from "../../../model/model.js";
import { numberText } from "../../../text/number.js";
import { untilGone, type Snapshot } from "../runs/snapshot.js";

/** From where a space is seen, degrees: how far it is turned about its upright axis, and how far from above. */
export interface Turn {
  readonly azimuth: number;
  readonly elevation: number;
}

/** Three states: to the right, into the depth, and up, as they lie before they are turned. */
export type Triple = readonly [string, string, string];

/** What is seen at most, to the right and up: a cube of half-width 1, however it is turned, with its numbers. */
const [halfWidth, downTo, upTo] = [2.4, -2.1, 1.7];
/** Of numbers and names of axes, outside the cube. */
const [numbersAt, namesAt] = [1.2, 1.42];
/** Loops of so many spikes lie side by side: their lines are fine. */
const many = 30;
const ends = [-1, 1] as const;
/** Where the ring is by which keys turn it. */
export const cornerOfSpace = { x: 2.2, y: -1.85 } as const;
type Sides = readonly [number, number, number];

/** The first state with the two that change most slowly as models list them: the last. */
export function spaceOf({ stateNames }: Model): Triple {
  const [a, b] = stateNames.slice(-2);
  return [stateNames[0], a, b];
}

/** Where a point of the cube is in the picture, and how near to the eye it is. */
function seen({ azimuth, elevation }: Turn): (point: Sides) => Sides {
  const [a, e] = [(azimuth * Math.PI) / 180, (elevation * Math.PI) / 180];
  const [cosA, sinA, cosE, sinE] = [Math.cos(a), Math.sin(a), Math.cos(e), Math.sin(e)];
  return ([u, v, w]) => {
    const away = u * sinA + v * cosA;
    return [u * cosA - v * sinA, w * cosE + away * sinE, w * sinE - away * cosE];
  };
}

/** Where three states are in the picture of their space. */
export function placeIn(
  { ranges }: Pick<Model, "ranges">,
  names: Triple,
  turn: Turn,
): (...values: Sides) => readonly [x: number, y: number] {
  const look = seen(turn);
  const [first, second, third] = names.map((name) => ranges[name]);
  const side = (value: number, [low, high]: readonly [number, number]): number =>
    (2 * (value - low)) / (high - low) - 1;
  return (a, b, c) => {
    const [x, y] = look([side(a, first), side(b, second), side(c, third)]);
    return [x, y];
  };
}

/** A curve of states as it is seen in their space, as states "x" and "y". @param floor in place of what goes up */
export function curveIn(
  model: Pick<Model, "ranges">,
  names: Triple,
  turn: Turn,
  states: Readonly<Record<string, Float64Array>>,
  floor?: number,
): { readonly x: Float64Array; readonly y: Float64Array } {
  const place = placeIn(model, names, turn);
  const [a, b, c] = names.map((name) => states[name]);
  const [x, y] = [new Float64Array(a.length), new Float64Array(a.length)];
  for (let k = 0; k < a.length; k++) [x[k], y[k]] = place(a[k], b[k], floor ?? c[k]);
  return { x, y };
}

/** A run, its cycles and its equilibria in the space of three states, with the run's shadow on the floor. */
export function spaceFigure(
  { model, recording, equilibria }: Pick<Snapshot, "model" | "recording" | "equilibria">,
  cycles: readonly Pick<LimitCycle, "stable" | "states">[],
  turn: Turn,
): Figure {
  const names = spaceOf(model);
  const place = placeIn(model, names, turn);
  const named = new Set<string>();
  const once = (name: string): Line => {
    const showlegend = !named.has(name);
    named.add(name);
    return { name, legendgroup: name, showlegend };
  };
  const curve = (of: LimitCycle["states"], floor?: number): readonly [Float64Array, Float64Array] => {
    const { x, y } = curveIn(model, names, turn, of, floor);
    return [x, y];
  };
  const { states } = untilGone(model, recording);
  const data: Line[] = [
    ...box(turn),
    line(...curve(states, model.ranges[names[2]][0]), light.halo, {}, { width: widths.hair }),
    ...cycles.map((cycle) =>
      line(
        ...curve(cycle.states),
        cycle.stable ? light.halo : light.soft,
        once(cycle.stable ? "stable limit cycle" : "unstable limit cycle"),
        cycle.stable ? { width: widths.halo } : { width: widths.bold, dash: "dash" },
      ),
    ),
    line(...curve(states), light.ink, once("trajectory"), {
      width: recording.spikes.length > many ? widths.hair : widths.line,
    }),
    ...equilibria.map(({ state, kind }): Line => {
      const [across, up] = place(state[names[0]], state[names[1]], state[names[2]]);
      return {
        type: "scatter",
        mode: "markers",
        x: Float64Array.of(across),
        y: Float64Array.of(up),
        ...once(kind),
        marker: { ...equilibriumMark[kind] },
      };
    }),
  ];
  const unseen = { visible: false, showgrid: false } as const;
  return figure(data, `${names.join(", ")} of ${model.name} in space, turned by ${turn.azimuth}°`, 430, {
    margin: { l: 4, r: 4, t: 44, b: 14 },
    xaxis: { ...unseen, range: [-halfWidth, halfWidth] },
    yaxis: { ...unseen, range: [downTo, upTo] },
    annotations: [...axisNotes(model, names, turn)],
  });
}

/** The edges of the cube that do not lie before the rest. */
function box(turn: Turn): readonly Line[] {
  const look = seen(turn);
  const corners = ends.flatMap((u) => ends.flatMap((v) => ends.map((w): Sides => [u, v, w])));
  const nearest = corners.reduce((a, b) => (look(b)[2] > look(a)[2] ? b : a));
  const edges = corners.flatMap((from) =>
    ([0, 1, 2] as const).flatMap((k) => {
      const to = from.with(k, 1) as unknown as Sides;
      return from[k] === 1 || from === nearest || to.every((side, n) => side === nearest[n])
        ? []
        : [[look(from), look(to)]];
    }),
  );
  return edges.map(([from, to]) =>
    line(
      Float64Array.of(from[0], to[0]),
      Float64Array.of(from[1], to[1]),
      light.grid,
      { hoverinfo: "skip" },
      { width: 1 },
    ),
  );
}

/** Each axis along an edge at the outline of the cube: its name, and the ends of its range. */
function axisNotes(model: Model, names: Triple, turn: Turn): readonly Note[] {
  const look = seen(turn);
  const nearer = (axis: 0 | 1): number => (look([0, 0, 0].with(axis, 1) as unknown as Sides)[2] > 0 ? 1 : -1);
  const below = turn.elevation >= 0 ? -1 : 1;
  const left = ends
    .flatMap((u) => ends.map((v): Sides => [u, v, 0]))
    .reduce((a, b) => (look(b)[0] < look(a)[0] ? b : a));
  const middles: readonly Sides[] = [[0, nearer(1), below], [nearer(0), 0, below], left];
  return middles.flatMap((middle, k) => {
    const outside = (along: number, far: number): readonly [number, number] => {
      const [x, y] = look(middle.map((side, n) => (n === k ? along : side * far)) as unknown as Sides);
      return [x, y];
    };
    const [low, high] = model.ranges[names[k]];
    return [
      note(...outside(0, namesAt), axisTitle(names[k], model)),
      note(...outside(-1, numbersAt), numberText(low), { font: { size: 11, color: light.soft } }),
      note(...outside(1, numbersAt), numberText(high), { font: { size: 11, color: light.soft } }),
    ];
  });
}
