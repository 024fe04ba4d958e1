import { derivative } from "../../model/graph/derivative.js";
import { Graph } from "../../model/graph/graph.js";
import { type Bounding, prepareBounds } from "../../model/graph/bounds.js";
import type { Interval } from "../../model/graph/interval.js";
import type { Model } from "../../model/model.js";
import { factorsOf } from "./factors.js";

/**
 * The equilibrium condition f = 0 of a whole system as one equation in one state, the pivot: each other state is a
 * formula of the pivot, found by solving an equation in which it is affine. For a conductance model the pivot is V,
 * each gate is its steady state, and what is left is the steady-state I-V relation.
 */
export interface Elimination {
  readonly pivot: number;
  /** Bounds of each state, in order, as a formula of the pivot and the parameters. */
  readonly states: Bounding;
  /** Bounds of what is zero exactly at the equilibria; with them those of its derivative with respect to the pivot. */
  readonly balance: Bounding;
  readonly balanceAndSlope: Bounding;
  /** Bounds of what is divided by in the formulas. */
  readonly divisors: Bounding;
}

const known = new WeakMap<object, (Elimination | undefined)[]>(); // by kernels, which all `with` copies share

/** Ways to reduce a model, the best first: each found when it is come to, once for all `with` copies of the model. */
export function* eliminations(model: Model): Generator<Elimination> {
  const tried = known.get(model.kernels) ?? [];
  known.set(model.kernels, tried);
  const n = model.stateNames.length;
  for (let k = 0; k < 2 * n; k++) {
    if (!(k in tried)) tried[k] = tryPivot(model, k % n, k < n);
    const elimination = tried[k];
    if (elimination) yield elimination;
  }
}

/**
 * The first elimination in which no divisor vanishes anywhere in the box at the present parameters, so that no
 * equilibrium is lost by it; undefined if none is proved to be so.
 */
export function eliminate(model: Model, box: readonly Interval[]): Elimination | undefined {
  const parameters = parameterPoints(model);
  for (const elimination of eliminations(model)) if (divides(elimination, box, parameters)) return elimination;
  return undefined;
}

const pieces = 32; // of the pivot's interval, in each of which the divisors are bounded

function divides({ divisors, pivot }: Elimination, box: readonly Interval[], parameters: readonly Interval[]): boolean {
  const [low, high] = box[pivot];
  const states = [...box];
  const excludesZero = ([a, b]: Interval): boolean => a > 0 || b < 0;
  for (let k = 0; k < pieces; k++) {
    states[pivot] = [low + ((high - low) * k) / pieces, low + ((high - low) * (k + 1)) / pieces];
    if (!divisors(states, parameters).every(excludesZero)) return false;
  }
  return true;
}

/**
 * @param ownEquation solve for a state only the equation of its own derivative, as for a gate: its coefficient, −1/τ,
 * has no zero
 */
function tryPivot(model: Model, pivot: number, ownEquation: boolean): Elimination | undefined {
  const graph = new Graph(model.graph.nodes);
  const n = model.stateNames.length;
  const leaf = model.stateNames.map((_, i) => graph.state(i));
  const equations = model.roots.field.map((root) => {
    const factors = factorsOf(graph, root, new Set(leaf));
    return factors.length === 1 ? factors[0] : root;
  });
  const formula = new Map<number, number>([[leaf[pivot], leaf[pivot]]]);
  const divisors: number[] = [];
  const open = new Set(equations.map((_, i) => i));
  while (formula.size < n) {
    const step = [...open].find((i) => {
      const [equation] = graph.substitute([equations[i]], formula);
      const unsolved = leaf.filter((l) => !formula.has(l) && graph.dependsOn(equation, new Set([l])));
      if (unsolved.length !== 1 || (ownEquation && unsolved[0] !== leaf[i])) return false;
      const parts = affineParts(graph, equation, unsolved[0]);
      if (parts === undefined) return false;
      formula.set(unsolved[0], graph.divide(graph.negate(parts.constant), parts.coefficient));
      divisors.push(parts.coefficient);
      return true;
    });
    if (step === undefined) return undefined;
    open.delete(step);
  }
  const [left] = open;
  const [balance] = graph.substitute([equations[left]], formula);
  const [slope] = derivative(graph, [balance], new Map([[leaf[pivot], graph.constant(1)]]));
  return {
    pivot,
    states: prepareBounds(graph, graph.substitute(leaf, formula)),
    balance: prepareBounds(graph, [balance]),
    balanceAndSlope: prepareBounds(graph, [balance, slope]),
    divisors: prepareBounds(graph, divisors),
  };
}

/** a and b as nodes without the leaf, where the node is a + b·leaf with b not identically 0; undefined otherwise. */
export function affineParts(
  graph: Graph,
  node: number,
  leaf: number,
): { readonly constant: number; readonly coefficient: number } | undefined {
  const [coefficient] = derivative(graph, [node], new Map([[leaf, graph.constant(1)]]));
  if (graph.valueOf(coefficient) === 0 || graph.dependsOn(coefficient, new Set([leaf]))) return undefined;
  const [constant] = graph.substitute([node], new Map([[leaf, graph.constant(0)]]));
  return { constant, coefficient };
}

/** The model's parameter values as intervals of no width. */
export const parameterPoints = (model: Model): Interval[] => Array.from(model.vector, (value) => [value, value]);
