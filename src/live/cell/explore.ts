import { requireStimulus } from "../../solve/stimuli/stimulus.js";
import { requireModel } from "../../checks/require-model.js";
import { knownOptions, requirePositive, requireRecord } from "../../checks/require.js";
import { compact } from "../../figure/compact.js";
import type { Figure } from "../../figure/figure.js";
import { host } from "../../host/node.js";
import type { Model, ParameterOf } from "../../model/model.js";
import { catalogue } from "../../models/catalogue.js";
import type { Stimulus, StimulusData } from "../../solve/stimuli/stimulus.js";
import { hiddenFigure, hiddenWords } from "../explorer/figures/prediction.js";
import { runFigure } from "../explorer/figures/time-course.js";
import { inWords } from "../explorer/figures/words.js";
import { plainSetting, run } from "../explorer/runs/setting.js";
import { checkedStory } from "./checked-story.js";
import type { StoryStep } from "../explorer/state/story-step.js";
import { type Entry, type ExplorerPayload, type System, startIn } from "../explorer/state/payload.js";
import { carriedData, kernelScript } from "./carried.js";
import { liveHtml } from "./embed.js";
import { markedEquations } from "./marked-equations.js";
import { opening } from "./opening.js";
import { patternsOf } from "./patterns.js";
import { isSetUp } from "./setup.js";

/** What `explore` may be told. */
export interface ExploreOptions<P extends string = string> {
  /** Of a run, ms. Default: long enough for some spikes. */
  readonly duration?: number;
  /**
   * Added to the model's input. Default: a menu of time courses whose size is the slider of the input, beginning with a
   * step whose current makes the model fire.
   */
  readonly stimulus?: Stimulus;
  /** Parameters whose sliders are in view; the rest are a click away. Default: the input and the conductances. */
  readonly sliders?: readonly P[];
  /**
   * Whether the reader predicts before seeing: each new run is hidden until a number of spikes (or a sketch) has been
   * given.
   * Default: false; a button of the explorer begins it at any time.
   */
  readonly predict?: boolean;
  /**
   * Initial states by name. Default: at rest, the stable equilibrium before the stimulus comes; without one, or without
   * an input, the model's own.
   */
  readonly initial?: Readonly<Record<string, number>>;
  /**
   * What is told beside the figure, step by step: `[{ say: "Raise I until it fires.", until: { spikes: [1, 99] } }]`.
   * Default: nothing.
   */
  readonly story?: readonly StoryStep[];
}

/**
 * A model to play with: its run, with a slider for each parameter, its phase plane, f-I curve and bifurcation diagram.
 * The reader's browser runs it again at every move, so it works in an exported page as well. Of several models a menu
 * chooses.
 * @throws RangeError for a slider or an initial state that no model has, and for a stimulus that cannot be given to
 * them; TypeError for an unknown option
 */
export function explore<M extends Model>(models: M | readonly M[], options: ExploreOptions<ParameterOf<M>> = {}): void {
  const list = Array.isArray(models) ? (models as readonly Model[]) : [models as Model];
  for (const model of list) requireModel("explore", model);
  const { html, words } = explorer(list, options);
  host.display({
    "text/html": html,
    "text/plain": `[live figure] ${list.map(({ name }) => name).join(", ")}: ${words}`,
  });
}

/** The output of `explore`, and in words what its picture shows. */
export function explorer(
  models: readonly Model[],
  options: ExploreOptions,
  hint: string = isSetUp() ? "" : exploreHint,
): { readonly html: string; readonly words: string } {
  const payload = payloadOf(models, options);
  const { figure, words } = firstRun(models[0], payload);
  const scripts = new Map(models.map((model) => [model.data.fingerprint, kernelScript(model)]));
  return { html: liveHtml("explorer", compact(figure), payload, [...scripts.values()].join("\n"), hint), words };
}

/** The picture with which an explorer opens, and what it shows in words. @param model the first of the payload's */
export function firstRun(
  model: Model,
  {
    models: [
      {
        values,
        opening: { duration },
      },
    ],
    stimulus,
    start,
    predict,
  }: ExplorerPayload,
): { readonly figure: Figure; readonly words: string } {
  const opened = model.with(Object.fromEntries(model.parameterNames.map((name, k) => [name, values[k]])));
  const trajectory = run(opened, { ...plainSetting(duration, stimulus), start: startIn(opened, start) });
  const figure = runFigure(trajectory);
  return predict
    ? { figure: hiddenFigure(figure, opened), words: hiddenWords }
    : { figure, words: inWords(trajectory) };
}

