import type { Names } from "../scope.js";
import { bifurcationsOf, flowsOnALine, phasePlane, withReset } from "./dynamical-systems.js";
import { spikeTrains, theNeuron } from "./biology-and-spikes.js";
import { conductances, hodgkinAndHuxley, repetitiveFiring, voltageClampOf } from "./membranes.js";
import { cables } from "./cables.js";
import { classes } from "./classes.js";
import { firstSteps } from "./first-steps.js";
import { manyNeurons } from "./networks.js";
import { integrateAndFire, simpleModel, sodiumAndPotassium } from "./spiking-models.js";
import { twoKinds } from "./two-kinds.js";
import { aRealNeuron, bursting, synapses, twoNeurons } from "./neurons-and-synapses.js";

/** What the marks of a notebook use beside its own names. */
export interface Claims {
  /** Computations that have no place in the notebook. */
  readonly names?: Names;
  /** Names, of these or of the notebook, that take more than some hundredths of a second: left to the long test. */
  readonly long?: readonly string[];
}

/** By the name of the notebook. */
export const claims: Readonly<Record<string, Claims>> = {
  "00-start-here": { names: firstSteps },
  "01-the-neuron": { names: theNeuron, long: ["slow", "fast", "weakestPush", "phase", "peak", "pushed"] },
  "02-spike-trains": { names: spikeTrains, long: ["cv", "runs", "bursts", "heardBefore"] },
  "03-flows-on-a-line": { names: flowsOnALine, long: ["fold", "foldOfSodium", "exact"] },
  "04-the-phase-plane": {
    names: phasePlane,
    long: ["limitCycles", "before", "foldOf", "focusFrom", "focusTo", "watershedAt", "restsWith"],
  },
  "05-bifurcations": {
    names: bifurcationsOf,
    long: [...Object.keys(bifurcationsOf), "offDiagram", "undermined", "jumpStart", "sweep"],
  },
  "06-conductance-based-models": { names: conductances, long: ["lastInterval", "firstTired", "lastTired", "fiCurve"] },
  "07-the-voltage-clamp": {
    names: voltageClampOf,
    long: ["family", "apart", "misfit", "fromFits", "misfitOfM", "cubes", "seaWater"],
  },
  "08-hodgkin-huxley": {
    names: hodgkinAndHuxley,
    long: [
      "doubled",
      "border",
      "secondNeeds",
      "briefThreshold",
      "thresholdCurrent",
      "rheobase",
      "peakAfter",
      "excitableFrom",
      "excitableTo",
    ],
  },
  "09-repetitive-firing": {
    names: repetitiveFiring,
    long: ["diagram", "up", "rate", "rheobase", "restsBy", "silencing"],
  },
  "10-persistent-sodium": { names: withReset, long: ["fold", "foldVoltage", "beat"] },
  "11-persistent-sodium-potassium": {
    names: sodiumAndPotassium,
    long: ["spikeAt", "potassium", "cyclesFrom", "counted", "leastRebound"],
  },
  "12-integrate-and-fire": { names: integrateAndFire },
  "13-the-simple-model": { names: simpleModel, long: ["leastStep", "ofClassOne"] },
  "15-classes-of-excitability": { names: classes, long: ["changes", "curves", "silentFrom", "answersFrom", "climb"] },
  "16-integrators-and-resonators": {
    names: twoKinds,
    long: [
      "edge",
      "control",
      "ofTheFigure",
      "windows",
      "firesFrom",
      "turnIsOff",
      "single",
      "closest",
      "jumpAt",
      "ringsAt",
    ],
  },
  "17-dendrites-and-cables": { names: cables, long: ["arrives", "arrivesAtLast"] },
  "18-many-neurons": {
    names: manyNeurons,
    long: [...Object.keys(manyNeurons), "network", "none", "states", "later", "thresholdCurrent", "limitCycles"],
  },
  "19-a-real-neuron": { names: aRealNeuron },
  "20-synapses-and-plasticity": synapses,
  "21-two-neurons": twoNeurons,
  "22-bursting": bursting,
};
