import { present } from "../checks/present.js";
import { readEquations } from "../model/text/equations.js";
import { ModelError } from "../model/error.js";
import type { Expression } from "../model/text/expression.js";
import type { Model } from "../model/model.js";
import { call, mapParts, namesIn, partsOf, raise, withoutSingularities, type Formula, type Test } from "./formula.js";

/**
 * `name = right`. With a `unit` the line is a fit: in it each symbol is its number in its declared unit, and `unit` is
 * that of the value.
 */
export interface Line {
  readonly name: string;
  readonly right: Formula;
  readonly unit: string | null;
}

/** A line whose value has this unit, a fit or not. */
export interface UnitLine extends Line {
  readonly unit: string;
}

/** coefficient · d name/dt = right. */
export interface StateLine extends Line {
  readonly coefficient: Formula | null;
  readonly initial: number;
  /** Stays put during the refractory period. */
  readonly held: boolean;
}

/**
 * A model as formulas, for writing it in another language. `threshold`, `reset` and `refractory` are in numbers, as a
 * fit.
 */
export interface Description {
  readonly states: readonly StateLine[];
  /** Each after those it needs. */
  readonly quantities: readonly Line[];
  /** Holds while a spike lasts: a spike is where it becomes true. */
  readonly threshold: Test | null;
  /** New values of the states that change at a spike; the right-hand sides mean values just before. */
  readonly reset: readonly UnitLine[] | null;
  /** ms. */
  readonly refractory: Formula | null;
}

/** @throws ModelError for what no other language can say */
export function describe(model: Model): Description {
  const { stateNames, parameterNames, graph, roots, units } = model;
  const up = (root: number): Formula => raise(graph, root, stateNames, parameterNames);
  const lines = readEquations(model.equations, stateNames);
  const threshold = roots.threshold === null ? null : comparison(up(roots.threshold));
  const peak =
    threshold && roots.reset
      ? peakOf(
          threshold,
          stateNames,
          lines.map(({ right }) => right),
        )
      : undefined;
  const finite = (right: Expression): Formula => {
    const formula = withoutSingularities(right, parameterNames);
    return peak ? capped(formula, peak) : formula;
  };
  const quantities = lines
    .filter((line) => line.kind === "quantity")
    .map(({ name, right, unit }) => ({ name, right: finite(right), unit }));
  return {
    states: stateNames.map((name, i) => {
      const line = present(
        lines.find((l) => l.kind === "derivative" && l.name === name),
        `an equation for d${name}/dt`,
      );
      const coefficient = line.kind === "derivative" && line.coefficient ? finite(line.coefficient) : null;
      return {
        name,
        right: finite(line.right),
        unit: line.unit,
        coefficient,
        initial: model.states[name],
        held: model.spiking.held.includes(i),
      };
    }),
    quantities: inOrderOfNeed(quantities),
    threshold,
    reset:
      roots.reset &&
      oneByOne(
        roots.reset.flatMap((root, i) =>
          root === graph.state(i) ? [] : [{ name: stateNames[i], right: up(root), unit: units[stateNames[i]] }],
        ),
      ),
    refractory: roots.refractory === null ? null : up(roots.refractory),
  };
}

/** A state that grows as an exponential of itself until it is reset at `peak`. */
interface Peak {
  readonly state: string;
  readonly peak: Formula;
}

function peakOf({ left, right: peak }: Test, states: readonly string[], lines: readonly Formula[]): Peak | undefined {
  if (left.kind !== "symbol" || peak.kind !== "symbol" || !states.includes(left.name)) return undefined;
  const grows = (f: Formula): boolean =>
    (f.kind === "call" && f.name === "exp" && namesIn(f).includes(left.name)) || partsOf(f).some(grows);
  return lines.some(grows) ? { state: left.name, peak } : undefined;
}

/**
 * V becomes min(V, V_peak). Below the peak nothing changes; but a step of fixed length goes past it, where the
 * exponential would overflow before the reset is looked at, and the other states would follow V to where it never is.
 */
function capped(formula: Formula, { state, peak }: Peak): Formula {
  const visit = (f: Formula): Formula =>
    f.kind === "symbol" && f.name === state ? call("min", f, peak) : mapParts(f, visit);
  return visit(formula);
}

/** A margin a − b as the comparison a ≥ b. */
function comparison(margin: Formula): Test {
  return margin.kind === "operation" && margin.op === "subtract"
    ? { relation: ">=", left: margin.left, right: margin.right }
    : { relation: ">=", left: margin, right: { kind: "number", value: 0 } };
}

/** The languages assign one after the other; a reset in which a state needs another's old value has no counterpart. */
function oneByOne(reset: readonly UnitLine[]): readonly UnitLine[] {
  reset.forEach(({ name, right }) => {
    const other = namesIn(right).find((n) => n !== name && reset.some((line) => line.name === n));
    if (other !== undefined)
      throw new ModelError(
        `the reset of ${name} needs the value of ${other} before its own reset, which this format cannot say`,
        name,
      );
  });
  return reset;
}

function inOrderOfNeed(lines: readonly Line[]): Line[] {
  const done: Line[] = [];
  const visit = (line: Line): void => {
    if (done.includes(line)) return;
    for (const name of namesIn(line.right)) {
      const needed = lines.find((other) => other.name === name);
      if (needed) visit(needed);
    }
    done.push(line);
  };
  lines.forEach(visit);
  return done;
}

/**
 * Names for another language: each model's own where the language allows it, else with an underscore or a number added.
 * @param folds whether the language takes upper and lower case for the same
 * @param longest most characters of a name
 */
export function renamed(
  names: readonly string[],
  {
    reserved,
    folds,
    longest,
  }: { readonly reserved: readonly string[]; readonly folds: boolean; readonly longest: number },
): ReadonlyMap<string, string> {
  const key = (name: string): string => (folds ? name.toLowerCase() : name);
  const taken = new Set(reserved.map(key));
  const result = new Map<string, string>();
  for (const name of names) {
    const suffixes = ["", "_", ...Array.from({ length: names.length }, (_, k) => String(k + 2))];
    const candidate = present(
      suffixes.map((suffix) => name.slice(0, longest - suffix.length) + suffix).find((c) => !taken.has(key(c))),
      `a free name for ${name}`,
    );
    taken.add(key(candidate));
    result.set(name, candidate);
  }
  return result;
}
