import { ModelError } from "../model/error.js";
import type { UserFunction } from "./xppaut-expression.js";

/** Something of a line of the file. */
export interface Numbered {
  /** Of the line, from 1. */
  readonly number: number;
}

/** `name = right` or `d name/dt = right`. */
export interface Definition extends Numbered {
  /** In lower case. */
  readonly name: string;
  readonly right: string;
}

/** What our own comments in a file say, in the names of the model; `called` gives these by the file's names. */
export interface Notes {
  readonly name?: string;
  readonly source?: string;
  readonly input?: string;
  readonly threshold?: string;
  readonly called?: Readonly<Record<string, string>>;
  readonly units?: Readonly<Record<string, string>>;
  readonly ranges?: Readonly<Record<string, readonly [number, number]>>;
}

/**
 * The lines of an `.ode` file by what they say. Names are in lower case, since XPPAUT takes upper and lower case for
 * the same.
 */
export interface OdeFile {
  readonly parameters: ReadonlyMap<string, number>;
  readonly initial: ReadonlyMap<string, number>;
  readonly functions: ReadonlyMap<string, UserFunction>;
  readonly derivatives: readonly Definition[];
  readonly quantities: readonly Definition[];
  readonly event:
    | (Numbered & {
        readonly sign: number;
        readonly condition: string;
        readonly assignments: readonly { readonly name: string; readonly right: string }[];
      })
    | undefined;
  readonly sets: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly settings: Readonly<Record<string, string>>;
  /** How each name is first written where it is defined. */
  readonly spelling: ReadonlyMap<string, string>;
  readonly notes: Notes;
}

const identifier = "[A-Za-z_][A-Za-z0-9_]*";
const value = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";

