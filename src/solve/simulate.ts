import type { Model } from "../model/model.js";
import { driveFunction, driveModel, type Drive, type RightHandSide } from "./driven-system.js";
import { integratedNoise } from "./methods/euler-maruyama.js";
import { integrate } from "./integrate.js";
import { marcher } from "./compiled/compiled-steps.js";
import { makeStepper, type Method, type Noise } from "./methods/method.js";
import { record, type Density } from "./recording.js";
import {
  checked,
  initialOfFunction,
  initialOfModel,
  simulationDefaults,
  type Initial,
  type SimulationOptions,
} from "./simulation-options.js";
import { explain } from "./simulation-error.js";
import { errorControlledSteps, gridSteps } from "./methods/step-size.js";
import type { Stimulus } from "./stimuli/stimulus.js";
import { trajectoryOf, type Trajectory } from "./trajectory.js";

/** A state of a hand-written system smaller than this counts as zero for the tolerance, as in SciPy and MATLAB. */
const smallState = 1e-3;

/**
 * Runs a model, or a right-hand side written as a function (t, y, dydt) => void, from its initial state for `duration`
 * ms.
 *
 * Spikes are upward crossings of the model's threshold, located on the dense output of the method to about 1e-12 of the
 * run; no step spans a reset or a jump of the stimulus.
 *
 * @throws RangeError or TypeError for arguments that make no sense, SimulationError for a run that diverges or can not
 * go on
 */
export function simulate(system: Model | RightHandSide, options: SimulationOptions): Trajectory {
  return run(system, options, true);
}

/**
 * @param marching whether many steps may be taken at once by a program made for the model: faster, and the same numbers
 */
export function run(system: Model | RightHandSide, options: SimulationOptions, marching: boolean): Trajectory {
  const { duration, stimulus, method, dt, tolerance } = checked(options);
  const { names, initial, drive, floor, model } =
    typeof system === "function" ? handWritten(system, options, stimulus) : driven(system, options, stimulus);
  const n = names.length;
  const scale = { tolerance, floor };
  const step = Math.min(dt ?? simulationDefaults.dt, duration);
  const noise = whiteNoiseIn(stimulus, method, step, drive);
  const autonomous = model !== undefined && (stimulus?.piecewiseConstant ?? true);
  const stepper = makeStepper(method, { n, field: drive.field, jacobian: drive.jacobian, autonomous, noise }, scale);
  const adaptive = stepper.errorOrder > 0;
  const density: Density = !adaptive ? "steps" : dt === undefined ? "smooth" : { spacing: dt };
  const recording = record(
    0,
    initial,
    drive,
    stepper,
    density,
    adaptive ? undefined : Math.ceil(1.02 * (duration / step)) + 256,
  );
  const stepSize = adaptive ? errorControlledSteps(stepper, drive.field, scale) : gridSteps(0, step);
  const spikes: number[] = [];
  const p = model?.vector ?? new Float64Array(0);
  const spiking = model?.spiking.threshold ? model.kernels : undefined;

  const outcome = integrate({
    from: 0,
    to: duration,
    initial,
    stepper,
    stepSize,
    ...(!adaptive && { mostSteps: Math.max(3_000_000, 4 * (duration / step)) }), // asked for; the rest is for resets
    breaks: stimulus?.breaks(duration) ?? [],
    threshold: spiking && ((y) => spiking.threshold(y, p)),
    reset: model?.spiking.reset ? (y) => model.kernels.reset(y, p) : undefined,
    refractory: spiking && (() => spiking.refractory(p)),
    ...recording,
    march:
      marching && model
        ? marcher({ model, drive, method, recording, density, stepSize, duration, step, scale, varying: !autonomous })
        : undefined,
    onEvent: (t) => void spikes.push(t),
  });
  if (outcome.failure) throw explain(outcome.failure, { names, method, adaptive, drive });
  const cost = { steps: outcome.steps, rejected: outcome.rejected, evaluations: drive.evaluations() };
  return trajectoryOf(names, recording, Float64Array.from(spikes), cost, model, noise?.path);
}

/** A system ready to be run. */
interface Prepared extends Initial {
  readonly drive: Drive;
  /** Sizes below which errors of each state count as absolute. */
  readonly floor: Float64Array;
  readonly model: Model | undefined;
}

function driven(model: Model, { initial }: SimulationOptions, stimulus: Stimulus | undefined): Prepared {
  if (stimulus !== undefined && model.input === undefined)
    throw new TypeError(`${model.name} names no input parameter to which a stimulus could be added`);
  const floor = Float64Array.from(model.stateNames, (name) => model.ranges[name][1] - model.ranges[name][0]);
  return { ...initialOfModel(model, initial), drive: driveModel(model, stimulus), floor, model };
}

function handWritten(rhs: RightHandSide, options: SimulationOptions, stimulus: Stimulus | undefined): Prepared {
  const { names, initial } = initialOfFunction(options.initial);
  return {
    names,
    initial,
    drive: driveFunction(rhs, names.length, stimulus),
    floor: new Float64Array(names.length).fill(smallState),
    model: undefined,
  };
}

/** The white noise in a stimulus, for the one method that can integrate it. */
function whiteNoiseIn(stimulus: Stimulus | undefined, method: Method, dt: number, { gain }: Drive): Noise | undefined {
  if (stimulus === undefined || stimulus.noises.length === 0) return undefined;
  if (method !== "eulerMaruyama")
    throw new RangeError(
      `white noise has no value at a point of time, so ${method} can not integrate it: use method: "eulerMaruyama", or ornsteinUhlenbeck(…) as the stimulus`,
    );
  return { gain, path: integratedNoise(stimulus.noises, dt) };
}
