import { told } from "./told.js";

/** By what a model is known, whichever copy of the package has made it. */
export const modelParts = ["kernels", "stateNames", "parameterNames", "vectorOf"] as const;

/** Whether `value` is an object that has all these names. */
export function hasParts(value: unknown, parts: readonly string[]): boolean {
  if (typeof value !== "object" || value === null) return false;
  return parts.every((part) => (value as Readonly<Record<string, unknown>>)[part] !== undefined);
}

/** Whether something is a model. */
export function isModel(value: unknown): value is { readonly name: string } {
  return hasParts(value, modelParts);
}

/** Whether something is what `simulate` returns. */
export function isRun(value: unknown): boolean {
  return hasParts(value, ["time", "states"]);
}

/** A value as an error shows it, where it is known by its name. */
export function shown(value: unknown): string {
  if (isModel(value)) return `the model ${told(value.name)}`;
  if (isRun(value)) return "a run, as simulate(…) returns it";
  return told(value);
}

/** What is most likely meant by a function that stands for what it returns, or by nothing at all. */
export function likelyCall(value: unknown): string {
  if (value === undefined) return " Does the function that makes it return it?";
  if (typeof value !== "function") return "";
  return ` Did you mean what it returns, ${value.name || "it"}(${value.length === 0 ? "" : "…"})?`;
}

/** Whether something is an object that is no list. */
export const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
