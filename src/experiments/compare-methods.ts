import { knownOptions, requireChoice, requireList, requirePositive } from "../checks/require.js";
import type { Model, State } from "../model/model.js";
import { requireSystem, type RightHandSide } from "../solve/driven-system.js";
import { choosesSteps, methods, type Method } from "../solve/methods/method.js";
import { simulate } from "../solve/simulate.js";
import { SimulationError } from "../solve/simulation-error.js";
import type { Stimulus } from "../solve/stimuli/stimulus.js";
import type { Trajectory } from "../solve/trajectory.js";

/** The run that `compareMethods` makes again and again. */
export interface MethodComparisonOptions {
  /** ms. */
  readonly duration: number;
  /** As in `simulate`. */
  readonly stimulus?: Stimulus;
  /** As in `simulate`. */
  readonly initial?: State;
  /** Default: all that can follow this stimulus. */
  readonly methods?: readonly Method[];
  /** Steps for the methods of fixed step, ms, by default from 0.2 down to 0.00625, halved each time. */
  readonly steps?: readonly number[];
  /** Tolerances for those that choose their steps, by default powers of ten from 1e-3 to 1e-8. */
  readonly tolerances?: readonly number[];
}

/** One run of one method. */
export interface MethodTrial {
  /** The step, or for a method that chooses its steps their mean, ms; the run's duration if it did not finish. */
  readonly dt: number;
  /** Undefined for a method of fixed step. */
  readonly tolerance: number | undefined;
  /** Calls of the right-hand side. */
  readonly evaluations: number;
  /**
   * Root mean square over the run and the states of the distance to the reference, each state in units of its range
   * there. NaN if the run did not finish.
   */
  readonly error: number;
  /** Number of spikes. */
  readonly spikes: number;
  /**
   * Largest distance of a spike from that of the reference, ms; NaN if their number differs or the run did not finish.
   */
  readonly spikeError: number;
  /** Why the run did not finish. */
  readonly failure: string | undefined;
}

/** All runs of one method. */
export interface MethodRecord {
  readonly method: Method;
  readonly trials: readonly MethodTrial[];
  /**
   * Slope of log error against log dt over the two smallest steps that finished: the order of the method, where both
   * are small enough for it.
   */
  readonly observedOrder: number;
}

/** What accuracy costs, method by method. */
export interface MethodComparison {
  /** dormandPrince at a tolerance of 1e-12: what the others are measured against. */
  readonly reference: Trajectory;
  readonly records: readonly MethodRecord[];
}

const defaults = {
  steps: [0.2, 0.1, 0.05, 0.025, 0.0125, 0.00625],
  tolerances: [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8],
} as const;
const optionNames = ["duration", "stimulus", "initial", "methods", "steps", "tolerances"] as const;
const samples = 2000; // times at which runs are compared

/**
 * Runs a model by each method at several steps or tolerances: what accuracy costs. A run that diverges is a result, not
 * an error.
 * @throws what `simulate` throws for a run that makes no sense
 */
export function compareMethods(system: Model | RightHandSide, options: MethodComparisonOptions): MethodComparison {
  requireSystem("compareMethods", system);
  const {
    steps = defaults.steps,
    tolerances = defaults.tolerances,
    methods: wanted = methods.filter((m) => m !== "eulerMaruyama"),
    ...run
  } = knownOptions("compareMethods", options, optionNames);
  requirePositive("compareMethods", "duration", run.duration, "ms");
  for (const step of requireList("compareMethods", "steps", steps, "[0.1, 0.05]"))
    requirePositive("compareMethods", "a step", step, "ms");
  for (const tolerance of requireList("compareMethods", "tolerances", tolerances, "[1e-3, 1e-6]"))
    requirePositive("compareMethods", "a tolerance", tolerance);
  for (const method of requireList("compareMethods", "methods", wanted, '["euler"]'))
    requireChoice("compareMethods", "a method", method, methods);
  const reference = simulate(system, { ...run, tolerance: 1e-12, dt: run.duration / samples });
  const compare = (method: Method, control: { readonly dt: number } | { readonly tolerance: number }): MethodTrial => {
    try {
      const trajectory = simulate(system, { ...run, method, ...control });
      const { cost, spikes } = trajectory;
      return {
        dt: "dt" in control ? control.dt : run.duration / cost.steps,
        tolerance: "tolerance" in control ? control.tolerance : undefined,
        evaluations: cost.evaluations,
        error: distance(trajectory, reference),
        spikes: spikes.length,
        spikeError: spikeDistance(spikes, reference.spikes),
        failure: undefined,
      };
    } catch (error) {
      if (!(error instanceof SimulationError)) throw error;
      return {
        dt: "dt" in control ? control.dt : run.duration,
        tolerance: "tolerance" in control ? control.tolerance : undefined,
        evaluations: 0,
        error: NaN,
        spikes: 0,
        spikeError: NaN,
        failure: error.message,
      };
    }
  };
  const records = wanted.map((method): MethodRecord => {
    const done = choosesSteps(method)
      ? tolerances.map((tolerance) => compare(method, { tolerance }))
      : steps.filter((dt) => dt <= run.duration).map((dt) => compare(method, { dt }));
    return { method, trials: done, observedOrder: slope(done) };
  });
  return { reference, records };
}

function distance(trajectory: Trajectory, { time, states }: Trajectory): number {
  const names = Object.keys(states);
  const ranges = names.map((name) => {
    const values = states[name];
    return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b)) || 1;
  });
  let sum = 0;
  time.forEach((t, k) => {
    const here = trajectory.at(t);
    names.forEach((name, i) => (sum += ((here[name] - states[name][k]) / ranges[i]) ** 2));
  });
  return Math.sqrt(sum / (time.length * names.length));
}

function spikeDistance(spikes: Float64Array, expected: Float64Array): number {
  if (spikes.length !== expected.length) return NaN;
  return spikes.reduce((worst, t, k) => Math.max(worst, Math.abs(t - expected[k])), 0);
}

function slope(trials: readonly MethodTrial[]): number {
  const [fine, coarse] = trials.filter(({ error }) => error > 0).sort((a, b) => a.dt - b.dt);
  return coarse === undefined ? NaN : Math.log(coarse.error / fine.error) / Math.log(coarse.dt / fine.dt);
}
