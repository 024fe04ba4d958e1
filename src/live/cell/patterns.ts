import type { Model } from "../../model/model.js";
import { izhikevichPatterns } from "../../models/izhikevich-2004.js";
import type { NamedSetting } from "../explorer/state/payload.js";

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
