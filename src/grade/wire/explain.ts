/** What was thrown, in one line of at most 300 characters. Anything can be thrown, so nothing about it is believed. */
export function explain(thrown: unknown): string {
  try {
    const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : `${shown(thrown)} was thrown`;
    return text.replace(/\s+/g, " ").slice(0, 300);
  } catch {
    return "something was thrown that cannot be shown";
  }
}

function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 300));
  if (typeof value !== "object" || value === null) return String(value);
  return JSON.stringify(value) ?? "an object";
}
