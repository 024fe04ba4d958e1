/**
 * JSON that no cell can break. A cell may give every object a `toJSON`, or replace `Array.prototype.push`; nothing here
 * is found by way of a prototype.
 */
const { stringify } = JSON;
const { isArray } = Array;
const { keys } = Object;

/** JSON of plain data, by the values alone. */
export function encoded(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value !== "object") return typeof value === "bigint" ? `"${value}"` : (stringify(value) ?? "null");
  const list = isArray(value);
  let text = "";
  const names = keys(value);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    const item = (value as Record<string, unknown>)[name];
    if (!list && (item === undefined || typeof item === "function")) continue;
    text += `${text === "" ? "" : ","}${list ? "" : `${stringify(name)}:`}${encoded(item)}`;
  }
  return list ? `[${text}]` : `{${text}}`;
}
