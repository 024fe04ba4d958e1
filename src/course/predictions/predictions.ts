import { told } from "../../checks/told.js";
import { biologyAndSpikes } from "./biology-and-spikes.js";
import { dynamicalSystems } from "./dynamical-systems.js";
import { modelNeurons } from "./model-neurons.js";
import { neuronsAndSynapses } from "./neurons-and-synapses.js";
import { properties } from "./properties.js";
import type { Prediction } from "./prediction.js";

/** What the notebooks ask their readers to predict, in the order of the notebooks. */
export const predictions: readonly Prediction[] = [
  ...biologyAndSpikes,
  ...dynamicalSystems,
  ...modelNeurons,
  ...properties,
  ...neuronsAndSynapses,
];

/** The predictions of a notebook, by the name of its master. */
export const predictionsOf = (all: readonly Prediction[], notebook: string): readonly Prediction[] =>
  all.filter(({ id }) => Number(id.split(".")[0]) === Number(notebook.slice(0, 2)));

/** @throws RangeError for an id that does not exist, with those of the same notebook */
export function findPrediction(all: readonly Prediction[], id: string): Prediction {
  const found = all.find((prediction) => prediction.id === id);
  if (found) return found;
  const siblings = all.filter((prediction) => prediction.id.split(".")[0] === String(id).split(".")[0]);
  const known = (siblings.length > 0 ? siblings : all).map((prediction) => prediction.id);
  throw new RangeError(`there is no prediction ${told(id)}; there are ${known.join(", ")}`);
}
