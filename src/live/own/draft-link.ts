import { longest, type Draft, type DraftRow } from "./draft.js";

/** A draft as one entry of a link. */
export function draftText({ states, parameters, ...texts }: Draft): string {
  const row = ({ name, value, unit, low, high }: DraftRow): readonly string[] => [name, value, unit, low, high];
  return JSON.stringify({ ...texts, states: states.map(row), parameters: parameters.map(row) });
}

/**
 * The draft of an entry of a link: texts, and nothing but texts, of which only the reader of equations makes a model.
 * @throws RangeError that says what is wrong with the link
 */
export function readDraft(entry: string): Draft {
  let carried: unknown;
  try {
    carried = JSON.parse(entry);
  } catch {
    throw new RangeError("its equations are damaged");
  }
  if (typeof carried !== "object" || carried === null) throw new RangeError("its equations are damaged");
  const fields = new Map<string, unknown>(Object.entries(carried));
  const text = (name: string, most: number): string => {
    const value = fields.get(name);
    if (typeof value !== "string") throw new RangeError(`its equations have no ${name}`);
    if (value.length > most) throw new RangeError(`its ${name} has more than ${most} characters`);
    return value;
  };
  return {
    name: text("name", longest.name),
    source: text("source", longest.source),
    equations: text("equations", longest.equations),
    states: rowsOf(fields.get("states"), "states", longest.states),
    parameters: rowsOf(fields.get("parameters"), "parameters", longest.parameters),
    input: text("input", longest.field),
    threshold: text("threshold", longest.field),
    reset: text("reset", longest.reset),
    refractory: text("refractory", longest.field),
    presets: presetsOf(fields.get("presets") ?? {}),
  };
}

/** Names, and numbers by the names of parameters; a link from before there were any has none. */
function presetsOf(carried: unknown): Draft["presets"] {
  const damaged = new RangeError("its presets are damaged");
  const entriesOf = (record: unknown, most: number): readonly (readonly [string, unknown])[] => {
    if (typeof record !== "object" || record === null || Array.isArray(record)) throw damaged;
    const entries = Object.entries(record);
    if (entries.length > most || entries.some(([name]) => name.length > longest.field)) throw damaged;
    return entries;
  };
  const numbers = (preset: unknown): Readonly<Record<string, number>> =>
    Object.fromEntries(
      entriesOf(preset, longest.parameters).map(([name, value]) => {
        if (typeof value !== "number" || !Number.isFinite(value)) throw damaged;
        return [name, value];
      }),
    );
  return Object.fromEntries(entriesOf(carried, longest.presets).map(([name, preset]) => [name, numbers(preset)]));
}

function rowsOf(rows: unknown, what: string, most: number): readonly DraftRow[] {
  if (!Array.isArray(rows)) throw new RangeError(`its equations have no ${what}`);
  if (rows.length > most) throw new RangeError(`it has more than ${most} ${what}`);
  return rows.map((row: unknown) => {
    const isRow =
      Array.isArray(row) &&
      row.length === 5 &&
      row.every((field) => typeof field === "string" && field.length <= longest.field);
    if (!isRow) throw new RangeError(`one of its ${what} is damaged`);
    const [name, value, unit, low, high] = row as readonly string[];
    return { name, value, unit, low, high };
  });
}
