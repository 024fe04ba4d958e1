import type { ModelError } from "../../model/error.js";
import { readEquations, type Equation } from "../../model/text/equations.js";
import { parseComparison, parseExpression, reservedNames, symbolsOf } from "../../model/text/expression.js";
import { splitUnit } from "../../model/text/equations.js";
import type { Draft, DraftRow } from "./draft.js";

/** Something that a draft lacks, and the draft that has it: what a reader does by one button. */
export interface Repair {
  readonly label: string;
  readonly draft: Draft;
}

/** What would mend a draft that is no model for this reason, the likely first. */
export function repairsOf(draft: Draft, error: ModelError): readonly Repair[] {
  const primes = withoutPrimes(draft);
  if (primes !== undefined) return [andThen(primes, (next) => andThen(renamed(next), inPlainNumbers))];
  const [meant, rows] = [respelt(draft, error), andThen(renamed(draft), inPlainNumbers)];
  return [
    ...(/ is not a state; /.test(error.message) ? [rows, meant] : [meant, rows]),
    / has unit .*, but |needs a pure number/.test(error.message) ? inPlainNumbers(draft) : undefined,
  ].filter((repair) => repair !== undefined);
}

/** Two repairs as one, where there are two. */
function andThen<R extends Repair | undefined>(first: R, second: (draft: Draft) => Repair | undefined): R {
  const further = first && second(first.draft);
  return further === undefined ? first : ({ label: `${first?.label}; ${further.label}`, draft: further.draft } as R);
}

/** What a draft that is a model has and does not need. */
export function sparesOf(draft: Draft): readonly Repair[] {
  const spare = draft.parameters.filter(
    ({ name }) => !(namesIn(draft)?.used.has(name) ?? true) && name !== draft.input,
  );
  if (spare.length === 0) return [];
  const parameters = draft.parameters.filter((row) => !spare.includes(row));
  return [{ label: `leave out ${listed(spare.map(({ name }) => name))}`, draft: { ...draft, parameters } }];
}

/** The symbol that was meant, in place of one that nothing has. */
function respelt(draft: Draft, { message, symbol }: ModelError): Repair | undefined {
  const meant = / Did you mean '(\w+)'\?$/.exec(message)?.[1];
  if (meant === undefined || symbol === undefined || !/^\w+$/.test(symbol)) return undefined;
  const instead = (text: string): string => text.replace(new RegExp(`\\b(d?)${symbol}\\b`, "g"), `$1${meant}`);
  const { equations, threshold, reset, refractory } = draft;
  return {
    label: `write ${meant} for ${symbol}`,
    draft: {
      ...draft,
      equations: instead(equations),
      threshold: instead(threshold),
      reset: instead(reset),
      refractory: instead(refractory),
    },
  };
}

