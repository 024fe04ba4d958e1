import type { Model } from "../../../model/model.js";
import type { StimulusData } from "../../../solve/stimuli/stimulus.js";
import { onRequestOf } from "../panels/on-request.js";
import { optionOf, partsOf } from "../panels/panel.js";
import { panels } from "../panels/panels.js";
import { impossible, longest } from "../runs/possible.js";
import { run } from "../runs/setting.js";
import type { MadeRun } from "../runs/snapshot.js";
import { drawnParameters, drawnPoints, isPointName, pointName, waveformOf, waveforms } from "../runs/waveforms.js";
import {
  mostKept,
  noPattern,
  offeredModel,
  present,
  type ExplorerState,
  type ModelSettings,
  type OfferedModel,
} from "./state.js";

/** Which explorer of a page a link is for. */
export interface Address {
  /** Its place among the live outputs of the page. */
  readonly figure: number;
  /** Its name in a playground's menu; empty outside of one. */
  readonly choice: string;
  /** The equations of the one that a reader types. */
  readonly own?: string | undefined;
}

/** The part of a state that a link carries. */
export interface Linked {
  readonly model: number;
  readonly predict: boolean;
  readonly settings: ModelSettings;
}

/** A waveform's parameter may lie so many of its slider's widths beyond the slider. */
const beyond = 5;

/** A state as the fragment of an address, without "#". */
export function linkText({ figure, choice, own }: Address, state: ExplorerState): string {
  const { pattern, panels: open, options, windows, shows, kept, ...made } = present(state);
  return new URLSearchParams({
    nullcline: String(figure),
    ...(choice !== "" && { choice }),
    ...(own !== undefined && { own }),
    model: offeredModel(state).label,
    ...(pattern !== noPattern && { pattern }),
    ...madeOf(made),
    views: open.join(","),
    ...prefixed("v.", options),
    ...prefixed("w.", windows),
    ...(shows.length > 0 && { shows: shows.join(",") }),
    ...prefixed("k.", Object.fromEntries(kept.map((each, k) => [k, new URLSearchParams(madeOf(each)).toString()]))),
    ...(state.prediction.on && { predict: "1" }),
  }).toString();
}

/** What a run is made of, as entries. */
function madeOf({ parameters, setting }: Pick<MadeRun, "parameters" | "setting">): Record<string, string> {
  const { stimulus, waveform, waveformParameters, duration, start } = setting;
  const points = Array.from({ length: drawnPoints }, (_, k) => waveformParameters[pointName(k)] ?? 0);
  return {
    ...(stimulus === null && { current: waveform }),
    run: String(duration),
    ...prefixed("p.", parameters),
    ...prefixed("s.", start),
    ...prefixed("c.", waveformParameters),
    ...(points.some((value) => value !== 0) && { points: points.join(",") }),
  };
}

/** Points of a drawn current go together, elsewhere. */
const prefixed = (
  prefix: string,
  values: Readonly<Record<string, number | string | readonly number[]>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (isPointName(name) ? [] : [[prefix + name, String(value)]])),
  );

/** For whom the fragment of an address is, if it is a link of ours at all. */
export function addressOf(fragment: string): Address | undefined {
  const found = new URLSearchParams(fragment);
  return found.has("nullcline")
    ? { figure: Number(found.get("nullcline")), choice: found.get("choice") ?? "" }
    : undefined;
}

/**
 * The part of a state that a link carries, every name and number of it checked; runs that were kept are run again.
 * @throws RangeError that says what is wrong with the link; SimulationError where a kept run breaks down
 */
export function readLink(fragment: string, offer: readonly OfferedModel[]): Linked {
  const link = new URLSearchParams(fragment);
  const labels = offer.map(({ label }) => label);
  const index = labels.indexOf(among("model", link.get("model") ?? labels[0], labels));
  const offered = offer[index];
  const { patterns, opening, model, opened } = offered;
  const patternNames = [noPattern, ...patterns.map(({ name }) => name)];
  const pattern = among("pattern", link.get("pattern") ?? noPattern, patternNames);
  const named = patterns.find(({ name }) => name === pattern);
  const stimulus = named?.stimulus ?? opened.setting.stimulus;
  const make = (from: URLSearchParams): Made => readMade(from, offered, named?.duration ?? opening.duration, stimulus);
  const options: Record<string, string> = {};
  const windows: Record<string, readonly [number, number]> = {};
  const kept: MadeRun[] = [];
  for (const [key, text] of link) {
    const [prefix, name] = [key.slice(0, 2), key.slice(2)];
    if (prefix === "v.") options[name] = panelOption(model, name, text);
    else if (prefix === "w.") windows[among("window of", name, [...model.stateNames, "time"])] = windowIn(name, text);
    else if (prefix === "k.") {
      const made = make(new URLSearchParams(text));
      among(
        "kept run",
        name,
        Array.from({ length: mostKept }, (_, k) => String(k)),
      );
      kept.push({ ...made, recording: run(model.with(made.parameters), made.setting) });
    } else if (!ofRuns.includes(prefix)) among("entry", key, entries);
  }
  const names = panels.filter((panel) => panel.suits(model)).map(({ name }) => name);
  const open = link.get("views")?.split(",") ?? opened.panels;
  const shows = link.get("shows")?.split(",") ?? [];
  return {
    model: index,
    predict: link.get("predict") === "1",
    settings: {
      ...make(link),
      pattern,
      panels: [...new Set(open.filter((name) => name !== "").map((name) => among("view", name, names)))],
      options,
      windows,
      shows: [...new Set(shows.map((name) => among("thing to show", name, onRequestOf(model))))],
      kept,
    },
  };
}

