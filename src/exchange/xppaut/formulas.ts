import { ModelError } from "../../model/error.js";
import { namesIn, number, type Formula } from "../formula.js";
import { readXppExpression } from "./expression.js";
import type { Definition } from "./definitions.js";
import type { OdeFile } from "./ode-file.js";
import type { Remarks } from "./remarks.js";
import { isState, type Equation, type System } from "./system.js";

/** Reads a formula in a line of the file; undefined, with a remark, where a model cannot hold it. */
export type FormulaReader = (line: number, text: string) => Formula | undefined;

/**
 * The equations of a file. What a model cannot hold is left out with a remark, and so is what depends on it.
 * @throws ModelError where a differential equation would have to be left out
 */
export function readFormulas(
  file: OdeFile,
  remarks: Remarks,
): { readonly system: System; readonly formula: FormulaReader } {
  const read = (line: number, text: string): Formula | undefined =>
    remarks.attempt(line, () => readXppExpression(text, file.scope));
  const fixed = new Map(file.quantities.map((d) => [d.name, { ...d, right: read(d.line, d.right) }]));
  const defined = new Set([...file.derivatives.map(({ name }) => name), ...file.parameters.keys(), "t"]);

  /** Names that a formula needs and that the model does not have. */
  const lacking = (f: Formula): string | undefined =>
    namesIn(f).find((name) => !defined.has(name) && fixed.get(name)?.right === undefined);
  const formula: FormulaReader = (line, text) => {
    const f = read(line, text);
    const name = f && lacking(f);
    if (name === undefined) return f;
    remarks.add(line, `'${name}' is ${fixed.has(name) ? "left out" : "nowhere defined in the file"}`);
    return undefined;
  };
  leaveOut(fixed, lacking, remarks);
  remarkOnOrder([...fixed.values()], remarks);
  const equations = (definitions: readonly Definition[]): Equation[] =>
    definitions.flatMap(({ name, right, line }) => {
      const f = formula(line, right);
      return f ? [{ name, right: f, line }] : [];
    });
  const states = equations(file.derivatives);
  const without = file.derivatives.filter(({ name }) => !states.some((s) => s.name === name));
  if (without.length > 0)
    throw new ModelError(
      [
        `a model cannot hold the differential equations of this .ode file for ${listed(without.map((d) => d.name))}:`,
        ...remarks.texts(),
      ].join("\n"),
    );
  const system: System = {
    states,
    quantities: [...fixed.values()].flatMap(({ name, right, line }) => (right ? [{ name, right, line }] : [])),
    auxiliaries: [],
    parameters: file.parameters,
    initial: new Map([
      ...[...file.initial].map(([name, value]): [string, Formula] => [name, number(value)]),
      ...equations(file.initialFormulas).map(({ name, right }): [string, Formula] => [name, right]),
    ]),
    event: undefined,
    refractory: undefined,
    spelling: file.spelling,
  };
  return { system: withAuxiliaries(system, equations(file.auxiliaries)), formula };
}

const listed = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");

/** Takes away, one after the other, quantities that need what is not there. */
function leaveOut(
  fixed: Map<string, { readonly line: number; readonly right: Formula | undefined }>,
  lacking: (f: Formula) => string | undefined,
  remarks: Remarks,
): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, quantity] of fixed) {
      const lacks = quantity.right && lacking(quantity.right);
      if (lacks === undefined) continue;
      remarks.add(quantity.line, `'${lacks}' is ${fixed.has(lacks) ? "left out" : "nowhere defined in the file"}`);
      fixed.set(name, { ...quantity, right: undefined });
      changed = true;
    }
  }
}

/** XPPAUT computes quantities in the order of the file, and one that needs a later one with that one's last value. */
function remarkOnOrder(
  quantities: readonly { readonly name: string; readonly line: number; readonly right: Formula | undefined }[],
  remarks: Remarks,
): void {
  const place = new Map(quantities.map(({ name }, k) => [name, k]));
  quantities.forEach(({ name, line, right }, k) => {
    const later = right && namesIn(right).find((other) => (place.get(other) ?? -1) > k);
    if (later !== undefined)
      remarks.add(line, `'${name}' needs '${later}', which comes later: XPPAUT takes its value a moment ago`);
  });
}

/** `aux ica=ica` shows what is there already; one of a used name gets another. */
function withAuxiliaries(system: System, auxiliaries: readonly Equation[]): System {
  const spelling = new Map(system.spelling);
  const kept = auxiliaries.flatMap(({ name: written, right, line }) => {
    const low = written.toLowerCase();
    const shows = right.kind === "symbol" && right.name === low;
    if (shows && (isState(system, low) || system.quantities.some((q) => q.name === low))) return [];
    const name = spelling.has(low) ? freshName(`${low}_aux`, spelling) : low;
    spelling.set(name, name === low ? written : `${written}${name.slice(low.length)}`);
    return [{ name, right, line }];
  });
  return { ...system, auxiliaries: kept, spelling };
}

/** The name, with a number if it is taken. */
export function freshName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name;
  for (let k = 2; taken.has(free); k++) free = `${name}${k}`;
  return free;
}
