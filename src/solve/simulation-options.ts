import { suggestion } from "../checks/suggestion.js";
import type { Model, State } from "../model/model.js";
import { methods, type Method } from "./methods/method.js";
import { assertStimulus, type Stimulus } from "./stimuli/stimulus.js";

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

export const simulationDefaults = { method: "dormandPrince", dt: 0.025, tolerance: 1e-6 } as const;

/** The arguments of `simulate`, with defaults put in. */
export interface Checked {
  readonly duration: number;
  readonly stimulus: Stimulus | undefined;
  readonly method: Method;
  readonly dt: number | undefined;
  readonly tolerance: number;
}

const optionNames = ["duration", "stimulus", "initial", "method", "dt", "tolerance"];

/** @throws RangeError or TypeError naming the argument, its value and the likely mistake */
export function checked(options: SimulationOptions): Checked {
  if (typeof options !== "object" || options === null)
    throw new TypeError("simulate needs a duration in ms, as in simulate(model, { duration: 100 })");
  for (const name of Object.keys(options)) {
    if (!optionNames.includes(name))
      throw new TypeError(
        `simulate has no option '${name}'; it has ${optionNames.join(", ")}.${suggestion(name, optionNames)}`,
      );
  }
  const {
    duration,
    stimulus,
    method = simulationDefaults.method,
    dt,
    tolerance = simulationDefaults.tolerance,
  } = options;
  if (duration === undefined)
    throw new TypeError("simulate needs a duration in ms, as in simulate(model, { duration: 100 })");
  if (!isPositive(duration)) throw new RangeError(`duration must be a positive number of ms, got ${String(duration)}`);
  if (!methods.includes(method))
    throw new RangeError(
      `there is no method '${String(method)}'; there are ${methods.join(", ")}.${suggestion(String(method), methods)}`,
    );
  if (dt !== undefined && !isPositive(dt))
    throw new RangeError(`dt must be a positive number of ms, got ${String(dt)}`);
  if (dt !== undefined && dt > duration)
    throw new RangeError(
      `dt = ${dt} ms is longer than the whole run of ${duration} ms; dt is in ms: did you mean ${simulationDefaults.dt}?`,
    );
  if (dt !== undefined && duration / dt > 1e8)
    throw new RangeError(
      `dt = ${dt} ms makes ${(duration / dt).toExponential(0)} steps of ${duration} ms: more than can be kept`,
    );
  if (!(isPositive(tolerance) && tolerance >= 1e-14 && tolerance <= 0.1))
    throw new RangeError(`tolerance must lie between 1e-14 and 0.1, got ${String(tolerance)}`);
  if (stimulus !== undefined) assertStimulus(stimulus, "simulate");
  return { duration, stimulus, method, dt, tolerance };
}

function isPositive(x: unknown): x is number {
  return typeof x === "number" && Number.isFinite(x) && x > 0;
}

export interface Initial {
  readonly names: readonly string[];
  readonly initial: Float64Array;
}

export function initialOfModel(model: Model, given: State | undefined): Initial {
  const names = model.stateNames;
  if (given === undefined) return { names, initial: model.vectorOf(model.states) };
  return { names, initial: model.vectorOf(isList(given) ? given : { ...model.states, ...given }) };
}

export function initialOfFunction(given: State | undefined): Initial {
  if (given === undefined)
    throw new TypeError(
      "a right-hand side written as a function needs its initial state, as in { initial: [-65, 0.3] } or { initial: { V: -65, n: 0.3 } }",
    );
  const [names, values] = isList(given)
    ? [Array.from(given, (_, i) => `y${i}`), Array.from(given)]
    : [Object.keys(given), Object.values(given)];
  if (names.length === 0) throw new RangeError("the initial state is empty");
  values.forEach((value, i) => {
    if (typeof value !== "number" || !Number.isFinite(value))
      throw new RangeError(`initial ${names[i]} must be a finite number, got ${String(value)}`);
  });
  return { names, initial: Float64Array.from(values) };
}

function isList(state: State): state is ArrayLike<number> {
  return typeof (state as ArrayLike<number>).length === "number";
}
