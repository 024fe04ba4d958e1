import { compact } from "../../figure/compact.js";
import { equilibria } from "../../dynamics/equilibria/equilibria.js";
import { resonance } from "../../experiments/impedance.js";
import type { Model } from "../../model/model.js";
import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { linearPlane } from "../../models/linear-plane.js";
import { izhikevich } from "../../models/izhikevich.js";
import { passiveMembrane } from "../../models/passive-membrane.js";
import { persistentSodium } from "../../models/persistent-sodium.js";
import { persistentSodiumPotassium } from "../../models/persistent-sodium-potassium.js";
import { prescott } from "../../models/prescott.js";
import { voltageClamp } from "../../models/voltage-clamp.js";
import { restOf, rheobase, strengthDuration, thresholdCurrent } from "../../experiments/threshold-current.js";
import { twoPulse } from "../../experiments/two-pulse.js";
import { display } from "./display.js";
import { liveHtml } from "./embed.js";
import { exploreHint, kernelScript } from "./explore.js";
import { curveWithOnset } from "../scenes/excitability-classes.js";
import { errorsOf } from "../scenes/error-against-step.js";
import { restsBelow, whereRestIsLost } from "../scenes/four-bifurcations.js";
import { initialValues, type Scene } from "../scenes/scene.js";
import { scenes, type SceneName } from "../scenes/scenes.js";
import { isSetUp } from "./setup.js";
import type { ScenePayload } from "../scenes/scene-mount.js";

/** What a scene needs besides the reader: its models, and what is computed once. */
export interface Prepared {
  readonly models: readonly Model[];
  /** As JSON can say it. */
  readonly data: unknown;
}

export interface TwoPulsesOptions {
  /** Of both pulses, ms. */
  readonly width?: number;
  /** From onset to onset, ms. */
  readonly delays?: readonly number[];
  /** The largest second pulse that is tried. */
  readonly most?: number;
}

const defaultDelays = [5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 21, 25, 30];

