import { knownOptions, requireRecord, requireText } from "../../checks/require.js";
import { suggestion } from "../../checks/suggestion.js";
import { fingerprint } from "../../text/fingerprint.js";
import { ModelError } from "../error.js";
import { modelFromData } from "../model-from-data.js";
import type { ModelData } from "../model-data.js";
import type { Model } from "../model.js";
import { buildGraph } from "./build-graph.js";
import { checkUnits } from "./check-units.js";
import type { ModelDefinition, QuantitiesOf } from "./definition.js";
import { symbolsOf } from "./expression.js";
import { symbolOf } from "./latex.js";
import { readSystem } from "./system.js";
import { systemLatex, typeset } from "./typeset.js";

/**
 * Makes a model from its equation text.
 * @throws ModelError naming the symbol and the line for an unknown symbol (with the likely name), a name used twice, a
 * state without equation, a circular definition, an equation whose two sides differ in unit, and anything that is not
 * an equation
 */
export function defineModel<
  const P extends string,
  const S extends string,
  const R extends string,
  const E extends string,
>(
  definition: ModelDefinition<P, S, R, E>,
): Model<P, { readonly states: S; readonly quantities: QuantitiesOf<E>; readonly presets: R }> {
  const { name } = checked(definition);
  try {
    return modelFromData<P>(translate(definition));
  } catch (error) {
    if (error instanceof ModelError) throw new ModelError(`${name}: ${error.message}`, error.symbol);
    throw error;
  }
}

/** @throws TypeError for a definition that lacks what every model has, or has what none has */
function checked(definition: ModelDefinition): ModelDefinition {
  const where = "defineModel";
  const { name, source, equations, states, parameters } = knownOptions(where, definition, [
    "name",
    "source",
    "equations",
    "states",
    "parameters",
    "presets",
    "input",
    "threshold",
    "reset",
    "refractory",
    "symbols",
  ]);
  requireText(where, "name", name, '"my neuron"');
  requireText(where, "source", source, '"after FitzHugh (1961)"');
  requireText(where, "equations", equations, '"tau dV/dt = E - V + R*I"');
  requireRecord(where, "states", states, '{ V: state(-65, "mV") }');
  requireRecord(where, "parameters", parameters, '{ tau: [10, "ms"] }');
  return definition;
}

function translate(definition: ModelDefinition): ModelData {
  const system = readSystem(definition);
  const { states, parameters, quantities, equations, input, threshold, reset, refractory } = system;
  const units = checkUnits(system);
  const { graph, outputs } = buildGraph(system);
  const symbols = Object.fromEntries(
    [...states, ...parameters, ...quantities].map((name) => [name, definition.symbols?.[name] ?? symbolOf(name)]),
  );
  const lines = typeset(equations, symbols);
  return {
    name: definition.name,
    source: definition.source,
    equations: definition.equations,
    texts: {
      initial: states.map((name) => definition.states[name].initial),
      threshold: definition.threshold ?? null,
      reset: definition.reset ?? null,
      refractory: definition.refractory ?? null,
    },
    lines,
    tex: systemLatex(lines, threshold, reset, symbols),
    symbols,
    states,
    parameters,
    quantities,
    units,
    input,
    values: parameters.map((name) => finite(definition.parameters[name][0], `parameter '${name}'`)),
    ranges: rangesOf(definition),
    presets: presetsOf(definition, parameters),
    held:
      refractory && threshold ? states.flatMap((name, i) => (symbolsOf(threshold.left).includes(name) ? [i] : [])) : [],
    nodes: graph.nodes,
    roots: outputs,
    fingerprint: fingerprint(JSON.stringify([graph.nodes, outputs])),
  };
}

function finite(value: number, what: string): number {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new ModelError(`${what} must be a finite number, got ${String(value)}`);
  return value;
}

function presetsOf(definition: ModelDefinition, parameters: readonly string[]): Record<string, Record<string, number>> {
  const presets: Record<string, Record<string, number>> = {};
  for (const [name, values] of Object.entries(definition.presets ?? {})) {
    presets[name] = {};
    for (const [parameter, value] of Object.entries(values)) {
      if (!parameters.includes(parameter))
        throw new ModelError(
          `preset '${name}' sets '${parameter}', which is not a parameter.${suggestion(parameter, parameters)}`,
          parameter,
        );
      presets[name][parameter] = finite(value as number, `preset '${name}': parameter '${parameter}'`);
    }
  }
  return presets;
}

function rangesOf(definition: ModelDefinition): Record<string, readonly [number, number]> {
  const ranges: Record<string, readonly [number, number]> = {};
  const put = (name: string, [low, high]: readonly [number, number]): void => {
    if (!(low < high))
      throw new ModelError(`the range of '${name}' must be an increasing pair, got [${low}, ${high}]`, name);
    ranges[name] = [low, high];
  };
  for (const [name, { range }] of Object.entries(definition.states)) put(name, range);
  for (const [name, [value, , range]] of Object.entries(definition.parameters))
    put(name, range ?? (value === 0 ? [-1, 1] : [Math.min(0, 2 * value), Math.max(0, 2 * value)]));
  return ranges;
}
