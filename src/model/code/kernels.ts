import { derivative } from "../graph/derivative.js";
import { reducedStatements } from "./strength-reduction.js";
import type { Graph } from "../graph/graph.js";
import type { Outputs } from "../model-data.js";
import { compile, functionText, instantiate, statements } from "./javascript.js";

/** Compiled code of a model. `y` is a state vector (length n), `p` a parameter vector (length P). */
export interface Kernels {
  /** dydt ← f(y; p). */
  readonly field: (y: Float64Array, p: Float64Array, dydt: Float64Array) => void;
  /** J[i·n + j] ← ∂f_i/∂y_j, exact. */
  readonly jacobian: (y: Float64Array, p: Float64Array, J: Float64Array) => void;
  /** D[i·P + k] ← ∂f_i/∂p_k, exact. */
  readonly parameterJacobian: (y: Float64Array, p: Float64Array, D: Float64Array) => void;
  /** q[k] ← value of the k-th named quantity. */
  readonly quantities: (y: Float64Array, p: Float64Array, q: Float64Array) => void;
  /** y ← the initial state. */
  readonly initial: (p: Float64Array, y: Float64Array) => void;
  /** Signed distance to the threshold; an upward crossing of zero is a spike. −Infinity without a threshold. */
  readonly threshold: (y: Float64Array, p: Float64Array) => number;
  /** y ← the state just after a spike. */
  readonly reset: (y: Float64Array, p: Float64Array) => void;
  /** Time in ms for which the held states stay put after a reset. */
  readonly refractory: (p: Float64Array) => number;
}

const parametersOf: Readonly<Record<keyof Kernels, string>> = {
  field: "y, p, o",
  jacobian: "y, p, o",
  parameterJacobian: "y, p, o",
  quantities: "y, p, o",
  initial: "p, y",
  threshold: "y, p",
  reset: "y, p",
  refractory: "p",
};

/** Kernels as code, each a factory over the elementary functions. */
export type KernelFactories = Readonly<Partial<Record<keyof Kernels, (...args: never[]) => unknown>>>;

/** The text of one kernel, a factory over the elementary functions. */
export function kernelText(name: keyof Kernels, graph: Graph, outputs: Outputs, parameterCount: number): string {
  const store =
    (array: string) =>
    (k: number, e: string): string =>
      `${array}[${k}] = ${e};`;
  const result = (node: number | null, otherwise: string): string =>
    node === null ? `return ${otherwise};` : statements(graph, [node], (_, e) => `return ${e};`);
  const body = (): string => {
    switch (name) {
      case "field":
        return reducedStatements(graph, outputs.field, store("o"));
      case "jacobian":
        return statements(graph, jacobianRoots(graph, outputs.field), store("o"));
      case "parameterJacobian":
        return statements(graph, parameterJacobianRoots(graph, outputs.field, parameterCount), store("o"));
      case "quantities":
        return statements(graph, outputs.quantities, store("o"));
      case "initial":
        return statements(graph, outputs.initial, store("y"));
      case "threshold":
        return result(outputs.threshold, "-Infinity");
      case "refractory":
        return result(outputs.refractory, "0");
      case "reset": {
        if (outputs.reset === null) return "";
        const values = statements(graph, outputs.reset, (k, e) => `const r${k} = ${e};`);
        // All at once: none sees another's new value.
        return `${values}\n${outputs.reset.map((_, k) => `y[${k}] = r${k};`).join("\n")}`;
      }
    }
  };
  return functionText(parametersOf[name], body());
}

/** ∂f_i/∂y_j as nodes, row by row. */
export const jacobianRoots = (graph: Graph, field: readonly number[]): number[] =>
  rowByRow(
    jacobianColumns(
      graph,
      field,
      Array.from(field, (_, j) => graph.state(j)),
    ),
  );

/** Derivatives of all f_i by each of some leaves, states or parameters. */
export const jacobianColumns = (graph: Graph, field: readonly number[], leaves: readonly number[]): number[][] =>
  leaves.map((leaf) => derivative(graph, field, new Map([[leaf, graph.constant(1)]])));

/** Nodes given column by column. */
export const rowByRow = (columns: readonly (readonly number[])[]): number[] =>
  (columns[0] ?? []).flatMap((_, i) => columns.map((column) => column[i]));

/** ∂f_i/∂y_i as nodes. */
export function jacobianDiagonal(graph: Graph, field: readonly number[]): number[] {
  return field.map((f, i) => derivative(graph, [f], new Map([[graph.state(i), graph.constant(1)]]))[0]);
}

/** ∂f_i/∂p_k as nodes, row by row. */
export const parameterJacobianRoots = (graph: Graph, field: readonly number[], parameterCount: number): number[] =>
  rowByRow(
    jacobianColumns(
      graph,
      field,
      Array.from({ length: parameterCount }, (_, k) => graph.parameter(k)),
    ),
  );

/**
 * Kernels that came with a page as a script, by the model's fingerprint: used instead of `new Function`, which a page's
 * policy may forbid.
 */
const installed = new Map<string, KernelFactories>();

/** Registers kernels from a script, an object literal of factories as `kernelScript` writes it. */
export function installKernels(fingerprint: string, factories: KernelFactories): void {
  installed.set(fingerprint, factories);
}

/** Kernels, all by default, as the text of one object literal: `KernelFactories`. */
export function kernelScript(
  graph: Graph,
  outputs: Outputs,
  parameterCount: number,
  names = Object.keys(parametersOf) as readonly (keyof Kernels)[],
): string {
  const entries = names.map((name) => `${name}: ${kernelText(name, graph, outputs, parameterCount)}`);
  return `{\n${entries.join(",\n")}\n}`;
}

/** Kernels, each compiled when it is first used, but for those that have been `prepared`. */
export function lazyKernels(
  fingerprint: string,
  graph: Graph,
  outputs: Outputs,
  parameterCount: number,
  prepared: KernelFactories,
): Kernels {
  const kernels: Partial<Record<keyof Kernels, unknown>> = {};
  for (const name of Object.keys(parametersOf) as (keyof Kernels)[]) {
    let ready: unknown;
    Object.defineProperty(kernels, name, {
      enumerable: true,
      get: () => {
        if (ready === undefined) {
          const factory = prepared[name] ?? installed.get(fingerprint)?.[name];
          ready = factory ? instantiate(factory) : compile(kernelText(name, graph, outputs, parameterCount));
        }
        return ready;
      },
    });
  }
  return kernels as Kernels;
}
