import { prepareBounds } from "../../model/graph/bounds.js";
import type { Interval } from "../../model/graph/interval.js";
import type { Model } from "../../model/model.js";
import { modelAt, statesOf, type VectorFieldFamily } from "../system/vector-field-family.js";

/** Signed distances of a state from the corners of a field: from where an `abs`, `max`, `min` or case turns over. */
type Distances = (model: Model, y: Float64Array) => Float64Array;

const known = new WeakMap<object, Distances | undefined>(); // by kernels, which all `with` copies share

/** The corners of the field of a model; undefined if it has none. */
export function cornersOf(model: Model): Distances | undefined {
  if (known.has(model.kernels)) return known.get(model.kernels);
  const distances = findCorners(model);
  known.set(model.kernels, distances);
  return distances;
}

function findCorners({ graph, roots }: Model): Distances | undefined {
  const states = new Set(graph.nodes.flatMap(({ op }, i) => (op === "state" ? [i] : [])));
  const sides = graph.reachable(roots.field).flatMap((i): (readonly [number, number | undefined])[] => {
    const { op, args } = graph.nodes[i];
    if (!graph.dependsOn(i, states)) return [];
    if (op === "max" || op === "min") return [[args[0], args[1]]];
    return op === "abs" || op === "select" ? [[args[0], undefined]] : [];
  });
  if (sides.length === 0) return undefined;
  const lefts = prepareBounds(
    graph,
    sides.map(([a]) => a),
  );
  const rights = prepareBounds(
    graph,
    sides.map(([a, b]) => b ?? a),
  );
  const middle = ([a, b]: Interval): number => a + (b - a) / 2;
  return (model, y) => {
    const at = Array.from(y, (v): Interval => [v, v]),
      parameters = Array.from(model.vector, (v): Interval => [v, v]);
    const a = lefts(at, parameters),
      b = rights(at, parameters);
    return Float64Array.from(sides, ([, right], k) => middle(a[k]) - (right === undefined ? 0 : middle(b[k])));
  };
}

/** The product of the distances from all corners: it changes sign where a branch passes one of them. */
export function beyondCorners(family: VectorFieldFamily, distances: Distances, z: Float64Array): number {
  return distances(modelAt(family, z), statesOf(family, z)).reduce((product, v) => product * v, 1);
}
