import { ModelError } from "../src/model/error.js";
import * as nullcline from "../src/index.js";
import { foreign } from "./foreign-errors.js";

/** What stands before the options of each function that takes some: anything, as options are looked at first. */
export const before: Readonly<Record<string, readonly unknown[]>> = (() => {
  const { hodgkinHuxley: model, persistentSodiumPotassium: planar, izhikevich } = nullcline;
  const run = nullcline.simulate(model, { duration: 1 });
  const activity = { raster: { time: [], cell: [] }, count: 1, duration: 10 };
  const net = nullcline.networkOf([[nullcline.rateUnit("linear", [1], 0)]]);
  const record = { time: [1, 2, 3, 4], conductance: [0, 1, 2, 3] };
  const cylinder = {
    length: 10,
    radius: 1,
    compartments: 2,
    membrane: nullcline.passiveMembrane,
    axialResistivity: 100,
  };
  return {
    simulate: [model],
    pulses: [1],
    doublet: [1],
    zap: [1],
    ornsteinUhlenbeck: [],
    poissonInput: [],
    compareMethods: [model],
    simulatePopulation: [model],
    withSynapses: [model, []],
    setup: [],
    explore: [model],
    potentialLandscape: [nullcline.persistentSodium],
    draggableNullclines: [planar, "EK"],
    twoPulses: [model],
    errorAgainstStep: [model],
    fitGate: [record],
    fitInactivatingGate: [record],
    poissonTrain: [20],
    bernoulliBinError: [20],
    intervalHistogram: [[1, 2]],
    firingRate: [[1, 2]],
    spikeCounts: [[1, 2]],
    spikeCountHistogram: [[1, 2]],
    fanoFactor: [[1, 2]],
    psth: [[[1, 2]]],
    neuralResponse: [[1, 2]],
    kernelRate: [[1, 2]],
    autocorrelogram: [[1, 2]],
    vanRossumDistance: [[1], [2]],
    coincidenceFactor: [[1], [2]],
    fitModel: [model, () => 0],
    bifurcations: [planar, "I", [0, 1]],
    dissect: [nullcline.hindmarshRose, "z"],
    bursts: [[1, 2]],
    fiCurve: [model, [0]],
    rateMap: [model, ["I", [0]], ["gK", [36]]],
    thresholdCurrent: [model],
    rheobase: [model],
    strengthDuration: [model, [1]],
    twoPulse: [model, [10]],
    corticalNetwork: [izhikevich],
    balancedNetwork: [],
    populationRate: [activity],
    rhythm: [activity, [100]],
    network: [[1, 1], "linear"],
    trainNetwork: [net, [{ input: [1], output: [1] }]],
    interpolatingNetwork: [Math.sin],
    approximationError: [net, Math.sin],
    bifurcationCurves: [
      planar,
      ["I", "EL"],
      [
        [0, 0.1],
        [-80, -79.9],
      ],
    ],
    phaseResponse: [planar.with({ I: 10 })],
    phaseShifts: [planar.with({ I: 10 })],
    phaseLocking: [planar.with({ I: 10 }), { kind: "electrical", strength: 0.1 }],
    simulatePair: [planar.with({ I: 10 }), { kind: "synaptic", onto: "V", weight: 0 }],
    impedance: [model, [1]],
    resonance: [model],
    zapResponse: [model],
    doubletSweep: [model, [5]],
    simulateCable: [nullcline.cable(cylinder)],
    conductionVelocity: [{ cable: nullcline.cable(cylinder), spikes: [], position: [] }],
    toXppaut: [model],
    toBrian2: [model],
    toNeuroML: [model],
    "plot.trace": [run],
    "plot.gallery": [{ run }],
    "plot.curves": [{ x: [0], y: [0] }],
    "plot.gating": [model],
    "plot.quantities": [model, ["INa"]],
    "plot.currents": [run],
    "plot.conductance": [[]],
    "plot.circuit": [[{ name: "leak", reversal: -54 }]],
    "plot.neuron": [],
    "plot.membrane": [],
    "plot.synapse": [],
    "plot.spikePhases": [run, []],
    "plot.fiCurve": [{ current: [0], rate: [0] }],
    "plot.flow": [nullcline.persistentSodium],
    "plot.potential": [nullcline.persistentSodium],
    "plot.phasePlane": [{ model: planar }],
    "plot.bifurcationDiagram": [{ branches: [], cycles: [], points: [], range: [0, 1], incomplete: [] }],
    "plot.parameterPlane": [
      {
        parameters: ["I", "EL"],
        ranges: [
          [0, 1],
          [0, 1],
        ],
        curves: [],
        points: [],
        units: {},
      },
    ],
    "plot.dissection": [
      { fast: { branches: [], cycles: [], points: [], range: [0, 1], incomplete: [] }, run, slow: "n" },
    ],
    "plot.eigenvalues": [[]],
    "plot.spectrum": [{ frequency: [1], magnitude: [1] }],
    "plot.impedance": [{ frequency: [1, 2], magnitude: [1, 2], phase: [0, 0], unit: "1" }],
    "plot.raster": [[[1]]],
    "plot.isiHistogram": [[1]],
    "plot.psth": [{ edges: [0, 1], counts: [0], rate: [0] }],
  };
})();

