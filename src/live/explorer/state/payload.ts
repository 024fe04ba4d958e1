import type { Model } from "../../../model/model.js";
import type { ModelData } from "../../../model/model-data.js";
import type { StimulusData } from "../../../solve/stimuli/stimulus.js";
import type { StoryStep } from "./story-step.js";

/** A whole setting with a name: parameters, initial state, stimulus and length of the run. */
export interface NamedSetting {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly start: Readonly<Record<string, number>>;
  readonly stimulus: StimulusData;
  /** ms. */
  readonly duration: number;
}

/** With what an explorer opens: a setting in which the model does something. */
export interface Opening {
  /** ms. */
  readonly duration: number;
  /** Value of the input parameter. */
  readonly input: number;
}

/** What all models with the same equations share; an output carries it once. */
export interface System {
  readonly data: ModelData;
  readonly mathml: string;
  /** How code gets the model, and the parameters that it has then. */
  readonly code: { readonly name: string; readonly defaults: Readonly<Record<string, number>> };
  readonly patterns: readonly NamedSetting[];
}

/** A model of an explorer's menu. */
export interface Entry {
  /** What the menu calls it. */
  readonly label: string;
  /** Its system's place in the payload. */
  readonly system: number;
  /** Parameters with which it opens, in order. */
  readonly values: readonly number[];
  readonly opening: Opening;
}

/** What an output carries for its explorer, as JSON. */
export interface ExplorerPayload {
  readonly systems: readonly System[];
  readonly models: readonly Entry[];
  readonly stimulus: StimulusData | null;
  readonly sliders: readonly string[] | null;
  /** Whether the reader predicts before seeing. */
  readonly predict: boolean;
  /** What is told beside it; none where it is left out. */
  readonly story?: readonly StoryStep[];
  /** Initial states that were asked for; not every model need have them. */
  readonly start: Readonly<Record<string, number>>;
  /** A link to the setting with which it opens, where that is not as the models open. */
  readonly opens?: string;
}

/** A model of an explorer's menu with all that belongs to it; its data are at the parameters with which it opens. */
export interface ExplorableModel extends System {
  readonly label: string;
  readonly opening: Opening;
}

/** The models of the menu, in order. */
export const explorableModels = ({ systems, models }: ExplorerPayload): readonly ExplorableModel[] =>
  models.map(({ label, system, values, opening }) => ({
    ...systems[system],
    data: { ...systems[system].data, values },
    label,
    opening,
  }));

/** Those initial states that a model has. */
export const startIn = (model: Model, start: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(start).filter(([name]) => model.stateNames.includes(name)));
