import type { Expression } from "../model/text/expression.js";
import type { Model } from "../model/model.js";
import { dimensionless, inferUnit, parseUnit, sameDimension, type Dimension } from "../model/text/units.js";
import type { Formula } from "./formula.js";

/**
 * The unit of a formula as it stands; undefined where terms of different units are added, and for a literal 0, which
 * suits every unit.
 */
export function unitOfFormula(model: Model, formula: Formula): Dimension | undefined {
  try {
    return inferUnit(
      formula as Expression,
      (name) => (model.units[name] === "degC" ? dimensionless : parseUnit(model.units[name], name)),
      "",
    );
  } catch {
    return undefined;
  }
}

/** Whether a formula has a unit as it stands, so that no symbol need be divided by its own. */
export function consistentUnit(model: Model, formula: Formula, unit: string): boolean {
  const own = unitOfFormula(model, formula);
  return own !== undefined && sameDimension(own, parseUnit(unit, unit));
}

/** Whether two formulas can be compared as they stand. */
export function sameUnit(model: Model, left: Formula, right: Formula): boolean {
  const a = unitOfFormula(model, left),
    b = unitOfFormula(model, right);
  return a !== undefined && b !== undefined && sameDimension(a, b);
}
