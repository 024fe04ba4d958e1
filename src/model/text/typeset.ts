import type { Equation } from "./equations.js";
import { symbolsOf, type Comparison } from "./expression.js";
import { comparisonLatex, toLatex } from "./latex.js";
import type { TypesetLine } from "../model-data.js";

/** Each line in LaTeX: first the derivatives, then the quantities, each in the order of the text. */
export function typeset(equations: readonly Equation[], symbols: Readonly<Record<string, string>>): TypesetLine[] {
  const symbol = (name: string): string => symbols[name];
  const ordered = [
    ...equations.filter((line) => line.kind === "derivative"),
    ...equations.filter((line) => line.kind === "quantity"),
  ];
  return ordered.map((line) => {
    const coefficient = line.kind === "derivative" && line.coefficient ? `${toLatex(line.coefficient, symbol)}\\,` : "";
    const left = line.kind === "derivative" ? `${coefficient}\\frac{d${symbol(line.name)}}{dt}` : symbol(line.name);
    const names = [
      line.name,
      ...(line.kind === "derivative" && line.coefficient ? symbolsOf(line.coefficient) : []),
      ...symbolsOf(line.right),
    ];
    return { left, right: toLatex(line.right, symbol), names: [...new Set(names)] };
  });
}

/** The whole system as one `aligned` environment, with the reset as its last row. */
export function systemLatex(
  lines: readonly TypesetLine[],
  threshold: Comparison | null,
  reset: readonly Equation[] | null,
  symbols: Readonly<Record<string, string>>,
): string {
  const symbol = (name: string): string => symbols[name];
  const rows = lines.map((line) => `${line.left} &= ${line.right}`);
  if (threshold && reset) {
    const assignments = reset
      .map((line) => `${symbol(line.name)} \\leftarrow ${toLatex(line.right, symbol)}`)
      .join(",\\; ");
    rows.push(`\\text{if } ${comparisonLatex(threshold, symbol)} &\\text{ then } ${assignments}`);
  }
  return `\\begin{aligned}\n${rows.join(" \\\\\n")}\n\\end{aligned}`;
}
