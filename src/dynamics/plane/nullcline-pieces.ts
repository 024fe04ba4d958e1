import { derivative } from "../../model/graph/derivative.js";
import { Graph } from "../../model/graph/graph.js";
import { type Bounding, prepareBounds } from "../../model/graph/bounds.js";
import type { Model } from "../../model/model.js";
import { affineParts } from "../equilibria/elimination.js";
import { evaluator, type Evaluator } from "../system/evaluator.js";
import { factorsOf } from "../equilibria/factors.js";

/**
 * One factor of a right-hand side in the plane of two states, x and y. "lines": only one state enters, along which it
 * is to be zero; bounds and value of the factor, and of its slope. "graph": affine in the other state, a + b·other; of
 * a, b and their slopes. "implicit": neither; of the factor and its two slopes.
 */
export type Piece =
  | { readonly kind: "lines"; readonly along: "x" | "y"; readonly enclose: Bounding; readonly value: Evaluator }
  | { readonly kind: "graph"; readonly along: "x" | "y"; readonly enclose: Bounding; readonly value: Evaluator }
  | { readonly kind: "implicit"; readonly enclose: Bounding; readonly value: Evaluator };

const known = new WeakMap<object, Map<string, readonly Piece[]>>(); // by kernels, which all `with` copies share

/**
 * The factors of the right-hand side of state `of` in the plane of states x and y: found once for a model and all its
 * `with` copies.
 */
export function piecesOf(model: Model, of: number, x: number, y: number): readonly Piece[] {
  const ofModel = known.get(model.kernels) ?? new Map<string, readonly Piece[]>();
  known.set(model.kernels, ofModel);
  const key = `${of} ${x} ${y}`;
  let pieces = ofModel.get(key);
  if (pieces === undefined) ofModel.set(key, (pieces = split(model, of, x, y)));
  return pieces;
}

function split(model: Model, of: number, x: number, y: number): Piece[] {
  const graph = new Graph(model.graph.nodes);
  const X = graph.state(x),
    Y = graph.state(y);
  const slopeOf = (node: number, leaf: number): number =>
    derivative(graph, [node], new Map([[leaf, graph.constant(1)]]))[0];
  return factorsOf(graph, model.roots.field[of], new Set([X, Y])).map((factor): Piece => {
    const onX = graph.dependsOn(factor, new Set([X])),
      onY = graph.dependsOn(factor, new Set([Y]));
    if (!onX || !onY)
      return {
        kind: "lines",
        along: onX ? "x" : "y",
        enclose: prepareBounds(graph, [factor, slopeOf(factor, onX ? X : Y)]),
        value: evaluator(graph, [factor]),
      };
    for (const [leaf, other, along] of [
      [Y, X, "x"],
      [X, Y, "y"],
    ] as const) {
      const parts = affineParts(graph, factor, leaf);
      if (parts === undefined) continue;
      const { constant: a, coefficient: b } = parts;
      return {
        kind: "graph",
        along,
        enclose: prepareBounds(graph, [a, b, slopeOf(a, other), slopeOf(b, other)]),
        value: evaluator(graph, [a, b]),
      };
    }
    return {
      kind: "implicit",
      enclose: prepareBounds(graph, [factor, slopeOf(factor, X), slopeOf(factor, Y)]),
      value: evaluator(graph, [factor]),
    };
  });
}
