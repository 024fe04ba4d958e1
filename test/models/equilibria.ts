import type { Model, State } from "../../src/model/model.js";
import { present } from "../../src/checks/present.js";

export interface EquilibriumAtV {
  readonly state: State;
  /** The input at which the state is an equilibrium. */
  readonly I: number;
  /** The Jacobian there. */
  readonly J: readonly (readonly number[])[];
  readonly trace: number;
  /** 2-D: the determinant; 1-D: the slope. */
  readonly determinant: number;
}

/**
 * The equilibrium at a given first state, of a model whose other states have equations linear in themselves and whose
 * input enters the first equation alone: two facts of every model here, which make this one line of algebra a state.
 */
export function equilibriumAt(model: Model, V: number): EquilibriumAtV {
  const y = model.vectorOf(model.states);
  y[0] = V;
  for (let i = 1; i < y.length; i++) {
    y[i] = 0;
    y[i] = -model.field(y)[i] / model.jacobian(y)[i][i];
  }
  const input = present(model.input, "an input");
  const rate = (at: number): number => model.with({ [input]: at }).field(y)[0];
  const I = -rate(0) / (rate(1) - rate(0));
  const J = model.with({ [input]: I }).jacobian(y);
  const trace = J.reduce((sum, row, i) => sum + row[i], 0);
  return { state: y, I, J, trace, determinant: J.length === 1 ? J[0][0] : J[0][0] * J[1][1] - J[0][1] * J[1][0] };
}

/** A zero of f between a and b, where it has opposite signs, to the last digits. */
export function zero(f: (x: number) => number, a: number, b: number): number {
  const low = Math.sign(f(a));
  if (low * Math.sign(f(b)) > 0) throw new Error(`no change of sign between ${a} and ${b}`);
  for (let k = 0; k < 200 && a !== (a + b) / 2 && b !== (a + b) / 2; k++) {
    const middle = (a + b) / 2;
    if (Math.sign(f(middle)) === low) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/** Saddle-nodes met by the equilibria between two values of V: zeros of the determinant, as [V, I]. */
export function folds(
  model: Model,
  from: number,
  to: number,
  steps = 400,
): { readonly V: number; readonly I: number }[] {
  return crossings((V) => equilibriumAt(model, V).determinant, from, to, steps).map((V) => ({
    V,
    I: equilibriumAt(model, V).I,
  }));
}

/** Andronov-Hopf points of a 2-D model: zeros of the trace where the determinant is positive. */
export function hopfs(
  model: Model,
  from: number,
  to: number,
  steps = 400,
): { readonly V: number; readonly I: number; readonly omega: number }[] {
  return crossings((V) => equilibriumAt(model, V).trace, from, to, steps).flatMap((V) => {
    const { I, determinant } = equilibriumAt(model, V);
    return determinant > 0 ? [{ V, I, omega: Math.sqrt(determinant) }] : [];
  });
}

function crossings(f: (V: number) => number, from: number, to: number, steps: number): number[] {
  const grid = Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps);
  return grid.slice(1).flatMap((V, i) => (f(V) === 0 ? [V] : f(grid[i]) * f(V) < 0 ? [zero(f, grid[i], V)] : []));
}
