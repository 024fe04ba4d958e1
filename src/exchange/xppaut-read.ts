import { present } from "../checks/present.js";
import { defineModel } from "../model/text/define.js";
import { state, type ParameterDefinition, type StateDefinition } from "../model/text/definition.js";
import { ModelError } from "../model/error.js";
import { reservedNames } from "../model/text/expression.js";
import type { Model } from "../model/model.js";
import {
  equationText,
  mapParts,
  namesIn,
  number,
  partsOf,
  print,
  printTest,
  type Formula,
  type Test,
} from "./formula.js";
import { readXppExpression } from "./xppaut-expression.js";
import { sortLines, type Numbered, type OdeFile } from "./xppaut-lines.js";

/** A model read from an `.ode` file. */
export interface XppautModel {
  readonly model: Model;
  /** The file's `@` options, which concern numerics and display, as written. Names in lower case. */
  readonly settings: Readonly<Record<string, string>>;
}

/** What an `.ode` file does not say. Each overrides what a comment `# nullcline` in the file says. */
export interface XppautReading {
  readonly name?: string;
  readonly source?: string;
  /** The parameter to which a stimulus is added; by default one named I. */
  readonly input?: string;
  /** Units by name; by default everything is a pure number, and time is in ms. */
  readonly units?: Readonly<Record<string, string>>;
  /**
   * Windows of states and slider ranges of parameters; by default a state's is [0, 1] if it starts there, else 100
   * either way of its start.
   */
  readonly ranges?: Readonly<Record<string, readonly [number, number]>>;
  /** What counts as a spike in a model without a reset, such as "V > -20". */
  readonly threshold?: string;
}

/**
 * Reads an `.ode` file of XPPAUT: ordinary differential equations with parameters, initial values, functions, fixed and
 * auxiliary quantities, one upward `global` event as reset, `set`s of parameters as presets.
 * @throws ModelError naming each line that is not supported, with its number
 */
export function fromXppaut(text: string, reading: XppautReading = {}): XppautModel {
  const file = sortLines(text);
  const said = {
    ...file.notes,
    ...Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined)),
  };
  const names = nameTable(file);
  const wrong: string[] = [];
  const formula = (line: Numbered, source: string): Formula => {
    try {
      return readXppExpression(source, file.functions);
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      wrong.push(`line ${line.number}: ${error.message}`);
      return number(0);
    }
  };
  const dialect = equationText((name) => {
    const known = names.get(name);
    if (known === undefined) throw new ModelError(`'${name}' is nowhere defined in the file`, name);
    return known;
  });
  const write = (f: Formula): string => print(f, dialect);

  const event = file.event && readEvent(file.event, formula);
  const belowPeak = (f: Formula): Formula => (event ? withoutCap(f, event.test) : f);
  const clock = event?.assignments.find(({ right }) => right.kind === "symbol" && right.name === "t")?.name;
  const derivatives = file.derivatives.map((line) => ({
    line,
    name: line.name,
    ...held(belowPeak(formula(line, line.right)), clock),
  }));
  const quantities = file.quantities.map((line) => ({ line, right: belowPeak(formula(line, line.right)) }));
  for (const { line, right } of [...derivatives, ...quantities])
    if (mentionsTime(right))
      wrong.push(
        `line ${line.number}: an equation with the time t in it is not supported; ` +
          "give what depends on time as a stimulus",
      );
  if (wrong.length > 0) throw new ModelError(`this .ode file has lines that are not supported:\n${wrong.join("\n")}`);

  const refractories = new Set(derivatives.flatMap(({ refractory }) => (refractory ? [write(refractory)] : [])));
  if (refractories.size > 1) throw new ModelError("two refractory periods in one file are not supported");
  if (event) {
    const stays = derivatives.filter(({ refractory }) => refractory).map(({ name }) => name);
    const watched = namesIn(event.test.left).filter((n) => derivatives.some(({ name }) => name === n));
    if (stays.length > 0 && stays.join() !== watched.join())
      throw new ModelError(`line ${event.number}: only the states in the condition of an event can stay put after it`);
  }
  const states = derivatives.filter(({ name }) => name !== clock);

  const called = (name: string): string => present(names.get(name), `a name for ${name}`);
  const units = said.units ?? {};
  const unit = (name: string): string => units[called(name)] ?? "1";
  const range = (
    name: string,
    fallback: readonly [number, number] | undefined,
  ): readonly [number, number] | undefined => said.ranges?.[called(name)] ?? fallback;
  const rate = (name: string): string => (unit(name) === "1" ? "1/ms" : `${unit(name)}/ms`);
  const model = defineModel({
    name: said.name ?? "from XPPAUT",
    source: said.source ?? "an .ode file of XPPAUT",
    equations: [
      ...states.map(({ name, right }) => `d${called(name)}/dt = ${write(right)}  [${rate(name)}]`),
      ...quantities.map(({ line, right }) => `${called(line.name)} = ${write(right)}  [${unit(line.name)}]`),
    ].join("\n"),
    states: Object.fromEntries(
      states.map(({ name }): [string, StateDefinition] => {
        const initial = file.initial.get(name) ?? 0;
        return [
          called(name),
          state(
            initial,
            unit(name),
            range(name, initial >= 0 && initial <= 1 ? [0, 1] : [initial - 100, initial + 100]),
          ),
        ];
      }),
    ),
    parameters: Object.fromEntries(
      [...file.parameters].map(([name, value]): [string, ParameterDefinition] => {
        const window = range(name, undefined);
        const own = refractories.has(called(name)) && unit(name) === "1" ? "ms" : unit(name);
        return [called(name), window ? [value, own, window] : [value, own]];
      }),
    ),
    presets: Object.fromEntries(
      [...file.sets].map(([name, values]) => [
        name,
        Object.fromEntries([...values].map(([p, value]) => [called(p), value])),
      ]),
    ),
    ...(said.input !== undefined && { input: said.input }),
    ...(event
      ? { threshold: `${printTest(event.test, dialect)} [1]` }
      : said.threshold === undefined
        ? {}
        : { threshold: `${said.threshold} [1]` }),
    ...(event && {
      reset: event.assignments
        .filter(({ name }) => name !== clock)
        .map(({ name, right }) => `${called(name)} = ${write(right)}`)
        .join("\n"),
    }),
    ...(refractories.size > 0 && { refractory: [...refractories][0] }),
  });
  return { model, settings: file.settings };
}

