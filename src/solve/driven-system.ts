import { isModel, shown } from "../checks/recognise.js";
import { requireModel } from "../checks/require-model.js";
import type { Model } from "../model/model.js";
import { gainKernel } from "./compiled/noise-gain.js";
import { relaxationKernel } from "./compiled/relaxation.js";
import type { NoiseGain } from "./methods/euler-maruyama.js";
import { diagonalOf, type Relaxation } from "./methods/exponential-euler.js";
import type { JacobianField, VectorField } from "./methods/stepper.js";
import type { Stimulus } from "./stimuli/stimulus.js";

/** A right-hand side written by hand: dydt ← f(t, y). `input` is the value of the stimulus at t, 0 without one. */
export type RightHandSide = (t: number, y: Float64Array, dydt: Float64Array, input: number) => void;

/** @throws TypeError unless `system` is a model, or a function as `simulate` takes it */
export function requireSystem(where: string, system: unknown): void {
  if (typeof system !== "function") requireModel(where, system, undefined, "a model, or a function (t, y, dydt) => …");
}

/**
 * A system with its stimulus on, as a run sees it. All its functions take the input of the moment they are asked
 * about, on the side of a jump that belongs to the present piece of the run.
 */
export interface DrivenSystem {
  /** Undefined for a right-hand side written by hand, which has no parameters. */
  readonly model: Model | undefined;
  readonly parameters: RunParameters;
  readonly field: VectorField;
  readonly jacobian: JacobianField;
  /** f and the diagonal of its Jacobian. */
  readonly relaxation: Relaxation;
  /** ∂f/∂input: how noise in the input enters. */
  readonly gain: NoiseGain;
  /** Whether f does not depend on t within a piece of the run. */
  readonly autonomous: boolean;
  /** Signed distance to the threshold; an upward crossing of zero is a spike. */
  readonly threshold: ((t: number, y: Float64Array) => number) | undefined;
  /** y ← the state after a spike at (t, y). Returns the refractory period that follows, ms. */
  readonly reset: ((t: number, y: Float64Array) => number) | undefined;
  /** The input at t and the membrane potential V: the model's own value plus the stimulus. */
  input(t: number, V: number): number;
  /**
   * From here on times lie in one piece of the run, on which the stimulus is smooth; at its end the stimulus has its
   * limit from the left. In a refractory piece the states that the model clamps have no derivative.
   */
  beginPiece(end: number, refractory: boolean): void;
  /** Calls of the field so far; whoever evaluates it by other means adds to them. */
  evaluations: number;
}

/**
 * The parameters of a run: the one vector that all kernels of the run read. Where the input stands in it, there stands
 * the input of the moment last asked about.
 */
export interface RunParameters {
  readonly p: Float64Array;
  /** Index of the input in p, −1 without one. */
  readonly slot: number;
  /** The input without a stimulus. */
  own: number;
}

/** A fresh vector of the model's parameters. */
export function runParameters(model: Model): RunParameters {
  const p = model.vector;
  const slot = model.input === undefined ? -1 : model.parameterNames.indexOf(model.input);
  return { p, slot, own: slot < 0 ? 0 : p[slot] };
}

