import { suggestion } from "../../checks/suggestion.js";
import { ModelError } from "../error.js";
import type { ModelDefinition } from "./definition.js";
import { readEquations, readReset, splitUnit, type Equation, type QuantityLine } from "./equations.js";
import {
  assertName,
  parseComparison,
  parseExpression,
  reservedNames,
  symbolsOf,
  type Comparison,
  type Expression,
} from "./expression.js";

/** A definition that has been parsed, and in which every name stands for one thing that is there. */
export interface System {
  readonly definition: ModelDefinition;
  readonly states: readonly string[];
  readonly parameters: readonly string[];
  readonly quantities: readonly string[];
  readonly input: string | null;
  readonly equations: readonly Equation[];
  readonly threshold: Comparison | null;
  /** Set where the threshold is given in numbers: `V > -20 [mV]`. */
  readonly thresholdUnit: string | null;
  readonly reset: readonly QuantityLine[] | null;
  readonly refractory: Expression | null;
  /** Formula of each state's initial value; null where it is a number. */
  readonly initial: readonly (Expression | null)[];
}

/** Parses all texts of a definition. @throws ModelError naming the line and the symbol */
export function readSystem(definition: ModelDefinition): System {
  const states = Object.keys(definition.states),
    parameters = Object.keys(definition.parameters);
  for (const name of states) assertName(name, "a state");
  for (const name of parameters) assertName(name, "a parameter");
  const equations = readEquations(definition.equations, states);
  const quantities = equations.filter((line) => line.kind === "quantity").map((line) => line.name);
  checkNames(states, parameters, equations);
  const input = definition.input ?? (parameters.includes("I") ? "I" : null);
  if (input !== null && !parameters.includes(input))
    throw new ModelError(`input '${input}' is not a parameter.${suggestion(input, parameters)}`, input);
  const spike = definition.threshold === undefined ? null : splitUnit(definition.threshold);
  const threshold = spike && parseComparison(spike.text, "threshold");
  const reset = definition.reset === undefined ? null : readReset(definition.reset, states);
  if (reset !== null && threshold === null)
    throw new ModelError('a reset needs a threshold, such as threshold: "V >= Vth"');
  if (definition.refractory !== undefined && reset === null)
    throw new ModelError('a refractory period needs a reset, such as reset: "V = Vreset"');
  const refractory = definition.refractory === undefined ? null : parseExpression(definition.refractory, "refractory");
  const initial = states.map((name) => initialFormula(name, definition.states[name].initial));
  const system: System = {
    definition,
    states,
    parameters,
    quantities,
    input,
    equations,
    threshold,
    thresholdUnit: spike?.unit ?? null,
    reset,
    refractory,
    initial,
  };
  checkSymbols(system);
  return system;
}

function initialFormula(name: string, value: number | string): Expression | null {
  if (typeof value === "string") return parseExpression(value, `initial value of ${name}`);
  if (!Number.isFinite(value))
    throw new ModelError(`state '${name}' must start at a finite number, got ${value}`, name);
  return null;
}

/** Refuses a name that cannot be one, a name used twice, and a state with no equation or with two. */
function checkNames(states: readonly string[], parameters: readonly string[], equations: readonly Equation[]): void {
  if (states.length === 0) throw new ModelError("a model needs at least one state");
  const seen = new Map<string, string>();
  const claim = (name: string, what: string): void => {
    const before = seen.get(name);
    if (before !== undefined)
      throw new ModelError(`'${name}' is ${before} and again ${what}; each name stands for one thing`, name);
    seen.set(name, what);
  };
  for (const name of states) claim(name, "a state");
  for (const name of parameters) claim(name, "a parameter");
  for (const line of equations) {
    if (line.kind !== "quantity") continue;
    assertName(line.name, "a quantity");
    claim(line.name, `defined on ${line.where}`);
  }
  for (const name of states) {
    const own = equations.filter((line) => line.kind === "derivative" && line.name === name);
    if (own.length === 0) throw new ModelError(`state '${name}' has no equation; add a line 'd${name}/dt = …'`, name);
    if (own.length > 1)
      throw new ModelError(
        `state '${name}' has two equations, on ${own.map((line) => line.where).join(" and ")}`,
        name,
      );
  }
}

/** Refuses a symbol that is no state, parameter or quantity. */
function checkSymbols({
  states,
  parameters,
  quantities,
  equations,
  threshold,
  reset,
  refractory,
  initial,
}: System): void {
  const known = [...states, ...parameters, ...quantities];
  const check = (expression: Expression | null, where: string): void => {
    for (const symbol of expression === null ? [] : symbolsOf(expression)) assertKnown(symbol, known, where);
  };
  for (const expression of [threshold?.left ?? null, threshold?.right ?? null, refractory, ...initial])
    check(expression, "threshold, refractory or initial value");
  for (const { right, where } of [...equations, ...(reset ?? [])]) check(right, where);
  for (const line of equations) if (line.kind === "derivative") check(line.coefficient, line.where);
}

function assertKnown(symbol: string, known: readonly string[], where: string): void {
  if (known.includes(symbol)) return;
  if (symbol === "t")
    throw new ModelError(
      `${where}: time 't' cannot stand in an equation; give what depends on time as a stimulus`,
      symbol,
    );
  const hint = reservedNames.has(symbol)
    ? ` '${symbol}' is a function; write ${symbol}(…).`
    : suggestion(symbol, known);
  throw new ModelError(`${where}: unknown symbol '${symbol}'.${hint}`, symbol);
}
