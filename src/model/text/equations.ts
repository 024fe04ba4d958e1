import { suggestion } from "../../checks/suggestion.js";
import { ModelError } from "../error.js";
import { parseExpression, type Expression } from "./expression.js";

/** `C dV/dt = …`, the equation of a state. */
export interface DerivativeLine {
  readonly kind: "derivative";
  readonly name: string;
  /** What stands before `dV/dt`. */
  readonly coefficient: Expression | null;
  readonly right: Expression;
  /** Set on a fit of numbers, `… [unit]`. */
  readonly unit: string | null;
  /** How an error names the line: "line 2". */
  readonly where: string;
}

/** `mInf = …`, the definition of a quantity, or an assignment at a reset. */
export interface QuantityLine {
  readonly kind: "quantity";
  readonly name: string;
  readonly right: Expression;
  /** Set on a fit of numbers, `… [unit]`. */
  readonly unit: string | null;
  /** How an error names the line: "line 2". */
  readonly where: string;
}

/** One line of the equation text. */
export type Equation = DerivativeLine | QuantityLine;

const derivativeLine = /^(.*?)\bd([A-Za-z_][A-Za-z0-9_]*)\s*\/\s*dt$/;

/** The derivative as other programs write it. */
const primed = /^([A-Za-z_][A-Za-z0-9_]*)\s*'$/;

/**
 * Reads equation text: one equation a line; `#` starts a comment; a line that starts with an operator continues the one
 * before.
 * @throws ModelError naming the line
 */
export function readEquations(text: string, states: readonly string[]): Equation[] {
  return joinLines(text).map(({ line, number }) => {
    const where = `line ${number}`;
    const at = line.search(/(?<![<>=!])=(?!=)/);
    if (at < 0)
      throw new ModelError(`${where}: expected 'name = …' or 'd${states[0] ?? "x"}/dt = …', got '${line}'`, line);
    const left = line.slice(0, at).trim();
    const prime = primed.exec(left)?.[1];
    if (prime !== undefined) throw new ModelError(`${where}: ${prime}' is written d${prime}/dt`, left);
    const { text: rightText, unit } = splitUnit(line.slice(at + 1));
    const right = parseExpression(rightText, where);
    const derivative = derivativeLine.exec(left);
    if (derivative === null) return { kind: "quantity", name: left, right, unit, where };
    const name = derivative[2];
    if (!states.includes(name))
      throw new ModelError(
        `${where}: '${name}' is not a state; states are ${states.join(", ")}.${suggestion(name, states)}`,
        name,
      );
    const factor = derivative[1].trim().replace(/\*$/, "").trim();
    return {
      kind: "derivative",
      name,
      coefficient: factor === "" ? null : parseExpression(factor, where),
      right,
      unit,
      where,
    };
  });
}

/** "4*exp(-v/18) [1/ms]" → the formula and the unit of the fit, null where there is none. */
export function splitUnit(text: string): { readonly text: string; readonly unit: string | null } {
  const tail = /^(.*?)\[([^\]]*)\]\s*$/.exec(text);
  return tail ? { text: tail[1], unit: tail[2].trim() } : { text, unit: null };
}

/** Reads assignments `v = c`, one a line. @throws ModelError naming the line */
export function readReset(text: string, states: readonly string[]): QuantityLine[] {
  const seen = new Set<string>();
  return joinLines(text).map(({ line, number }) => {
    const where = `reset, line ${number}`;
    const at = line.indexOf("=");
    const name = line.slice(0, at).trim();
    if (at < 0) throw new ModelError(`${where}: expected an assignment such as 'V = Vreset', got '${line}'`, line);
    if (!states.includes(name))
      throw new ModelError(
        `${where}: '${name}' is not a state; a reset assigns states, which are ${states.join(", ")}.` +
          suggestion(name, states),
        name,
      );
    if (seen.has(name)) throw new ModelError(`${where}: '${name}' is assigned twice`, name);
    seen.add(name);
    return { kind: "quantity", name, right: parseExpression(line.slice(at + 1), where), unit: null, where };
  });
}

/** The equation of a state, of lines in which each has one. */
export function derivativeOf(equations: readonly Equation[], state: string): DerivativeLine {
  for (const line of equations) if (line.kind === "derivative" && line.name === state) return line;
  throw new Error(`no line is the equation of ${state}`);
}

/** The definition of a quantity, of lines in which each has one. */
export function quantityOf(equations: readonly Equation[], name: string): QuantityLine {
  for (const line of equations) if (line.kind === "quantity" && line.name === name) return line;
  throw new Error(`no line defines ${name}`);
}

function joinLines(text: string): { line: string; number: number }[] {
  const lines: { line: string; number: number }[] = [];
  let number = 0;
  for (const raw of text.replace(/^\s*\n/, "").split("\n")) {
    number++;
    const line = raw.replace(/#.*/, "").trim();
    if (line === "") continue;
    if (/^[-+*/^]/.test(line) && lines.length > 0) lines[lines.length - 1].line += ` ${line}`;
    else lines.push({ line, number });
  }
  return lines;
}
