import { bifurcations } from "../../../../src/dynamics/bifurcations.js";
import { equilibria } from "../../../../src/dynamics/equilibria/equilibria.js";
import { fiCurve, type FiCurve } from "../../../../src/experiments/fi-curve.js";
import type { Model } from "../../../../src/model/model.js";
import { izhikevich } from "../../../../src/models/izhikevich.js";
import { prescott } from "../../../../src/models/prescott.js";
import { bisect } from "../../../../src/numerics/root.js";
import { simulate } from "../../../../src/solve/simulate.js";
import { ramp, step } from "../../../../src/solve/stimuli/stimulus-shapes.js";
import type { Stimulus } from "../../../../src/solve/stimuli/stimulus.js";

const three = prescott.preset("class 3");
const spikes = (model: Model, stimulus: Stimulus, duration: number): number =>
  simulate(model, { duration, stimulus }).spikes.length;
/** Under a step to 60 uA/cm^2. */
const at60 = (betaW: number): Model => prescott.with({ betaW, I: 60 });

export const classes = {
  /** The inputs at which equilibria change, in order. */
  changes: (model: Model, to: number): readonly number[] =>
    bifurcations(model, "I", [0, to], { cycles: false }).points.map(({ parameter }) => parameter),
  /** The input from which on class 3 answers a step with a spike, uA/cm^2. */
  answersFrom: (): number => bisect((I) => spikes(three, step(I, 20), 200) > 0, 50, 60, { absolute: 1e-2 }),
  /** The half-activation, mV, below which one spike is left of the run that the live figure shows. */
  silentFrom: (): number =>
    bisect((betaW) => spikes(prescott.with({ betaW }), step(60, 20, 180), 200) > 1, -21, -15, { absolute: 1e-3 }),
  stableFrom: (): number => bisect((betaW) => !equilibria(at60(betaW))[0].stable, -21, -15, { absolute: 1e-3 }),
  /** The least of the currents of an f-I curve that made a neuron fire on. */
  firstCurrent: ({ current, rate }: FiCurve): number => current[rate.findIndex((value) => value > 0)],
  /** Hz, under 60 uA/cm^2. */
  rateAt: (betaW: number): number => fiCurve(prescott.with({ betaW }), [60], { duration: 600 }).rate[0],
  /** Hz, of the regular spiking cell of 2003 a part above its onset. */
  regularAt: (above: number): number =>
    fiCurve(izhikevich.preset("regular spiking"), [(1 + above) * 3.7975], { duration: 4000 }).rate[0],
  /** The longest climb to an input that makes class 3 spike, in time constants of the slow current. */
  climb: (I: number): number =>
    prescott.parameters.phiW *
    bisect((D) => spikes(three, ramp(I / D, 10, 10 + D), 100) > 0, 60, 0.5, { absolute: 1e-2 }),
};