/** What the output of `explore` carries into the browser. @throws RangeError, TypeError as `explore` */
export function payloadOf(models: readonly Model[], options: ExploreOptions): ExplorerPayload {
  knownOptions("explore", options, ["duration", "stimulus", "sliders", "predict", "initial", "story"]);
  const { duration, stimulus, sliders, predict = false, initial = {}, story } = options;
  if (models.length === 0) throw new RangeError("explore needs at least one model, got an empty list");
  if (duration !== undefined) requirePositive("explore", "duration", duration, "ms");
  if (stimulus !== undefined) requireStimulus("explore", stimulus);
  requireRecord("explore", "initial", initial, "{ V: -65 }");
  for (const name of sliders ?? []) {
    if (models.some((model) => model.parameterNames.includes(name))) continue;
    throw new RangeError(
      `explore: no parameter '${name}' for a slider; ` +
        `there are ${namesIn(models.map(({ parameterNames }) => parameterNames))}`,
    );
  }
  for (const [name, value] of Object.entries(initial)) {
    if (typeof value !== "number" || !Number.isFinite(value))
      throw new RangeError(`explore: initial.${name} must be a finite number, got ${String(value)}`);
    if (models.some((model) => model.stateNames.includes(name))) continue;
    throw new RangeError(
      `explore: no state '${name}' to begin in; there are ${namesIn(models.map(({ stateNames }) => stateNames))}`,
    );
  }
  if (stimulus !== undefined && models.every(({ input }) => input === undefined))
    throw new RangeError(`explore: ${models[0].name} names no input parameter to which a stimulus could be added`);
  const given = stimulus?.data ?? null;
  if (given !== null && isWhite(given))
    throw new RangeError(
      "explore: white noise has no value at a point of time, which a live run needs; " +
        "give ornsteinUhlenbeck({ mean, deviation, tau, seed }) with a short tau instead",
    );
  const labels = distinct(models.map(labelOf));
  const systems = new Map<string, System>();
  const entries = models.map((model, k): Entry => {
    const key = JSON.stringify({ ...model.data, values: [] });
    if (!systems.has(key)) systems.set(key, systemOf(model));
    const begin = opening(model, duration, given);
    const opened = model.input === undefined ? model : model.with({ [model.input]: begin.input });
    return { label: labels[k], system: [...systems.keys()].indexOf(key), values: opened.data.values, opening: begin };
  });
  return {
    systems: [...systems.values()],
    models: entries,
    stimulus: given,
    sliders: sliders ?? null,
    predict,
    start: initial,
    ...(story && { story: checkedStory(story, models) }),
  };
}

const namesIn = (lists: readonly (readonly string[])[]): string => [...new Set(lists.flat())].join(", ");

const isWhite = (data: StimulusData): boolean =>
  data.kind === "whiteNoise" || (data.kind === "sum" && data.terms.some(isWhite));

function systemOf(model: Model): System {
  const [name, original] = Object.entries(catalogue).find(
    ([, known]) => known.data.fingerprint === model.data.fingerprint,
  ) ?? ["model", model];
  return {
    data: carriedData(model),
    mathml: markedEquations(model),
    code: { name, defaults: original.parameters },
    patterns: patternsOf(model),
  };
}

/** The model's name, with that of the preset that it is at, if there are several and it is not the first. */
function labelOf(model: Model): string {
  const at = Object.keys(model.presets).find((name) =>
    model.parameterNames.every((parameter) => model.preset(name).parameters[parameter] === model.parameters[parameter]),
  );
  return at === undefined || Object.keys(model.presets).length < 2 ? model.name : `${model.name}: ${at}`;
}

/** A preset is named only where a menu would else have the same name twice; alone, where one model is all of it. */
function distinct(labels: readonly string[]): readonly string[] {
  const plain = labels.map((label) => label.replace(/: .*/, ""));
  const presets = labels.map((label, k) => label.slice(plain[k].length + 2));
  const ofOne = labels.length > 1 && plain.every((name, k) => name === plain[0] && presets[k] !== "");
  const chosen = labels.map((label, k) =>
    ofOne ? presets[k] : plain.filter((name) => name === plain[k]).length > 1 ? label : plain[k],
  );
  return chosen.map((label, k) => (chosen.indexOf(label) === k ? label : `${label} (${k + 1})`));
}

/** Below the picture of an explorer or a scene that nothing makes live. */
export const exploreHint =
  "This is a picture. For sliders that run the model, run setup() in the first cell of the notebook.";
