import { ModelError } from "../../model/error.js";
import type { ModelData } from "../../model/model-data.js";
import { state, type ModelDefinition } from "../../model/text/definition.js";

/** A state or a parameter as it is typed: what stands there need not be a number yet. */
export interface DraftRow {
  readonly name: string;
  /** The value of a parameter; the start of a state, which may be a formula. */
  readonly value: string;
  readonly unit: string;
  /** Both empty: the range is guessed. */
  readonly low: string;
  readonly high: string;
}

/** Values of parameters by a name for them, as a model has them that was copied. */
type DraftPresets = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What a reader types to have a model: all texts of a definition, right or not. */
export interface Draft {
  readonly name: string;
  readonly source: string;
  readonly equations: string;
  readonly states: readonly DraftRow[];
  readonly parameters: readonly DraftRow[];
  /** The parameter that the current drives; empty: the one named I. */
  readonly input: string;
  /** These are empty where there is none. */
  readonly threshold: string;
  readonly reset: string;
  readonly refractory: string;
  /** These are not typed: of a parameter that is gone they say nothing. */
  readonly presets: DraftPresets;
}

/** With what a reader begins: a neuron in four lines. */
export const example: Draft = {
  name: "my neuron",
  source: "typed in the page",
  equations: [
    "# FitzHugh-Nagumo: v is fast, w is slow",
    "dv/dt = v - v^3/3 - w + I  [1/ms]",
    "dw/dt = epsilon*(v + a - b*w)  [1/ms]",
  ].join("\n"),
  states: [
    { name: "v", value: "-1.2", unit: "1", low: "-2.5", high: "2.5" },
    { name: "w", value: "-0.625", unit: "1", low: "-1.5", high: "2.5" },
  ],
  parameters: [
    { name: "I", value: "0.5", unit: "1", low: "-0.5", high: "2" },
    { name: "a", value: "0.7", unit: "1", low: "", high: "" },
    { name: "b", value: "0.8", unit: "1", low: "", high: "" },
    { name: "epsilon", value: "0.08", unit: "1", low: "", high: "" },
  ],
  input: "",
  threshold: "v > 1 [1]",
  reset: "",
  refractory: "",
  presets: {},
};

/** The draft of a model that is there, at these values of its parameters, to be changed. */
export function draftOf(data: ModelData, values: readonly number[] = data.values): Draft {
  const { texts } = data;
  if (texts === undefined) throw new Error(`${data.name} comes without the texts of its definition`);
  const row = (name: string, value: number | string): DraftRow => {
    const [low, high] = data.ranges[name].map(String);
    return { name, value: String(value), unit: data.units[name], low, high };
  };
  return {
    name: `my ${data.name}`.slice(0, longest.name),
    source: `after ${data.source}`.slice(0, longest.source),
    equations: dedented(data.equations),
    states: data.states.map((name, i) => row(name, texts.initial[i])),
    parameters: data.parameters.map((name, k) => row(name, values[k])),
    input: data.input === "I" ? "" : (data.input ?? ""),
    threshold: texts.threshold ?? "",
    reset: dedented(texts.reset ?? ""),
    refractory: texts.refractory ?? "",
    presets: presetsOf(data, values),
  };
}

/** A model's presets with what they leave as it was, where a copy begins with other values. */
function presetsOf(data: ModelData, values: readonly number[]): DraftPresets {
  return Object.fromEntries(
    Object.entries(data.presets).map(([name, preset]) => [
      name,
      Object.fromEntries(
        data.parameters.flatMap((each, k) => {
          const value = preset[each] ?? data.values[k];
          return each in preset || value !== values[k] ? [[each, value]] : [];
        }),
      ),
    ]),
  );
}

/** A text without the lines around it that are blank, and without what all its lines begin with. */
function dedented(text: string): string {
  const lines = text.replace(/^\s*\n|\s+$/g, "").split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)?.[0].length ?? 0);
  return lines.map((line) => line.slice(Math.min(...indents))).join("\n");
}