/** `x' = …` as `dx/dt = …`. */
function withoutPrimes(draft: Draft): Repair | undefined {
  const primed = /^([ \t]*)([A-Za-z_]\w*)[ \t]*'[ \t]*=/gm;
  const names = [...draft.equations.matchAll(primed)].map(([, , name]) => name);
  if (names.length === 0) return undefined;
  const equations = draft.equations.replace(primed, "$1d$2/dt =");
  return { label: `write ${listed(names.map((name) => `d${name}/dt for ${name}'`))}`, draft: { ...draft, equations } };
}

/** With a row for each name of the equations; without rows of states that have no equation. */
function renamed(given: Draft): Repair | undefined {
  const first = namesIn(given);
  if (first === undefined) return undefined;
  const gone = given.states.filter(({ name }) => !first.derivatives.includes(name));
  const draft = withoutSpikesOf(given, gone);
  const found = namesIn(draft) ?? first;
  const { derivatives, used } = found;
  const { states, parameters } = draft;
  const stay = states.filter((row) => !gone.includes(row));
  const come = derivatives.filter((name) => !states.some((row) => row.name === name));
  const known = [...derivatives, ...found.quantities];
  const kept = parameters.filter(({ name }) => !known.includes(name) && (gone.length === 0 || used.has(name)));
  const wanted = [...used].filter((name) => !known.includes(name) && !kept.some((row) => row.name === name));
  if (come.length + wanted.length + gone.length + parameters.length === kept.length) return undefined;
  const units = [...stay.map(({ unit }) => unit), ...come.map((name) => (name === "V" ? "mV" : "1"))];
  const membrane = units.includes("mV");
  const bare = membrane && [...states, ...parameters].every(({ unit }) => unit === "1");
  const next: Draft = {
    ...draft,
    states: [...stay, ...come.map((name) => guessedState(name))],
    parameters: [
      ...kept.map((row) => (bare ? guessedParameter(row.name, membrane) : row)),
      ...wanted.map((name) => guessedParameter(name, membrane)),
    ],
    ...(membrane && derivatives.includes("V") && draft.threshold === "" && { threshold: "V > 0 [mV]" }),
    input: kept.some(({ name }) => name === draft.input) ? draft.input : "",
  };
  const lost = [...gone, ...parameters.filter((row) => !kept.includes(row))].map(({ name }) => name);
  const label = [
    ...(come.length === 0 ? [] : [`make ${listed(come)} ${come.length > 1 ? "states" : "a state"}`]),
    ...(wanted.length === 0 ? [] : [`make ${listed(wanted)} ${wanted.length > 1 ? "parameters" : "a parameter"}`]),
    ...(lost.length === 0 ? [] : [`leave out ${listed(lost)}`]),
  ].join("; ");
  return { label, draft: next };
}

/** Without threshold and reset, where these are about a state that goes. */
function withoutSpikesOf(draft: Draft, gone: readonly DraftRow[]): Draft {
  const about = new RegExp(`\\b(${gone.map(({ name }) => name.replace(/\W/g, "")).join("|")})\\b`);
  const is = gone.length > 0 && (about.test(draft.threshold) || about.test(draft.reset));
  return is ? { ...draft, threshold: "", reset: "", refractory: "" } : draft;
}

const guessedState = (name: string): DraftRow =>
  name === "V"
    ? { name, value: "-65", unit: "mV", low: "", high: "" }
    : { name, value: "0.1", unit: "1", low: "", high: "" };

/** What a name stands for in a membrane, by the field's habits; in equations without units a pure number. */
function guessedParameter(name: string, membrane: boolean): DraftRow {
  const [value, unit] = !membrane
    ? [name === "I" ? "0" : "1", "1"]
    : name.startsWith("g")
      ? ["1", "mS/cm^2"]
      : /^(E|V)/.test(name)
        ? ["-60", "mV"]
        : name === "C"
          ? ["1", "uF/cm^2"]
          : name.startsWith("I")
            ? ["0", "uA/cm^2"]
            : name.startsWith("tau")
              ? ["10", "ms"]
              : ["1", "1"];
  return { name, value, unit, low: "", high: "" };
}

/** Derivatives of pure numbers as fits: what other programs print has no units. */
function inPlainNumbers(draft: Draft): Repair | undefined {
  const pure = [...draft.states, ...draft.parameters].every(({ unit }) => unit.trim() === "1");
  if (!pure) return undefined;
  const lines = draft.equations.split("\n");
  const equations = lines
    .map((line, k) => {
      const own = (text: string): string => text.replace(/#.*/, "").trim();
      const begins = lines.slice(0, k + 1).findLastIndex((each) => own(each) !== "" && !goesOn(own(each)));
      const next = lines.slice(k + 1).find((each) => own(each) !== "");
      const ends = own(line) !== "" && (next === undefined || !goesOn(own(next)));
      const derivative = /\bd[A-Za-z_]\w*\s*\/\s*dt\s*=/.test(lines[begins] ?? "");
      if (!ends || !derivative || own(line).endsWith("]")) return line;
      return line.replace(/\s*(#.*)?$/, (_, comment: string | undefined) => `  [1/ms]${comment ? `  ${comment}` : ""}`);
    })
    .join("\n");
  if (equations === draft.equations) return undefined;
  return { label: "end the lines of derivatives with [1/ms]", draft: { ...draft, equations } };
}

const goesOn = (line: string): boolean => /^[-+*/^]/.test(line);

/** The names in a draft's texts, if these can be read. */
function namesIn({ equations, states, threshold, reset, refractory }: Draft):
  | {
      readonly derivatives: readonly string[];
      readonly quantities: readonly string[];
      readonly used: ReadonlySet<string>;
    }
  | undefined {
  const bare = equations.replace(/#.*/g, "");
  const derivatives = [...new Set([...bare.matchAll(/\bd([A-Za-z_]\w*)\s*\/\s*dt\s*=/g)].map(([, name]) => name))];
  let read: readonly Equation[];
  try {
    read = readEquations(equations, derivatives);
  } catch {
    return undefined; // what cannot be read is mended first
  }
  const quantities = read.filter(({ kind }) => kind === "quantity").map(({ name }) => name);
  const ofTexts = [
    ...symbolsIn(() => {
      const { left, right } = parseComparison(splitUnit(threshold).text, "threshold");
      return [...symbolsOf(left), ...symbolsOf(right)];
    }),
    ...reset
      .split("\n")
      .flatMap((line) => symbolsIn(() => symbolsOf(parseExpression(line.slice(line.indexOf("=") + 1), "")))),
    ...symbolsIn(() => symbolsOf(parseExpression(refractory, ""))),
    ...states.flatMap(({ value }) => symbolsIn(() => symbolsOf(parseExpression(value, "")))),
  ];
  const inLines = read.flatMap((line) => [
    ...symbolsOf(line.right),
    ...(line.kind === "derivative" && line.coefficient !== null ? symbolsOf(line.coefficient) : []),
  ]);
  return {
    derivatives,
    quantities,
    used: new Set([...inLines, ...ofTexts].filter((name) => !reservedNames.has(name))),
  };
}

/** None of a text that is empty or cannot be read. */
function symbolsIn(read: () => readonly string[]): readonly string[] {
  try {
    return read();
  } catch {
    return [];
  }
}

/** "a, b and c". */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
