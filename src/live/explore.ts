import { compact } from "../figure/compact.js";
import { kernelsAsScript, type Model, type ModelData } from "../model/model.js";
import type { Stimulus } from "../solve/stimulus.js";
import { display } from "./display.js";
import { json, liveHtml } from "./embed.js";
import { isSetUp } from "./setup.js";
import { inWords, run, runFigure, type ExplorerSetting } from "./settings.js";

export interface ExploreOptions {
  /** ms; default 100. */
  readonly duration?: number;
  /** Added to the model's input. Default: a step from a tenth to eight tenths of the run, whose height is the input's slider. */
  readonly stimulus?: Stimulus;
  /** Parameters whose sliders are in view; the rest are a click away. Default: the input and the conductances. */
  readonly sliders?: readonly string[];
}

export interface ExplorerPayload {
  readonly models: readonly ModelData[];
  readonly setting: ExplorerSetting;
}

/**
 * A model to play with: its run, with a slider for each parameter. The reader's browser runs it again at every move, so it works
 * in an exported page as well. Of several models a menu chooses.
 * @throws RangeError for a slider that no model has
 */
export function explore(models: Model | readonly Model[], options: ExploreOptions = {}): void {
  const list = Array.isArray(models) ? (models as readonly Model[]) : [models as Model];
  const payload = payloadOf(list, options);
  display({ "text/html": exploreHtml(list, payload), "text/plain": `[live figure] ${list.map(({ name }) => name).join(", ")}: ${inWords(run(list[0], payload.setting))}` });
}

export function payloadOf(models: readonly Model[], { duration = 100, stimulus, sliders }: ExploreOptions): ExplorerPayload {
  if (models.length === 0) throw new RangeError("explore needs at least one model, got an empty list");
  for (const name of sliders ?? []) {
    if (models.some((model) => model.parameterNames.includes(name))) continue;
    throw new RangeError(`explore: no parameter '${name}' for a slider; there are ${[...new Set(models.flatMap((model) => model.parameterNames))].join(", ")}`);
  }
  return { models: models.map(({ data }) => data), setting: { duration, stimulus: stimulus?.data ?? null, sliders: sliders ?? null } };
}

export function exploreHtml(models: readonly Model[], payload: ExplorerPayload): string {
  const still = compact(runFigure(run(models[0], payload.setting)));
  return liveHtml("explorer", still, payload, models.map(kernelScript).join("\n"), isSetUp() ? "" : exploreHint);
}

const exploreHint = "This is a picture. For sliders that run the model, run setup() in the first cell of the notebook.";

/** Puts a model's kernels where the runtime finds them, as code of the page: a page's policy may forbid to compile text. */
const kernelScript = (model: Model): string => `(window.nullclineKernels ??= {})[${json(model.data.fingerprint)}] = ${kernelsAsScript(model)};`;
