import type { Graph } from "../../model/graph/graph.js";
import { prepareBounds } from "../../model/graph/bounds.js";
import type { Interval } from "../../model/graph/interval.js";
import { compile, functionText, statements } from "../../model/code/javascript.js";

/** out[k] ← value of the k-th root at state y and parameters p. */
export type Evaluator = (y: Float64Array, p: Float64Array, out: Float64Array) => void;

/**
 * Compiled where that is allowed; where a page's policy forbids `new Function`, the middle of bounds over a point:
 * right to rounding, slower.
 */
export const evaluator = (graph: Graph, roots: readonly number[]): Evaluator =>
  compiledEvaluator(graph, roots) ?? boundsEvaluator(graph, roots);

/** Undefined where a page's policy forbids `new Function`. */
export function compiledEvaluator(graph: Graph, roots: readonly number[]): Evaluator | undefined {
  const body = statements(graph, roots, (k, e) => `o[${k}] = ${e};`);
  try {
    return compile<Evaluator>(functionText("y, p, o", body));
  } catch (error) {
    if (!(error instanceof EvalError)) throw error;
    return undefined;
  }
}

function boundsEvaluator(graph: Graph, roots: readonly number[]): Evaluator {
  const bounds = prepareBounds(graph, roots);
  const point = (x: number): Interval => [x, x];
  return (y, p, out) =>
    bounds(Array.from(y, point), Array.from(p, point)).forEach(([a, b], k) => (out[k] = a + (b - a) / 2));
}
