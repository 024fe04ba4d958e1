/** How the value of a cell's last expression is shown. */
import { inspect } from "node:util";
import { escapeHtml } from "../../text/html.js";
import type { Bundle } from "../cell.js";
import { shownBy } from "./tslab-module.js";

/** Characters of the plain text; who wants more of a value prints it. */
const longest = 100_000;
/** Where a class says how its objects are shown, as a bundle of MIME types: the name that Deno uses. */
const ownBundle = Symbol.for("Jupyter.display");

/**
 * @param require of the notebook: what the package itself shows is shown by the package that the notebook uses
 * @returns undefined for undefined
 */
export function resultOf(value: unknown, require: NodeJS.Require): Bundle | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "object" && value !== null) {
    const own = (value as Record<symbol, unknown>)[ownBundle];
    if (typeof own === "function") {
      const bundle = own.call(value) as Bundle;
      return { "text/plain": plain(value), ...bundle };
    }
    const rich = packageBundle(value, require);
    if (rich) return rich;
    if (isTable(value)) return { "text/html": htmlTable(value), "text/plain": plain(value) };
  }
  return { "text/plain": plain(value) };
}

function plain(value: unknown): string {
  const text = inspect(value);
  return text.length <= longest ? text : `${text.slice(0, longest)} … ${text.length - longest} more characters`;
}

type Package = Readonly<Record<"show" | "equations", (shown: unknown) => void>> & {
  readonly plot: { trace(run: object): unknown };
};

const hasAll = (value: object, ...names: readonly string[]): boolean => names.every((name) => name in value);
const isModel = (value: object): boolean => hasAll(value, "equations", "tex", "kernels", "parameters");
const isFigure = (value: object): boolean => "data" in value && Array.isArray(value.data) && "layout" in value;

interface RunLike {
  readonly time: Float64Array;
  readonly states: Readonly<Record<string, Float64Array>>;
  readonly spikes: Float64Array;
}
const isRun = (value: object): value is RunLike => hasAll(value, "time", "states", "spikes", "cost", "quantity");

/** As the package shows models, figures and runs, if the value is one of them. */
function packageBundle(value: object, require: NodeJS.Require): Bundle | undefined {
  if (!isModel(value) && !isFigure(value) && !isRun(value)) return undefined;
  const { equations, plot, show } = require("nullcline") as Package;
  if (isModel(value)) return shownBy(() => equations(value));
  if (!isRun(value)) return shownBy(() => show(value));
  const [count, spikes] = [value.time.length, value.spikes.length];
  const names = Object.keys(value.states).join(", ");
  const fired = `${spikes} spike${spikes === 1 ? "" : "s"}`;
  const text = `a run of ${value.time.at(-1) ?? 0} ms: ${names} at ${count} times, ${fired}`;
  return { ...shownBy(() => show(plot.trace(value))), "text/plain": text };
}

type Row = Readonly<Record<string, unknown>>;

/** Rows that are shown; the others are counted. */
const shownRows = 20;
const shownColumns = 12;

const isPrimitive = (value: unknown): boolean => typeof value !== "object" || value === null;
const isRecord = (value: unknown): value is Row =>
  typeof value === "object" &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null) &&
  Object.values(value).every((each) => isPrimitive(each) && typeof each !== "function");

/** Whether a value is shown as a table: a list of at least two records with the same keys and plain values. */
function isTable(value: unknown): value is readonly Row[] {
  if (!Array.isArray(value) || value.length < 2 || !isRecord(value[0])) return false;
  const keys = Object.keys(value[0]).join("\0");
  return keys !== "" && value.every((each) => isRecord(each) && Object.keys(each).join("\0") === keys);
}

/** The table in HTML: numbers to the right, text as it is. */
function htmlTable(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {}).slice(0, shownColumns);
  const head = names.map((name) => `<th>${escapeHtml(name)}</th>`).join("");
  const body = rows.slice(0, shownRows).map((row) => `<tr>${names.map((name) => cell(row[name])).join("")}</tr>`);
  const more = rows.length > shownRows ? `<p>${rows.length - shownRows} more rows</p>` : "";
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>${more}`;
}

const cell = (value: unknown): string =>
  typeof value === "number" || typeof value === "bigint"
    ? `<td style="text-align:right">${escapeHtml(inspect(value))}</td>`
    : `<td style="text-align:left">${escapeHtml(typeof value === "string" ? value : inspect(value))}</td>`;