type Made = Pick<MadeRun, "parameters" | "setting">;

/** Prefixes of what runs are made of. */
const ofRuns = ["p.", "s.", "c."];

/** What a run is made of, of the entries that say it. @param usual ms, its length where none is said */
function readMade(
  link: URLSearchParams,
  { model, opened }: OfferedModel,
  usual: number,
  stimulus: StimulusData | null,
): Made {
  const waveformNames = waveforms.map(({ name }) => name);
  const waveform = among("current", link.get("current") ?? opened.setting.waveform, waveformNames);
  const duration = finite("run", link.get("run") ?? String(usual), [usual / 1000, usual * longest]);
  const parameters: Record<string, number> = {};
  const start: Record<string, number> = {};
  const waveformParameters: Record<string, number> = {};
  for (const [key, text] of link) {
    const [prefix, name] = [key.slice(0, 2), key.slice(2)];
    if (prefix === "p.") parameters[among("parameter", name, model.parameterNames)] = possible(model, name, text);
    else if (prefix === "s.") start[among("state", name, model.stateNames)] = possible(model, name, text);
    else if (prefix === "c.") waveformParameters[name] = waveformParameter(model, waveform, duration, name, text);
  }
  Object.assign(waveformParameters, drawnCurrent(link.get("points")));
  return { parameters, setting: { duration, stimulus, waveform, waveformParameters, start } };
}

const entries = [
  "nullcline",
  "choice",
  "own",
  "model",
  "pattern",
  "current",
  "run",
  "points",
  "views",
  "predict",
  "shows",
];

function windowIn(name: string, text: string): readonly [number, number] {
  const [low, high, ...more] = text.split(",").map((end) => finite(`the window of ${name}`, end));
  if (low < high && more.length === 0) return [low, high];
  throw new RangeError(`the window of ${name} must be two numbers that increase, it is "${text.slice(0, 40)}"`);
}

function possible(model: Model, name: string, text: string): number {
  const value = finite(name, text);
  const why = impossible(model, name, value);
  if (why !== undefined) throw new RangeError(why.replace(/\.$/, ""));
  return value;
}

function waveformParameter(model: Model, waveform: string, duration: number, name: string, text: string): number {
  const controls = model.input === undefined ? [] : waveformOf(waveform).controls(duration);
  const names = controls.map((control) => control.name);
  const { range, unit } = controls[names.indexOf(among("number of the current", name, names))];
  const [low, high] = unit === undefined && model.input !== undefined ? model.ranges[model.input] : range;
  const width = high - low;
  const lowest = low > 0 ? low / beyond : low - (low < 0 ? beyond * width : 0);
  return finite(name, text, [lowest, high + beyond * width]);
}

function panelOption(model: Model, name: string, text: string): string {
  const panel = panels.find((each) => each.name === name && each.suits(model));
  if (panel?.accepts?.(text) === true) return text;
  const what = `choice of the view "${name.slice(0, 40)}"`;
  if (panel === undefined) return among(what, text, []);
  const { choices = [], amount } = panel;
  const parts = partsOf(text);
  const chosen = choices.map(({ options }, k) => {
    const offered = options(model);
    return among(what, parts[k] ?? offered[0], offered);
  });
  const [said, ...more] = parts.slice(choices.length);
  if (more.length > 0 || (said !== undefined && amount === undefined)) return among(what, text, []);
  if (said === undefined || amount === undefined) return optionOf(chosen);
  return optionOf([...chosen, finite(`${amount.label} in the link`, said, amount.range(model, chosen))]);
}

function drawnCurrent(text: string | null): Readonly<Record<string, number>> {
  if (text === null) return {};
  const points = text.split(",");
  if (points.length !== drawnPoints)
    throw new RangeError(`a drawn current has ${drawnPoints} points, this has ${points.length}`);
  return drawnParameters(points.map((point, k) => finite(pointName(k), point)));
}

function among(what: string, name: string, names: readonly string[]): string {
  if (names.includes(name)) return name;
  throw new RangeError(`there is no ${what} "${name.slice(0, 40)}" here`);
}

function finite(name: string, text: string, [low, high]: readonly [number, number] = [-Infinity, Infinity]): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, it is "${text.slice(0, 40)}"`);
  if (value < low || value > high) throw new RangeError(`${name} must lie between ${low} and ${high}, it is ${value}`);
  return value;
}
