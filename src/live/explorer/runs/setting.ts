import type { Model } from "../../../model/model.js";
import { run as simulate } from "../../../solve/simulate.js";
import { stimulusFromData } from "../../../solve/stimuli/stimulus-from-data.js";
import type { Stimulus, StimulusData } from "../../../solve/stimuli/stimulus.js";
import type { Trajectory } from "../../../solve/trajectory.js";
import { rememberedRest } from "./rest.js";
import { waveformOf, waveforms } from "./waveforms.js";

/** What a run needs besides a model at its parameters. */
export interface Setting {
  /** ms. */
  readonly duration: number;
  /** Added to the input parameter. Null: the input parameter is the size of the waveform. */
  readonly stimulus: StimulusData | null;
  /** A waveform's name. */
  readonly waveform: string;
  /** Parameters of the waveform that are not as they come. */
  readonly waveformParameters: Readonly<Record<string, number>>;
  /** Initial states that are not at rest. */
  readonly start: Readonly<Record<string, number>>;
}

/** A setting with the first waveform, which begins at rest. @param duration ms */
export const plainSetting = (duration: number, stimulus: StimulusData | null = null): Setting => ({
  duration,
  stimulus,
  waveform: waveforms[0].name,
  waveformParameters: {},
  start: {},
});

/** What is added to `unstimulated(model, setting)`; undefined for a model without an input. */
export function stimulusOf(model: Model, setting: Setting): Stimulus | undefined {
  if (model.input === undefined) return undefined;
  if (setting.stimulus !== null) return stimulusFromData(setting.stimulus);
  const { waveform, waveformParameters, duration } = setting;
  const { controls, make } = waveformOf(waveform);
  const initial = new Map(controls(duration).map((control) => [control.name, control.initial]));
  const value = (name: string): number => waveformParameters[name] ?? initial.get(name) ?? 0;
  return make(model.parameters[model.input], value, duration);
}

/** The model without what the stimulus brings: the size of a waveform is the model's input. */
export const unstimulated = (model: Model, { stimulus }: Setting): Model =>
  model.input === undefined || stimulus !== null ? model : model.with({ [model.input]: 0 });

/** Part of the run at which steps that follow each other are taken to have their lasting value. */
const late = 0.7;

/** The part of a stimulus that lasts; what comes and goes has none. */
function lastingCurrent(data: StimulusData, duration: number): number {
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
        : data.terms.reduce((total, term) => total + lastingCurrent(term, duration), 0);
    case "pulses":
    case "pulseTrain":
    case "sampled":
    case "sine":
    case "zap":
    case "whiteNoise":
    case "poissonInput":
      return 0;
  }
}

/** The model under the current that lasts, whose phase plane and diagrams are drawn. */
export function lastingModel(model: Model, setting: Setting): Model {
  const { input } = model;
  const stimulus = stimulusOf(model, setting);
  if (input === undefined || stimulus === undefined) return model;
  return model.with({
    [input]: unstimulated(model, setting).parameters[input] + lastingCurrent(stimulus.data, setting.duration),
  });
}

/**
 * The state in which a run begins: at rest without the stimulus, unless the setting says otherwise; where there is no
 * rest, the model's own, as for a model without an input, which is looked at for the way it goes to its equilibrium.
 */
export function startOf(model: Model, setting: Setting): Readonly<Record<string, number>> {
  const before = unstimulated(model, setting);
  const rest = model.input === undefined ? undefined : rememberedRest(before);
  return { ...(rest ?? before.states), ...setting.start };
}

/** Steps of a run between two moves of a slider: some 200 ms of work, several times what most settings take. */
export const mostSteps = 60_000;

/** @throws SimulationError where the model breaks down, or would keep the page waiting */
export function run(model: Model, setting: Setting): Trajectory {
  const stimulus = stimulusOf(model, setting);
  const options = { duration: setting.duration, ...(stimulus && { stimulus }), initial: startOf(model, setting) };
  return simulate(unstimulated(model, setting), options, { compiled: true, mostSteps });
}
