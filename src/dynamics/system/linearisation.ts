import { jacobianColumns, rowByRow } from "../../model/code/kernels.js";
import type { Model } from "../../model/model.js";
import { compiledEvaluator, type Evaluator } from "./evaluator.js";

const known = new WeakMap<object, Map<string, Evaluator>>(); // by kernels, which all `with` copies share

/**
 * out (n × (n + free parameters)) ← the derivatives of the field with respect to the states and to some parameters, by
 * one program: that of all parameters takes several times as long as the few that are free.
 * @param slots indices of the parameters; of none the last column is zero
 */
export function linearisation(model: Model, slots: readonly number[]): Evaluator {
  const programs = known.get(model.kernels) ?? new Map<string, Evaluator>();
  known.set(model.kernels, programs);
  const key = slots.join();
  const program = programs.get(key) ?? compiled(model, slots) ?? fromKernels(model, slots);
  programs.set(key, program);
  return program;
}

/** Undefined where a page's policy forbids `new Function`. */
function compiled(model: Model, slots: readonly number[]): Evaluator | undefined {
  const { graph, roots } = model;
  const leaves = [...model.stateNames.map((_, j) => graph.state(j)), ...slots.map((k) => graph.parameter(k))];
  const columns = jacobianColumns(graph, roots.field, leaves);
  if (slots.length === 0) columns.push(roots.field.map(() => graph.constant(0)));
  return compiledEvaluator(graph, rowByRow(columns));
}

/** From the kernels, which such a page has brought along. */
function fromKernels({ kernels, stateNames, parameterNames }: Model, slots: readonly number[]): Evaluator {
  const n = stateNames.length,
    P = parameterNames.length;
  const size = n + Math.max(1, slots.length);
  const J = new Float64Array(n * n),
    D = new Float64Array(n * P);
  return (y, p, out) => {
    kernels.jacobian(y, p, J);
    if (slots.length > 0) kernels.parameterJacobian(y, p, D);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) out[i * size + j] = J[i * n + j];
      if (slots.length === 0) out[i * size + n] = 0;
      for (let k = 0; k < slots.length; k++) out[i * size + n + k] = D[i * P + slots[k]];
    }
  };
}
