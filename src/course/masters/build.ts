/** Masters to notebooks. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { present } from "../../checks/present.js";
import type { Catalogue } from "../catalogue.js";
import type { Prediction } from "../predictions/prediction.js";
import { findPrediction, predictionsOf } from "../predictions/predictions.js";
import { lint } from "./lint.js";
import { readMaster, type Master } from "./master.js";
import { notebookFrom, writeNotebook, type Copy, type Notebook } from "./notebook.js";

/** Names of the masters in a folder, sorted. */
export function masterNames(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(`there are no masters: ${folder} does not exist`);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".hidden.ts"))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
}

/**
 * Reads masters, by default all of a folder. @throws Error with one line for each thing that is wrong in any of them
 */
export function readMasters(
  folder: string,
  catalogue: Catalogue,
  names: readonly string[] = masterNames(folder),
  predictions: readonly Prediction[] = [],
): Master[] {
  const masters = names.map((name) => readMaster(name, readFileSync(join(folder, `${name}.ts`), "utf8")));
  const errors = masters.flatMap((master) =>
    lint(master, catalogue[master.name] ?? [], predictionsOf(predictions, master.name)),
  );
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return masters;
}

/** The text of each notebook by its file name. */
export function notebookTexts(
  masters: readonly Master[],
  copy: Copy,
  catalogue: Catalogue,
  predictions: readonly Prediction[] = [],
): Map<string, string> {
  const points = new Map(
    Object.values(catalogue)
      .flat()
      .map((exercise) => [exercise.id, exercise.points]),
  );
  return new Map(
    masters.map((master) => [
      `${master.name}.ipynb`,
      writeNotebook(
        notebookFrom(
          master,
          copy,
          (id) => present(points.get(id), `an exercise ${id}`),
          (id) => findPrediction(predictions, id).right,
        ),
      ),
    ]),
  );
}

/** Writes what differs; returns the names of files written. */
export function writeNotebooks(texts: ReadonlyMap<string, string>, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return [...texts]
    .filter(([file, text]) => {
      const path = join(folder, file);
      if (existsSync(path) && readFileSync(path, "utf8") === text) return false;
      writeFileSync(path, text);
      return true;
    })
    .map(([file]) => file);
}

/** One sentence for each notebook of a folder that is not what its master says; `texts` are those of all masters. */
export function drift(texts: ReadonlyMap<string, string>, folder: string): string[] {
  const there = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".ipynb")) : [];
  return [
    ...[...texts].flatMap(([file, text]) => {
      if (!there.includes(file)) return [`${file} is missing`];
      const found = readFileSync(join(folder, file), "utf8");
      return found === text ? [] : [`${file} ${difference(found, JSON.parse(text) as Notebook)}`];
    }),
    ...there.filter((file) => !texts.has(file)).map((file) => `${file} has no master`),
  ];
}

function difference(found: string, expected: Notebook): string {
  let notebook: Notebook;
  try {
    notebook = JSON.parse(found) as Notebook;
  } catch (error) {
    return `is not a notebook (${(error as Error).message})`;
  }
  const cells = Array.isArray(notebook.cells) ? notebook.cells : [];
  for (let i = 0; i < Math.max(cells.length, expected.cells.length); i++) {
    const [a, b] = [cells[i], expected.cells[i]];
    if (JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))) continue;
    const what = !a
      ? "is missing"
      : !b
        ? "is one too many"
        : a.source?.join("") !== b.source.join("")
          ? "has another text"
          : (a.outputs?.length ?? 0) > 0
            ? "has outputs"
            : "has other metadata";
    const begins = (b ?? a).source?.[0]?.trim().slice(0, 60) ?? "";
    const id = b?.id ?? a?.id;
    return `differs from its master first in cell ${i + 1} (${id}), which ${what}: ${JSON.stringify(begins)}`;
  }
  return "differs from its master outside its cells (metadata or layout)";
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, sorted(v)]),
        )
      : value;
