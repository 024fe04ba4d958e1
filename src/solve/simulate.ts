import { suggestion } from "../model/error.js";
import type { Model, State } from "../model/model.js";
import { driveFunction, driveModel, type Drive, type RightHandSide } from "./drive.js";
import { integratedNoise } from "./euler-maruyama.js";
import { integrate } from "./integrate.js";
import { makeStepper, methods, type Method, type Noise } from "./method.js";
import { record, type Density } from "./record.js";
import { explain } from "./simulation-error.js";
import { errorControlledSteps, gridSteps } from "./step-size.js";
import { assertStimulus, type Stimulus } from "./stimulus.js";
import { trajectoryOf, type Trajectory } from "./trajectory.js";

export interface Simulation {
  /** How long to run, ms, from t = 0. */
  readonly duration: number;
  /** What is added to the model's input parameter. A hand-written right-hand side gets it as its fourth argument. */
  readonly stimulus?: Stimulus;
  /** Initial state, by order or by name; a model's other states start where the model says. Needed by a hand-written right-hand side. */
  readonly initial?: State;
  readonly method?: Method;
  /** ms. The step of a method of fixed step; for an adaptive one the spacing of the output, which else follows the steps. */
  readonly dt?: number;
  /** Error allowed in a step of an adaptive method, relative to the size of each state: for a model the width of its window. */
  readonly tolerance?: number;
}

export const simulationDefaults = { method: "dormandPrince", dt: 0.025, tolerance: 1e-6 } as const;

/** A state of a hand-written system smaller than this counts as zero for the tolerance, as in SciPy and MATLAB. */
const smallState = 1e-3;

/**
 * Runs a model, or a right-hand side written as a function (t, y, dydt) => void, from its initial state for `duration` ms.
 *
 * Spikes are upward crossings of the model's threshold, located on the dense output of the method to about 1e-12 of the run; no
 * step spans a reset or a jump of the stimulus.
 *
 * @throws RangeError or TypeError for arguments that make no sense, SimulationError for a run that diverges or can not go on
 */
export function simulate(system: Model | RightHandSide, options: Simulation): Trajectory {
  const { duration, stimulus, method, dt, tolerance } = checked(options);
  const model = typeof system === "function" ? undefined : system;
  const { names, initial } = typeof system === "function" ? initialOfFunction(options.initial) : initialOfModel(system, options.initial);
  const n = names.length;
  if (stimulus !== undefined && model !== undefined && model.input === undefined) {
    throw new TypeError(`${model.name} names no input parameter to which a stimulus could be added`);
  }
  const drive = typeof system === "function" ? driveFunction(system, n, stimulus) : driveModel(system, stimulus);
  const floor = Float64Array.from(names, (name) => (model === undefined ? smallState : windowWidth(model, name)));
  const scale = { tolerance, floor };
  const step = Math.min(dt ?? simulationDefaults.dt, duration);
  const noise = whiteNoiseIn(stimulus, method, step, drive);
  const autonomous = model !== undefined && (stimulus?.piecewiseConstant ?? true);
  const stepper = makeStepper(method, { n, field: drive.field, jacobian: drive.jacobian, autonomous, noise }, scale);
  const adaptive = stepper.errorOrder > 0;
  const density: Density = !adaptive ? "steps" : dt === undefined ? "smooth" : { spacing: dt };
  const recording = record(0, initial, drive, stepper, density);
  const spikes: number[] = [];
  const p = model?.vector ?? new Float64Array(0);
  const spiking = model?.spiking.threshold ? model : undefined;

  const outcome = integrate({
    from: 0,
    to: duration,
    initial,
    stepper,
    stepSize: adaptive ? errorControlledSteps(stepper, drive.field, scale) : gridSteps(0, step),
    breaks: stimulus?.breaks(duration) ?? [],
    threshold: spiking && ((y) => spiking.kernels.threshold(y, p)),
    reset: spiking?.spiking.reset ? (y) => spiking.kernels.reset(y, p) : undefined,
    refractory: spiking && (() => spiking.kernels.refractory(p)),
    ...recording,
    onEvent: (t) => void spikes.push(t),
  });
  if (outcome.failure) throw explain(outcome.failure, { names, method, adaptive, drive });
  const cost = { steps: outcome.steps, rejected: outcome.rejected, evaluations: drive.evaluations() };
  return trajectoryOf(names, recording, Float64Array.from(spikes), cost, model, noise?.path);
}

