import { requireInput } from "../checks/require.js";
import type { Model, ModelNames } from "../model/model.js";
import { adaptiveSteps, fixedSteps } from "./compiled/compiled-steps.js";
import { clockBreaks } from "./clock-breaks.js";
import { drivenFunction, drivenModel, requireSystem, type DrivenSystem, type RightHandSide } from "./driven-system.js";
import { integrate, type TakeSteps } from "./integrate.js";
import { integratedNoise } from "./methods/euler-maruyama.js";
import { choosesSteps, makeStepper, type Method, type Noise } from "./methods/method.js";
import { errorControlledSteps, gridSteps } from "./methods/step-size.js";
import { recordDense } from "./recording/dense-recording.js";
import { recordGrid } from "./recording/grid-recording.js";
import type { Recording } from "./recording/recording.js";
import {
  checkedOptions,
  initialOfFunction,
  initialOfModel,
  keptStates,
  requireRoom,
  simulationDefaults,
  type CheckedOptions,
  type SimulationOptions,
} from "./simulation-options.js";
import { explain } from "./simulation-error.js";
import { stopsOf, type Stimulus, type Stops } from "./stimuli/stimulus.js";
import { trajectoryOf, type Trajectory } from "./trajectory.js";

/** A state of a hand-written system smaller than this counts as zero for the tolerance, as in SciPy and MATLAB. */
const smallState = 1e-3;

/**
 * Runs a model, or a right-hand side written as a function (t, y, dydt) => void, from its initial state for `duration`
 * ms.
 *
 * Spikes are upward crossings of the model's threshold, located on the dense output of the method to about 1e-12 of the
 * run; no step spans a reset, a jump of the stimulus, or a change of a condition on a state that counts time.
 *
 * @throws RangeError or TypeError for arguments that make no sense, SimulationError for a run that diverges or can not
 * go on
 */
export function simulate<N extends ModelNames = ModelNames>(
  system: Model<string, N> | RightHandSide,
  options: SimulationOptions<N["states"]>,
): Trajectory<N> {
  return run(system, options, { compiled: true });
}

/**
 * `simulate`, with a choice of who takes the steps.
 * @param compiled whether a program made for the model may take many steps at once: faster, and the same numbers
 * @param mostSteps after which the run is given up; a few million without it
 */
export function run(
  system: Model | RightHandSide,
  options: SimulationOptions,
  { compiled, mostSteps }: { readonly compiled: boolean; readonly mostSteps?: number },
): Trajectory {
  requireSystem("simulate", system);
  const checked = checkedOptions(options);
  const { duration, stimulus, method, dt, tolerance, every } = checked;
  const { names, initial, driven, floor, breaks, kinks } =
    typeof system === "function" ? preparedFunction(system, checked) : preparedModel(system, checked);
  const kept = keptStates(names, checked.states);
  const scale = { tolerance, floor };
  const fixedStep = Math.min(dt ?? simulationDefaults.dt, duration);
  const adaptive = choosesSteps(method);
  if (!adaptive) requireRoom(checked, fixedStep, names, kept);
  const noise = whiteNoiseIn(stimulus, method, fixedStep, driven);
  const { field, jacobian, autonomous, relaxation } = driven;
  const stepper = makeStepper(method, { n: names.length, field, jacobian, autonomous, noise, relaxation }, scale);
  const controlled = adaptive ? errorControlledSteps(stepper, field, scale) : undefined;
  const stepSize = controlled ?? gridSteps(fixedStep);
  const recorded = { from: 0, initial, driven, stepper, kept };
  const made = { driven, method, kept, noise };
  const [recording, takeSteps] = ((): readonly [Recording, TakeSteps | undefined] => {
    if (controlled === undefined) {
      const grid = recordGrid(recorded, fixedStep, duration / fixedStep, every);
      return [grid, compiled ? fixedSteps(made, grid, fixedStep) : undefined];
    }
    const dense = recordDense(recorded, dt);
    return [dense, compiled && dt === undefined ? adaptiveSteps(made, dense, controlled, scale) : undefined];
  })();
  const spikes: number[] = [];

  const outcome = integrate({
    from: 0,
    to: duration,
    initial,
    stepper,
    stepSize,
    ...(!adaptive && { mostSteps: Math.max(3_000_000, 4 * (duration / fixedStep)) }), // the rest is for resets
    ...(mostSteps !== undefined && { mostSteps }),
    breaks,
    kinks,
    beginPiece: driven.beginPiece,
    threshold: driven.threshold,
    reset: driven.reset,
    onPiece: recording.onPiece,
    onStep: recording.onStep,
    onReset: recording.onReset,
    takeSteps,
    onEvent: (t) => void spikes.push(t),
  });
  if (outcome.failure) throw explain(outcome.failure, { names, method, adaptive, driven });
  const cost = { steps: outcome.steps, rejected: outcome.rejected, evaluations: driven.evaluations };
  return trajectoryOf({ names, kept, recording, driven, spikes: Float64Array.from(spikes), cost, noise: noise?.path });
}

/** A system ready to be run. */
interface Prepared {
  readonly names: readonly string[];
  readonly initial: Float64Array;
  readonly driven: DrivenSystem;
  /** Sizes below which errors of each state count as absolute. */
  readonly floor: Float64Array;
  /** Times, ascending, that no step may span: to begin anew, and to go on. */
  readonly breaks: readonly number[];
  readonly kinks: readonly number[];
}

function preparedModel(model: Model, options: CheckedOptions): Prepared {
  const { initial: given, stimulus, duration } = options;
  if (stimulus !== undefined) requireInput("simulate", model);
  const initial = initialOfModel(model, given);
  const varying = stimulus && model.input !== undefined ? model.parameterNames.indexOf(model.input) : -1;
  const timed = clockBreaks(model, initial, duration, varying);
  const { jumps, kinks } = stops(options);
  return {
    names: model.stateNames,
    initial,
    breaks: [...jumps, ...timed].sort((a, b) => a - b),
    kinks,
    driven: drivenModel(model, stimulus),
    floor: Float64Array.from(model.stateNames, (name) => model.ranges[name][1] - model.ranges[name][0]),
  };
}

function preparedFunction(rhs: RightHandSide, options: CheckedOptions): Prepared {
  const { stimulus } = options;
  const { names, initial } = initialOfFunction(options.initial);
  const { jumps, kinks } = stops(options);
  return {
    names,
    initial,
    breaks: jumps,
    kinks,
    driven: drivenFunction(rhs, names.length, stimulus),
    floor: new Float64Array(names.length).fill(smallState),
  };
}

const stops = ({ stimulus, duration, method, dt }: CheckedOptions): Stops =>
  stopsOf(stimulus, duration, choosesSteps(method) ? undefined : Math.min(dt ?? simulationDefaults.dt, duration));

/** The white noise in a stimulus, for the one method that can integrate it. */
function whiteNoiseIn(
  stimulus: Stimulus | undefined,
  method: Method,
  dt: number,
  { gain }: DrivenSystem,
): Noise | undefined {
  if (stimulus === undefined || stimulus.noises.length === 0) return undefined;
  if (method !== "eulerMaruyama")
    throw new RangeError(
      `white noise has no value at a point of time, so ${method} can not integrate it: ` +
        'use method: "eulerMaruyama", or ornsteinUhlenbeck(…) as the stimulus',
    );
  return { gain, path: integratedNoise(stimulus.noises, dt) };
}