/**
 * The name of each thing in the model by its name in the file, in lower case: as it is written there, but for i and e,
 * which are constants.
 */
function nameTable(file: OdeFile): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [low, written] of file.spelling) {
    const name = file.notes.called?.[written] ?? written;
    const free = [name, name.toUpperCase(), `${name}_`].find((other) => !reservedNames.has(other));
    names.set(low, present(free, `a name for ${name}`));
  }
  return names;
}

interface Event {
  readonly number: number;
  readonly test: Test;
  readonly assignments: readonly { readonly name: string; readonly right: Formula }[];
}

function readEvent(line: NonNullable<OdeFile["event"]>, formula: (line: Numbered, text: string) => Formula): Event {
  const margin = formula(line, line.condition);
  const upward = line.sign > 0;
  const parts =
    margin.kind === "operation" && margin.op === "subtract" ? [margin.left, margin.right] : [margin, number(0)];
  const test: Test = { relation: upward ? ">=" : "<=", left: parts[0], right: parts[1] };
  return {
    number: line.number,
    test,
    assignments: line.assignments.map(({ name, right }) => ({ name, right: formula(line, right) })),
  };
}

/** heav(t − clock − refractory)·(…) → the refractory period and the rest. */
function held(f: Formula, clock: string | undefined): { readonly right: Formula; readonly refractory?: Formula } {
  if (f.kind !== "operation" || (f.op !== "multiply" && f.op !== "divide")) return { right: f };
  if (f.op === "divide") {
    const inner = held(f.left, clock);
    return inner.refractory ? { ...inner, right: { ...f, left: inner.right } } : { right: f };
  }
  const { left } = f;
  if (left.kind !== "conditional" || clock === undefined) return { right: f };
  const since = left.test.left;
  if (
    since.kind !== "operation" ||
    since.op !== "subtract" ||
    since.left.kind !== "operation" ||
    since.left.op !== "subtract"
  )
    return { right: f };
  const [t, spike] = [since.left.left, since.left.right];
  const isHold = t.kind === "symbol" && t.name === "t" && spike.kind === "symbol" && spike.name === clock;
  return isHold ? { right: f.right, refractory: since.right } : { right: f };
}

/**
 * min(V, V_peak) → V, where V ≥ V_peak is the event: at or below the peak, where the model lives, they are the same.
 */
function withoutCap(f: Formula, { left, right }: Test): Formula {
  const isCap = f.kind === "call" && f.name === "min" && JSON.stringify(f.args) === JSON.stringify([left, right]);
  return isCap ? left : mapParts(f, (part) => withoutCap(part, { relation: ">=", left, right }));
}

const mentionsTime = (f: Formula): boolean => (f.kind === "symbol" && f.name === "t") || partsOf(f).some(mentionsTime);