export const prepare = {
  potentialLandscape: (model: Model = persistentSodium.preset("without reset"), duration: number = 40) => {
    if (model.stateNames.length !== 1 || model.input === undefined)
      throw new RangeError(
        `potentialLandscape: a model of one state with an input is needed, ${model.name} has the states ${model.stateNames.join(", ")}`,
      );
    const [name] = model.stateNames;
    const [low, high] = equilibria(model).map(({ state }) => state[name]);
    const whole = { name: "the whole line", range: model.ranges[name] };
    const near =
      high === undefined
        ? []
        : [{ name: "rest and threshold", range: [low - (high - low), high + (high - low)] as const }];
    return {
      models: [model],
      data: {
        duration,
        views: [whole, ...near],
        start: high === undefined ? model.states[name] : Number((high + (high - low) / 20).toPrecision(3)),
      },
    };
  },
  traceDeterminantPlane: () => ({ models: [linearPlane], data: null }),
  draggableNullclines: (
    model: Model = persistentSodiumPotassium.with({ I: 4 }),
    second: string = "Vn",
    duration: number = 60,
  ) => {
    if (model.stateNames.length !== 2 || model.input === undefined)
      throw new RangeError(
        `draggableNullclines: a model of two states with an input is needed, ${model.name} has ${model.stateNames.join(", ")}`,
      );
    if (!model.parameterNames.includes(second))
      throw new RangeError(
        `draggableNullclines: ${model.name} has no parameter '${second}'; it has ${model.parameterNames.join(", ")}`,
      );
    return { models: [model], data: { second, duration } };
  },
  fourBifurcations: () => {
    const names = [
      "saddle-node on invariant circle",
      "saddle-node off invariant circle",
      "supercritical Andronov-Hopf",
      "subcritical Andronov-Hopf",
    ];
    const models = names.map((name) => persistentSodiumPotassium.preset(name));
    const at = whereRestIsLost(models);
    return { models, data: { at, names, rests: restsBelow(models, at) } };
  },
  clampedMembrane: (model: Model = hodgkinHuxley) => ({ models: [voltageClamp(model)], data: null }),
  twoPulses: (
    model: Model = hodgkinHuxley,
    { width = 0.5, delays = defaultDelays, most = 200 }: TwoPulsesOptions = {},
  ) => {
    const { delay, threshold, resting, first } = twoPulse(model, delays, { width, most });
    return {
      models: [model],
      data: {
        width,
        delay: [...delay],
        threshold: [...threshold].map(finite),
        resting,
        first,
        most,
        rest: restOf(model),
      },
    };
  },
  phasesOfASpike: (model: Model = hodgkinHuxley) => ({
    models: [model],
    data: { strength: Number((1.5 * thresholdCurrent(model, { width: 1 })).toPrecision(2)) },
  }),
  strengthDurationCurve: (model: Model = hodgkinHuxley) => {
    const { width, current } = strengthDuration(model, [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10, 20]);
    return {
      models: [model],
      data: {
        width: [...width],
        current: [...current].map(finite),
        rheobase: rheobase(model, 100),
        rest: restOf(model),
      },
    };
  },
  errorAgainstStep: (model: Model = hodgkinHuxley.with({ I: 10 }), duration: number = 10) => ({
    models: [model],
    data: errorsOf(model, duration),
  }),
  excitabilityClasses: () => {
    const curves = [0, -4, -8, -13, -17, -21].map((betaW) => ({ betaW, ...curveWithOnset(prescott.with({ betaW })) }));
    return { models: [prescott], data: { curves, unit: prescott.units["I"] } };
  },
  integratorAndResonator: () => {
    const width = 0.5;
    const models = [
      persistentSodiumPotassium.preset("saddle-node on invariant circle").with({ I: 4 }),
      persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 40 }),
    ];
    return {
      models,
      data: {
        names: ["integrator", "resonator"],
        width,
        threshold: models.map((model) => thresholdCurrent(model, { width })),
        rest: models.map(restOf),
        resonance: models.map((model) => resonance(model).frequency || null),
      },
    };
  },
  poissonSpikes: () => ({ models: [], data: null }),
  rateUnitPlane: () => ({ models: [], data: null }),
  voltageAlongCable: () => ({ models: [passiveMembrane], data: null }),
  networkRaster: () => ({ models: [izhikevich], data: null }),
} satisfies Readonly<Record<SceneName, (...args: never[]) => Prepared>>;

/** JSON has no NaN and no Infinity. */
const finite = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(6)) : null);

/**
 * A flow on a line: velocity, potential and the state over time, as the input and the beginning move. Where rest and
 * threshold lie close together, "look at" shows the landscape between them.
 * @param model of one state, such as I_Na,p without its reset
 * @param duration of the run, ms
 * @throws RangeError for a model with more than one state or without an input
 */
export function potentialLandscape(model: Model, duration: number = 40): void {
  present("potentialLandscape", prepare.potentialLandscape(model, duration));
}

/**
 * The plane of trace and determinant to move in: the five equilibria of a linear system, with trajectories and x(t),
 * y(t).
 */
export function traceDeterminantPlane(): void {
  present("traceDeterminantPlane", prepare.traceDeterminantPlane());
}

/**
 * Nullclines to drag: the first by the model's input, the second by a parameter of its own.
 * @param second such as Vn of I_Na,p + I_K, V3 of Morris-Lecar, a of FitzHugh-Nagumo
 * @param duration of the run, ms
 * @throws RangeError for a model without two states and an input, or an unknown parameter
 */
export function draggableNullclines(model: Model, second: string, duration: number = 60): void {
  present("draggableNullclines", prepare.draggableNullclines(model, second, duration));
}

/**
 * The four bifurcations of rest side by side, in I_Na,p + I_K, at the same distance of the current from each: phase
 * planes and traces.
 */
