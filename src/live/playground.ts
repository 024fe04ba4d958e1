import { compact } from "../figure/compact.js";
import type { Model } from "../model/model.js";
import { adaptiveExponential } from "../models/adaptive-exponential.js";
import { exponentialIntegrateAndFire } from "../models/exponential-integrate-and-fire.js";
import { fitzHughNagumo } from "../models/fitzhugh-nagumo.js";
import { fitzHughRinzel } from "../models/bursters/fitzhugh-rinzel.js";
import { hindmarshRose } from "../models/bursters/hindmarsh-rose.js";
import { hodgkinHuxley } from "../models/hodgkin-huxley.js";
import { izhikevich } from "../models/izhikevich.js";
import { izhikevichPatterns } from "../models/izhikevich-2004.js";
import { izhikevich2007 } from "../models/izhikevich-2007.js";
import { leakyIntegrateAndFire } from "../models/leaky-integrate-and-fire.js";
import { linearPlane } from "../models/linear-plane.js";
import { morrisLecar } from "../models/morris-lecar.js";
import { passiveMembrane } from "../models/passive-membrane.js";
import { persistentSodiumPotassiumM } from "../models/bursters/persistent-sodium-potassium-m.js";
import { persistentSodium } from "../models/persistent-sodium.js";
import { persistentSodiumPotassium } from "../models/persistent-sodium-potassium.js";
import { prescott } from "../models/prescott.js";
import { quadraticIntegrateAndFire } from "../models/quadratic-integrate-and-fire.js";
import { wilsonCowan } from "../models/wilson-cowan.js";
import { host } from "../host/node.js";
import { liveHtml } from "./cell/embed.js";
import { kernelScript } from "./cell/carried.js";
import { exploreHint, firstRun, payloadOf } from "./cell/explore.js";
import { keepsFiring } from "./cell/opening.js";
import { isSetUp } from "./cell/setup.js";
import type { StoryStep } from "./explorer/state/story-step.js";
import type { Choice, PlaygroundPayload } from "./playground-mount.js";
import { scene as poissonSpikes } from "./scenes/poisson-spikes.js";
import { scene as rateUnitPlane } from "./scenes/rate-unit-plane.js";
import type { Scene } from "./scenes/scene.js";

/** Variants of Izhikevich's model with other equations, of which a figure of 2004 is made. */
const variants = [...new Map(izhikevichPatterns.map(({ model }) => [model.name, model as Model])).values()].filter(
  ({ name }) => name !== izhikevich.name,
);

const models: Readonly<Record<string, readonly Model[]>> = {
  "conductance-based": [
    hodgkinHuxley,
    persistentSodiumPotassium,
    persistentSodium,
    morrisLecar,
    prescott,
    passiveMembrane,
  ],
  "integrate-and-fire": [
    leakyIntegrateAndFire,
    quadraticIntegrateAndFire,
    exponentialIntegrateAndFire,
    adaptiveExponential,
  ],
  "simple model": [izhikevich, ...variants, izhikevich2007],
  "two-variable caricatures": [fitzHughNagumo, linearPlane],
  populations: [wilsonCowan],
  bursters: [persistentSodiumPotassiumM, hindmarshRose, fitzHughRinzel],
};

/** @param editable whether the texts of its definition go along */
function modelChoice(model: Model, editable: boolean): Choice {
  const plain = payloadOf([model], {});
  const [system] = plain.systems;
  const payload = editable ? { ...plain, systems: [{ ...system, data: model.data }] } : plain;
  const story = storyOf(model, payload.models[0].opening.input);
  return { label: model.name, kind: "explorer", payload: story.length === 0 ? payload : { ...payload, story } };
}

/**
 * With what a reader begins who has been told nothing: what a neuron is asked first.
 * @param opened the input with which it opens
 */
function storyOf(model: Model, opened: number): readonly StoryStep[] {
  const { spiking, input, stateNames } = model;
  if (!spiking.threshold || input === undefined) return [];
  const [fires, asks, answers] = keepsFiring(model, opened)
    ? ["It fires.", "Does firing begin slowly, or fast at once?", `it holds the answer for every ${input}.`]
    : [
        `It fires, and falls silent while ${input} goes on.`,
        "Does it ever fire on?",
        `it counts what lasts, and is flat. A change of ${input} makes this neuron fire, not how high it is.`,
      ];
  return [
    {
      say: `${fires} Lower ${input} until there is no spike: by its slider, or by the ring on the current.`,
      until: { spikes: [0, 0] },
    },
    { say: `Now raise ${input} by small steps. ${asks}`, until: { spikes: [3, 9999] } },
    { say: `Open the f-I curve below: ${answers}`, until: { view: "f-I curve" } },
    stateNames.length < 2
      ? { say: "Drag the ring on the line: the run begins where you leave it.", until: { start: true } }
      : { say: "Drag the ring in the phase plane: the run begins where you leave it.", until: { start: true } },
    { say: `Predict first, from now on: what will ${input} do when you double it? Then look.` },
  ];
}

const sceneChoice = (label: string, scene: Scene<null>): Choice => ({
  label,
  kind: "scene",
  payload: { scene: scene.name, models: [], data: null },
});

const ownChoice: Choice = { label: "your own equations", kind: "own", payload: null };

/**
 * All model neurons of the package to play with, in one output: a menu of the models by their names, each as `explore`
 * shows it, of a Poisson neuron (raster, intervals, counts) and of a rate unit (transfer function, decision line).
 */
export function playground(): void {
  const { html, words } = playgroundOutput();
  host.display({ "text/html": html, "text/plain": `[live figure] ${words}` });
}

/**
 * The output of `playground`, and in words what it offers and shows.
 * @param typed whether equations can be typed, which needs a page that has what reads them
 */
export function playgroundOutput(
  hint: string = isSetUp() ? "" : exploreHint,
  typed: boolean = false,
): { readonly html: string; readonly words: string } {
  const groups = [
    ...Object.entries(models).map(([name, each]) => ({
      name,
      choices: each.map((model) => modelChoice(model, typed)),
    })),
    {
      name: "not differential equations",
      choices: [sceneChoice("Poisson neuron", poissonSpikes), sceneChoice("rate unit", rateUnitPlane)],
    },
    ...(typed ? [{ name: "yours", choices: [ownChoice] }] : []),
  ];
  const payload: PlaygroundPayload = { groups };
  const [first] = Object.values(models)[0];
  const { figure, words } = firstRun(first, payloadOf([first], {}));
  const offered = groups.flatMap(({ choices }) => choices.map(({ label }) => label));
  const scripts = new Map(
    Object.values(models)
      .flat()
      .map((model) => [model.data.fingerprint, kernelScript(model)]),
  );
  return {
    html: liveHtml("playground", compact(figure), payload, [...scripts.values()].join("\n"), hint),
    words: `playground: ${offered.join(", ")}. ${first.name}: ${words}`,
  };
}
