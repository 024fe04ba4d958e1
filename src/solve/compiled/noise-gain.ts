import { compile, functionText } from "../../model/code/javascript.js";
import type { Kernels } from "../../model/code/kernels.js";
import { reducedStatements } from "../../model/code/strength-reduction.js";
import { derivative } from "../../model/graph/derivative.js";
import type { Model } from "../../model/model.js";
import { compiledOrNot } from "./relaxation.js";

/** g_i ← ∂f_i/∂input: how noise in the input enters. */
export type GainKernel = (y: Float64Array, p: Float64Array, g: Float64Array) => void;

/** By kernels, which all `with` copies of a model share. */
const compiled = new WeakMap<Kernels, GainKernel>();

/** The nodes of ∂f/∂input. */
export function gainRoots({ graph, roots, input, parameterNames }: Model): number[] {
  if (input === undefined) return roots.field.map(() => graph.constant(0));
  return derivative(graph, roots.field, new Map([[graph.parameter(parameterNames.indexOf(input)), graph.constant(1)]]));
}

/**
 * ∂f/∂input alone; by the model's own kernels, which work out every parameter's, where a page forbids to compile text.
 */
export function gainKernel(model: Model): GainKernel {
  const known = compiled.get(model.kernels);
  if (known !== undefined) return known;
  const kernel = compiledOrNot(() => compile<GainKernel>(text(model))) ?? byKernels(model);
  compiled.set(model.kernels, kernel);
  return kernel;
}

function text(model: Model): string {
  return functionText(
    "y, p, g",
    reducedStatements(model.graph, gainRoots(model), (k, e) => `g[${k}] = ${e};`),
  );
}

function byKernels({ kernels, stateNames: { length: n }, parameterNames, input }: Model): GainKernel {
  const D = new Float64Array(n * parameterNames.length);
  const slot = input === undefined ? -1 : parameterNames.indexOf(input);
  return (y, p, g) => {
    kernels.parameterJacobian(y, p, D);
    for (let i = 0; i < n; i++) g[i] = slot < 0 ? 0 : D[i * parameterNames.length + slot];
  };
}
