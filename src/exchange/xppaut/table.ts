import { number, operation, type Formula } from "../formula.js";
import { choice } from "./functions.js";

/** A function of one number that is linear between points at equal distances. */
export interface Table {
  readonly points: number;
  readonly from: number;
  readonly to: number;
  /** Value at a point, of its place. */
  value(at: Formula): Formula;
}

/** Most points of a table of which the argument varies: each is a choice in the equations. */
const mostPoints = 500;

/** What the definition of a table says: `% points from to formula`; undefined for one that lies in a file. */
export function readTable(text: string): { readonly span: Omit<Table, "value">; readonly formula: string } | undefined {
  const match = /^%\s*(\d+)\s+(\S+)\s+(\S+)\s+(.*)$/.exec(text);
  if (match === null) return undefined;
  const [points, from, to] = match.slice(1, 4).map(Number);
  return points >= 2 && from < to ? { span: { points, from, to }, formula: match[4] } : undefined;
}

/** The value of a table; the first and the last piece go on beyond its ends. */
export function lookUp(table: Table, x: Formula): Formula | undefined {
  const { points, from, to } = table;
  const step = (to - from) / (points - 1);
  const at = (k: number): Formula => table.value(number(from + k * step));
  const piece = (k: number): Formula => {
    const [left, right] = [at(k), at(k + 1)];
    const share = operation("divide", operation("subtract", x, number(from + k * step)), number(step));
    return operation("add", left, operation("multiply", operation("subtract", right, left), share));
  };
  if (x.kind === "number") {
    const place = (x.value - from) / step;
    const k = Math.min(Math.max(Math.trunc(place), 0), points - 1);
    return place === k ? at(k) : piece(Math.min(k, points - 2));
  }
  if (points > mostPoints) return undefined;
  // halves, so that a value is found by few comparisons
  const between = (low: number, high: number): Formula => {
    if (low === high) return piece(low);
    const middle = (low + high + 1) >> 1;
    return choice(">=", x, number(from + middle * step), between(middle, high), between(low, middle - 1));
  };
  return between(0, points - 2);
}
