import { knownOptions, requireChoice, requireFinite, requirePositive } from "../checks/require.js";
import { told } from "../checks/told.js";
import { suggestion } from "../checks/suggestion.js";
import type { Model, Offered, State } from "../model/model.js";
import { choosesSteps, methods, type Method } from "./methods/method.js";
import { requireStimulus, type Stimulus } from "./stimuli/stimulus.js";

/** How `simulate` runs a system. */
export interface SimulationOptions<S extends string = string> {
  /** How long to run, ms, from t = 0. */
  readonly duration: number;
  /** What is added to the model's input parameter. A hand-written right-hand side gets it as its fourth argument. */
  readonly stimulus?: Stimulus;
  /**
   * Initial state, by order or by name; a model's other states start where the model says. Needed by a hand-written
   * right-hand side.
   */
  readonly initial?: State;
  /** By default "dormandPrince"; for white noise "eulerMaruyama", the one method that can integrate it. */
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
  /** Names of the states to keep, all by default: a long run of one state takes 8 bytes a step. */
  readonly states?: readonly Offered<S>[];
  /** By a method of fixed step: keep one in so many steps, the multiples of every · dt, instead of each. */
  readonly every?: number;
}

/** What `simulate` takes where an option is not given, without white noise; dt, in ms, by the methods of fixed step. */
export const simulationDefaults = { method: "dormandPrince", dt: 0.025, tolerance: 1e-6 } as const;

/** The options of `simulate`, with defaults put in. */
export interface CheckedOptions {
  readonly duration: number;
  readonly stimulus: Stimulus | undefined;
  readonly initial: State | undefined;
  readonly method: Method;
  readonly dt: number | undefined;
  readonly tolerance: number;
  readonly states: readonly string[] | undefined;
  readonly every: number;
}

const optionNames = ["duration", "stimulus", "initial", "method", "dt", "tolerance", "states", "every"] as const;
/** What a run may keep, in bytes: more is not to be had in one piece in a browser. */
export const mostBytes = 2 ** 31;

/** @throws RangeError or TypeError naming the argument, its value and the likely mistake */
export function checkedOptions(options: SimulationOptions): CheckedOptions {
  const { duration, stimulus, initial, dt, states, ...given } = knownOptions("simulate", options, optionNames);
  const { every = 1 } = given;
  if (stimulus !== undefined) requireStimulus("simulate", stimulus);
  const isNoisy = stimulus !== undefined && stimulus.noises.length > 0;
  const { method = isNoisy ? "eulerMaruyama" : simulationDefaults.method } = given;
  const { tolerance = simulationDefaults.tolerance } = given;
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
  }
  if (!(Number.isSafeInteger(every) && every > 0))
    throw new RangeError(`simulate: every is a number of steps, 1 or more, got ${told(every)}`);
  if (every > 1 && choosesSteps(method))
    throw new RangeError(
      `simulate: ${method} chooses its own steps, so every = ${every} of them says nothing; did you mean dt, in ms?`,
    );
  if (states !== undefined && !(Array.isArray(states) && states.every((name) => typeof name === "string")))
    throw new TypeError(`simulate: states is a list of names, as in ["V"], got ${told(states)}`);
  if (!(typeof tolerance === "number" && tolerance >= 1e-14 && tolerance <= 0.1))
    throw new RangeError(`simulate: tolerance must lie between 1e-14 and 0.1, got ${told(tolerance)}`);
  if (initial !== undefined && (typeof initial !== "object" || initial === null))
    throw new TypeError(`simulate: initial is a state, as in { V: -65 } or [-65, 0.3], got ${told(initial)}`);
  return { duration, stimulus, initial, method, dt, tolerance, states, every };
}

/** Indices of the states to keep. @throws RangeError for a name that is none, with the likely one */
export function keptStates(names: readonly string[], wanted: readonly string[] = names): number[] {
  return [...new Set(wanted)].map((name) => {
    const i = names.indexOf(name);
    if (i < 0)
      throw new RangeError(
        `simulate: states: there is no state '${name}'; there are ${names.join(", ")}.${suggestion(name, names)}`,
      );
    return i;
  });
}

/** @throws RangeError for a run that keeps more than there is room for, with what to keep instead */
export function requireRoom(
  { duration, every }: CheckedOptions,
  dt: number,
  names: readonly string[],
  kept: readonly number[],
): void {
  const steps = duration / dt;
  const bytes = (8 * kept.length * steps) / every;
  if (bytes <= mostBytes) return;
  const fewer = kept.length > 1 ? `one state ({ states: ["${names[kept[0]]}"] }), or ` : "";
  const sparser = 10 ** Math.ceil(Math.log10((every * bytes) / mostBytes));
  throw new RangeError(
    `simulate: dt = ${dt} ms makes ${steps.toExponential(0)} steps of ${duration} ms: ` +
      `${kept.map((i) => names[i]).join(", ")} would take ${(bytes / 2 ** 30).toFixed(1)} GB, ` +
      `${mostBytes / 2 ** 30} GB at most are kept. Keep ${fewer}one step in ${sparser} ({ every: ${sparser} })`,
  );
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
