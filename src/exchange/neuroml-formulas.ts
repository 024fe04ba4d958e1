import { ModelError } from "../model/error.js";
import { dimensionless } from "../model/text/units.js";
import type { Model } from "../model/model.js";
import { consistentUnit, sameUnit, unitOfFormula } from "./consistent-units.js";
import type { Line, UnitLine } from "./description.js";
import { print, printTest, type Dialect, type Formula, type Test } from "./formula.js";
import type { LemsUnits } from "./neuroml-units.js";
import { element } from "./xml.js";

/** Formulas of a model as LEMS writes them. */
export interface LemsFormulas {
  /** The right-hand side of a line, in its unit. */
  value(line: Line): string;
  /** The same of a line that need not be a fit: as it stands where its units agree. */
  valueInUnit(line: UnitLine): string;
  /** A formula as it stands. */
  text(formula: Formula): string;
  comparison(test: Test): string;
  /** The constant "one unit", by which a fit divides; "" for a pure number. */
  one(unit: string): string;
  /** Adds a variable. */
  derived(name: string, dimension: string, text: string): void;
  /** Adds a variable with two cases. */
  conditional(name: string, dimension: string, test: string, then: string, otherwise: string): void;
  /** Elements of all variables so far, those that formulas turned out to need included, in order of need. */
  readonly variables: readonly string[];
  /** Elements of the constants that `one` has named so far. */
  readonly constants: readonly string[];
}

/** @param called the name of each symbol in the file */
export function lemsFormulas(model: Model, called: (name: string) => string, units: LemsUnits): LemsFormulas {
  const constants = new Map<string, string>();
  const one = (unit: string): string => {
    const symbol = units.symbol(unit);
    if (symbol === "") return "";
    const attributes = { name: `one_${symbol}`, dimension: units.dimensionOf(unit), value: `1${symbol}` };
    constants.set(symbol, element("Constant", attributes)[0]);
    return attributes.name;
  };

  const variables: string[] = [];
  const choices = new Set<string>();
  const helper = (kind: string): string => `${kind}${variables.length}`;
  const cases = (name: string, dimension: string, lines: readonly string[]): void => {
    choices.add(name);
    variables.push(...element("ConditionalDerivedVariable", { name, dimension }, lines));
  };
  const conditional: LemsFormulas["conditional"] = (name, dimension, test, then, otherwise) =>
    cases(name, dimension, [
      ...element("Case", { condition: test, value: then }),
      ...element("Case", { value: otherwise }),
    ]);
  /**
   * jLEMS takes conditional variables after all others: one that needs a conditional one is written as such, with a
   * single case.
   */
  const derived: LemsFormulas["derived"] = (name, dimension, text) => {
    if ([...text.matchAll(/[A-Za-z_]\w*/g)].some(([word]) => choices.has(word)))
      cases(name, dimension, element("Case", { value: text }));
    else variables.push(...element("DerivedVariable", { name, dimension, value: text }));
  };

  const dialect = (symbol: (name: string) => string, dimensionOf: (formula: Formula) => string): Dialect => ({
    symbol,
    // ^ is for pure numbers
    power: (base, exponent, text) =>
      exponent.kind === "number" && [2, 3, 4].includes(exponent.value)
        ? `(${new Array(exponent.value).fill(base).join("*")})`
        : `(${base}^${text})`,
    call(name, [a, b], formulas) {
      switch (name) {
        case "log":
          return `ln(${a})`;
        case "expm1":
          return `(exp(${a}) - 1)`;
        case "bernoulli": {
          const x = helper("x");
          derived(x, "none", a);
          const ratio = helper("ratio");
          const nearZero = `${x} .gt. -1e-4 .and. ${x} .lt. 1e-4`;
          conditional(ratio, "none", nearZero, `1 - ${x}/2 + ${x}*${x}/12`, `${x}/(exp(${x}) - 1)`);
          return ratio;
        }
        case "floor":
          return `(-ceil(-(${a})))`;
        case "atan":
          throw new ModelError("NeuroML has no function for 'atan'", name);
        case "max":
        case "min": {
          const extreme = helper(name);
          const relation = name === "max" ? ".geq." : ".leq.";
          conditional(extreme, dimensionOf(formulas[0]), `${a} ${relation} ${b}`, a, b);
          return extreme;
        }
        default:
          return `${name}(${a})`;
      }
    },
    conditional(_test, then, otherwise, formula) {
      const choice = helper("choice");
      conditional(choice, dimensionOf(formula), comparison(formula.test), then, otherwise);
      return choice;
    },
    relations: { ">": ".gt.", ">=": ".geq.", "<": ".lt.", "<=": ".leq." },
  });
  const withUnits = dialect(called, (formula) => units.dimension(unitOfFormula(model, formula) ?? dimensionless));
  const asNumbers = dialect(
    (name) => (one(model.units[name]) === "" ? called(name) : `(${called(name)}/${one(model.units[name])})`),
    () => "none",
  );
  const value = ({ right }: Line, unit: string | null): string => {
    if (unit === null) return print(right, withUnits);
    const unitName = one(unit);
    return unitName === "" ? print(right, asNumbers) : `(${print(right, asNumbers)})*${unitName}`;
  };
  const comparison = (test: Test): string =>
    printTest(test, sameUnit(model, test.left, test.right) ? withUnits : asNumbers);

  return {
    value: (line) => value(line, line.unit),
    valueInUnit: (line) => value(line, consistentUnit(model, line.right, line.unit) ? null : line.unit),
    text: (formula) => print(formula, withUnits),
    comparison,
    one,
    derived,
    conditional,
    variables,
    get constants() {
      return [...constants.values()];
    },
  };
}
