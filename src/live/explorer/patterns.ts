import type { Model } from "../../model/model.js";
import { izhikevichPatterns } from "../../models/izhikevich-2004.js";
import type { StimulusData } from "../../solve/stimuli/stimulus.js";

/** A whole setting with a name: parameters, initial state, stimulus and length of the run. */
export interface NamedSetting {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly start: Readonly<Record<string, number>>;
  readonly stimulus: StimulusData;
  /** ms. */
  readonly duration: number;
}

/**
 * The firing patterns of a model: those of Izhikevich (2004), Fig. 1, in the form in which the model itself shows them.
 */
export const patternsOf = (model: Model): readonly NamedSetting[] =>
  izhikevichPatterns
    .filter((pattern) => pattern.model.data.fingerprint === model.data.fingerprint)
    .map(({ panel, name, model: published, initial, stimulus, duration, repair }) => ({
      name: `${panel} ${name}`,
      parameters: (repair?.model ?? published).parameters,
      start: { ...initial },
      stimulus: repair?.stimulus ?? stimulus,
      duration,
    }));