const short = { duration: 10 };
/** Options with which each works, where it needs some, or takes long without. */
export const workingOptions: Readonly<Record<string, object>> = {
  simulate: short,
  pulses: { width: 1, at: [1] },
  doublet: { from: 1, interval: 2, width: 1 },
  zap: { low: 1, high: 2, duration: 10 },
  ornsteinUhlenbeck: { mean: 0, deviation: 1, tau: 2 },
  poissonInput: { rate: 10, weight: 1, tau: 2, reversal: 0 },
  compareMethods: { duration: 2, steps: [0.1], tolerances: [1e-3] },
  simulatePopulation: { count: 2, duration: 2 },
  explore: short,
  errorAgainstStep: { duration: 5 },
  fitGate: { power: 1 },
  fitInactivatingGate: { power: 1 },
  poissonTrain: short,
  bernoulliBinError: { dt: 1 },
  intervalHistogram: { bin: 1 },
  firingRate: short,
  spikeCounts: short,
  spikeCountHistogram: short,
  fanoFactor: { duration: 10, window: 5 },
  psth: { duration: 10, bin: 5 },
  neuralResponse: { duration: 10, dt: 1 },
  kernelRate: { duration: 10, dt: 1, kernel: "gaussian", width: 2 },
  autocorrelogram: { duration: 10, bin: 1, maxLag: 5 },
  vanRossumDistance: { tau: 1 },
  coincidenceFactor: { precision: 1, duration: 10 },
  fitModel: { ranges: { gK: [30, 40] }, trials: 2 },
  bifurcations: { cycles: false },
  bifurcationCurves: { cycles: false },
  dissect: { duration: 100 },
  fiCurve: { duration: 10 },
  rateMap: { duration: 10, dt: 0.05 },
  thresholdCurrent: { width: 1 },
  rheobase: { duration: 20 },
  strengthDuration: {},
  twoPulse: { width: 1, first: 10 },
  corticalNetwork: { duration: 5, excitatory: 4, inhibitory: 1 },
  balancedNetwork: { duration: 1, excitatory: 8, probability: 0.5 },
  rhythm: {},
  network: {},
  trainNetwork: { learningRate: 0.1, epochs: 2 },
  interpolatingNetwork: { interval: [0, 1], units: 3 },
  approximationError: { interval: [0, 1] },
  phaseResponse: {},
  phaseShifts: { size: 0.1, count: 4 },
  phaseLocking: {},
  simulatePair: { duration: 20 },
  zapResponse: { low: 1, high: 10, duration: 50 },
  doubletSweep: { width: 1 },
  simulateCable: { duration: 1 },
  conductionVelocity: { from: 0, to: 9 },
  "plot.curves": { x: ["x", "1"], y: ["y", "1"] },
};

/** The error of a function for its options, or its result. */
export function answer(name: string, chosen: unknown): unknown {
  const call = name
    .split(".")
    .reduce<unknown>((holder, part) => (holder as Record<string, unknown>)[part], nullcline) as (
    ...given: readonly unknown[]
  ) => unknown;
  try {
    return call(...before[name], chosen);
  } catch (error) {
    return error;
  }
}

/** Whether something is an error of ours. */
export const isOwn = (given: unknown): boolean =>
  (given instanceof TypeError || given instanceof RangeError || given instanceof ModelError) &&
  !foreign.test(given.message);

/** Each option of each function that has some, as the function tells them itself. */
export const options = Object.keys(before).flatMap((name) => {
  const listed = /it has ([^.]*)\./.exec(String(answer(name, { zzzz: 1 })))?.[1] ?? "";
  return listed.split(", ").map((option) => [name, option] as const);
});
