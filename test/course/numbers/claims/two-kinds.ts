import { present } from "../../../../src/checks/present.js";
import { bifurcations } from "../../../../src/dynamics/bifurcations.js";
import { equilibria } from "../../../../src/dynamics/equilibria/equilibria.js";
import { doubletSweep } from "../../../../src/experiments/doublets.js";
import { resonance } from "../../../../src/experiments/impedance.js";
import type { SceneControl } from "../../../../src/live/scenes/scene.js";
import { prepare, scene } from "../../../../src/live/scenes/integrator-and-resonator.js";
import type { Model } from "../../../../src/model/model.js";
import { persistentSodiumPotassium } from "../../../../src/models/persistent-sodium-potassium.js";
import { bisect } from "../../../../src/numerics/root.js";
import { simulate } from "../../../../src/solve/simulate.js";
import { doublet, pulses, step } from "../../../../src/solve/stimuli/stimulus-shapes.js";
import { sum, type Stimulus } from "../../../../src/solve/stimuli/stimulus.js";

const resonator = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 42 });
const width = 0.2; // ms

const spikesOf = (model: Model, stimulus: Stimulus, duration = 30): readonly number[] =>
  Array.from(simulate(model, { duration, initial: equilibria(model)[0].state, stimulus }).spikes);
const pairFires = (model: Model, strength: number, interval: number, pulse = width): boolean =>
  spikesOf(model, doublet(strength, { from: 3, interval, width: pulse })).length > 0;

export const twoKinds = {
  /** The interval, ms, between one at which a pair of pulses fires the neuron and one at which it does not. */
  edge: (model: Model, strength: number, fires: number, fails: number): number =>
    bisect((gap) => !pairFires(model, strength, gap), fires, fails, { absolute: 1e-3 }),
  /** A slider of the live figure, and the settings of its neurons. */
  control: (name: string): SceneControl => {
    const { models, data } = prepare();
    return present(
      scene.controls(models, data).find((control) => control.name === name),
      name,
    );
  },
  ofTheFigure: (): Readonly<{ I: number; width: number }> => {
    const { models, data } = prepare();
    return { I: models[1].parameters.I, width: data.width };
  },
  /** ms: where the parts of the slider begin and end, by its steps of 0.1, on which a neuron of the figure fires. */
  windows: (which: 0 | 1, part: number): readonly number[] => {
    const { models, data } = prepare();
    const steps = Array.from({ length: 111 }, (_, i) => (10 + i) / 10);
    const fires = steps.map((gap) => pairFires(models[which], part * data.threshold[which], gap, data.width));
    return steps.filter((_, i) => fires[i] && !(fires[i - 1] && fires[i + 1]));
  },
  /** How far one turn of the spiral is from the best interval, ms, at most: at the corners of the variants. */
  turnIsOff: (): number => {
    const intervals = Float64Array.from({ length: 41 }, (_, i) => 1 + 0.1 * i);
    const corners = [0.6, 1, 1.68].flatMap((tau) => [30, 36].map((I) => resonator.with({ I, tau })));
    const off = corners.map(
      (model) => 1000 / resonance(model).natural - doubletSweep(model, intervals, { width }).preferred,
    );
    return Math.max(...off.map(Math.abs));
  },
  /** What a pulse needs, uA/cm^2, 1.4 ms after one of the other sign and this size. */
  leastAfter: (size: number, model: Model = resonator): number =>
    bisect(
      (A) => spikesOf(model, sum(pulses(-size, { width, at: [3] }), pulses(A, { width, at: [4.4] }))).length > 0,
      0,
      60,
      { absolute: 1e-3 },
    ),
  /** What one pulse needs, as doubletSweep brackets it, and a pair 0.2 ms apart. */
  single: (model: Model): number => doubletSweep(model, [], { width }).single,
  closest: (model: Model): number => doubletSweep(model, [width], { width }).threshold[0],
  /** The input at which a model's rest is lost in a saddle-node, uA/cm^2. */
  foldOf: (model: Model): number =>
    present(
      bifurcations(model, "I", [0, 20], { cycles: false }).points.find(({ kind }) => kind.startsWith("saddle-node")),
      "a saddle-node",
    ).parameter,
  /** The input from which on a model fires for ever, once it does, although it may rest, uA/cm^2. */
  firesFrom: (model: Model): number => {
    const goesOn = (I: number): boolean =>
      simulate(model.with({ I }), { duration: 1000, initial: { V: 0, n: 0.2 }, tolerance: 1e-9 }).spikes.some(
        (t) => t > 900,
      );
    return bisect(goesOn, 4.3, 4.42, { absolute: 1e-5 });
  },
  /** How far below its saddle-node a model's peak is gone, uA/cm^2. */
  peakEnds: (model: Model): number => {
    const fold = twoKinds.foldOf(model);
    return fold - bisect((I) => !resonance(model.with({ I })).resonates, fold - 0.02, fold - 1e-7, { absolute: 1e-7 });
  },
  rebounds: (model: Model): number => spikesOf(model, step(-2, 10, 30), 80).length,
  /** The frequencies, Hz, that a sweep from 20 to 800 Hz in 200 ms passes as the neuron fires. */
  passedAt: (model: Model, sweep: Stimulus): readonly number[] =>
    spikesOf(model, sweep, 200).map((t) => 20 + (780 * t) / 200),
  /** mV. */
  peakOf: (model: Model, strength: number): number => {
    const stimulus = pulses(strength, { width, at: [1] });
    return Math.max(...simulate(model, { duration: 60, initial: equilibria(model)[0].state, stimulus }).states.V);
  },
  /** The least pulse of 0.2 ms, uA/cm^2, after which the voltage passes −20 mV. */
  jumpAt: (model: Model): number =>
    bisect((strength) => twoKinds.peakOf(model, strength) > -20, 1, 70, { absolute: 1e-4 }),
  /** The inputs, uA/cm^2, at which the cycles of the bistable neuron are born and the smaller one closes on rest. */
  ringsAt: (which: 0 | 1): number => bifurcations(resonator, "I", [30, 60]).points[which].parameter,
  /** Hz, of the resonator under an input and with a time constant. */
  ringing: (I: number, tau: number): number => resonance(resonator.with({ I, tau })).natural,
  /** The strength from which a step of one lifts a curve most. */
  steepest: ({ x, y }: { readonly x: Float64Array; readonly y: Float64Array }): number => {
    const rises = Array.from(y.subarray(1), (value, k) => value - y[k]);
    return x[rises.indexOf(Math.max(...rises))];
  },
  /** The earliest moment from 60 ms on, ms, at which a pulse silences the bistable neuron. */
  silencedFrom: (amplitude: number): number => {
    const model = resonator.with({ I: 45 });
    const silent = (at: number): boolean =>
      simulate(model, {
        duration: at + 80,
        initial: { V: -20, n: 0.1 },
        stimulus: pulses(amplitude, { width, at: [at] }),
      }).spikes.every((t) => t < at + 20);
    return Array.from({ length: 60 }, (_, k) => 60 + k / 10).filter(silent)[0];
  },
};
