import type { Comparison, Expression } from "./expression.js";
import type { Graph } from "../graph/graph.js";
import { quotient, times } from "../graph/quotient.js";

/**
 * Adds an expression to the graph and gives its node. Every quotient goes by `quotient`, and every product by `times`,
 * so that x/(e^x − 1) knows its limit.
 * @param nodeOf node of a named state, parameter or quantity
 */
export function addExpression(graph: Graph, expression: Expression, nodeOf: (name: string) => number): number {
  const visit = (e: Expression): number => {
    switch (e.kind) {
      case "number":
        return graph.constant(e.value);
      case "symbol":
        return nodeOf(e.name);
      case "negate":
        return graph.negate(visit(e.of));
      case "operation":
        if (e.op === "divide") return quotient(graph, visit(e.left), visit(e.right));
        if (e.op === "multiply") return times(graph, visit(e.left), visit(e.right));
        return graph[e.op](visit(e.left), visit(e.right));
      case "call": {
        const args = e.args.map(visit);
        return e.name === "max" || e.name === "min"
          ? graph.extremum(e.name, args[0], args[1])
          : graph.unary(e.name, args[0]);
      }
      case "conditional":
        return choose(graph, e.test, visit, visit(e.consequent), visit(e.alternate));
    }
  };
  return visit(expression);
}

/** Adds the signed margin by which `left >= right` (or `left > right`) holds, and gives its node. */
export function addComparison(graph: Graph, test: Comparison, nodeOf: (name: string) => number): number {
  const left = addExpression(graph, test.left, nodeOf),
    right = addExpression(graph, test.right, nodeOf);
  return test.relation === ">=" || test.relation === ">" ? graph.subtract(left, right) : graph.subtract(right, left);
}

function choose(
  g: Graph,
  test: Comparison,
  visit: (e: Expression) => number,
  consequent: number,
  alternate: number,
): number {
  const left = visit(test.left),
    right = visit(test.right);
  switch (test.relation) {
    case ">=":
      return g.select(g.subtract(left, right), consequent, alternate);
    case "<=":
      return g.select(g.subtract(right, left), consequent, alternate);
    case ">":
      return g.select(g.subtract(right, left), alternate, consequent);
    case "<":
      return g.select(g.subtract(left, right), alternate, consequent);
  }
}
