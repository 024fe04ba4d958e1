import type { ModelData } from "../../model/model-data.js";
import type { Operation } from "../../model/graph/node.js";

/** Number of arguments of each operation, and what its `value` is. */
const operations: Readonly<
  Record<Operation, { readonly args: number; readonly value: "number" | "index" | "exponent" | "none" }>
> = {
  constant: { args: 0, value: "number" },
  state: { args: 0, value: "index" },
  parameter: { args: 0, value: "index" },
  free: { args: 0, value: "index" },
  add: { args: 2, value: "none" },
  subtract: { args: 2, value: "none" },
  multiply: { args: 2, value: "none" },
  divide: { args: 2, value: "none" },
  negate: { args: 1, value: "none" },
  power: { args: 1, value: "exponent" },
  pow: { args: 2, value: "none" },
  max: { args: 2, value: "none" },
  min: { args: 2, value: "none" },
  select: { args: 3, value: "none" },
  bernoulli: { args: 1, value: "exponent" },
  exp: { args: 1, value: "none" },
  expm1: { args: 1, value: "none" },
  log: { args: 1, value: "none" },
  tanh: { args: 1, value: "none" },
  cosh: { args: 1, value: "none" },
  sinh: { args: 1, value: "none" },
  sin: { args: 1, value: "none" },
  cos: { args: 1, value: "none" },
  atan: { args: 1, value: "none" },
  floor: { args: 1, value: "none" },
  sqrt: { args: 1, value: "none" },
  abs: { args: 1, value: "none" },
};

/**
 * Entries of each list: what a check does with a model takes longer than their number. The right answers of the course
 * have up to 172 nodes, 23 lines, 18 quantities, 16 parameters and 5 states.
 */
const most: Readonly<Partial<Record<string, number>>> = { nodes: 3000, states: 50 };
const mostOthers = 500;

/**
 * A Model's data from a process that is not trusted. Code is generated from these numbers, so each is checked to be
 * one, and each operation to be known, before anything is made of them.
 * @throws TypeError naming the first field that is not what a Model has
 */
export function checkedModelData(data: unknown): ModelData {
  const refuse = (what: string): never => {
    throw new TypeError(`the answer is not a Model as defineModel makes it: ${what}`);
  };
  if (typeof data !== "object" || data === null) refuse("it has no data");
  const d = data as Record<string, unknown>;
  const list = <T>(name: string, is: (x: unknown) => x is T): T[] => {
    const value = d[name];
    if (!Array.isArray(value)) return refuse(`\`${name}\` is not a list`);
    if (value.length > (most[name] ?? mostOthers)) return refuse(`\`${name}\` has ${value.length} entries, too many`);
    return value.map((x) => (is(x) ? x : refuse(`\`${name}\` holds something strange`)));
  };
  const table = <T>(name: string, is: (x: unknown) => x is T): Record<string, T> => {
    const value = d[name];
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return refuse(`\`${name}\` is not a record`);
    for (const x of Object.values(value)) if (!is(x)) refuse(`\`${name}\` holds something strange`);
    return value as Record<string, T>;
  };
  const string = (name: string): string => (isString(d[name]) ? d[name] : refuse(`\`${name}\` is not a text`));

  const states = list("states", isString),
    parameters = list("parameters", isString),
    quantities = list("quantities", isString);
  const nodes = list("nodes", isRecord).map(({ op, args, value }, i) => {
    if (!isString(op) || !Object.hasOwn(operations, op)) return refuse(`node ${i} has an unknown operation`);
    const rule = operations[op as Operation];
    if (!Array.isArray(args) || args.length !== rule.args || !args.every((a) => isIndex(a) && a < i))
      return refuse(`node ${i} has arguments that do not exist`);
    if (typeof value !== "number") return refuse(`node ${i} has a value that is no number`);
    const bound = op === "state" ? states.length : op === "parameter" ? parameters.length : 1000;
    if (rule.value === "index" && !(isIndex(value) && value < bound))
      refuse(`node ${i} refers to a ${op} that does not exist`);
    if (rule.value === "exponent" && !Number.isInteger(value)) refuse(`node ${i} has an exponent that is not whole`);
    return { op: op as Operation, args: args as number[], value };
  });
  const isNode = (x: unknown): x is number => isIndex(x) && x < nodes.length;
  const outputs = (value: unknown, name: string, length: number): number[] =>
    Array.isArray(value) && value.length === length && value.every(isNode)
      ? value
      : refuse(`\`roots.${name}\` does not fit`);
  const output = (value: unknown, name: string): number | null =>
    value === null || isNode(value) ? value : refuse(`\`roots.${name}\` does not fit`);
  const roots = isRecord(d["roots"]) ? d["roots"] : refuse("`roots` is not a record");
  const values = list("values", isNumber);
  if (values.length !== parameters.length) refuse("`values` are not as many as parameters");
  const input = d["input"];
  if (input !== null && !(isString(input) && parameters.includes(input))) refuse("`input` is not a parameter");
  return {
    name: string("name"),
    source: string("source"),
    equations: string("equations"),
    tex: string("tex"),
    fingerprint: string("fingerprint"),
    lines: list("lines", isRecord) as unknown as ModelData["lines"],
    symbols: table("symbols", isString),
    units: table("units", isString),
    states,
    parameters,
    quantities,
    values,
    ranges: table("ranges", isPair),
    presets: table("presets", isRecord) as ModelData["presets"],
    input: input as string | null,
    held: list("held", isIndex),
    nodes,
    roots: {
      field: outputs(roots["field"], "field", states.length),
      quantities: outputs(roots["quantities"], "quantities", quantities.length),
      initial: outputs(roots["initial"], "initial", states.length),
      threshold: output(roots["threshold"], "threshold"),
      reset: roots["reset"] === null ? null : outputs(roots["reset"], "reset", states.length),
      refractory: output(roots["refractory"], "refractory"),
    },
  };
}

const isString = (x: unknown): x is string => typeof x === "string";
const isNumber = (x: unknown): x is number => typeof x === "number";
const isIndex = (x: unknown): x is number => Number.isInteger(x) && (x as number) >= 0;
const isPair = (x: unknown): x is readonly [number, number] => Array.isArray(x) && x.length === 2 && x.every(isNumber);
const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === "object" && x !== null && !Array.isArray(x);
