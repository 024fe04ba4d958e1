import { ModelError } from "../../model/error.js";
import type { UserFunction } from "./expression.js";
import type { Notes } from "./notes.js";
import type { Remarks } from "./remarks.js";
import type { SourceLine } from "./source-lines.js";
import type { Assignment, Statement } from "./statement.js";

/** A statement with its line. */
export type Located<K extends Statement["kind"] = Statement["kind"]> = SourceLine & {
  readonly statement: Statement & { readonly kind: K };
};

/** `name = right` or `d name/dt = right`, with the number of its line, from 1. */
export interface Definition {
  /** In lower case. */
  readonly name: string;
  readonly right: string;
  readonly line: number;
}

const numeral = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/;

/** The number at the start of a text, else 0: XPPAUT computes nothing here. */
export function numberIn({ name, text }: Assignment, { number: line }: SourceLine, remarks: Remarks): number {
  const start = numeral.exec(text)?.[0] ?? "";
  if (start.length < text.trim().length)
    remarks.add(line, `${name}=${text}: XPPAUT takes the number that it starts with, ${Number(start)}`);
  return Number(start);
}

/** A number that is plainly meant, and that XPPAUT 6.11 takes for 0: one remark, at the first. */
export function remarkOnLostNumbers(
  lines: readonly Located<"parameters" | "initial" | "start">[],
  remarks: Remarks,
): void {
  const lost = lines.find(({ text, statement }) =>
    statement.kind === "start"
      ? /=\s+[-+]|=\s*\+?[\d.][^#;]*[#;]/.test(text)
      : /^[^#]*(?:=\s+[-+.\d]|\s=)/.test(text.trim()),
  );
  if (lost !== undefined)
    remarks.add(
      lost.number,
      `${lost.text.trim()}: the number is taken; for a blank beside '=', or a sign behind the number, XPPAUT 6.11 ` +
        "takes 0 here or refuses the file",
    );
}

/** XPPAUT takes words behind a # in such a list for parameters too; here they are where anything uses them. */
export function parametersOf(
  lists: readonly Located<"parameters">[],
  located: readonly Located[],
  remarks: Remarks,
): Map<string, number> {
  const words = new Set(
    located.flatMap(({ text, statement }) =>
      statement.kind === "parameters" || statement.kind === "nothing"
        ? []
        : (text.toLowerCase().match(/[a-z_]\w*/g) ?? []),
    ),
  );
  const parameters = new Map<string, number>();
  for (const l of lists) {
    const comment = l.statement.items.findIndex(({ name }) => name.startsWith("#"));
    l.statement.items.forEach((item, k) => {
      const name = item.name.toLowerCase();
      if (comment >= 0 && (k === comment || (k > comment && !words.has(name)))) return;
      if (parameters.has(name)) throw twice(item.name, l.number);
      parameters.set(name, numberIn(item, l, remarks));
    });
  }
  return parameters;
}

const twice = (name: string, line: number): ModelError =>
  new ModelError(`line ${line}: '${name}' is defined a second time, which XPPAUT refuses too`, name);

/** The spelling of every name that is defined. */
export function definedOnce(located: readonly Located[], parameters: ReadonlyMap<string, number>): Map<string, string> {
  const spelling = new Map<string, string>();
  for (const { statement, number: line } of located) {
    if (statement.kind === "parameters") {
      for (const { name } of statement.items)
        if (parameters.has(name.toLowerCase())) spelling.set(name.toLowerCase(), name);
    } else if (["derivative", "fixed", "derived", "function", "table", "foreign"].includes(statement.kind)) {
      const { name } = statement as Extract<Statement, { readonly name: string }>;
      if (spelling.has(name.toLowerCase())) throw twice(name, line);
      spelling.set(name.toLowerCase(), name);
    }
  }
  return spelling;
}

/** A parameter with a blank before it has that for a part of its name, and what it seems to name is the file's. */
export function functionsOf(
  lines: readonly Located<"function">[],
  spelling: ReadonlyMap<string, string>,
  remarks: Remarks,
): Map<string, UserFunction> {
  return new Map(
    lines.map(({ statement: { name, parameters, right }, number: line }) => {
      const own = parameters.map((p) => {
        if (p === p.trim() || !spelling.has(p.trim())) return p.trim();
        remarks.add(
          line,
          `'${p.trim()}' in '${name}' is that of the file for XPPAUT, for the blank before it in the list`,
        );
        return p;
      });
      return [name.toLowerCase(), { parameters: own, body: right }];
    }),
  );
}

/** The changes between the braces of an event. */
export function changesOf(text: string, line: number, remarks: Remarks): Definition[] {
  return text
    .split(";")
    .filter((part) => part.trim() !== "")
    .flatMap((part) => {
      const pair = /^\s*([^\s=]+)\s*=(.*)$/.exec(part);
      if (pair === null) remarks.add(line, `'${part.trim()}' changes nothing`);
      return pair ? [{ name: pair[1].toLowerCase(), right: pair[2], line }] : [];
    });
}

/** The parameters that sets give values, by their names; a set may do more, which a preset may not. */
export function presetsOf(
  sets: readonly Located<"set">[],
  parameters: ReadonlyMap<string, number>,
  notes: Notes,
  remarks: Remarks,
): Map<string, ReadonlyMap<string, number>> {
  const presets = new Map<string, ReadonlyMap<string, number>>();
  sets.forEach((l, k) => {
    const preset = l.statement.name || `set ${k + 1}`;
    const own = notes.presets[preset];
    const values = new Map(presets.get(preset));
    const others: string[] = [];
    for (const item of l.statement.items) {
      const name = item.name.toLowerCase();
      if (!parameters.has(name)) others.push(item.name);
      else if (own === undefined || own.includes(name)) values.set(name, numberIn(item, l, remarks));
    }
    if (others.length > 0)
      remarks.add(l.number, `set ${preset} also sets ${others.join(", ")}; a preset sets parameters only`);
    if (values.size > 0) presets.set(preset, values);
  });
  return presets;
}
