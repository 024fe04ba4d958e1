import { derivative } from "../../model/graph/derivative.js";
import { evaluator, type Evaluator } from "../system/evaluator.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";

/** What a spike is and what it does, in the units of a family; z is the states and the parameter, n + 1 numbers. */
export interface SpikeRule {
  /** Signed distance to the threshold. */
  readonly threshold: (z: Float64Array) => number;
  /** Its n + 1 derivatives. */
  readonly gradient: (z: Float64Array) => Float64Array;
  /** The n states after the reset. */
  readonly reset: (z: Float64Array) => Float64Array;
  /** n × (n + 1). */
  readonly resetJacobian: (z: Float64Array) => Float64Array;
  /** ms, and its derivative with respect to the parameter. */
  readonly refractory: (z: Float64Array) => { readonly duration: number; readonly slope: number };
  /** Indices of the states that stay put in the meantime. */
  readonly held: readonly number[];
}

/** The spike of a model that has a reset, with exact derivatives. */
export function spikeRule({ model, n, parameters, scale }: VectorFieldFamily): SpikeRule {
  const { graph, roots } = model;
  if (roots.threshold === null || roots.reset === null) throw new TypeError(`${model.name} has no reset`);
  const slot = parameters.length > 0 ? model.parameterNames.indexOf(parameters[0]) : -1;
  const leaves = [
    ...model.stateNames.map((_, i) => graph.state(i)),
    slot < 0 ? graph.constant(NaN) : graph.parameter(slot),
  ];
  const withDerivatives = (outputs: readonly number[]): readonly [Evaluator, Evaluator] => {
    const columns = leaves.map((leaf, k) =>
      k === n && slot < 0
        ? outputs.map(() => graph.constant(0))
        : derivative(graph, outputs, new Map([[leaf, graph.constant(1)]])),
    );
    const rows = outputs.flatMap((_, i) => columns.map((column) => column[i]));
    return [evaluator(graph, outputs), evaluator(graph, rows)];
  };
  const [distance, distanceSlopes] = withDerivatives([roots.threshold]);
  const [after, afterSlopes] = withDerivatives(roots.reset);
  const [pause, pauseSlopes] = withDerivatives(roots.refractory === null ? [graph.constant(0)] : [roots.refractory]);
  const y = new Float64Array(n),
    p = model.vector,
    one = new Float64Array(1);
  const load = (z: Float64Array): void => {
    for (let i = 0; i < n; i++) y[i] = z[i] * scale[i];
    if (slot >= 0) p[slot] = z[n] * scale[n];
  };
  const numberOf = (f: Evaluator, z: Float64Array): number => {
    load(z);
    f(y, p, one);
    return one[0];
  };
  const listOf = (f: Evaluator, z: Float64Array, size: number): Float64Array => {
    load(z);
    const out = new Float64Array(size);
    f(y, p, out);
    return out;
  };
  return {
    threshold: (z) => numberOf(distance, z),
    gradient: (z) => listOf(distanceSlopes, z, n + 1).map((v, k) => v * scale[k]),
    reset: (z) => listOf(after, z, n).map((v, i) => v / scale[i]),
    resetJacobian: (z) =>
      listOf(afterSlopes, z, n * (n + 1)).map((v, k) => (v * scale[k % (n + 1)]) / scale[Math.floor(k / (n + 1))]),
    refractory: (z) => ({
      duration: numberOf(pause, z),
      slope: listOf(pauseSlopes, z, n + 1)[n] * scale[n],
    }),
    held: model.spiking.held,
  };
}
