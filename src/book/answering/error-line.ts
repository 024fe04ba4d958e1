import { list, type Json } from "../../text/notebook-json.js";

/** The line of the cell in which an error is, from 1, as its text says; undefined if it is in none of its lines. */
export function lineIn(error: Json): number | undefined {
  for (const line of list(error["traceback"])) {
    const [, number] = /^(?:.\[\d+m)?(?:TypeScript: | {2}at (?!.*cell \[)(?:.*, )?)line (\d+)/.exec(String(line)) ?? [];
    if (number !== undefined) return Number(number);
  }
  return undefined;
}
