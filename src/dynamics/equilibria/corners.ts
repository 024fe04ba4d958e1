import { prepareBounds } from "../../model/graph/bounds.js";
import { seams } from "../../model/graph/even-quotient.js";
import type { Interval } from "../../model/graph/interval.js";
import type { Model } from "../../model/model.js";
import { modelAt, statesOf, type VectorFieldFamily } from "../system/vector-field-family.js";

/** The corners of a field: where an `abs`, `max`, `min` or case turns over. */
interface Corners {
  readonly count: number;
  /** Signed distances of a state from each. */
  readonly distances: (model: Model, y: Float64Array) => Float64Array;
}

const known = new WeakMap<object, Corners | undefined>(); // by kernels, which all `with` copies share

/** The corners of the field of a model; undefined if it has none. */
export function cornersOf(model: Model): Corners | undefined {
  if (known.has(model.kernels)) return known.get(model.kernels);
  const corners = findCorners(model);
  known.set(model.kernels, corners);
  return corners;
}

function findCorners({ graph, roots }: Model): Corners | undefined {
  const none = seams(graph);
  const states = new Set(graph.nodes.flatMap(({ op }, i) => (op === "state" ? [i] : [])));
  const sides = graph.reachable(roots.field).flatMap((i): (readonly [number, number | undefined])[] => {
    const { op, args } = graph.nodes[i];
    if (none.has(i) || !graph.dependsOn(i, states)) return [];
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
  const distances: Corners["distances"] = (model, y) => {
    const at = Array.from(y, (v): Interval => [v, v]),
      parameters = Array.from(model.vector, (v): Interval => [v, v]);
    const a = lefts(at, parameters),
      b = rights(at, parameters);
    return Float64Array.from(sides, ([, right], k) => middle(a[k]) - (right === undefined ? 0 : middle(b[k])));
  };
  return { count: sides.length, distances };
}

/** The product of the distances from all corners: 0 on each. */
export const beyondCorners = (family: VectorFieldFamily, { distances }: Corners, z: Float64Array): number =>
  distances(modelAt(family, z), statesOf(family, z)).reduce((product, v) => product * v, 1);

/** The distance from one corner. */
export const beyondCorner = (family: VectorFieldFamily, { distances }: Corners, z: Float64Array, k: number): number =>
  distances(modelAt(family, z), statesOf(family, z))[k];
