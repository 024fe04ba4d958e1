import { knownOptions, requireChoice, requireFinite, requirePositive, told } from "../checks/require.js";
import type { Model, State } from "../model/model.js";
import { methods, type Method } from "./methods/method.js";
import { requireStimulus, type Stimulus } from "./stimuli/stimulus.js";

/** How `simulate` runs a system. */
export interface SimulationOptions {
  /** How long to run, ms, from t = 0. */
  readonly duration: number;
  /** What is added to the model's input parameter. A hand-written right-hand side gets it as its fourth argument. */
  readonly stimulus?: Stimulus;
  /**
   * Initial state, by order or by name; a model's other states start where the model says. Needed by a hand-written
   * right-hand side.
   */
  readonly initial?: State;
  readonly method?: Method;
  /**
   * ms. The step of a method of fixed step; for an adaptive one the spacing of the output, which else follows the
   * steps.
   */
  readonly dt?: number;
  /**
   * Error allowed in a step of an adaptive method, relative to the size of each state: for a model the width of its
   * window.
   */
  readonly tolerance?: number;
}

/** What `simulate` takes where an option is not given; dt, in ms, by the methods of fixed step. */
export const simulationDefaults = { method: "dormandPrince", dt: 0.025, tolerance: 1e-6 } as const;

/** The options of `simulate`, with defaults put in. */
export interface CheckedOptions {
  readonly duration: number;
  readonly stimulus: Stimulus | undefined;
  readonly initial: State | undefined;
  readonly method: Method;
  readonly dt: number | undefined;
  readonly tolerance: number;
}

const optionNames = ["duration", "stimulus", "initial", "method", "dt", "tolerance"] as const;
const mostSteps = 1e8; // more than can be kept

/** @throws RangeError or TypeError naming the argument, its value and the likely mistake */
export function checkedOptions(options: SimulationOptions): CheckedOptions {
  const { duration, stimulus, initial, dt, ...given } = knownOptions("simulate", options, optionNames);
  const { method = simulationDefaults.method, tolerance = simulationDefaults.tolerance } = given;
  if (duration === undefined)
    throw new TypeError("simulate needs a duration in ms, as in simulate(model, { duration: 100 })");
  requirePositive("simulate", "duration", duration, "ms");
  requireChoice("simulate", "method", method, methods);
  if (dt !== undefined) {
    requirePositive("simulate", "dt", dt, "ms");
    if (dt > duration)
      throw new RangeError(
        `simulate: dt = ${dt} ms is longer than the whole run of ${duration} ms; ` +
          `dt is in ms: did you mean ${simulationDefaults.dt}?`,
      );
    if (duration / dt > mostSteps)
      throw new RangeError(
        `simulate: dt = ${dt} ms makes ${(duration / dt).toExponential(0)} steps of ${duration} ms: ` +
          "more than can be kept",
      );
  }
  if (!(typeof tolerance === "number" && tolerance >= 1e-14 && tolerance <= 0.1))
    throw new RangeError(`simulate: tolerance must lie between 1e-14 and 0.1, got ${told(tolerance)}`);
  if (stimulus !== undefined) requireStimulus("simulate", stimulus);
  return { duration, stimulus, initial, method, dt, tolerance };
}

/** The initial state of a model: its own, with what is given, by order or by name. */
export function initialOfModel(model: Model, given: State | undefined): Float64Array {
  if (given === undefined) return model.vectorOf(model.states);
  return model.vectorOf(isList(given) ? given : { ...model.states, ...given });
}

/** The names and initial values of the states of a hand-written right-hand side. */
export function initialOfFunction(given: State | undefined): {
  readonly names: readonly string[];
  readonly initial: Float64Array;
} {
  if (given === undefined)
    throw new TypeError(
      "a right-hand side written as a function needs its initial state, " +
        "as in { initial: [-65, 0.3] } or { initial: { V: -65, n: 0.3 } }",
    );
  const [names, values] = isList(given)
    ? [Array.from(given, (_, i) => `y${i}`), Array.from(given)]
    : [Object.keys(given), Object.values(given)];
  if (names.length === 0) throw new RangeError("the initial state is empty");
  values.forEach((value, i) => requireFinite("simulate", `initial ${names[i]}`, value));
  return { names, initial: Float64Array.from(values) };
}

function isList(state: State): state is ArrayLike<number> {
  return typeof (state as ArrayLike<number>).length === "number";
}
