import type { Figure } from "../figure/figure.js";
import { trace } from "../figure/trace.js";
import type { Model } from "../model/model.js";
import { simulate } from "../solve/simulate.js";
import { stimulusFromData } from "../solve/stimulus-from-data.js";
import { step } from "../solve/stimulus-shapes.js";
import type { StimulusData } from "../solve/stimulus.js";
import type { Trajectory } from "../solve/trajectory.js";

/** What an explorer is given: said once for all of its models. */
export interface ExplorerSetting {
  /** ms. */
  readonly duration: number;
  /** Added to the input parameter. Null: the slider of that parameter sets the height of a step instead. */
  readonly stimulus: StimulusData | null;
  /** Parameters whose sliders are in view; null: the input and all conductances, or all if there are none. */
  readonly sliders: readonly string[] | null;
}

/** The step begins and ends at these parts of the run: what came before can be seen, and what comes after. */
const stepFrom = 0.1;
const stepTo = 0.8;

/** One run at the present values of the sliders. */
export function run(model: Model, setting: ExplorerSetting): Trajectory {
  const { duration, stimulus } = setting;
  if (stimulus !== null) return simulate(model, { duration, stimulus: stimulusFromData(stimulus) });
  if (model.input === undefined) return simulate(model, { duration });
  const height = model.parameters[model.input];
  return simulate(model.with({ [model.input]: 0 }), { duration, stimulus: step(height, stepFrom * duration, stepTo * duration) });
}

/** The first state, the others by unit, and the input, one below the other. */
export function panelsOf(model: Model): readonly (readonly string[])[] {
  const [first, ...others] = model.stateNames;
  const groups = new Map<string, string[]>();
  for (const name of others) groups.set(model.units[name], [...(groups.get(model.units[name]) ?? []), name]);
  return [[first], ...groups.values(), ...(model.input === undefined ? [] : [["input"]])];
}

/** The axis of the first state spans its window whatever the sliders say, so that a change is seen as a change. */
export function runFigure(trajectory: Trajectory): Figure {
  const model = trajectory.model!;
  const figure = trace(trajectory, { panels: panelsOf(model) });
  const values = trajectory.states[model.stateNames[0]];
  const [low, high] = model.ranges[model.stateNames[0]];
  const inside = values.every((value) => value >= low && value <= high);
  return inside ? { data: figure.data, layout: { ...figure.layout, yaxis: { ...figure.layout.yaxis, range: [low, high + 0.1 * (high - low)] } } } : figure;
}

export function slidersOf(model: Model, setting: ExplorerSetting): readonly string[] {
  if (setting.sliders !== null) return setting.sliders.filter((name) => model.parameterNames.includes(name));
  const conductances = model.parameterNames.filter((name) => /^[mun]?S(\/|$)/.test(model.units[name]));
  const input = model.input === undefined ? [] : [model.input];
  return conductances.length > 0 ? [...input, ...conductances] : [...input, ...model.parameterNames.filter((name) => name !== model.input)];
}

/** "6 spikes, the last two 14.6 ms apart (68 Hz)": the present state in words. */
export function inWords({ spikes, time }: Trajectory): string {
  const n = spikes.length;
  if (n === 0) return `no spike in ${time.at(-1)} ms`;
  if (n === 1) return `1 spike, at ${spikes[0].toFixed(1)} ms`;
  const interval = spikes[n - 1] - spikes[n - 2];
  return `${n} spikes; the last two are ${interval.toFixed(1)} ms apart (${(1000 / interval).toFixed(0)} Hz)`;
}
