import { inspect } from "node:util";

/** What was thrown, in one line of at most 300 characters. Anything can be thrown, so nothing about it is believed. */
export function explain(thrown: unknown): string {
  try {
    const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : `${inspect(thrown)} was thrown`;
    return text.replace(/\s+/g, " ").slice(0, 300);
  } catch {
    return "something was thrown that cannot be shown";
  }
}