/** The white noise in a stimulus, for the one method that can integrate it. */
function whiteNoiseIn(stimulus: Stimulus | undefined, method: Method, dt: number, { gain }: Drive): Noise | undefined {
  if (stimulus === undefined || stimulus.noises.length === 0) return undefined;
  if (method !== "eulerMaruyama") throw new RangeError(`white noise has no value at a point of time, so ${method} can not integrate it: use method: "eulerMaruyama", or ornsteinUhlenbeck(…) as the stimulus`);
  return { gain, path: integratedNoise(stimulus.noises, dt) };
}

interface Checked {
  readonly duration: number;
  readonly stimulus: Stimulus | undefined;
  readonly method: Method;
  readonly dt: number | undefined;
  readonly tolerance: number;
}

const optionNames = ["duration", "stimulus", "initial", "method", "dt", "tolerance"];

function checked(options: Simulation): Checked {
  if (typeof options !== "object" || options === null) throw new TypeError("simulate needs a duration in ms, as in simulate(model, { duration: 100 })");
  for (const name of Object.keys(options)) {
    if (!optionNames.includes(name)) throw new TypeError(`simulate has no option '${name}'; it has ${optionNames.join(", ")}.${suggestion(name, optionNames)}`);
  }
  const { duration, stimulus, method = simulationDefaults.method, dt, tolerance = simulationDefaults.tolerance } = options;
  if (duration === undefined) throw new TypeError("simulate needs a duration in ms, as in simulate(model, { duration: 100 })");
  if (!isPositive(duration)) throw new RangeError(`duration must be a positive number of ms, got ${String(duration)}`);
  if (!methods.includes(method)) throw new RangeError(`there is no method '${String(method)}'; there are ${methods.join(", ")}.${suggestion(String(method), methods)}`);
  if (dt !== undefined && !isPositive(dt)) throw new RangeError(`dt must be a positive number of ms, got ${String(dt)}`);
  if (dt !== undefined && dt > duration) throw new RangeError(`dt = ${dt} ms is longer than the whole run of ${duration} ms; dt is in ms: did you mean ${simulationDefaults.dt}?`);
  if (!(isPositive(tolerance) && tolerance >= 1e-14 && tolerance <= 0.1)) throw new RangeError(`tolerance must lie between 1e-14 and 0.1, got ${String(tolerance)}`);
  if (stimulus !== undefined) assertStimulus(stimulus, "simulate");
  return { duration, stimulus, method, dt, tolerance };
}

function isPositive(x: unknown): x is number {
  return typeof x === "number" && Number.isFinite(x) && x > 0;
}

interface Initial {
  readonly names: readonly string[];
  readonly initial: Float64Array;
}

function initialOfModel(model: Model, given: State | undefined): Initial {
  const names = model.stateNames;
  if (given === undefined) return { names, initial: model.vectorOf(model.states) };
  return { names, initial: model.vectorOf(isList(given) ? given : { ...model.states, ...given }) };
}

function initialOfFunction(given: State | undefined): Initial {
  if (given === undefined) throw new TypeError("a right-hand side written as a function needs its initial state, as in { initial: [-65, 0.3] } or { initial: { V: -65, n: 0.3 } }");
  const [names, values] = isList(given) ? [Array.from(given, (_, i) => `y${i}`), Array.from(given)] : [Object.keys(given), Object.values(given)];
  if (names.length === 0) throw new RangeError("the initial state is empty");
  values.forEach((value, i) => {
    if (typeof value !== "number" || !Number.isFinite(value)) throw new RangeError(`initial ${names[i]} must be a finite number, got ${String(value)}`);
  });
  return { names, initial: Float64Array.from(values) };
}

function isList(state: State): state is ArrayLike<number> {
  return typeof (state as ArrayLike<number>).length === "number";
}

function windowWidth(model: Model, name: string): number {
  const [low, high] = model.ranges[name];
  return high - low;
}
