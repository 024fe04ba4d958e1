import { suggestion } from "../../checks/suggestion.js";
import { ModelError } from "../error.js";
import type { Comparison, Expression } from "./expression.js";
import { math } from "./mathjs.js";

/**
 * A unit as powers of the base dimensions and the factor to the coherent SI unit: 1 mV is volt's dimensions with scale
 * 1e-3.
 */
export interface Dimension {
  readonly powers: readonly number[];
  readonly scale: number;
}

const baseNames = ["kg", "m", "s", "A", "K", "cd", "mol", "rad", "bit"];

/** The unit of a pure number. */
export const dimensionless: Dimension = { powers: baseNames.map(() => 0), scale: 1 };

/** @throws ModelError if the text is not a unit, e.g. "mV", "uF/cm^2", "1/ms", "1" */
export function parseUnit(text: string, what: string): Dimension {
  if (text.trim() === "1") return dimensionless;
  const { multiply, unit: read } = math();
  try {
    const unit = multiply(read(text.trim().replace(/^1\s*\//, "1 /")), 1) as {
      readonly dimensions: readonly number[];
      readonly value: number;
    };
    return { powers: baseNames.map((_, i) => unit.dimensions[i] ?? 0), scale: unit.value };
  } catch {
    throw new ModelError(
      `${what} has unit '${text}', which is not a unit; write it like "mV", "uA/cm^2", "1/ms" or "1".` +
        likelyUnit(text),
      text,
    );
  }
}

/** Which of the usual units a factor of a text was meant to be, if that can be guessed. */
function likelyUnit(text: string): string {
  for (const factor of text.match(/[A-Za-z]+/g) ?? []) {
    const other = unitNames.includes(factor) ? "" : suggestion(factor, unitNames);
    if (other !== "") return other;
  }
  return "";
}

/** The name of a unit for an error message: a usual unit if there is one, else powers of SI units with the factor. */
export function formatDimension(dimension: Dimension): string {
  for (const text of usualUnits) if (sameDimension(parseUnit(text, text), dimension)) return text;
  const factors = dimension.powers.flatMap((power, i) =>
    power === 0 ? [] : [power === 1 ? baseNames[i] : `${baseNames[i]}^${power}`],
  );
  const scale = Math.abs(dimension.scale - 1) < 1e-9 ? [] : [dimension.scale.toExponential(0)];
  return [...scale, ...factors].join(" ") || "1";
}
/** More of what a factor may be called. */
const moreUnits = ["kohm", "Gohm", "mA", "pS", "uS", "mS", "nF", "kHz", "mol", "uM", "nM", "degC", "nm", "mm", "us"];
const usualUnits = [
  "1",
  "mV",
  "V",
  "ms",
  "s",
  "1/ms",
  "Hz",
  "mV/ms",
  "uA/cm^2",
  "mS/cm^2",
  "uF/cm^2",
  "pA",
  "nA",
  "nS",
  "pF",
  "1/mV",
  "mV^2",
  "mV/ms^2",
  "uA/cm^2/ms",
  "uA/mV/cm^2/ms",
  "mM",
  "cm",
  "um",
  "ohm cm",
  "Mohm",
  "K",
  "uA mV/cm^2",
];

/** What the factors of the usual units are called. */
export const unitNames: readonly string[] = [
  ...new Set([...usualUnits, ...moreUnits].flatMap((unit) => unit.match(/[A-Za-z]+/g) ?? [])),
];

/** Whether two units are the same, their scale included, to within rounding: mV and V are not. */
export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a.powers.every((power, i) => Math.abs(power - b.powers[i]) < 1e-9) && Math.abs(a.scale / b.scale - 1) < 1e-9;
}

/** The unit of a product, or, with `sign` −1, of a quotient. */
export function multiplyDimensions(a: Dimension, b: Dimension, sign: 1 | -1 = 1): Dimension {
  return {
    powers: a.powers.map((power, i) => power + sign * b.powers[i]),
    scale: sign === 1 ? a.scale * b.scale : a.scale / b.scale,
  };
}

/** `undefined` is the unit of a literal zero, which suits every unit. */
type Inferred = Dimension | undefined;

/**
 * The unit of an expression, where numbers have no unit.
 * @param unitOf unit of a named state, parameter or quantity
 * @throws ModelError where terms of different units are added or compared, or a function is given anything but a pure
 * number
 */
export function inferUnit(expression: Expression, unitOf: (name: string) => Dimension, where: string): Inferred {
  const visit = (e: Expression): Inferred => {
    switch (e.kind) {
      case "number":
        return e.value === 0 ? undefined : dimensionless;
      case "symbol":
        return unitOf(e.name);
      case "negate":
        return visit(e.of);
      case "call": {
        const [a, b] = e.args.map(visit);
        if (e.name === "abs") return a;
        if (e.name === "max" || e.name === "min") return agree(a, b, e.args[0], e.args[1], where);
        if (e.name === "sqrt") return a && { powers: a.powers.map((power) => power / 2), scale: Math.sqrt(a.scale) };
        if (a && !sameDimension(a, dimensionless)) {
          throw new ModelError(
            `${where}: ${e.name}(…) needs a pure number, ` +
              `but '${print(e.args[0])}' has unit ${formatDimension(a)}. ${fitHint}`,
            print(e.args[0]),
          );
        }
        return dimensionless;
      }
      case "conditional":
        checkComparison(e.test, unitOf, where);
        return agree(visit(e.consequent), visit(e.alternate), e.consequent, e.alternate, where);
      case "operation": {
        const a = visit(e.left),
          b = visit(e.right);
        if (e.op === "add" || e.op === "subtract") return agree(a, b, e.left, e.right, where);
        if (e.op === "multiply" || e.op === "divide")
          return a === undefined || b === undefined
            ? undefined
            : multiplyDimensions(a, b, e.op === "multiply" ? 1 : -1);
        if (b && !sameDimension(b, dimensionless))
          throw new ModelError(
            `${where}: the exponent '${print(e.right)}' has unit ${formatDimension(b)}; an exponent is a pure number`,
            print(e.right),
          );
        if (a === undefined || sameDimension(a, dimensionless)) return a;
        const exponent =
          e.right.kind === "negate" && e.right.of.kind === "number"
            ? -e.right.of.value
            : e.right.kind === "number"
              ? e.right.value
              : undefined;
        if (exponent === undefined)
          throw new ModelError(
            `${where}: '${print(e.left)}' has unit ${formatDimension(a)}, ` +
              `so its exponent must be a number, got '${print(e.right)}'`,
            print(e.right),
          );
        return { powers: a.powers.map((power) => power * exponent), scale: a.scale ** exponent };
      }
    }
  };
  return visit(expression);
}

const fitHint = "If the line is a fit of numbers from a paper, end it with the unit of its value, such as [1/ms].";

/** Refuses a comparison of different units. */
export function checkComparison(test: Comparison, unitOf: (name: string) => Dimension, where: string): void {
  agree(inferUnit(test.left, unitOf, where), inferUnit(test.right, unitOf, where), test.left, test.right, where);
}

function agree(a: Inferred, b: Inferred, left: Expression, right: Expression, where: string): Inferred {
  if (a === undefined) return b;
  if (b === undefined || sameDimension(a, b)) return a;
  throw new ModelError(
    `${where}: '${print(left)}' has unit ${formatDimension(a)}, ` +
      `but '${print(right)}' has unit ${formatDimension(b)}. ${fitHint}`,
    print(right),
  );
}

/** How firmly an expression holds together in print: a looser one within another stands in parentheses. */
const firmness = { conditional: 0, sum: 1, product: 2, negate: 3, pow: 4, whole: 5 } as const;

function firmnessOf(e: Expression): number {
  if (e.kind === "conditional" || e.kind === "negate") return firmness[e.kind];
  if (e.kind !== "operation") return firmness.whole;
  if (e.op === "pow") return firmness.pow;
  return e.op === "add" || e.op === "subtract" ? firmness.sum : firmness.product;
}

/** The expression as text for an error message: as it was written, but for spaces and needless parentheses. */
export function print(e: Expression): string {
  const within = (x: Expression, least: number): string => (firmnessOf(x) < least ? `(${print(x)})` : print(x));
  switch (e.kind) {
    case "number":
      return e.text;
    case "symbol":
      return e.name;
    case "negate":
      return `-${within(e.of, firmness.product)}`;
    case "operation": {
      const { sum, product, negate, whole } = firmness;
      const [sign, left, right] = {
        add: [" + ", sum, sum] as const,
        subtract: [" - ", sum, product] as const,
        multiply: ["*", product, product] as const,
        divide: ["/", product, negate] as const,
        pow: ["^", whole, whole] as const,
      }[e.op];
      return within(e.left, left) + sign + within(e.right, right);
    }
    case "call":
      return `${e.name}(${e.args.map(print).join(", ")})`;
    case "conditional":
      return `${printComparison(e.test)} ? ${print(e.consequent)} : ${print(e.alternate)}`;
  }
}

const printComparison = ({ left, relation, right }: Comparison): string => `${print(left)} ${relation} ${print(right)}`;
