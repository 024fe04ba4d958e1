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
  /** Bounds of the balance, and of its derivative with respect to the k-th parameter. */
  readonly balanceAlong: (k: number) => Bounding;
  /** Whether the balance is a formula without jumps, but for poles. */
  readonly continuous: boolean;
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
 * The first elimination in which no divisor vanishes anywhere in the box at the present parameters, or at all in some
 * intervals, so that no equilibrium is lost by it; undefined if none is proved to be so.
 */
export function eliminate(
  model: Model,
  box: readonly Interval[],
  parameters: readonly Interval[] = parameterPoints(model),
): Elimination | undefined {
  for (const elimination of eliminations(model))
    if (holds(elimination, box, (states) => elimination.divisors(states, parameters).every(excludesZero)))
      return elimination;
  return undefined;
}

/**
 * Whether it is proved that there is at most one value of a parameter in a range at which a given value of the pivot,
 * in its part of a box, is that of an equilibrium, and that it changes continuously with the pivot, as where a current
 * is added to I∞(V). Equilibria are then one curve, and what of it lies within the range is cut at the ends of that,
 * or of the box, alone: what passes through no equilibrium there is none.
 */
export function isOneCurve(
  model: Model,
  parameter: string,
  range: readonly [number, number],
  box: readonly Interval[],
): boolean {
  const slot = model.parameterNames.indexOf(parameter);
  const parameters = parameterPoints(model).with(slot, range);
  const elimination = eliminate(model, box, parameters);
  if (!elimination?.continuous) return false;
  const along = elimination.balanceAlong(slot);
  return holds(elimination, box, (states) => {
    const [value, slope] = along(states, parameters);
    return value.every(Number.isFinite) && excludesZero(slope);
  });
}

const pieces = 32; // of the pivot's interval, in each of which something is bounded

function holds(
  { pivot }: Elimination,
  box: readonly Interval[],
  test: (states: readonly Interval[]) => boolean,
): boolean {
  const [low, high] = box[pivot];
  return Array.from({ length: pieces }, (_, k) => low + ((high - low) * k) / pieces).every((from, k, all) =>
    test(box.with(pivot, [from, all[k + 1] ?? high])),
  );
}

const excludesZero = ([a, b]: Interval): boolean => a > 0 || b < 0;

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
    balanceAlong: (k) =>
      prepareBounds(graph, [
        balance,
        ...derivative(graph, [balance], new Map([[graph.parameter(k), graph.constant(1)]])),
      ]),
    continuous: graph.reachable([balance]).every((i) => !["select", "floor"].includes(graph.nodes[i].op)),
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
