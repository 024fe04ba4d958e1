/** What was thrown, in one line of at most 300 characters. Anything can be thrown, so nothing about it is believed. */
export function explain(thrown: unknown): string {
  try {
    const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : `${shown(thrown)} was thrown`;
    return text.slice(0, 3000).replace(/\s+/g, " ").slice(0, 300);
  } catch {
    return "something was thrown that cannot be shown";
  }
}

/** An object is not written out: how long that takes, and whether it ends, is its own affair. */
function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 300));
  if (typeof value === "bigint" || typeof value === "function") return `a ${typeof value}`;
  if (typeof value !== "object" || value === null) return String(value);
  return Array.isArray(value) ? "a list" : "an object";
}
