import { ModelError } from "../model/error.js";

/**
 * A unit's text, such as "uA/cm^2", split into its factors with their powers: [["uA", 1], ["cm", −2]]. "1" has none.
 */
export function factorsOf(unit: string): readonly (readonly [name: string, power: number])[] {
  const factors: (readonly [string, number])[] = [];
  let sign = 1;
  for (const [, separator, name, power] of unit.trim().matchAll(/\s*([*/ ]|^)\s*([A-Za-z]+|1)(?:\^(-?\d+))?/g)) {
    sign = separator === "/" ? -1 : 1;
    if (name !== "1") factors.push([name, sign * Number(power ?? 1)]);
  }
  return factors;
}

/** The same product in another language. `one` names a factor there; `power` writes name^n. */
export function unitText(
  unit: string,
  one: (name: string) => string | undefined,
  power: (name: string, n: number) => string,
): string {
  const over: string[] = [];
  const under: string[] = [];
  for (const [name, n] of factorsOf(unit)) {
    const there = one(name);
    if (there === undefined)
      throw new ModelError(`the unit '${unit}' cannot be written in this format: '${name}' is not known`, unit);
    (n > 0 ? over : under).push(Math.abs(n) === 1 ? there : power(there, Math.abs(n)));
  }
  return [over.join("*") || "1", ...under].join("/");
}
