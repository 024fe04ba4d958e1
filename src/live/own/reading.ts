import { lastingModel, plainSetting, run } from "../explorer/runs/setting.js";
import { impossible } from "../explorer/runs/possible.js";
import type { ExplorerPayload, Opening } from "../explorer/state/payload.js";
import { equilibria } from "../../dynamics/equilibria/equilibria.js";
import { nullclines } from "../../dynamics/plane/nullclines.js";
import { ModelError } from "../../model/error.js";
import { modelFromData } from "../../model/model-from-data.js";
import type { Model } from "../../model/model.js";
import { defineModel } from "../../model/text/define.js";
import { SimulationError } from "../../solve/simulation-error.js";
import { carriedData, kernelScript } from "../cell/carried.js";
import { markedEquations } from "../cell/marked-equations.js";
import { opening } from "../cell/opening.js";
import { definitionCode } from "./code.js";
import { definitionOf, type Draft } from "./draft.js";
import { repairsOf, sparesOf, type Repair } from "./repairs.js";
import { guessedWindows } from "./windows.js";

/** What came of a draft: a model to explore, or why it is none. */
export type Reading =
  | {
      readonly kind: "model";
      readonly payload: ExplorerPayload;
      /** Its kernels as a script of the page, generated from its graph: nothing of what was typed is in it. */
      readonly script: string;
      /** TypeScript that defines it. */
      readonly code: string;
      /** Of states and parameters, also where they were guessed. */
      readonly ranges: Model["ranges"];
      readonly repairs: readonly Repair[];
    }
  | {
      readonly kind: "none";
      /** The words of `defineModel`. */
      readonly message: string;
      /** The line of the equations, from 1, where the message names one. */
      readonly line: number | undefined;
      /** What it is about. */
      readonly symbol: string | undefined;
      readonly repairs: readonly Repair[];
    };

/** Nodes of a graph: several times those of Hodgkin and Huxley's. */
const mostNodes = 1500;
/** ms, of a run that nothing drives, or that breaks down. */
const alone = 50;
/** ms that an explorer may need between two moves of a slider, and how often that is tried. */
const [patience, tries] = [1000, 3];

/**
 * Reads a draft. It may take long: a worker does it, which is ended where it takes too long.
 * @param prepare makes the kernels of a model run where code may not be generated from text
 */
export function readingOf(draft: Draft, prepare: (model: Model) => void = () => {}): Reading {
  try {
    const model = modelOf(draft, prepare);
    for (const [name, value] of Object.entries(model.parameters)) {
      const why = impossible(model, name, value);
      if (why !== undefined) throw new ModelError(why, name);
    }
    const begin = openingOf(model);
    const opened = model.input === undefined ? model : model.with({ [model.input]: begin.input });
    return {
      kind: "model",
      payload: {
        systems: [
          {
            data: carriedData(model),
            mathml: markedEquations(model),
            code: { name: "model", defaults: model.parameters },
            patterns: [],
          },
        ],
        models: [{ label: model.name, system: 0, values: opened.data.values, opening: begin }],
        stimulus: null,
        sliders: null,
        predict: false,
        start: {},
      },
      script: kernelScript(model),
      code: definitionCode(definitionOf(draft, model.ranges)),
      ranges: model.ranges,
      repairs: sparesOf(draft),
    };
  } catch (error) {
    const deep = error instanceof RangeError && error.message.includes("call stack");
    if (!(error instanceof ModelError || error instanceof TypeError || deep)) throw error;
    const symbol = error instanceof ModelError ? error.symbol : undefined;
    const message = inShort(error.message.replace(`${draft.name}: `, "").replace(/^defineModel: /, ""));
    const line = /^line (\d+)/.exec(message)?.[1];
    return {
      kind: "none",
      message,
      line: line === undefined ? undefined : Number(line) + blankLinesBefore(draft.equations),
      symbol,
      repairs: error instanceof ModelError ? repairsOf(draft, error) : [],
    };
  }
}

/** @throws ModelError for what is no model, or too large a one */
function modelOf(draft: Draft, prepare: (model: Model) => void): Model {
  const model: Model = defineModel(definitionOf(draft));
  const { length } = model.data.nodes;
  if (length > mostNodes)
    throw new ModelError(`the equations have ${length} operations; at most ${mostNodes} follow a slider`);
  prepare(model);
  const guessed = draft.states.filter(({ low, high }) => low.trim() === "" && high.trim() === "");
  return guessed.length === 0
    ? model
    : defineModel(
        definitionOf(
          draft,
          guessedWindows(
            model,
            guessed.map(({ name }) => name),
          ),
        ),
      );
}

/** With what an explorer opens; where a run breaks down, its words say so. */
const openingOf = (model: Model): Opening =>
  unlessItBreaksDown(() => opening(model, model.input === undefined ? alone : undefined, null)) ?? {
    duration: alone,
    input: model.input === undefined ? 0 : model.parameters[model.input],
  };

function unlessItBreaksDown<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof SimulationError) return undefined;
    throw error;
  }
}

/**
 * The same, but none where the pictures would not follow a slider: the first time code is slow, so that what takes too
 * long is tried again.
 */
export function quickReadingOf(draft: Draft, prepare?: (model: Model) => void): Reading {
  const reading = readingOf(draft, prepare);
  if (reading.kind === "none") return reading;
  const { systems, models } = reading.payload;
  const model = modelFromData({ ...systems[0].data, values: models[0].values });
  let took = Infinity;
  for (let k = 0; k < tries && took > patience; k++) took = timeOfMove(model, models[0].opening.duration);
  if (took <= patience) return reading;
  return unread(
    `one run with its equilibria and nullclines takes ${(took / 1000).toFixed(1)} s here, too long to follow a ` +
      "slider; simulate and bifurcations do these equations in a notebook",
  );
}

/** That a draft is no model, for this reason, which is about no line of it. */
export const unread = (message: string): Reading => ({
  kind: "none",
  message,
  line: undefined,
  symbol: undefined,
  repairs: [],
});

/** ms of what an explorer computes between two moves of a slider. */
function timeOfMove(model: Model, duration: number): number {
  const setting = plainSetting(duration);
  const began = performance.now();
  unlessItBreaksDown(() => run(model, setting));
  const lasting = lastingModel(model, setting);
  equilibria(lasting);
  if (model.stateNames.length === 2) nullclines(lasting);
  return performance.now() - began;
}

/** A message quotes what was typed, which may be long. */
function inShort(message: string): string {
  if (message.includes("call stack")) return tooDeep;
  return message.length > 300 ? `${message.slice(0, 300)} …` : message;
}

/** Of a text that a reader of formulas cannot follow. */
const tooDeep = "these equations are nested too deeply to be read";

/** `defineModel` counts from the first line that is not blank. */
const blankLinesBefore = (text: string): number => (/^\s*\n/.exec(text)?.[0] ?? "").split("\n").length - 1;
