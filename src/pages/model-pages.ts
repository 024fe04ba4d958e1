/** The pages of docs/models, written from the models themselves. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { svg } from "../figure/svg/svg.js";
import { printUnit } from "../figure/label.js";
import type { Model } from "../model/model.js";
import { catalogue } from "../models/catalogue.js";
import type { FiringPattern } from "../models/firing-pattern.js";
import { izhikevichPatterns } from "../models/izhikevich-2004.js";
import { stimulusFromData } from "../solve/stimuli/stimulus-from-data.js";
import { runPattern } from "../experiments/run-pattern.js";
import { modelPictures, patternsPicture, type ModelPicture } from "./model-pictures.js";

const width = 760; // px of a picture
const generated = "<!-- Written by `npx nullcline docs` from the model itself: change the model, not this page. -->";
const patternsPage = "izhikevich-patterns";

/** The text of every file of docs/models, by name. */
export function modelPages(): Map<string, string> {
  const files = new Map<string, string>();
  const add = (name: string, picture: ModelPicture, write: (image: string) => string): void => {
    files.set(`${name}.svg`, `${svg(picture.figure, width)}\n`);
    files.set(`${name}.md`, write(`![${picture.caption}](${name}.svg)\n\n*${sentence(picture.caption)}*`));
  };
  for (const [name, model] of Object.entries(catalogue))
    add(slug(name), modelPictures[name](), (image) => modelPage(name, model, image));
  add(patternsPage, patternsPicture(), patternPage);
  files.set("README.md", overview());
  return files;
}

/** Brings a folder to what `modelPages` says; returns the names of the files written or removed. */
export function writeModelPages(folder: string, pages: ReadonlyMap<string, string> = modelPages()): string[] {
  mkdirSync(folder, { recursive: true });
  const stale = staleModelPages(folder, pages);
  for (const file of stale) {
    const text = pages.get(file);
    if (text === undefined) rmSync(join(folder, file));
    else writeFileSync(join(folder, file), text);
  }
  return stale;
}

/**
 * Names of files in a folder that are not what `modelPages` says. Coordinates in a picture may differ by a pixel:
 * engines round powers differently.
 */
export function staleModelPages(folder: string, pages: ReadonlyMap<string, string> = modelPages()): string[] {
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const differs = (file: string, text: string): boolean => {
    if (!present.includes(file)) return true;
    const found = readFileSync(join(folder, file), "utf8");
    return file.endsWith(".svg") ? !samePicture(found, text) : found !== text;
  };
  return [
    ...[...pages].filter(([file, text]) => differs(file, text)).map(([file]) => file),
    ...present.filter((file) => !pages.has(file)),
  ];
}

function samePicture(a: string, b: string): boolean {
  const numeral = /-?\d+(?:\.\d+)?/g;
  if (a.replace(numeral, "") !== b.replace(numeral, "")) return false;
  const [p, q] = [a, b].map((text) => (text.match(numeral) ?? []).map(Number));
  return p.every((value, i) => Math.abs(value - q[i]) <= 1);
}

function overview(): string {
  const rows = Object.entries(catalogue).map(([name, model]) => [
    `[${model.name}](${slug(name)}.md)`,
    `\`${name}\``,
    model.stateNames.map((s) => math(model.symbols[s])).join(", "),
    model.source,
  ]);
  return page("Models", [
    "Every model of the catalogue, written from the model itself: its equations, parameters, presets and source.",
    table(["model", "name", "states", "source"], rows),
    `The twenty firing patterns of Izhikevich (2004) have [a page of their own](${patternsPage}.md). ` +
      "To build a model from ion channels, use `conductanceModel`; from equations, `defineModel`.",
  ]);
}

