import { present } from "../../../../src/checks/present.js";
import { humanMotorUnit, grasshopperReceptor } from "../../../../src/course/rigs/recordings.js";
import { spikePhases, type SpikePhaseName } from "../../../../src/experiments/spike-phases.js";
import { thresholdCurrent } from "../../../../src/experiments/threshold-current.js";
import { hodgkinHuxley } from "../../../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../../../src/models/leaky-integrate-and-fire.js";
import { simulate } from "../../../../src/solve/simulate.js";
import { whiteNoise } from "../../../../src/solve/stimuli/stimulus-noise.js";
import { pulses } from "../../../../src/solve/stimuli/stimulus-shapes.js";
import type { Trajectory } from "../../../../src/solve/trajectory.js";
import { coefficientOfVariation } from "../../../../src/spikes/intervals.js";

/** A squid's axon after a push of 1 ms, as the live figure of 1.5 runs it. */
const pushed = (strength: number): Trajectory =>
  simulate(hodgkinHuxley, { duration: 30, stimulus: pulses(strength, { width: 1, at: [2] }) });

export const theNeuron = {
  pushed,
  peak: (strength: number): number => Math.max(...pushed(strength).states.V),
  phase: (name: SpikePhaseName): number => {
    const { from, to } = present(
      spikePhases(pushed(10)).find((phase) => phase.name === name),
      name,
    );
    return to - from;
  },
  weakestPush: (): number => thresholdCurrent(hodgkinHuxley, { width: 1 }),
};

const { gL, EL, Vth } = leakyIntegrateAndFire.parameters;

export const spikeTrains = {
  /** pA. */
  rheobaseOfTheLeaky: gL * (Vth - EL),
  /** mV, about which it wanders. */
  leakyLevel: (I: number): number => EL + I / gL,
  cv: (I: number, noise: number): number => {
    const stimulus = whiteNoise(noise, 1);
    const run = { duration: 200_000, stimulus, method: "eulerMaruyama", dt: 0.1 } as const;
    return coefficientOfVariation(simulate(leakyIntegrateAndFire.with({ I }), run).spikes);
  },
  /** Spikes of the locust's receptor in one of ten seconds. */
  heardIn: (second: number): number =>
    grasshopperReceptor().spikes.filter((t) => t >= 1000 * second && t < 1000 * (second + 1)).length,
  /** Of the motor unit over all trials, Hz, between two times in ms. */
  unitRate: (from: number, to: number): number => {
    const { trials } = humanMotorUnit();
    const count = trials.reduce((sum, train) => sum + train.filter((t) => t >= from && t < to).length, 0);
    return (1000 * count) / trials.length / (to - from);
  },
  /** ms after the pulse: from and up to where, around its height, the unit fires faster than before the pulse. */
  secondWave: (): { readonly from: number; readonly to: number } => {
    const rate = (k: number): number => spikeTrains.unitRate(250 + 5 * k, 255 + 5 * k);
    const [before, highest] = [spikeTrains.unitRate(0, 250), 14];
    const isBelow = (k: number): boolean => rate(k) < 0.9 * before;
    const ends = Array.from({ length: 10 }, (_, k) => k + 1);
    const [down, up] = [ends.find((k) => isBelow(highest - k)), ends.find((k) => isBelow(highest + k))];
    return { from: 5 * (highest - present(down, "a beginning") + 1), to: 5 * (highest + present(up, "an end")) };
  },
};
