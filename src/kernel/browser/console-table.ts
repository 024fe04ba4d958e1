/** A table as Node's `console.table` prints it. */
import { inspect } from "node:util";

/** @returns undefined for what is no table, such as a number */
export function consoleTable(value: unknown, only?: readonly string[]): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (value instanceof Map)
    return drawn(
      ["(iteration index)", "Key", "Values"],
      [...value].map(([key, each], i) => [String(i), shown(key), shown(each)]),
    );
  if (value instanceof Set)
    return drawn(
      ["(iteration index)", "Values"],
      [...value].map((each, i) => [String(i), shown(each)]),
    );
  const rows = Object.entries(value as Record<string, unknown>);
  const isRow = (row: unknown): row is Record<string, unknown> =>
    (typeof row === "object" && row !== null) || typeof row === "function";
  const names = [...(only ?? new Set(rows.flatMap(([, row]) => (isRow(row) ? Object.keys(row) : []))))];
  const hasValues = rows.some(([, row]) => !isRow(row));
  return drawn(
    ["(index)", ...names, ...(hasValues ? ["Values"] : [])],
    rows.map(([index, row]) => [
      index,
      ...names.map((name) => (isRow(row) && Object.hasOwn(row, name) ? shown(row[name]) : "")),
      ...(hasValues ? [isRow(row) ? "" : shown(row)] : []),
    ]),
  );
}

const shown = (value: unknown): string =>
  inspect(value, {
    maxArrayLength: 3,
    breakLength: Number.POSITIVE_INFINITY,
    depth: typeof value === "object" && value && !Array.isArray(value) && Object.keys(value).length > 2 ? -1 : 0,
  });

function drawn(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => (row[i] ?? "").length)) + 2);
  const line = (cells: readonly string[]): string =>
    `│${widths.map((width, i) => ` ${(cells[i] ?? "").padEnd(width - 1)}`).join("│")}│\n`;
  const rule = (left: string, cross: string, right: string): string =>
    `${left}${widths.map((width) => "─".repeat(width)).join(cross)}${right}`;
  const top = `${rule("┌", "┬", "┐")}\n${line(head)}${rule("├", "┼", "┤")}\n`;
  return `${top}${rows.map(line).join("")}${rule("└", "┴", "┘")}`;
}