function modelPage(name: string, model: Model, image: string): string {
  const symbol = (of: string): string => math(model.symbols[of]);
  const unit = (of: string): string => (model.units[of] === "1" ? "" : printUnit(model.units[of]));
  const range = (of: string): string => `${model.ranges[of][0]} … ${model.ranges[of][1]}`;
  const values: Readonly<Record<string, number>> = model.parameters;
  const changed = model.parameterNames.filter((p) =>
    Object.values(model.presets).some((preset) => preset[p] !== undefined),
  );
  return page(sentence(model.name, ""), [
    `\`import { ${name} } from "nullcline";\``,
    `${model.source}.`,
    image,
    "## Equations",
    `$$\n${model.tex}\n$$`,
    "## States",
    table(
      ["state", "name", "starts at", "unit", "window"],
      model.stateNames.map((s) => [symbol(s), `\`${s}\``, number(model.states[s]), unit(s), range(s)]),
    ),
    "## Parameters",
    table(
      ["parameter", "name", "default", "unit", "range"],
      model.parameterNames.map((p) => [symbol(p), `\`${p}\``, number(values[p]), unit(p), range(p)]),
    ),
    ...(model.input === undefined ? [] : [`A stimulus is added to ${symbol(model.input)}.`]),
    ...(changed.length === 0
      ? []
      : [
          "## Presets",
          table(
            ["preset", ...changed.map(symbol)],
            Object.entries(model.presets).map(([preset, set]) => [
              `\`"${preset}"\``,
              ...changed.map((p) => (set[p] === undefined ? "" : number(set[p]))),
            ]),
          ),
        ]),
    ...(model.quantities.length === 0
      ? []
      : [
          "## Quantities",
          table(
            ["quantity", "name", "unit"],
            model.quantities.map((q) => [symbol(q), `\`${q}\``, unit(q)]),
          ),
        ]),
  ]);
}

function patternPage(image: string): string {
  const count = (pattern: FiringPattern, mode: "as published" | "accurate"): string =>
    pattern.panel === "T" && mode === "accurate" ? "runs away" : String(runPattern(pattern, mode).spikes.length);
  const rows = izhikevichPatterns.map((pattern) => {
    const { a, b, c, d } = pattern.model.parameters;
    return [
      pattern.panel,
      pattern.name,
      ...[a, b, c, d, pattern.initial.v, number(pattern.initial.u)].map(String),
      sum(stimulusFromData(pattern.stimulus).tex),
      String(pattern.duration),
      String(pattern.dt),
      count(pattern, "as published"),
      count(pattern, "accurate"),
      pattern.repair?.change ?? "",
    ];
  });
  const variants = [...new Map(izhikevichPatterns.map(({ model }) => [model.name, model])).values()];
  const panels = (model: Model): string => {
    const letters = izhikevichPatterns.filter((pattern) => pattern.model.name === model.name).map(({ panel }) => panel);
    return `${letters.length === 1 ? "panel" : "panels"} ${letters.join(", ")}`;
  };
  return page("The twenty firing patterns of Izhikevich (2004)", [
    '`import { izhikevichPatterns, runPattern } from "nullcline";`',
    "Izhikevich (2004) Which model to use for cortical spiking neurons? IEEE Trans. Neural Netw. 15:1063-1070, " +
      "Fig. 1, with the numbers of the author's program for it.",
    image,
    "The program steps by Euler's rule, v before u, with a coarse step. " +
      '`runPattern(pattern, "as published")` does the same; `"accurate"` integrates the same equations with ' +
      "controlled error and in some panels gives another answer; " +
      '`"repaired"` does so with the change in the last column, which brings the pattern back.',
    "## Equations",
    ...variants.map((model) => `${sentence(model.name, "")} (${panels(model)}):\n\n$$\n${model.tex}\n$$`),
    "## Panels",
    table(
      [
        "",
        "pattern",
        "$a$",
        "$b$",
        "$c$",
        "$d$",
        "$v_0$",
        "$u_0$",
        "$I(t)$",
        "ms",
        "step",
        "spikes, published",
        "spikes, accurate",
        "repair",
      ],
      rows,
    ),
  ]);
}

const page = (title: string, parts: readonly string[]): string =>
  [`# ${title}`, ...parts, generated, ""].join("\n\n").replace(/\n+$/, "\n");

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const math = (tex: string): string => `$${tex}$`;

/** A sum of stimuli, whose terms may stand on lines of their own: no browser breaks a formula. */
const sum = (tex: string): string => math(tex.replaceAll(" + \\left(", " +$ $\\left("));

/** Six digits, trailing zeros dropped. */
const number = (value: number): string => String(Number(value.toPrecision(6)));

const sentence = (text: string, end = "."): string => text.charAt(0).toUpperCase() + text.slice(1) + end;

/** hodgkinHuxley → hodgkin-huxley, izhikevich2007 → izhikevich-2007; FitzHugh is one word. */
const slug = (name: string): string =>
  name.replace("fitzHugh", "fitzhugh").replace(/([A-Z]|\d+)/g, (part) => `-${part.toLowerCase()}`);