/** @throws ModelError that lists all lines that are not supported, with their numbers */
export function sortLines(text: string): OdeFile {
  const parameters = new Map<string, number>(),
    initial = new Map<string, number>(),
    functions = new Map<string, UserFunction>();
  const derivatives: Definition[] = [],
    quantities: Definition[] = [];
  const sets = new Map<string, Map<string, number>>();
  const settings: Record<string, string> = {};
  const spelling = new Map<string, string>();
  const notes: NotesSoFar = { called: {}, units: {}, ranges: {}, sets: {} };
  const unsupported: string[] = [];
  let event: OdeFile["event"];

  const define = (name: string): string => {
    if (!spelling.has(name.toLowerCase())) spelling.set(name.toLowerCase(), name);
    return name.toLowerCase();
  };
  const assign = (list: string, into: Map<string, number>, declares: boolean): boolean => {
    const items = list
      .trim()
      .replace(/\s*=\s*/g, "=")
      .split(/[\s,]+/)
      .filter((item) => item !== "");
    const pairs = items.flatMap((item) => {
      const pair = new RegExp(`^(${identifier})=(${value})$`).exec(item);
      return pair ? [{ name: pair[1], value: Number(pair[2]) }] : [];
    });
    if (pairs.length < items.length) return false;
    for (const pair of pairs) into.set(declares ? define(pair.name) : pair.name.toLowerCase(), pair.value);
    return true;
  };

  /** Takes a line in and says whether it could. */
  const take = (line: string, number: number): boolean => {
    let m: RegExpExecArray | null;
    if ((m = /^(?:par|params?|parameters?|p|number)\s+(.*)$/i.exec(line))) return assign(m[1], parameters, true);
    if ((m = /^(?:init|i)\s+(.*)$/i.exec(line))) return assign(m[1], initial, false);
    if ((m = new RegExp(`^(${identifier})\\(0\\)\\s*=\\s*(${value})$`).exec(line)))
      return assign(`${m[1]}=${m[2]}`, initial, false);
    if ((m = /^global\s+([-+]?\d)\s+(.*?)\s*\{(.*)\}$/i.exec(line))) {
      const parts = m[3].split(";").filter((part) => part.trim() !== "");
      const assignments = parts.flatMap((part) => {
        const pair = new RegExp(`^\\s*(${identifier})\\s*=(.*)$`).exec(part);
        return pair ? [{ name: pair[1].toLowerCase(), right: pair[2] }] : [];
      });
      const sign = Number(m[1]);
      const acts = assignments.some(({ name }) => name === "out_put" || name === "arret");
      if (event !== undefined || sign === 0 || assignments.length < parts.length || acts) return false;
      event = { number, sign, condition: m[2], assignments };
      return true;
    }
    if ((m = /^set\s+(\w+)\s*\{(.*)\}$/i.exec(line))) {
      const values = new Map<string, number>();
      sets.set(notes.sets[m[1]] ?? m[1], values);
      return assign(m[2], values, false);
    }
    if (line.startsWith("@")) {
      for (const item of line
        .slice(1)
        .replace(/\s*=\s*/g, "=")
        .split(/[\s,]+/)
        .filter((i) => i !== ""))
        settings[item.split("=")[0].toLowerCase()] = item.split("=")[1] ?? "";
      return true;
    }
    if ((m = new RegExp(`^(?:d(${identifier})/dt|(${identifier})')\\s*=(.*)$`, "i").exec(line))) {
      derivatives.push({ name: define(m[1] ?? m[2]), right: m[3], number });
      return true;
    }
    if (
      (m = new RegExp(`^(${identifier})\\(\\s*(${identifier}(?:\\s*,\\s*${identifier})*)\\s*\\)\\s*=(.*)$`).exec(line))
    ) {
      const names = m[2].toLowerCase().split(/\s*,\s*/);
      if (names.includes("t")) return false; // a Volterra equation
      functions.set(m[1].toLowerCase(), { parameters: names, body: m[3] });
      return true;
    }
    if ((m = new RegExp(`^(?:!|aux\\s+)?(${identifier})\\s*=(.*)$`, "i").exec(line))) {
      const low = m[1].toLowerCase();
      // "aux v=v" shows what is there already.
      if (/^aux\s/i.test(line) && (spelling.has(low) || m[2].trim().toLowerCase() === low))
        return m[2].trim().toLowerCase() === low;
      quantities.push({ name: define(m[1]), right: m[2], number });
      return true;
    }
    return false;
  };

  for (const { line, number } of joined(text)) {
    if (/^done$/i.test(line)) break;
    if (line.startsWith("#")) readNote(line, notes);
    else if (!line.startsWith('"') && !take(line, number)) unsupported.push(`line ${number}: ${line}`);
  }
  if (unsupported.length > 0)
    throw new ModelError(`this .ode file has lines that are not supported:\n${unsupported.join("\n")}`);
  if (derivatives.length === 0) throw new ModelError("this .ode file has no differential equation, such as V'=-V");
  const state = new Set(derivatives.map(({ name }) => name));
  for (const name of initial.keys())
    if (!state.has(name))
      throw new ModelError(`the file gives an initial value to '${name}', which has no differential equation`, name);
  for (const [set, values] of sets)
    for (const name of values.keys())
      if (!parameters.has(name))
        throw new ModelError(
          `set ${set} gives a value to '${name}', which is not a parameter; a preset sets parameters only`,
          name,
        );
  return { parameters, initial, functions, derivatives, quantities, event, sets, settings, spelling, notes };
}

/** Lines without blanks around them; one that ends in a backslash goes on in the next. */
function joined(text: string): { line: string; number: number }[] {
  const lines: { line: string; number: number }[] = [];
  let open = false;
  text.split(/\r?\n/).forEach((raw, i) => {
    const continues = raw.trimEnd().endsWith("\\");
    const line = raw.trim().replace(/\\$/, "");
    if (open) lines[lines.length - 1].line += line;
    else if (line !== "") lines.push({ line, number: i + 1 });
    open = continues;
  });
  return lines;
}

interface NotesSoFar extends Record<string, unknown> {
  readonly called: Record<string, string>;
  readonly units: Record<string, string>;
  readonly ranges: Record<string, readonly [number, number]>;
  readonly sets: Record<string, string>;
}

/** Reads a comment `# nullcline key: value` as `toXppaut` writes it. Any other comment says nothing. */
function readNote(line: string, notes: NotesSoFar): void {
  const m = /^#\s*nullcline (\w+): (.*)$/.exec(line);
  if (m === null) return;
  const [, key, text] = m;
  const [name, ...rest] = text.split(" ");
  if (key === "called") notes.called[name] = rest[1];
  else if (key === "set") notes.sets[name] = rest.slice(1).join(" ");
  else if (key === "unit") notes.units[name] = rest.join(" ");
  else if (key === "range") notes.ranges[name] = [Number(rest[0]), Number(rest[1])];
  else if (["name", "source", "input", "threshold"].includes(key)) notes[key] = text;
}
