import type { Graph } from "../../model/graph/graph.js";

/**
 * Nodes whose zeros together are the zeros of a root: factors and powers taken apart, and what no state enters left
 * out, as are divisors. So x²(1 − y)/τ gives x and 1 − y, and a double zero becomes a simple one.
 */
export function factorsOf(graph: Graph, root: number, states: ReadonlySet<number>): number[] {
  const { op, args, value } = graph.nodes[root];
  const [a, b] = args;
  if (!graph.dependsOn(root, states)) return [];
  const of = (node: number): number[] => factorsOf(graph, node, states);
  switch (op) {
    case "negate":
    case "abs":
    case "sqrt":
    case "tanh":
    case "atan":
    case "sinh":
    case "expm1":
      return of(a);
    case "divide":
      return of(a);
    case "multiply":
      return [...new Set([...of(a), ...of(b)])];
    case "power":
      return value > 0 ? of(a) : [];
    case "exp":
    case "cosh":
      return [];
    default:
      return [root];
  }
}
