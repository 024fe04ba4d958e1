import { hasParts, isRecord } from "./recognise.js";
import { told } from "./told.js";

/** What an option of one name is, where it is the same in all functions that have it. */
type OptionKind =
  | "a text"
  | "true or false"
  | "a list"
  | "a record, by name"
  | "a function"
  | "an equilibrium"
  | "a positive number";

/** The kinds of options by name; others are asked for by the function that takes them. */
const optionKinds: Readonly<Record<string, OptionKind>> = {
  arrows: "true or false",
  colours: "a record, by name",
  currents: "a list",
  cycles: "true or false",
  density: "a function",
  equilibria: "a list",
  fits: "a list",
  height: "a positive number",
  name: "a text",
  panels: "a list",
  parameters: "a record, by name",
  points: "a record, by name",
  pointsName: "a text",
  predict: "true or false",
  ranges: "a record, by name",
  rest: "an equilibrium",
  rows: "a text",
  second: "a record, by name",
  sliders: "a list",
  state: "a text",
  story: "a list",
  title: "a text",
};

/** @throws TypeError for an option that is not of its kind, RangeError for a number that does not fit */
export function requireKinds(where: string, given: object): void {
  for (const [name, value] of Object.entries(given) as [string, unknown][]) {
    const kind = Object.hasOwn(optionKinds, name) ? optionKinds[name] : undefined;
    if (kind === undefined || value === undefined || isOfKind(kind, value)) continue;
    const problem = `${where}: ${name} must be ${kind}, got ${told(value)}`;
    throw typeof value === "number" && kind === "a positive number" ? new RangeError(problem) : new TypeError(problem);
  }
}

function isOfKind(kind: OptionKind, value: unknown): boolean {
  switch (kind) {
    case "a text":
      return typeof value === "string";
    case "true or false":
      return typeof value === "boolean";
    case "a list":
      return Array.isArray(value);
    case "a record, by name":
      return isRecord(value);
    case "a function":
      return typeof value === "function";
    case "a positive number":
      return typeof value === "number" && value > 0 && value < Infinity;
    case "an equilibrium":
      return hasParts(value, ["state", "eigenvalues"]);
  }
}
