import { ModelError } from "../../model/error.js";
import { number } from "../formula.js";
import {
  changesOf,
  definedOnce,
  functionsOf,
  parametersOf,
  presetsOf,
  remarkOnLostNumbers,
  type Definition,
  type Located,
} from "./definitions.js";
import type { Scope } from "./expression.js";
import { initialOf, type Initial } from "./initial.js";
import { readNotes, type Notes } from "./notes.js";
import { inPresentStyle } from "./old-style.js";
import type { Remarks } from "./remarks.js";
import { sourceLines, type SourceLine } from "./source-lines.js";
import { statementOf, type Statement } from "./statement.js";

/** `global sign condition {changes}`. */
export interface EventLine {
  readonly sign: number;
  readonly condition: string;
  readonly changes: readonly Definition[];
  readonly line: number;
}

/** An `.ode` file by what it says. Names are in lower case, since XPPAUT takes upper and lower case for the same. */
export interface OdeFile extends Initial {
  readonly parameters: ReadonlyMap<string, number>;
  readonly derivatives: readonly Definition[];
  /** What the equations may use. */
  readonly quantities: readonly Definition[];
  /** What is only to be shown. Names as written. */
  readonly auxiliaries: readonly Definition[];
  readonly events: readonly EventLine[];
  readonly sets: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly settings: Readonly<Record<string, string>>;
  readonly scope: Scope;
  /** How each name is first written where it is defined. */
  readonly spelling: ReadonlyMap<string, string>;
  readonly notes: Notes;
}

/** @throws ModelError for a name that is defined twice, and for a file without differential equation */
export function readOdeFile(text: string, remarks: Remarks): OdeFile {
  const lines = sourceLines(inPresentStyle(text));
  const notes = readNotes(lines.map((line) => line.text));
  const located = untilDone(lines, remarks);
  const all = <K extends Statement["kind"]>(...kinds: readonly K[]): readonly Located<K>[] =>
    located.filter((l): l is Located<K> => kinds.some((kind) => kind === l.statement.kind));
  const definitions = (...kinds: readonly ("derivative" | "fixed" | "derived")[]): Definition[] =>
    all(...kinds).map((l) => ({ name: l.statement.name.toLowerCase(), right: l.statement.right, line: l.number }));

  const derivatives = definitions("derivative");
  if (derivatives.length === 0)
    throw new ModelError(["this .ode file has no differential equation, such as V'=-V", ...remarks.texts()].join("\n"));
  const parameters = parametersOf(all("parameters"), located, remarks);
  const spelling = definedOnce(located, parameters);
  const quantities = definitions("fixed", "derived");
  const foreign = new Map(all("foreign").map(({ statement }) => [statement.name.toLowerCase(), statement.why]));
  const states = derivatives.map(({ name }) => name);
  remarkOnLostNumbers(all("parameters", "initial", "start"), remarks);
  return {
    parameters,
    ...initialOf(all("initial", "start"), states, foreign, remarks),
    derivatives,
    quantities,
    auxiliaries: all("auxiliary").map(({ statement, number: line }) => ({ ...statement, line })),
    events: all("event").map(({ statement, number: line }) => ({
      ...statement,
      line,
      changes: changesOf(statement.changes, line, remarks),
    })),
    sets: presetsOf(all("set"), parameters, notes, remarks),
    settings: Object.fromEntries(
      all("settings").flatMap(({ statement }) => statement.items.map(({ name, text: v }) => [name.toLowerCase(), v])),
    ),
    scope: {
      functions: functionsOf(all("function"), spelling, remarks),
      tables: new Map(all("table").map(({ statement }) => [statement.name.toLowerCase(), statement.right])),
      values: new Map(
        all("noise").flatMap(({ statement }) =>
          statement.items.map(({ name }) => [name.toLowerCase(), number(0)] as const),
        ),
      ),
      foreign,
      odd: [...spelling.keys()].filter((name) => !/^[a-z_]\w*$/.test(name)).sort((a, b) => b.length - a.length),
      order: [[...states, ...quantities.map(({ name }) => name)], [...parameters.keys()]],
    },
    spelling,
    notes,
  };
}

/** The statements up to `done`, with remarks on those that say nothing to a model. */
function untilDone(lines: readonly SourceLine[], remarks: Remarks): Located[] {
  const located: Located[] = [];
  for (const line of lines) {
    const statement = statementOf(line.text);
    const text = line.text.trim();
    if (statement.kind === "done") {
      if (!/^d(one)?\b/i.test(text))
        remarks.add(line.number, `'${text}': XPPAUT takes it for 'done' and reads no further`);
      break;
    }
    if (statement.kind === "unread" || statement.kind === "foreign")
      remarks.add(line.number, `${statement.why}: ${text}`);
    if (statement.kind === "noise")
      remarks.add(line.number, `${text}: white noise is left out; a stimulus can give it`);
    located.push({ ...line, statement });
  }
  return located;
}
