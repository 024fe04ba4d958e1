/** The picture on each model's page: one run, phase plane or set of runs that shows what the model is for. */
import { dissect } from "../dynamics/dissection/dissect.js";
import { equilibria } from "../dynamics/equilibria/equilibria.js";
import { phasePortrait } from "../dynamics/plane/portrait.js";
import type { Figure } from "../figure/figure.js";
import { plot } from "../figure/plot.js";
import type { Model } from "../model/model.js";
import { catalogue } from "../models/catalogue.js";
import { izhikevichPatterns } from "../models/izhikevich-2004.js";
import { simulate } from "../solve/simulate.js";
import { constant, pulses, step } from "../solve/stimuli/stimulus-shapes.js";
import type { Stimulus } from "../solve/stimuli/stimulus.js";
import { runPattern } from "../experiments/run-pattern.js";

/** A figure, and what is drawn in it: its caption and the alternative text of its image. */
export interface ModelPicture {
  readonly caption: string;
  readonly figure: Figure;
}

const {
  linearPlane,
  hodgkinHuxley,
  leakyIntegrateAndFire,
  persistentSodium,
  persistentSodiumPotassium,
  quadraticIntegrateAndFire,
  exponentialIntegrateAndFire,
  adaptiveExponential,
  izhikevich,
  izhikevich2007,
  fitzHughNagumo,
  morrisLecar,
  prescott,
  passiveMembrane,
  wilsonCowan,
  persistentSodiumPotassiumM,
  hindmarshRose,
  fitzHughRinzel,
} = catalogue;

/** By the name under which the model is imported. */
export const modelPictures: Readonly<Record<string, () => ModelPicture>> = {
  linearPlane: () =>
    portrait(linearPlane.preset("saddle"), 'the preset "saddle": one direction leads in, all others out'),
  hodgkinHuxley: () => ({
    caption: "a step of 10 µA/cm² from rest: membrane potential, gates and input",
    figure: plot.trace(simulate(hodgkinHuxley, { duration: 80, stimulus: step(10, 10, 70) }), {
      panels: ["V", ["m", "h", "n"], "input"],
    }),
  }),
  leakyIntegrateAndFire: () => trace(leakyIntegrateAndFire, 150, step(250, 20, 130), "a step of 250 pA"),
  persistentSodium: () => ({
    caption: "the velocity at I = 0 with its three equilibria: rest and excited state (filled) and threshold (open)",
    figure: plot.flow(persistentSodium, { equilibria: equilibria(persistentSodium.preset("without reset")) }),
  }),
  persistentSodiumPotassium: () =>
    portrait(
      persistentSodiumPotassium.preset("saddle-node off invariant circle").with({ I: 3 }),
      "saddle-node off the invariant circle, at I = 3 µA/cm²: rest and a limit cycle coexist, " +
        "parted by the stable manifold of the saddle",
    ),
  quadraticIntegrateAndFire: () => trace(quadraticIntegrateAndFire, 150, step(20, 20, 130), "a step of 20 µA/cm²"),
  exponentialIntegrateAndFire: () => trace(exponentialIntegrateAndFire, 200, step(60, 20, 180), "a step of 60 pA"),
  adaptiveExponential: () =>
    presets(
      adaptiveExponential,
      400,
      (preset) => (preset === "Brette-Gerstner" ? step(800, 50, 350) : switchedOn(adaptiveExponential.preset(preset))),
      "the firing patterns, each with its current on for 300 ms",
      3,
    ),
  izhikevich: () =>
    presets(
      izhikevich,
      300,
      (preset) => step(preset === "thalamo-cortical" ? 2 : 10, 30),
      "the cell types, with a step of 10 (thalamo-cortical: 2)",
      4,
    ),
  izhikevich2007: () =>
    presets(
      izhikevich2007,
      500,
      (preset) => step(preset === "intrinsically bursting" ? 500 : 200, 50, 450),
      "the cell types, with a step of 200 pA (intrinsically bursting: 500 pA)",
      4,
    ),
  fitzHughNagumo: () =>
    portrait(
      fitzHughNagumo.preset("oscillating"),
      "I = 0.5: the only equilibrium is unstable, and every trajectory goes to the limit cycle",
    ),
  morrisLecar: () =>
    portrait(
      morrisLecar.with({ I: 90 }),
      "I = 90 µA/cm²: rest and a stable limit cycle coexist, parted by an unstable one",
    ),
  wilsonCowan: () =>
    portrait(wilsonCowan, "P = 1.25: excitation rises, inhibition follows and ends it, and all of it begins anew"),
  prescott: () => presets(prescott, 300, () => step(60, 50, 250), "the three classes, with a step of 60 µA/cm²", 3),
  persistentSodiumPotassiumM: () => dissected(persistentSodiumPotassiumM, "nM"),
  hindmarshRose: () => dissected(hindmarshRose, "z"),
  fitzHughRinzel: () => dissected(fitzHughRinzel, "y"),
  passiveMembrane: () => trace(passiveMembrane, 100, pulses(1, { width: 40, at: [20] }), "a pulse of 1 µA/cm²"),
};

/** The figure of 2004, in both ways of integration. */
export function patternsPicture(): ModelPicture {
  const runs = izhikevichPatterns.map((pattern) => {
    const published = runPattern(pattern, "as published");
    return [
      `${pattern.panel} ${pattern.name}`,
      pattern.panel === "T"
        ? { "as published": published }
        : { "as published": published, accurate: runPattern(pattern, "accurate") },
    ] as const;
  });
  return {
    caption:
      "each pattern by the published program and by accurate integration (which runs away in T and is not drawn there)",
    figure: plot.gallery(Object.fromEntries(runs)),
  };
}

function dissected(model: Model, slow: string): ModelPicture {
  return {
    caption: `bursts over the equilibria and cycles of the fast subsystem, that is with ${slow} held`,
    figure: plot.dissection(dissect(model, slow)),
  };
}

function trace(model: Model, duration: number, stimulus: Stimulus, caption: string): ModelPicture {
  return { caption, figure: plot.trace(simulate(model, { duration, stimulus })) };
}

function presets(
  model: Model,
  duration: number,
  stimulus: (preset: string) => Stimulus,
  caption: string,
  columns: number,
): ModelPicture {
  const runs = Object.keys(model.presets).map((preset) => {
    const version = model.preset(preset).with(model.input === undefined ? {} : { [model.input]: 0 });
    const initial = settled(version);
    return [preset, simulate(version, { duration, initial, stimulus: stimulus(preset) })] as const;
  });
  return { caption, figure: plot.gallery(Object.fromEntries(runs), { columns }) };
}

/** Where a model is when left alone for a second: at rest or, if it has no rest, on its slow way (delayed bursting). */
const settled = (model: Model): Readonly<Record<string, number>> =>
  simulate(model, { duration: 1000, tolerance: 1e-9 }).at(1000);

/** The preset's own current, on from 50 to 350 ms. */
const switchedOn = (version: Model): Stimulus =>
  version.input === undefined ? constant(0) : step(version.parameters[version.input], 50, 350);

const portrait = (model: Model, caption: string): ModelPicture => ({
  caption,
  figure: plot.phasePlane(phasePortrait(model)),
});
