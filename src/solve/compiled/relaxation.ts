import { compile, functionText, literal } from "../../model/code/javascript.js";
import { jacobianDiagonal, type Kernels } from "../../model/code/kernels.js";
import { reducedStatements } from "../../model/code/strength-reduction.js";
import type { Model } from "../../model/model.js";
import { GROWTH_SERIES } from "../../numerics/root-power.js";

/** f ← f(y; p), d_i ← ∂f_i/∂y_i. */
export type RelaxationKernel = (y: Float64Array, p: Float64Array, f: Float64Array, d: Float64Array) => void;

/** By kernels, which all `with` copies of a model share. */
const compiled = new WeakMap<Kernels, RelaxationKernel>();

/** The nodes of f and of the diagonal of its Jacobian. */
export function relaxationRoots({ graph, roots }: Model): number[] {
  return [...roots.field, ...jacobianDiagonal(graph, roots.field)];
}

/** The operations of `growth` near 0, where s is z². */
export function growthNear(z: string, s: string): string {
  const [a, b, c, d, e, f] = GROWTH_SERIES.map(literal);
  const high = `${c} + ${z} * ${d} + ${s} * (${e} + ${z} * ${f})`;
  return `1 + ${z} * 0.5 + ${s} * (${a} + ${z} * ${b}) + ${s} * ${s} * (${high})`;
}

/**
 * f and the diagonal of its Jacobian in one piece, with what they share worked out once; by the model's own kernels
 * where a page's policy forbids to compile text.
 */
export function relaxationKernel(model: Model): RelaxationKernel {
  const { kernels } = model;
  const known = compiled.get(kernels);
  if (known !== undefined) return known;
  const kernel = compiledOrNot(() => compile<RelaxationKernel>(text(model))) ?? byKernels(model);
  compiled.set(kernels, kernel);
  return kernel;
}

function text(model: Model): string {
  const n = model.stateNames.length;
  const store = (k: number, e: string): string => (k < n ? `f[${k}] = ${e};` : `d[${k - n}] = ${e};`);
  return functionText("y, p, f, d", reducedStatements(model.graph, relaxationRoots(model), store));
}

function byKernels({ kernels, stateNames: { length: n } }: Model): RelaxationKernel {
  const J = new Float64Array(n * n);
  return (y, p, f, d) => {
    kernels.field(y, p, f);
    kernels.jacobian(y, p, J);
    for (let i = 0; i < n; i++) d[i] = J[i * n + i];
  };
}

/** What `make` compiles; undefined where a page's policy forbids that. */
export function compiledOrNot<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof EvalError) return undefined;
    throw error;
  }
}
