/**
 * What the public functions ask of their arguments, once, where they come in. A wrong kind of thing or an unknown name
 * of an option is a TypeError, a value out of its range or a name that a model lacks a RangeError; each names the
 * function, the thing, its value and what was expected.
 */
import { isRecord } from "./recognise.js";
import { requireKinds } from "./option-kinds.js";
import { firstGuesses } from "./first-guesses.js";
import { suggestion } from "./suggestion.js";
import { told } from "./told.js";

/** What of a Model a check needs to know. */
export interface Parametrised<P extends string = string> {
  readonly name: string;
  readonly parameterNames: readonly P[];
  readonly input: P | undefined;
}

/** What of a Model `requireThreshold` needs to know. */
export interface Spiking {
  readonly name: string;
  readonly spiking: { readonly threshold: boolean };
}

/** The names of the options that a type has, in any form of it. */
type OptionName<T> = T extends unknown ? keyof T & string : never;

/**
 * The options of `where`, once none is unknown or null, and each that is of one kind everywhere (`requireKinds`) is of
 * it: `const { dt } = knownOptions("simulate", options, ["duration", "dt"])`.
 * What is missing is left to the checks of each value.
 * @throws TypeError naming the option and the likely one; or for options that are no record
 */
export function knownOptions<T extends object>(
  where: string,
  options: T | undefined,
  names: readonly OptionName<T>[],
): T {
  const given: unknown = options === undefined ? {} : options;
  if (typeof given !== "object" || given === null || Array.isArray(given) || ArrayBuffer.isView(given))
    throw new TypeError(`${where} takes its options by name, as in { ${names[0]}: … }, got ${told(given)}`);
  const all: readonly string[] = names;
  for (const [name, value] of Object.entries(given)) {
    if (!all.includes(name)) {
      const meant = firstGuesses[name]?.find((candidate) => all.includes(candidate));
      const likely = meant === undefined ? suggestion(name, all) : ` Did you mean '${meant}'?`;
      throw new TypeError(`${where} has no option '${name}'; it has ${all.join(", ")}.${likely}`);
    }
    if (value === null) throw new TypeError(`${where}: ${name} is null; an option that is left out has its default`);
  }
  requireKinds(where, given);
  return given as T;
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

/** @throws RangeError unless the model says what a spike is */
export function requireThreshold(where: string, model: Spiking): void {
  if (model.spiking.threshold) return;
  throw new RangeError(
    `${where}: ${model.name} does not say what a spike is; define it with a threshold, ` +
      'such as threshold: "V > -20 [mV]"',
  );
}

/** @throws RangeError unless `value` is one of `choices`, with the likely one */
export function requireChoice<T extends string>(where: string, name: string, value: unknown, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new RangeError(
    `${where}: ${name} must be one of ${choices.map((choice) => `"${choice}"`).join(", ")}, got ${told(value)}.` +
      (typeof value === "string" ? suggestion(value, choices) : ""),
  );
}

/** @throws TypeError unless `value` is a list of numbers, RangeError for one among them that is not finite */
export function requireNumbers(where: string, name: string, value: unknown, example: string): ArrayLike<number> {
  const list = value as ArrayLike<unknown> | null | undefined;
  if (typeof list !== "object" || typeof list?.length !== "number")
    throw new TypeError(`${where}: ${name} must be a list of numbers, as in ${example}, got ${told(value)}`);
  for (let k = 0; k < list.length; k++) if (!Number.isFinite(list[k])) requireFinite(where, `${name}[${k}]`, list[k]);
  return list as ArrayLike<number>;
}

/** @throws TypeError unless `value` is a text */
export function requireText(where: string, name: string, value: unknown, example: string): string {
  if (typeof value === "string") return value;
  throw new TypeError(`${where}: ${name} must be a text, as in ${example}, got ${told(value)}`);
}

/** @throws TypeError unless `value` is a record: an object that is no list */
export function requireRecord(where: string, name: string, value: unknown, example: string): object {
  if (isRecord(value)) return value;
  throw new TypeError(`${where}: ${name} must be a record, as in ${example}, got ${told(value)}`);
}

/** @throws TypeError unless `value` is a list of so many or more */
export function requireList(
  where: string,
  name: string,
  value: unknown,
  example: string,
  least: number = 1,
): readonly unknown[] {
  if (Array.isArray(value) && value.length >= least) return value as readonly unknown[];
  const length = least === 0 ? "" : ` of ${least} or more`;
  throw new TypeError(`${where}: ${name} must be a list${length}, as in ${example}, got ${told(value)}`);
}

/** @throws TypeError unless `value` is a function; @param called as it will be, as in "x => …" */
export function requireFunction(where: string, name: string, value: unknown, called: string): void {
  if (typeof value !== "function")
    throw new TypeError(`${where}: ${name} must be a function, ${called}, got ${told(value)}`);
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