/** A model with a stimulus added to its input. Exact Jacobian. */
export function drivenModel(
  model: Model,
  stimulus: Stimulus | undefined,
  parameters: RunParameters = runParameters(model),
): DrivenSystem {
  const { kernels, spiking } = model;
  const { field } = kernels; // a getter, too slow for every call
  const threshold = spiking.threshold ? kernels.threshold : undefined;
  const reset = spiking.reset ? kernels.reset : undefined;
  const clamped = spiking.held;
  const { p, slot } = parameters;
  const n = model.stateNames.length;
  const byParameter = new Float64Array(n * p.length);
  let lastTime = Infinity; // the last double before the end of the piece
  let refractory = false;
  let gain: ReturnType<typeof gainKernel> | undefined; // these two are compiled when they are first asked for
  let relaxation: ReturnType<typeof relaxationKernel> | undefined;

  const stimulusAt = (t: number, V: number): number =>
    stimulus === undefined ? 0 : stimulus.at(Math.min(t, lastTime), V);
  const input = (t: number, V: number): number => parameters.own + stimulusAt(t, V);
  const setInput = (t: number, y: Float64Array): void => {
    if (slot >= 0) p[slot] = input(t, y[0]);
  };

  const driven: DrivenSystem = {
    model,
    parameters,
    input,
    autonomous: stimulus?.piecewiseConstant ?? true,
    evaluations: 0,
    beginPiece(end, inRefractoryPeriod) {
      lastTime = previousDouble(end);
      refractory = inRefractoryPeriod;
    },
    field(t, y, dydt) {
      driven.evaluations++;
      setInput(t, y);
      field(y, p, dydt);
      if (refractory) for (const i of clamped) dydt[i] = 0;
    },
    jacobian(t, y, J) {
      setInput(t, y);
      kernels.jacobian(y, p, J);
      const slope = stimulusAt(t, y[0] + 1) - stimulusAt(t, y[0]); // a stimulus is linear in V
      if (slope !== 0) {
        kernels.parameterJacobian(y, p, byParameter);
        for (let i = 0; i < n; i++) J[i * n] += slope * byParameter[i * p.length + slot];
      }
      if (refractory) for (const i of clamped) J.fill(0, i * n, (i + 1) * n);
    },
    relaxation(t, y, f, d) {
      driven.evaluations++;
      setInput(t, y);
      relaxation ??= relaxationKernel(model);
      relaxation(y, p, f, d);
      const slope = stimulusAt(t, y[0] + 1) - stimulusAt(t, y[0]);
      if (slope !== 0) {
        kernels.parameterJacobian(y, p, byParameter);
        d[0] += slope * byParameter[slot];
      }
      if (refractory) for (const i of clamped) f[i] = 0;
    },
    gain(t, y, out) {
      setInput(t, y);
      gain ??= gainKernel(model);
      gain(y, p, out);
      if (refractory) for (const i of clamped) out[i] = 0;
    },
    threshold:
      threshold &&
      ((t, y) => {
        setInput(t, y);
        return threshold(y, p);
      }),
    reset:
      reset &&
      ((t, y) => {
        setInput(t, y);
        reset(y, p);
        return kernels.refractory(p);
      }),
  };
  return driven;
}

/**
 * A function written by hand, under a stimulus that it is given as its fourth argument. Jacobian by finite differences.
 */
export function drivenFunction(rhs: RightHandSide, n: number, stimulus: Stimulus | undefined): DrivenSystem {
  const without = new Float64Array(n);
  let lastTime = Infinity;
  const input = (t: number, V: number): number => (stimulus === undefined ? 0 : stimulus.at(Math.min(t, lastTime), V));
  const field: VectorField = (t, y, dydt) => {
    driven.evaluations++;
    const returned: unknown = rhs(t, y, dydt, input(t, y[0]));
    if (driven.evaluations === 1 && returned !== dydt) requireWritten(rhs, returned);
  };
  const jacobian = finiteDifferences(field, n);
  const driven: DrivenSystem = {
    model: undefined,
    parameters: { p: new Float64Array(0), slot: -1, own: 0 },
    input,
    field,
    jacobian,
    relaxation: diagonalOf(field, jacobian, n),
    gain(t, y, out) {
      rhs(t, y, without, input(t, y[0]));
      rhs(t, y, out, input(t, y[0]) + 1); // the input enters linearly
      for (let i = 0; i < n; i++) out[i] -= without[i];
    },
    autonomous: false,
    threshold: undefined,
    reset: undefined,
    evaluations: 0,
    beginPiece: (end) => void (lastTime = previousDouble(end)),
  };
  return driven;
}

/** @throws TypeError for what a right-hand side returns, which is not looked at, instead of writing it */
function requireWritten(rhs: RightHandSide, returned: unknown): void {
  if (typeof returned !== "object" || returned === null) return;
  const name = rhs.name || "the right-hand side";
  throw new TypeError(
    `simulate: ${name} returned ${shown(returned)}. ` +
      (isModel(returned)
        ? `Did you mean the model, ${name}()?`
        : "It has to write dy/dt into its third argument, as in (t, y, dydt) => { dydt[0] = -y[0]; }"),
  );
}

/** ∂f/∂y by forward differences, with steps of √ε of the size of each state. */
function finiteDifferences(field: VectorField, n: number): JacobianField {
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
