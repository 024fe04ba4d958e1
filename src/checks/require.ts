/**
 * What the public functions ask of their arguments, once, where they come in. A wrong kind of thing or an unknown name
 * of an option is a TypeError, a value out of its range or a name that a model lacks a RangeError; each names the
 * function, the thing, its value and what was expected.
 */
import { suggestion } from "./suggestion.js";

/** What of a Model a check needs to know. */
export interface Parametrised<P extends string = string> {
  readonly name: string;
  readonly parameterNames: readonly P[];
  readonly input: P | undefined;
}

/**
 * Refuses options that `where` does not have: `knownOptions("simulate", options, ["duration", "dt"])`.
 * @throws TypeError naming the option and the likely one; or for options that are no record
 */
export function knownOptions(where: string, options: object | undefined, names: readonly string[]): void {
  if (options === undefined) return;
  if (options === null || typeof options !== "object" || Array.isArray(options))
    throw new TypeError(`${where} expects a record of options, as in { ${names[0]}: … }, got ${told(options)}`);
  for (const name of Object.keys(options)) {
    if (!names.includes(name))
      throw new TypeError(`${where} has no option '${name}'; it has ${names.join(", ")}.${suggestion(name, names)}`);
  }
}

/** @throws RangeError unless `name` is a parameter of the model, with the likely one */
export function requireParameter<P extends string>(where: string, model: Parametrised<P>, name: string): P {
  const known = model.parameterNames.find((parameter) => parameter === name);
  if (known !== undefined) return known;
  throw new RangeError(
    `${where}: ${model.name} has no parameter '${name}'; it has ${model.parameterNames.join(", ") || "none"}.` +
      suggestion(name, model.parameterNames),
  );
}

/** The parameter to which a stimulus is added. @throws RangeError if the model names none */
export function requireInput<P extends string>(where: string, model: Parametrised<P>): P {
  if (model.input !== undefined) return model.input;
  throw new RangeError(
    `${where}: ${model.name} has no input; name the parameter that takes the current in its definition, input: "I"`,
  );
}

/** @throws RangeError unless `value` is a finite number above 0; `unit` is told, as in "ms" */
export function requirePositive(where: string, name: string, value: unknown, unit: string = ""): number {
  if (typeof value === "number" && value > 0 && value < Infinity) return value;
  throw new RangeError(`${where}: ${name} must be a positive number${of(unit)}, got ${told(value)}`);
}

/** @throws RangeError unless `value` is a finite number */
export function requireFinite(where: string, name: string, value: unknown, unit: string = ""): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new RangeError(`${where}: ${name} must be a finite number${of(unit)}, got ${told(value)}`);
}

/** @throws RangeError unless `value` is a whole number of `least` or more */
export function requireCount(where: string, name: string, value: unknown, least: number = 1): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return value;
  throw new RangeError(`${where}: ${name} must be a whole number of ${least} or more, got ${told(value)}`);
}

/** @throws RangeError unless `value` is a pair of finite numbers of which the second is the larger */
export function requireInterval(where: string, name: string, value: unknown, unit: string = ""): [number, number] {
  const [low, high] = Array.isArray(value) && value.length === 2 ? (value as unknown[]) : [];
  if (typeof low === "number" && typeof high === "number" && low < high && Number.isFinite(high - low))
    return [low, high];
  throw new RangeError(`${where}: ${name} must be an increasing pair of numbers${of(unit)}, got ${told(value)}`);
}

const of = (unit: string): string => (unit === "" ? "" : ` of ${unit}`);

/** A value as an error shows it: short, whatever it is. */
export function told(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return `[${value.slice(0, 6).map(told).join(", ")}${value.length > 6 ? ", …" : ""}]`;
  if (typeof value === "object" && value !== null) {
    const names = Object.keys(value);
    return `{ ${names.slice(0, 6).join(", ")}${names.length > 6 ? ", …" : ""} }`;
  }
  return String(value);
}
