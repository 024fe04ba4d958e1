import { requireModel } from "../../checks/require-model.js";
import { knownOptions, requireInput } from "../../checks/require.js";
import { ModelError } from "../../model/error.js";
import { Graph } from "../../model/graph/graph.js";
import { modelFromData } from "../../model/model-from-data.js";
import type { Model } from "../../model/model.js";
import { addExpression } from "../../model/text/add-expression.js";
import { readEquations } from "../../model/text/equations.js";
import { typeset } from "../../model/text/typeset.js";
import { fingerprint } from "../../text/fingerprint.js";
import { synapseSymbols, synapseText, type Synapse } from "./synapse.js";

/** Units of the conductance by those of the input. */
const conductances: Readonly<Record<string, string>> = { "uA/cm^2": "mS/cm^2", pA: "nS" };

/** What `withSynapses` takes beside the synapses. */
export interface WithSynapsesOptions {
  /**
   * The synapse that a stimulus reaches, by name; by default a stimulus stays the injected current. The input is then
   * its parameter `kickAMPA`: a pulse of area w, such as `pulses(10 * w, { width: 0.1, at: spikes })`, is a spike with
   * the weight w.
   */
  readonly input?: string;
}

/**
 * The neuron with synapses on it: their currents are taken from its input. For a synapse AMPA there are the conductance
 * gAMPA (a state), its parameters EAMPA, tauAMPA (or riseAMPA and decayAMPA) and the current IAMPA. In a population a
 * coupling goes onto "gAMPA" for the kind "exponential", onto "xAMPA" for the others; its weights are peak
 * conductances, in mS/cm² or nS.
 *
 *     const cell = withSynapses(adaptiveExponential, [{ name: "AMPA", kind: "alpha", tau: 2, reversal: 0 }]);
 *     simulatePopulation(cell, { count: 100, duration: 500, coupling: { onto: "xAMPA", weights } });
 *
 * @throws ModelError or RangeError for a name that the model has already, an input that is no current, or a synapse
 * that makes no sense
 */
export function withSynapses(model: Model, synapses: readonly Synapse[], options: WithSynapsesOptions = {}): Model {
  requireModel("withSynapses", model);
  const where = "withSynapses";
  const { input: reached } = knownOptions(where, options, ["input"]);
  const input = requireInput(where, model);
  const { data } = model;
  const [V] = data.states;
  const conductance = conductances[data.units[input]];
  if (conductance === undefined)
    throw new ModelError(
      `${where}: the input of ${model.name} is in "${data.units[input]}"; ` +
        `synapses end on neurons with an input in ${Object.keys(conductances).join(" or ")}`,
    );
  const texts = synapses.map((synapse) => synapseText(synapse, V, conductance));
  const states = [...data.states, ...texts.flatMap((text) => text.states)];
  const own = texts.flatMap((text) => Object.entries(text.parameters));
  const parameters = [...data.parameters, ...own.map(([name]) => name)];
  const quantities = [...data.quantities, ...texts.map(({ current }) => current)];
  const names = [...states, ...parameters, ...quantities];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new ModelError(
      `${where}: there would be two of the name ${twice} in ${model.name}; rename the synapse`,
      twice,
    );

  const graph = new Graph(data.nodes);
  const currents: number[] = [];
  const nodeOf = (name: string): number =>
    states.includes(name) ? graph.state(states.indexOf(name)) : graph.parameter(parameters.indexOf(name));
  const added = readEquations(texts.flatMap((text) => text.lines).join("\n"), states);
  const field: number[] = [];
  for (const { kind, right } of added)
    (kind === "derivative" ? field : currents).push(addExpression(graph, right, nodeOf));
  const injected = graph.parameter(data.parameters.indexOf(input));
  const left = currents.reduce((sum, current) => graph.subtract(sum, current), injected);
  const driven = (nodes: readonly number[]): number[] => graph.substitute(nodes, new Map([[injected, left]]));
  const { roots } = data;
  const changed = {
    field: [...driven(roots.field), ...field],
    quantities: [...driven(roots.quantities), ...currents],
    initial: [...roots.initial, ...field.map(() => graph.constant(0))],
    threshold: roots.threshold === null ? null : driven([roots.threshold])[0],
    reset: roots.reset && [...driven(roots.reset), ...field.map((_, i) => graph.state(data.states.length + i))],
    refractory: roots.refractory,
  };

  const target = reached === undefined ? input : `kick${reached}`;
  if (!parameters.includes(target))
    throw new RangeError(
      `${where}: input names no synapse: "${reached}"; there are ${synapses.map(({ name }) => name).join(", ")}`,
    );
  const usual = Object.assign({}, ...synapses.map(({ name }) => synapseSymbols(name))) as Record<string, string>;
  const symbols = Object.fromEntries(names.map((name) => [name, data.symbols[name] ?? usual[name]]));
  const rest = texts.map(({ current }) => ` - ${symbols[current]}`).join("");
  const lines = [
    ...data.lines.map((line) =>
      line.names.includes(input)
        ? { ...line, right: line.right + rest, names: [...line.names, ...texts.map(({ current }) => current)] }
        : line,
    ),
    ...typeset(added, symbols),
  ];
  const rows = lines.map((line) => `${line.left} &= ${line.right}`);
  const resetRow = /\\text\{if \}[\s\S]*(?=\n\\end\{aligned\})/.exec(data.tex)?.[0];
  const tex = `\\begin{aligned}\n${[...rows, ...(resetRow ? [resetRow] : [])].join(" \\\\\n")}\n\\end{aligned}`;
  const less = texts.map(({ current }) => ` - ${current}`).join("");
  const { texts: _asDefined, ...kept } = data;
  return modelFromData({
    ...kept,
    name: `${data.name} with ${synapses.map(({ name }) => name).join(", ")}`,
    equations: [
      data.equations.replace(new RegExp(`\\b${input}\\b`, "g"), `(${input}${less})`),
      ...texts.flatMap((text) => text.lines),
    ].join("\n"),
    lines,
    tex,
    symbols,
    states,
    parameters,
    quantities,
    values: [...data.values, ...own.map(([, [value]]) => value)],
    units: {
      ...data.units,
      ...Object.fromEntries(own.map(([name, [, unit]]) => [name, unit])),
      ...Object.fromEntries(texts.flatMap((text) => text.states.map((name) => [name, conductance]))),
      ...Object.fromEntries(texts.map(({ current }) => [current, data.units[input]])),
    },
    ranges: {
      ...data.ranges,
      ...Object.fromEntries(own.map(([name, [, , range]]) => [name, range])),
      ...Object.fromEntries(texts.flatMap((text) => text.states.map((name) => [name, [0, 20]]))),
    },
    input: target,
    nodes: graph.nodes,
    roots: changed,
    fingerprint: fingerprint(JSON.stringify([graph.nodes, changed])),
  });
}
