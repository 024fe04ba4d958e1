/** A list of records as a table. */
import { inspect } from "node:util";
import { escapeHtml } from "../../text/html.js";

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

/** Whether a value is a list of at least two records with the same keys and plain values. */
export function isTable(value: unknown): value is readonly Row[] {
  if (!Array.isArray(value) || value.length < 2 || !isRecord(value[0])) return false;
  const keys = Object.keys(value[0]).join("\0");
  return keys !== "" && value.every((each) => isRecord(each) && Object.keys(each).join("\0") === keys);
}

/** The table in HTML: numbers to the right, text as it is. */
export function htmlTable(rows: readonly Row[]): string {
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
