import { requireText, knownOptions } from "../../checks/require.js";
import { present } from "../../checks/present.js";
import { defineModel } from "../../model/text/define.js";
import { state, type ParameterDefinition, type StateDefinition } from "../../model/text/definition.js";
import { reservedNames } from "../../model/text/expression.js";
import type { Model } from "../../model/model.js";
import { equationText, print, printTest, type Formula } from "../formula.js";
import { readEvents } from "./events.js";
import { readFormulas } from "./formulas.js";
import { readOdeFile, type OdeFile } from "./ode-file.js";
import { withRefractory } from "./refractory.js";
import { Remarks } from "./remarks.js";
import type { System } from "./system.js";
import { withoutTime } from "./time.js";
import { withEvents } from "./with-events.js";

/** A model read from an `.ode` file. */
export interface XppautModel {
  readonly model: Model;
  /** The file's `@` options, which concern numerics and display, as written. Names in lower case. */
  readonly settings: Readonly<Record<string, string>>;
  /**
   * What the file says and the model does not hold, such as noise, and what XPPAUT takes otherwise than it looks, such
   * as `par a=1/2` for 1; each with the number of its line.
   */
  readonly remarks: readonly string[];
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
   * Windows of states and slider ranges of parameters; by default a state's is that of the file's axes, else [0, 1] if
   * it starts there, else 100 either way of its start.
   */
  readonly ranges?: Readonly<Record<string, readonly [number, number]>>;
  /** What counts as a spike in a model without a reset, such as "V > -20". */
  readonly threshold?: string;
  /** The time at which equations with time in them are taken, ms; by default time is a state of the model. */
  readonly time?: number;
}

/**
 * Reads an `.ode` file as XPPAUT 6.11 does: ordinary differential equations with parameters, initial values, functions,
 * tables of a formula, arrays, quantities, events as reset, and `set`s of parameters as presets. What a model cannot
 * hold is left out and named in `remarks`.
 * @throws ModelError where a differential equation needs what is left out (a delay, a random number), naming each line
 */
export function fromXppaut(text: string, reading: XppautReading = {}): XppautModel {
  requireText("fromXppaut", "text", text, 'that of a file with "V\'=-V" in it');
  knownOptions("fromXppaut", reading, ["name", "source", "input", "units", "ranges", "threshold", "time"]);
  const remarks = new Remarks();
  const file = readOdeFile(text, remarks);
  const said = {
    ...file.notes,
    ...Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined)),
  };
  const start = Number(file.settings.t0) || 0;
  const { system: equations, formula } = readFormulas(file, remarks);
  const happenings = readEvents(file.events, equations, formula, start, remarks);
  const system = withoutTime(withRefractory(withEvents(equations, happenings, remarks)), reading.time, start, remarks);
  const texts = remarks.texts();
  const source = `an .ode file of XPPAUT${texts.length === 0 ? "" : `, with ${texts.length} remarks on its reading`}`;
  return { model: modelOf(system, file, { source, ...said }), settings: file.settings, remarks: texts };
}

function modelOf(system: System, file: OdeFile, said: XppautReading): Model {
  const names = modelNames(system, file.notes.called);
  const called = (name: string): string => present(names.get(name), `a name for ${name}`);
  const dialect = equationText(called);
  const write = (f: Formula): string => print(f, dialect);
  const unit = (name: string): string => said.units?.[called(name)] ?? "1";
  const rate = (name: string): string => (unit(name) === "1" ? "1/ms" : `${unit(name)}/ms`);
  const { event, refractory } = system;
  const period = refractory && write(refractory);
  return defineModel({
    name: said.name ?? "from XPPAUT",
    source: present(said.source, "a source"),
    equations: [
      ...system.states.map(({ name, right }) => `d${called(name)}/dt = ${write(right)}  [${rate(name)}]`),
      ...[...system.quantities, ...system.auxiliaries].map(
        ({ name, right }) => `${called(name)} = ${write(right)}  [${unit(name)}]`,
      ),
    ].join("\n"),
    states: Object.fromEntries(
      system.states.map(({ name }): [string, StateDefinition] => {
        const initial = system.initial.get(name) ?? { kind: "number", value: 0 };
        const value = initial.kind === "number" ? initial.value : write(initial);
        const range =
          said.ranges?.[called(name)] ?? windowOf(name, typeof value === "number" ? value : 0, file.settings);
        return [called(name), state(value, unit(name), range)];
      }),
    ),
    parameters: Object.fromEntries(
      [...system.parameters].map(([name, value]): [string, ParameterDefinition] => {
        const window = said.ranges?.[called(name)];
        const own = called(name) === period && unit(name) === "1" ? "ms" : unit(name);
        return [called(name), window ? [value, own, window] : [value, own]];
      }),
    ),
    presets: Object.fromEntries(
      [...file.sets].map(([preset, values]) => [
        preset,
        Object.fromEntries(
          [...values].filter(([p]) => system.parameters.has(p)).map(([p, value]) => [called(p), value]),
        ),
      ]),
    ),
    ...(said.input !== undefined && { input: said.input }),
    ...(event
      ? { threshold: `${printTest(event.test, dialect)} [1]` }
      : said.threshold === undefined
        ? {}
        : { threshold: `${said.threshold} [1]` }),
    ...(event && {
      reset: event.changes.map(({ name, right }) => `${called(name)} = ${write(right)}`).join("\n"),
    }),
    ...(period !== undefined && { refractory: period }),
  });
}

/** The axes of the file where a state is on one; else what its start suggests. */
function windowOf(name: string, initial: number, settings: OdeFile["settings"]): readonly [number, number] {
  for (const axis of ["x", "y"]) {
    const [low, high] = [Number.parseFloat(settings[`${axis}lo`]), Number.parseFloat(settings[`${axis}hi`])];
    const shown = settings[`${axis}p`]?.toLowerCase() === name;
    if (shown && low < high && low <= initial && initial <= high) return [low, high];
  }
  return initial >= 0 && initial <= 1 ? [0, 1] : [initial - 100, initial + 100];
}

/**
 * The name of each thing in the model by its name in the file, in lower case: as it is written there, but for words
 * that an equation keeps for itself, such as i and e, and for signs that a name cannot have.
 */
function modelNames(system: System, given: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const all = [...system.states, ...system.quantities, ...system.auxiliaries].map(({ name }) => name);
  for (const low of [...all, ...system.parameters.keys()]) {
    const written = system.spelling.get(low) ?? low;
    const name = given[written] ?? written.replace(/[^A-Za-z0-9_]/g, "_").replace(/^(?=\d)/, "_");
    const candidates = [
      name,
      name.toUpperCase(),
      `${name}_`,
      ...Array.from({ length: 9 }, (_, k) => `${name}_${k + 2}`),
    ];
    const free = candidates.find((other) => !reservedNames.has(other) && !taken.has(other));
    taken.add(present(free, `a name for ${name}`));
    names.set(low, present(free, `a name for ${name}`));
  }
  return names;
}
