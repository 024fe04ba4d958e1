import type { Model } from "../../model/model.js";
import type { Evaluator } from "./evaluator.js";
import { linearisation } from "./linearisation.js";

/**
 * A model with some parameters free, in units that make all unknowns of like size: z = (states, free parameters), each
 * over the power of two nearest to the width of its range. Powers of two scale without rounding.
 */
export interface VectorFieldFamily {
  readonly model: Model;
  /** Number of states. */
  readonly n: number;
  /** Number of unknowns: states and free parameters, at least one of these. */
  readonly size: number;
  readonly parameters: readonly string[];
  /** Value = scale × z, for each unknown. */
  readonly scale: Float64Array;
  /** out (n) ← dz_i/dt of the states. */
  readonly field: (z: Float64Array, out: Float64Array) => void;
  /** out (n × size) ← its derivatives with respect to all unknowns. */
  readonly jacobian: (z: Float64Array, out: Float64Array) => void;
  /** How far z is beyond the threshold at which the model is reset, in the unit of that; −∞ without a reset. */
  readonly aboveThreshold: (z: Float64Array) => number;
  /**
   * What solving for cycles has cost so far, in mesh intervals times n², over all Newton steps: a measure of time that
   * is the same on every machine.
   */
  readonly work: { done: number };
}

/**
 * @param parameters the free ones; without any there is still one unknown besides the states, on which nothing depends
 * @param ranges of the free parameters, in their order
 */
export function vectorFieldFamily(
  model: Model,
  parameters: readonly string[],
  ranges: readonly (readonly [number, number])[],
): VectorFieldFamily {
  const n = model.stateNames.length;
  const slots = parameters.map((name) => model.parameterNames.indexOf(name));
  const widths = [
    ...model.stateNames.map((name) => model.ranges[name]),
    ...(ranges.length > 0 ? ranges : [[0, 1] as const]),
  ].map(([low, high]) => high - low);
  const scale = Float64Array.from(widths, (width) => 2 ** Math.round(Math.log2(width)));
  const size = scale.length;
  const { field, threshold } = model.kernels;
  const y = new Float64Array(n),
    p = model.vector;
  // of derivatives in the units of the model to those of the family
  const factors = Float64Array.from({ length: n * size }, (_, k) => scale[k % size] / scale[Math.floor(k / size)]);
  let derivatives: Evaluator | undefined; // compiled when first needed
  const load = (z: Float64Array): void => {
    for (let i = 0; i < n; i++) y[i] = z[i] * scale[i];
    for (let k = 0; k < slots.length; k++) p[slots[k]] = z[n + k] * scale[n + k];
  };
  return {
    model,
    n,
    size,
    parameters,
    scale,
    work: { done: 0 },
    aboveThreshold(z) {
      if (!model.spiking.reset) return -Infinity;
      load(z);
      return threshold(y, p);
    },
    field(z, out) {
      load(z);
      field(y, p, out);
      for (let i = 0; i < n; i++) out[i] /= scale[i];
    },
    jacobian(z, out) {
      load(z);
      derivatives ??= linearisation(model, slots);
      derivatives(y, p, out);
      for (let k = 0; k < factors.length; k++) out[k] *= factors[k];
    },
  };
}

/**
 * A family along the input of a model (or its first parameter, or none), and the present value of that in its units:
 * for what is looked at where the model stands.
 */
export function inputFamily(model: Model): { readonly family: VectorFieldFamily; readonly at: number } {
  const parameter = model.input ?? model.parameterNames[0];
  if (parameter === undefined) return { family: vectorFieldFamily(model, [], []), at: 0 };
  const value = model.vector[model.parameterNames.indexOf(parameter)];
  const [low, high] = model.ranges[parameter];
  const family = vectorFieldFamily(model, [parameter], [[Math.min(low, value), Math.max(high, value)]]);
  return { family, at: value / family.scale[family.n] };
}

/** The states of z in the model's units. */
export const statesOf = (family: VectorFieldFamily, z: Float64Array): Float64Array =>
  Float64Array.from({ length: family.n }, (_, i) => z[i] * family.scale[i]);

/** The model with its free parameters as in z. */
export function modelAt(family: VectorFieldFamily, z: Float64Array): Model {
  return family.model.with(
    Object.fromEntries(family.parameters.map((name, k) => [name, z[family.n + k] * family.scale[family.n + k]])),
  );
}

/** The n × n part of the Jacobian that concerns the states. */
export function stateJacobian(family: VectorFieldFamily, z: Float64Array): Float64Array {
  const { n, size } = family;
  const full = new Float64Array(n * size);
  family.jacobian(z, full);
  return Float64Array.from({ length: n * n }, (_, k) => full[Math.floor(k / n) * size + (k % n)]);
}
