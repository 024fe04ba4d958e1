import { ModelError } from "../error.js";
import { Graph } from "../graph/graph.js";
import type { Outputs } from "../model-data.js";
import { addComparison, addExpression } from "./add-expression.js";
import { derivativeOf, quantityOf } from "./equations.js";
import type { System } from "./system.js";

/** The graph of a system, and the nodes at which its outputs stand. @throws ModelError for a circular definition */
export function buildGraph(system: System): { readonly graph: Graph; readonly outputs: Outputs } {
  const { states, equations, quantities, threshold, reset, refractory } = system;
  const graph = new Graph();
  const nodeOf = nodesByName(graph, system);
  const field = states.map((name) => {
    const { right, coefficient } = derivativeOf(equations, name);
    const rate = addExpression(graph, right, nodeOf);
    return coefficient ? graph.divide(rate, addExpression(graph, coefficient, nodeOf)) : rate;
  });
  const outputs: Outputs = {
    field,
    quantities: quantities.map(nodeOf),
    initial: initialValues(graph, system, nodeOf),
    threshold: threshold && addComparison(graph, threshold, nodeOf),
    reset:
      reset &&
      states.map((name, i) => {
        const assignment = reset.find((line) => line.name === name);
        return assignment ? addExpression(graph, assignment.right, nodeOf) : graph.state(i);
      }),
    refractory: refractory && addExpression(graph, refractory, nodeOf),
  };
  return { graph, outputs };
}

/**
 * Gives the node of a name. A quantity enters the graph when first needed; a definition that needs itself is refused
 * with its path.
 */
function nodesByName(graph: Graph, { states, parameters, equations }: System): (name: string) => number {
  const done = new Map<string, number>();
  const path: string[] = [];
  const nodeOf = (name: string): number => {
    if (states.includes(name)) return graph.state(states.indexOf(name));
    if (parameters.includes(name)) return graph.parameter(parameters.indexOf(name));
    const known = done.get(name);
    if (known !== undefined) return known;
    const { right, where } = quantityOf(equations, name);
    if (path.includes(name))
      throw new ModelError(
        `${where}: circular definition ${[...path.slice(path.indexOf(name)), name].join(" → ")}`,
        name,
      );
    path.push(name);
    const node = addExpression(graph, right, nodeOf);
    path.pop();
    done.set(name, node);
    return node;
  };
  return nodeOf;
}

/**
 * Initial values as nodes of parameters only: formulas may use other states, each replaced by its own initial value.
 */
function initialValues(
  graph: Graph,
  { states, definition, initial }: System,
  nodeOf: (name: string) => number,
): number[] {
  const path: number[] = [];
  const done: number[] = [];
  const value = (i: number): number => {
    const formula = initial[i];
    if (formula === null) return graph.constant(definition.states[states[i]].initial as number);
    const node = addExpression(graph, formula, nodeOf);
    const used = graph.reachable([node]).filter((k) => graph.nodes[k].op === "state");
    return graph.substitute([node], new Map(used.map((k) => [k, visit(graph.nodes[k].value)])))[0];
  };
  const visit = (i: number): number => {
    if (done[i] !== undefined) return done[i];
    if (path.includes(i))
      throw new ModelError(
        `initial value of ${states[i]}: circular, ${[...path, i].map((k) => states[k]).join(" → ")}`,
        states[i],
      );
    path.push(i);
    done[i] = value(i);
    path.pop();
    return done[i];
  };
  return states.map((_, i) => visit(i));
}