export function fourBifurcations(): void {
  present("fourBifurcations", prepare.fourBifurcations());
}

/**
 * A membrane under voltage clamp: holding potential, command and conductances are sliders; seen are the clamp current,
 * its parts, the gates, and the early and late current against the command.
 * @throws ModelError for a model that cannot be clamped, see `voltageClamp`
 */
export function clampedMembrane(model: Model): void {
  present("clampedMembrane", prepare.clampedMembrane(model));
}

/**
 * The two-pulse experiment: when does a second pulse evoke a second spike? Thresholds are measured when the cell runs.
 * @throws RangeError as `twoPulse`
 */
export function twoPulses(model: Model, options: TwoPulsesOptions = {}): void {
  present("twoPulses", prepare.twoPulses(model, options));
}

/**
 * A spike evoked by a brief pulse, with its phases, as conductances change. @throws RangeError for a model whose spike
 * is a reset
 */
export function phasesOfASpike(model: Model): void {
  present("phasesOfASpike", prepare.phasesOfASpike(model));
}

/**
 * The weakest pulse that evokes a spike, against its length, and a pulse to try. Thresholds are measured when the cell
 * runs.
 */
export function strengthDurationCurve(model: Model): void {
  present("strengthDurationCurve", prepare.strengthDurationCurve(model));
}

/** How wrong a run with a fixed step is, by method and step. @param duration ms, after which the error is taken */
export function errorAgainstStep(model: Model, duration: number = 10): void {
  present("errorAgainstStep", prepare.errorAgainstStep(model, duration));
}

/**
 * Hodgkin's three classes in one model, by the half-activation of its slow current: trace, phase plane and f-I curve.
 */
export function excitabilityClasses(): void {
  present("excitabilityClasses", prepare.excitabilityClasses());
}

/** An integrator and a resonator under the same two pulses, or the same oscillation of rising frequency. */
export function integratorAndResonator(): void {
  present("integratorAndResonator", prepare.integratorAndResonator());
}

/**
 * A Poisson neuron: raster, intervals and counts with the laws that they follow, and what a refractory period changes.
 */
export function poissonSpikes(): void {
  present("poissonSpikes", prepare.poissonSpikes());
}

/** A rate unit of two inputs: its transfer function, and the plane of its inputs with the decision line. */
export function rateUnitPlane(): void {
  present("rateUnitPlane", prepare.rateUnitPlane());
}

/**
 * A passive dendrite: a current at one place, the potential along the cable as time goes, and over time there and at
 * the soma. Sliders move the injection, the moment, the radius and the leak.
 */
export function voltageAlongCable(): void {
  present("voltageAlongCable", prepare.voltageAlongCable());
}

/** 300 cells of Izhikevich's network of 2003: raster and rate, as coupling, inhibition and noise change. */
export function networkRaster(): void {
  present("networkRaster", prepare.networkRaster());
}

function present(scene: SceneName, prepared: Prepared): void {
  const { html, words } = sceneOutput(scene, prepared);
  display({ "text/html": html, "text/plain": `[live figure] ${words}` });
}

/** Points of all lines of one picture: enough for each of a hundred oscillations. */
const pictured = 600;

/** The output of a scene, and in words what its pictures show. */
export function sceneOutput(
  scene: SceneName,
  { models, data }: Prepared,
  hint: string = isSetUp() ? "" : exploreHint,
): { readonly html: string; readonly words: string } {
  const { controls, draw }: Scene = scenes[scene];
  const { figures, words } = draw(initialValues(controls(models, data)), models, data);
  const payload: ScenePayload = { scene, models: models.map((model) => model.data), data };
  const scripts = new Map(models.map((model) => [model.data.fingerprint, kernelScript(model)]));
  return {
    html: liveHtml(
      "scene",
      figures.map((figure) => compact(figure, pictured)),
      payload,
      [...scripts.values()].join("\n"),
      hint,
      words,
    ),
    words,
  };
}
