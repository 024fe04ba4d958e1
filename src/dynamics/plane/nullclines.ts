import { requireModel } from "../../checks/require-model.js";
import { parameterPoints } from "../equilibria/elimination.js";
import { windowOf, type Window } from "../system/window.js";
import type { Interval } from "../../model/graph/interval.js";
import type { Model } from "../../model/model.js";
import { implicitCurve, type Polyline } from "./implicit-curve.js";
import { explicitCurve, straightLines, type Plane } from "./nullcline-graphs.js";
import { piecesOf, type Piece } from "./nullcline-pieces.js";

/** Points of a curve in state space, in order, one array for each state. */
export type StateCurve = Readonly<Record<string, Float64Array>>;

/** The curve on which one state has no rate of change. */
export interface Nullcline {
  /** The state whose derivative is zero here. */
  readonly state: string;
  /** Separate pieces; where the curve leaves the window or runs off to infinity it is cut. */
  readonly branches: readonly StateCurve[];
  /**
   * "exact": the equation is affine in one of the two states, and solved for it. "traced": followed in cells of at most
   * 1/64 of the window.
   */
  readonly method: "exact" | "traced";
  /** Points at which branches of a traced curve meet or a curve only touches zero: neither confirmed nor excluded. */
  readonly suspected: readonly Readonly<Record<string, number>>[];
}

/**
 * The nullclines of a model in a plane of two states, by the name of the state whose derivative is zero.
 *
 * @param window the part of the plane; the ranges of the model by default. For a model of more than two states it must
 * name the two that span the plane; the others are held at `model.states`.
 * @throws RangeError if there are not exactly two states to span the plane
 */
export function nullclines(model: Model, window: Window = {}): Readonly<Record<string, Nullcline>> {
  requireModel("nullclines", model);
  const [x, y] = planeOf("nullclines", model, window);
  const box = windowOf("nullclines", model, window);
  return Object.fromEntries([x, y].map((i) => [model.stateNames[i], nullcline(model, i, x, y, box)]));
}

/** Indices of the two states that span the plane. */
export function planeOf(where: string, model: Model, window: Window): [number, number] {
  const names = model.stateNames;
  if (names.length === 2) return [0, 1];
  const named = Object.keys(window);
  if (names.length > 2 && named.length === 2 && named.every((name) => names.includes(name)))
    return named.map((name) => names.indexOf(name)) as [number, number];
  throw new RangeError(
    names.length < 2
      ? `${where}: a phase plane needs two states; ${model.name} has one, ${names[0]}: plot its rate of change ` +
          "against it instead"
      : `${where}: a phase plane needs two states; ${model.name} has ${names.length}: name two in the window, ` +
          `such as { ${names[0]}: […], ${names[1]}: […] }`,
  );
}

function nullcline(model: Model, of: number, x: number, y: number, box: readonly Interval[]): Nullcline {
  const plane: Plane = {
    x,
    y,
    box,
    parameters: parameterPoints(model),
    p: model.vector,
    states: model.stateNames.map((name): Interval => [model.states[name], model.states[name]]),
    point: Float64Array.from(model.stateNames, (name) => model.states[name]),
    out: new Float64Array(2),
  };
  const pieces = piecesOf(model, of, x, y);
  const lines: Polyline[] = [];
  const suspected: Polyline[number][] = [];
  for (const piece of pieces) {
    if (piece.kind === "implicit") {
      const traced = tracedCurve(piece, plane);
      lines.push(...traced.lines);
      suspected.push(...traced.singular);
    } else lines.push(...(piece.kind === "lines" ? straightLines(piece, plane) : explicitCurve(piece, plane)));
  }
  const [nameX, nameY] = [model.stateNames[x], model.stateNames[y]];
  return {
    state: model.stateNames[of],
    branches: lines.map((line) => ({
      [nameX]: Float64Array.from(line, (point) => point[0]),
      [nameY]: Float64Array.from(line, (point) => point[1]),
    })),
    method: pieces.some((piece) => piece.kind === "implicit") ? "traced" : "exact",
    suspected: suspected.map(([a, b]) => ({ [nameX]: a, [nameY]: b })),
  };
}

function tracedCurve(
  piece: Piece & { kind: "implicit" },
  plane: Plane,
): { readonly lines: Polyline[]; readonly singular: Polyline } {
  const { x, y, box, states, parameters, point, p, out } = plane;
  return implicitCurve(
    {
      value: (a, b) => {
        point[x] = a;
        point[y] = b;
        piece.value(point, p, out);
        return out[0];
      },
      enclose: (a, b) => {
        states[x] = a;
        states[y] = b;
        const [value, dx, dy] = piece.enclose(states, parameters);
        return { value, dx, dy };
      },
    },
    box[x],
    box[y],
  );
}