/** Characters of a draft's texts, and how many rows it has, at most: a model that a slider moves is not larger. */
export const longest = {
  name: 60,
  source: 300,
  equations: 8000,
  field: 300,
  reset: 2000,
  states: 12,
  parameters: 60,
  presets: 40,
} as const;

/**
 * What `defineModel` takes.
 * @param windows of states whose range is left to be guessed
 * @throws ModelError where a number is none, or a draft is too large
 */
export function definitionOf(
  draft: Draft,
  windows: Readonly<Record<string, readonly [number, number]>> = {},
): ModelDefinition {
  requireSize(draft);
  if (draft.name.trim() === "") throw new ModelError('these equations have no name; call them "my neuron"');
  const { name, source, equations, states, parameters, input, threshold, reset, refractory, presets } = draft;
  return {
    name: name.trim(),
    source,
    equations,
    states: Object.fromEntries(
      states.map((row) => {
        const start = isNumeral(row.value) ? Number(row.value) : row.value;
        if (start === "")
          throw new ModelError(`state '${row.name}' must start at a finite number, got nothing`, row.name);
        return [row.name, state(start, row.unit, rangeOf(row) ?? windows[row.name] ?? [-1, 1])];
      }),
    ),
    parameters: Object.fromEntries(
      parameters.map((row) => {
        const value = finite(row.value, `parameter '${row.name}'`, row.name);
        const range = rangeOf(row);
        return [row.name, range === undefined ? [value, row.unit] : [value, row.unit, range]];
      }),
    ),
    ...(input !== "" && { input }),
    ...(threshold.trim() !== "" && { threshold }),
    ...(reset.trim() !== "" && { reset }),
    ...(refractory.trim() !== "" && { refractory }),
    ...(Object.keys(presets).length > 0 && { presets: presetsWithin(presets, parameters) }),
  };
}

/** Presets as far as they are about parameters that are there. */
function presetsWithin(presets: DraftPresets, parameters: readonly DraftRow[]): DraftPresets {
  const known = parameters.map(({ name }) => name);
  const within = (preset: DraftPresets[string]): DraftPresets[string] =>
    Object.fromEntries(Object.entries(preset).filter(([name]) => known.includes(name)));
  return Object.fromEntries(
    Object.entries(presets)
      .map(([name, preset]) => [name, within(preset)] as const)
      .filter(([, preset]) => Object.keys(preset).length > 0),
  );
}

/** @throws ModelError naming what is too large */
function requireSize({ equations, states, parameters }: Draft): void {
  if (equations.length > longest.equations)
    throw new ModelError(
      `the equations have ${equations.length} characters; at most ${longest.equations} are read in the page`,
    );
  for (const [rows, what, most] of [
    [states, "states", longest.states],
    [parameters, "parameters", longest.parameters],
  ] as const)
    if (rows.length > most)
      throw new ModelError(`there are ${rows.length} ${what}; at most ${most} are read in the page`);
  const names = [...states, ...parameters].map(({ name }) => name);
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  if (twice !== undefined) throw new ModelError(`'${twice}' is there twice; each name stands for one thing`, twice);
}

/** The range of a row; undefined where it is left to be guessed. */
function rangeOf({ name, low, high }: DraftRow): readonly [number, number] | undefined {
  if (low.trim() === "" && high.trim() === "") return undefined;
  return [finite(low, `the lower end of '${name}'`, name), finite(high, `the upper end of '${name}'`, name)];
}

const isNumeral = (text: string): boolean => text.trim() !== "" && Number.isFinite(Number(text));

function finite(text: string, what: string, name: string): number {
  if (isNumeral(text)) return Number(text);
  throw new ModelError(`${what} must be a finite number, got ${text.trim() === "" ? "nothing" : `'${text}'`}`, name);
}
