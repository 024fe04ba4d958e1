import { requireChoice } from "../checks/require.js";
import type { Model } from "../model/model.js";
import { simulate } from "../solve/simulate.js";
import type { Stimulus, StimulusData } from "../solve/stimuli/stimulus.js";
import { stimulusFromData } from "../solve/stimuli/stimulus-from-data.js";

/** A published run, as data: one of `izhikevichPatterns`. */
export interface Pattern extends Variation {
  /** Where the run begins. */
  readonly initial: Readonly<Record<string, number>>;
  /** ms. */
  readonly duration: number;
  /** ms, the step of the published program. */
  readonly dt: number;
  /** What to change so that the model itself shows the pattern; none if it does. */
  readonly repair?: Variation;
}

interface Variation {
  readonly model: Model;
  readonly stimulus: StimulusData;
}

/** The names of all modes of `runPattern`. */
export const patternModes = ["as published", "accurate", "repaired"] as const;

/** How `runPattern` runs a pattern. */
export type PatternMode = (typeof patternModes)[number];

/** The run of a pattern: what `plot.trace` draws. Times in ms; one entry of a list for each time. */
export interface PatternRun {
  readonly model: Model;
  readonly time: Float64Array;
  readonly states: Readonly<Record<string, Float64Array>>;
  /** The input parameter, with the stimulus. */
  readonly input: Float64Array;
  /** Times of the spikes. */
  readonly spikes: Float64Array;
  /**
   * A state, the input or (not "as published") a quantity of the model along the run.
   * @throws RangeError for another name
   */
  quantity(name: string): Float64Array;
}

/**
 * Runs a firing pattern.
 *
 * `"as published"` takes the steps of Izhikevich's program: Euler's rule with the pattern's dt, each state in turn with
 * the new values of those before it, a spike wherever a step ends above the peak, the input of a step taken at its
 * start and a pulse open at both ends.
 * `"accurate"` integrates the same equations with controlled error; `"repaired"` does so with the change that makes the
 * pattern appear (the same as `"accurate"` where none is needed).
 * @throws RangeError for another mode
 */
export function runPattern(pattern: Pattern, mode: PatternMode): PatternRun {
  requireChoice("runPattern", "mode", mode, patternModes);
  if (mode === "as published") return eulerInTurn(pattern);
  const { model, stimulus } = mode === "repaired" ? (pattern.repair ?? pattern) : pattern;
  const run = simulate(model, {
    duration: pattern.duration,
    initial: pattern.initial,
    stimulus: stimulusFromData(stimulus),
  });
  return {
    model,
    time: run.time,
    states: run.states,
    input: run.input,
    spikes: run.spikes,
    quantity: (name) => run.quantity(name),
  };
}

function eulerInTurn({ model, initial, stimulus: data, duration, dt }: Pattern): PatternRun {
  const { kernels } = model;
  const p = model.vector;
  const slot = model.input === undefined ? -1 : model.parameterNames.indexOf(model.input);
  const inputAt = openPulses(stimulusFromData(data), duration);
  const y = model.vectorOf({ ...model.states, ...initial });
  const slope = new Float64Array(y.length);
  const rows = Math.round(duration / dt) + 1;
  const time = Float64Array.from({ length: rows }, (_, row) => row * dt);
  const columns = Array.from(y, () => new Float64Array(rows));
  const rest = p[slot] ?? 0;
  const input = time.map((t) => rest + inputAt(t));
  const spikes: number[] = [];
  for (let row = 0; row < rows; row++) {
    if (slot >= 0) p[slot] = input[row];
    for (let i = 0; i < y.length; i++) {
      kernels.field(y, p, slope);
      y[i] += dt * slope[i];
    }
    const excess = kernels.threshold(y, p);
    const peak = y[0] - Math.max(excess, 0);
    if (excess > 0) {
      spikes.push(time[row]);
      kernels.reset(y, p);
    }
    // as the program draws a spike: v cut at its peak, u after its jump
    columns.forEach((column, i) => (column[row] = i === 0 ? peak : y[i]));
  }
  const states = Object.fromEntries(model.stateNames.map((name, i) => [name, columns[i]]));
  const named: Readonly<Record<string, Float64Array>> = {
    ...states,
    ...(model.input === undefined ? {} : { [model.input]: input }),
  };
  return {
    model,
    time,
    states,
    input,
    spikes: Float64Array.from(spikes),
    quantity(name) {
      if (!Object.hasOwn(named, name))
        throw new RangeError(`there is no '${name}' in this run; there are ${Object.keys(named).join(", ")}`);
      return named[name];
    },
  };
}

/** The stimulus with the smaller of its two values where it jumps: the program compares times by < and >. */
function openPulses(stimulus: Stimulus, duration: number): (t: number) => number {
  const jumps = new Set(stimulus.breaks(duration));
  return (t) => {
    const after = stimulus.at(t);
    if (!jumps.has(t)) return after;
    const before = stimulus.at(t * (1 - Number.EPSILON));
    return Math.abs(before) < Math.abs(after) ? before : after;
  };
}
