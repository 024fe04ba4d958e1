import { told } from "../checks/told.js";
import type { Exercise } from "./exercise.js";
import { startHereExercises } from "./exercises/00-start-here.js";
import { theNeuronExercises } from "./exercises/01-the-neuron.js";
import { spikeTrainExercises } from "./exercises/02-spike-trains.js";
import { flowsOnALineExercises } from "./exercises/03-flows-on-a-line.js";
import { thePhasePlaneExercises } from "./exercises/04-the-phase-plane.js";
import { bifurcationExercises } from "./exercises/05-bifurcations.js";
import { conductanceBasedModelExercises } from "./exercises/06-conductance-based-models.js";
import { voltageClampExercises } from "./exercises/07-the-voltage-clamp.js";
import { hodgkinHuxleyExercises } from "./exercises/08-hodgkin-huxley.js";
import { repetitiveFiringExercises } from "./exercises/09-repetitive-firing.js";
import { persistentSodiumExercises } from "./exercises/10-persistent-sodium.js";
import { persistentSodiumPotassiumExercises } from "./exercises/11-persistent-sodium-potassium.js";
import { integrateAndFireExercises } from "./exercises/12-integrate-and-fire.js";
import { theSimpleModelExercises } from "./exercises/13-the-simple-model.js";
import { artificialNeuronExercises } from "./exercises/14-artificial-neurons.js";
import { classesOfExcitabilityExercises } from "./exercises/15-classes-of-excitability.js";
import { integratorsAndResonatorsExercises } from "./exercises/16-integrators-and-resonators.js";
import { dendriteExercises } from "./exercises/17-dendrites-and-cables.js";
import { manyNeuronsExercises } from "./exercises/18-many-neurons.js";
import { realNeuronExercises } from "./exercises/19-a-real-neuron.js";
import { synapseExercises } from "./exercises/20-synapses-and-plasticity.js";
import { twoNeuronsExercises } from "./exercises/21-two-neurons.js";
import { burstingExercises } from "./exercises/22-bursting.js";

/** The exercises of each notebook, by the name of its master. */
export type Catalogue = Readonly<Record<string, readonly Exercise[]>>;

/** All exercises of the course, in the order of the notebooks. */
export const catalogue: Catalogue = {
  "00-start-here": startHereExercises,
  "01-the-neuron": theNeuronExercises,
  "02-spike-trains": spikeTrainExercises,
  "03-flows-on-a-line": flowsOnALineExercises,
  "04-the-phase-plane": thePhasePlaneExercises,
  "05-bifurcations": bifurcationExercises,
  "06-conductance-based-models": conductanceBasedModelExercises,
  "07-the-voltage-clamp": voltageClampExercises,
  "08-hodgkin-huxley": hodgkinHuxleyExercises,
  "09-repetitive-firing": repetitiveFiringExercises,
  "10-persistent-sodium": persistentSodiumExercises,
  "11-persistent-sodium-potassium": persistentSodiumPotassiumExercises,
  "12-integrate-and-fire": integrateAndFireExercises,
  "13-the-simple-model": theSimpleModelExercises,
  "14-artificial-neurons": artificialNeuronExercises,
  "15-classes-of-excitability": classesOfExcitabilityExercises,
  "16-integrators-and-resonators": integratorsAndResonatorsExercises,
  "17-dendrites-and-cables": dendriteExercises,
  "18-many-neurons": manyNeuronsExercises,
  "19-a-real-neuron": realNeuronExercises,
  "20-synapses-and-plasticity": synapseExercises,
  "21-two-neurons": twoNeuronsExercises,
  "22-bursting": burstingExercises,
};

/** @throws RangeError for an id that does not exist, with those of the same notebook */
export function findExercise(all: Catalogue, id: string): Exercise {
  const exercises = Object.values(all).flat();
  const found = exercises.find((exercise) => exercise.id === id);
  if (found) return found;
  const siblings = exercises.filter((exercise) => exercise.id.split(".")[0] === String(id).split(".")[0]);
  const known = (siblings.length > 0 ? siblings : exercises).map((exercise) => exercise.id);
  throw new RangeError(`there is no exercise ${told(id)}${known.length > 0 ? `; there are ${known.join(", ")}` : ""}`);
}
