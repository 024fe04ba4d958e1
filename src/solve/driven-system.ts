import type { NoiseGain } from "./methods/euler-maruyama.js";
import type { Model } from "../model/model.js";
import type { Stimulus } from "./stimuli/stimulus.js";
import type { JacobianField, VectorField } from "./methods/stepper.js";

/** A right-hand side written by hand: dydt ← f(t, y). `input` is the value of the stimulus at t, 0 without one. */
export type RightHandSide = (t: number, y: Float64Array, dydt: Float64Array, input: number) => void;

/**
 * A system with its stimulus on, as the solvers see it: a field of t and y, and the piece of time on which it is
 * smooth.
 */
export interface Drive {
  readonly field: VectorField;
  readonly jacobian: JacobianField;
  /** ∂f/∂input: how noise in the input enters. */
  readonly gain: NoiseGain;
  /** Value of the input at (t, y): the model's parameter plus the stimulus, on this piece's side of a jump. */
  input(t: number, y: Float64Array): number;
  /**
   * From here on times lie in [from, to]; at `to` the stimulus has its limit from the left. Held states have no
   * derivative.
   */
  onPiece(from: number, to: number, held: boolean): void;
  /** The same with the membrane potential alone. */
  inputAt(t: number, V: number): number;
  /** Calls of the field so far; those made elsewhere are added. */
  evaluations(elsewhere?: number): number;
}

/** The parameters with which a model is driven. The field overwrites `p[slot]` with the input of the moment. */
export interface Parameters {
  readonly p: Float64Array;
  /** Index of the input in p, −1 without one. */
  readonly slot: number;
  /** The input without a stimulus. */
  rest: number;
}

export function parametersOf(model: Model): Parameters {
  const p = model.vector;
  const slot = model.input === undefined ? -1 : model.parameterNames.indexOf(model.input);
  return { p, slot, rest: slot < 0 ? 0 : p[slot] };
}

/** A model with a stimulus added to its input. Exact Jacobian. */
export function driveModel(
  model: Model,
  stimulus: Stimulus | undefined,
  parameters: Parameters = parametersOf(model),
): Drive {
  const { kernels, spiking } = model;
  const { field } = kernels; // a getter, too slow for every call
  const { p, slot } = parameters;
  const n = model.stateNames.length;
  const count = p.length;
  const byParameter = new Float64Array(n * count);
  let lastTime = Infinity; // the last double before the end of the piece
  let held = false;
  let evaluations = 0;

  const stimulusAt = (t: number, V: number): number =>
    stimulus === undefined ? 0 : stimulus.at(t < lastTime ? t : lastTime, V);
  const inputAt = (t: number, V: number): number => parameters.rest + stimulusAt(t, V);
  const input = (t: number, y: Float64Array): number => inputAt(t, y[0]);

  return {
    input,
    inputAt,
    evaluations: (elsewhere = 0) => (evaluations += elsewhere),
    onPiece(_from, to, hold) {
      lastTime = previousDouble(to);
      held = hold;
    },
    field(t, y, dydt) {
      evaluations++;
      if (slot >= 0) p[slot] = input(t, y);
      field(y, p, dydt);
      if (held) for (const i of spiking.held) dydt[i] = 0;
    },
    jacobian(t, y, J) {
      if (slot >= 0) p[slot] = input(t, y);
      kernels.jacobian(y, p, J);
      const slope = stimulusAt(t, y[0] + 1) - stimulusAt(t, y[0]); // a stimulus is linear in V
      if (slope !== 0) {
        kernels.parameterJacobian(y, p, byParameter);
        for (let i = 0; i < n; i++) J[i * n] += slope * byParameter[i * count + slot];
      }
      if (held) for (const i of spiking.held) J.fill(0, i * n, (i + 1) * n);
    },
    gain(t, y, out) {
      if (slot < 0) return void out.fill(0);
      p[slot] = input(t, y);
      kernels.parameterJacobian(y, p, byParameter);
      for (let i = 0; i < n; i++) out[i] = byParameter[i * count + slot];
      if (held) for (const i of spiking.held) out[i] = 0;
    },
  };
}

/**
 * A function written by hand, under a stimulus that it is given as its fourth argument. Jacobian by finite differences.
 */
export function driveFunction(rhs: RightHandSide, n: number, stimulus: Stimulus | undefined): Drive {
  const without = new Float64Array(n);
  let lastTime = Infinity;
  let evaluations = 0;
  const inputAt = (t: number, V: number): number =>
    stimulus === undefined ? 0 : stimulus.at(t < lastTime ? t : lastTime, V);
  const input = (t: number, y: Float64Array): number => inputAt(t, y[0]);
  const field: VectorField = (t, y, dydt) => {
    evaluations++;
    rhs(t, y, dydt, input(t, y));
  };
  return {
    input,
    inputAt,
    field,
    jacobian: finiteDifferences(field, n),
    gain(t, y, out) {
      rhs(t, y, without, input(t, y));
      rhs(t, y, out, input(t, y) + 1); // the input enters linearly
      for (let i = 0; i < n; i++) out[i] -= without[i];
    },
    evaluations: (elsewhere = 0) => (evaluations += elsewhere),
    onPiece: (_from, to) => void (lastTime = previousDouble(to)),
  };
}

/** ∂f/∂y by forward differences, with steps of √ε of the size of each state. */
export function finiteDifferences(field: VectorField, n: number): JacobianField {
  const f0 = new Float64Array(n);
  const f1 = new Float64Array(n);
  return (t, y, J) => {
    field(t, y, f0);
    const moved = Float64Array.from(y);
    for (let j = 0; j < n; j++) {
      moved[j] = y[j] + Math.sqrt(Number.EPSILON) * Math.max(Math.abs(y[j]), 1e-5);
      const step = moved[j] - y[j];
      field(t, moved, f1);
      moved[j] = y[j];
      for (let i = 0; i < n; i++) J[i * n + j] = (f1[i] - f0[i]) / step;
    }
  };
}

/** The largest double below x > 0. */
function previousDouble(x: number): number {
  return x * (1 - Number.EPSILON / 2);
}
