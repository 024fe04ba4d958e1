import { ModelError } from "../error.js";
import { quantityOf } from "./equations.js";
import type { Expression } from "./expression.js";
import type { System } from "./system.js";
import {
  checkComparison,
  dimensionless,
  formatDimension,
  inferUnit,
  multiplyDimensions,
  parseUnit,
  print,
  sameDimension,
  type Dimension,
} from "./units.js";

/**
 * Checks that both sides of every line have one unit, to the factor: mV against V is refused as well as mV against ms.
 * @returns the unit, as text, of every state, parameter and quantity; a quantity's is inferred
 * @throws ModelError with both units
 */
export function checkUnits(system: System): Record<string, string> {
  const { definition, equations, threshold, thresholdUnit, reset, refractory } = system;
  const text: Record<string, string> = {};
  const known = new Map<string, Dimension>();
  const declare = (name: string, unit: string, what: string): void => {
    known.set(name, parseUnit(unit, `${what} '${name}'`));
    text[name] = unit;
  };
  for (const [name, { unit }] of Object.entries(definition.states)) declare(name, unit, "state");
  for (const [name, [, unit]] of Object.entries(definition.parameters)) declare(name, unit, "parameter");
  for (const line of equations)
    if (line.kind === "quantity" && line.unit !== null) declare(line.name, line.unit, "quantity");

  const pending = new Set<string>();
  const unitOf = (name: string): Dimension => {
    const found = known.get(name);
    if (found) return found;
    const line = quantityOf(equations, name);
    if (pending.has(name))
      throw new ModelError(`${line.where}: circular definition ${[...pending, name].join(" → ")}`, name);
    pending.add(name);
    const unit = inferUnit(line.right, unitOf, line.where) ?? dimensionless;
    pending.delete(name);
    known.set(name, unit);
    text[name] = formatDimension(unit);
    return unit;
  };
  const expect = (expression: Expression, wanted: Dimension, what: string, where: string): void => {
    const found = inferUnit(expression, unitOf, where);
    if (found && !sameDimension(found, wanted)) {
      throw new ModelError(
        `${where}: ${what} has unit ${formatDimension(wanted)}, ` +
          `but '${print(expression)}' has unit ${formatDimension(found)}`,
        print(expression),
      );
    }
  };

  const ms = parseUnit("ms", "time");
  for (const line of equations) {
    if (line.kind === "quantity") {
      unitOf(line.name);
      continue;
    }
    const rate = multiplyDimensions(unitOf(line.name), ms, -1);
    const coefficient = line.coefficient && inferUnit(line.coefficient, unitOf, line.where);
    const left = coefficient ? multiplyDimensions(rate, coefficient) : rate;
    const name = `${line.coefficient ? `${print(line.coefficient)} ` : ""}d${line.name}/dt`;
    if (line.unit === null) expect(line.right, left, name, line.where);
    else if (!sameDimension(parseUnit(line.unit, name), left))
      throw new ModelError(
        `${line.where}: ${name} has unit ${formatDimension(left)}, but the line is given in ${line.unit}`,
        line.unit,
      );
  }
  if (thresholdUnit !== null) parseUnit(thresholdUnit, "threshold");
  else if (threshold) checkComparison(threshold, unitOf, "threshold");
  for (const line of reset ?? []) expect(line.right, unitOf(line.name), line.name, line.where);
  if (refractory) expect(refractory, ms, "a time", "refractory");
  system.initial.forEach((formula, i) => {
    const name = system.states[i];
    if (formula) expect(formula, unitOf(name), name, `initial value of ${name}`);
  });
  return text;
}
