import type { Figure } from "../../../figure/figure.js";
import { trace } from "../../../figure/plots/runs/trace.js";
import type { Model } from "../../../model/model.js";
import { simulate } from "../../../solve/simulate.js";
import { stimulusFromData } from "../../../solve/stimuli/stimulus-from-data.js";
import type { Stimulus, StimulusData } from "../../../solve/stimuli/stimulus.js";
import type { Trajectory } from "../../../solve/trajectory.js";
import type { Stretch } from "./playback.js";
import { restOf } from "./rest.js";
import { shapeOf, shapes } from "./waveforms.js";

/** What a run needs besides a model at its parameters. */
export interface Setting {
  /** ms. */
  readonly duration: number;
  /** Added to the input parameter. Null: the input parameter is the size of the time course `shape`. */
  readonly stimulus: StimulusData | null;
  readonly shape: string;
  /** Numbers of the time course that are not as they come. */
  readonly course: Readonly<Record<string, number>>;
  /** Initial states that are not at rest. */
  readonly start: Readonly<Record<string, number>>;
}

export const plainSetting = (duration: number, stimulus: StimulusData | null = null): Setting => ({
  duration,
  stimulus,
  shape: shapes[0].name,
  course: {},
  start: {},
});

/** What is added to a model whose input parameter is 0, or to the model as it is if the stimulus was given. */
export function stimulusOf(model: Model, { duration, stimulus, shape, course }: Setting): Stimulus | undefined {
  if (model.input === undefined) return undefined;
  if (stimulus !== null) return stimulusFromData(stimulus);
  return shapeOf(shape).make(model.parameters[model.input], courseValue(shape, course, duration), duration);
}

export function courseValue(
  shape: string,
  course: Readonly<Record<string, number>>,
  duration: number,
): (name: string) => number {
  const controls = shapeOf(shape).controls(duration);
  return (name) => course[name] ?? controls.find((control) => control.name === name)?.initial ?? 0;
}

/** The model without what the stimulus brings. */
export const unstimulated = (model: Model, { stimulus }: Setting): Model =>
  model.input === undefined || stimulus !== null ? model : model.with({ [model.input]: 0 });

/** Part of the run at which steps that follow each other are taken to have their lasting value. */
const late = 0.7;

/** The part of a stimulus that lasts; what comes and goes has none. */
export function lasting(data: StimulusData, duration: number): number {
  switch (data.kind) {
    case "constant":
    case "step":
      return data.amplitude;
    case "ramp":
      return data.slope * Math.max(0, Math.min(data.to ?? duration, duration) - data.from);
    case "ornsteinUhlenbeck":
      return data.mean;
    case "sum":
      return data.terms.every(({ kind }) => kind === "step" || kind === "constant")
        ? stimulusFromData(data).at(late * duration)
        : data.terms.reduce((total, term) => total + lasting(term, duration), 0);
    default:
      return 0;
  }
}

/** The model under the current that lasts, whose phase plane and diagrams are drawn. */
export function lastingModel(model: Model, setting: Setting): Model {
  const { input } = model;
  const stimulus = stimulusOf(model, setting);
  if (input === undefined || stimulus === undefined) return model;
  return model.with({
    [input]: unstimulated(model, setting).parameters[input] + lasting(stimulus.data, setting.duration),
  });
}

/**
 * The state in which a run begins: at rest without the stimulus, unless the reader says otherwise; where there is no
 * rest, the model's own.
 */
export function startOf(model: Model, setting: Setting): Readonly<Record<string, number>> {
  const before = unstimulated(model, setting);
  return { ...(restOf(before) ?? before.states), ...setting.start };
}

export function run(model: Model, setting: Setting): Trajectory {
  const stimulus = stimulusOf(model, setting);
  return simulate(unstimulated(model, setting), {
    duration: setting.duration,
    ...(stimulus && { stimulus }),
    initial: startOf(model, setting),
  });
}

/** The first state, the others by unit, and the input, one below the other. */
export function panelsOf(model: Model): readonly (readonly string[])[] {
  const [first, ...others] = model.stateNames;
  const groups = new Map<string, string[]>();
  for (const name of others) groups.set(model.units[name], [...(groups.get(model.units[name]) ?? []), name]);
  return [[first], ...groups.values(), ...(model.input === undefined ? [] : [["input"]])];
}

/** The axis of the first state spans its window whatever the sliders say, so that a change is seen as a change. */
export function runFigure(trajectory: Stretch, kept?: Stretch): Figure {
  const model = trajectory.model!;
  const first = model.stateNames[0];
  const figure =
    kept === undefined
      ? trace(trajectory, { panels: panelsOf(model) })
      : trace({ now: trajectory, kept }, { panels: panelsOf(model) });
  const [low, high] = model.ranges[first];
  const inside = [trajectory, ...(kept === undefined ? [] : [kept])].every(({ states }) =>
    states[first].every((value) => value >= low && value <= high),
  );
  return inside
    ? {
        data: figure.data,
        layout: { ...figure.layout, yaxis: { ...figure.layout.yaxis, range: [low, high + 0.1 * (high - low)] } },
      }
    : figure;
}

/** A run whose current is to be drawn into its panel, which therefore has a scale of its own: the size of the input. */
export function withRoomToDraw({ data, layout }: Figure, model: Model): Figure {
  const size = Math.abs(model.parameters[model.input!]) || model.ranges[model.input!][1];
  const panels = panelsOf(model).length;
  const key = `yaxis${panels}` as "yaxis2";
  return {
    data,
    layout: { ...layout, height: (layout.height ?? 400) + 60, [key]: { ...layout[key], range: [-size, 2 * size] } },
  };
}

/**
 * Parameters whose sliders are in view: those asked for, or the input and all conductances, or all if there are none.
 */
export function slidersOf(model: Model, asked: readonly string[] | null): readonly string[] {
  if (asked !== null) return asked.filter((name) => model.parameterNames.includes(name));
  const conductances = model.parameterNames.filter((name) => /^[mun]?S(\/|$)/.test(model.units[name]));
  const input = model.input === undefined ? [] : [model.input];
  return conductances.length > 0
    ? [...input, ...conductances]
    : [...input, ...model.parameterNames.filter((name) => name !== model.input)];
}
