import { requireModel } from "../checks/require-model.js";
import { fingerprint } from "../text/fingerprint.js";
import { derivative } from "../model/graph/derivative.js";
import { readEquations, type Equation } from "../model/text/equations.js";
import { ModelError } from "../model/error.js";
import { parseExpression } from "../model/text/expression.js";
import { Graph } from "../model/graph/graph.js";
import { toLatex } from "../model/text/latex.js";
import { addExpression } from "../model/text/add-expression.js";
import { modelFromData } from "../model/model-from-data.js";
import type { Model } from "../model/model.js";
import type { TypesetLine } from "../model/model-data.js";
import { systemLatex } from "../model/text/typeset.js";

const clamp = "Iclamp";

/**
 * The model under voltage clamp: its membrane potential becomes a parameter and the input, so that a stimulus is the
 * command; every current remains a quantity, and `Iclamp`, their sum, is what the amplifier injects (but for the
 * capacitive surge at a jump of V). Gates that depend on V alone start in their steady state at the holding potential,
 * the value of the parameter V.
 *
 *     const run = simulate(voltageClamp(hodgkinHuxley), { duration: 12, stimulus: step(56, 2) });   // from −65 to −9
 * mV
 *     run.quantity("INa"), run.quantity("IK"), run.quantity("Iclamp")
 *
 * @throws ModelError for a model with a reset, or whose voltage equation is not of the form C dV/dt = I − …
 */
export function voltageClamp(model: Model): Model {
  requireModel("voltageClamp", model);
  const [V, ...states] = model.stateNames;
  const { input, data } = model;
  if (model.spiking.reset)
    throw new ModelError(`${model.name} cannot be clamped: its spikes are a reset, not currents`);
  if (states.length === 0)
    throw new ModelError(`${model.name} cannot be clamped: it has no state but ${V}; its currents follow ${V} at once`);
  const equations = readEquations(data.equations, model.stateNames);
  const kirchhoff = equations.find((line) => line.kind === "derivative" && line.name === V);
  if (kirchhoff === undefined) throw new ModelError(`${model.name} has no equation for d${V}/dt`, V);
  const graph = new Graph(data.nodes);
  const slot = model.parameterNames.indexOf(input ?? "");
  const nodeOf = (name: string): number =>
    model.stateNames.includes(name)
      ? graph.state(model.stateNames.indexOf(name))
      : model.parameterNames.includes(name)
        ? graph.parameter(model.parameterNames.indexOf(name))
        : data.roots.quantities[model.quantities.indexOf(name)];
  const right = addExpression(graph, kirchhoff.right, nodeOf);
  const [slope] = derivative(graph, [right], new Map([[graph.parameter(slot), graph.constant(1)]]));
  if (input === undefined || graph.valueOf(slope) !== 1)
    throw new ModelError(
      `${model.name} cannot be clamped: its voltage equation is not of the form C d${V}/dt = I - …, ` +
        "with the injected current I as a term",
    );

  const { text, solved } = solveForInput(data.equations, kirchhoff, V, input);
  const current = addExpression(graph, parseExpression(solved, kirchhoff.where), nodeOf);
  const clamped = new Map<number, number>([
    [graph.state(0), graph.parameter(slot)],
    [graph.parameter(slot), graph.constant(0)],
  ]);
  states.forEach((_, i) => clamped.set(graph.state(i + 1), graph.state(i)));
  const inClamp = (unclamped: readonly number[]): number[] => graph.substitute(unclamped, clamped);
  const field = inClamp(data.roots.field.slice(1));
  const roots = {
    field,
    quantities: inClamp([...data.roots.quantities, current]),
    initial: inClamp(data.roots.initial.slice(1)).map(
      (node, i) => steadyState(graph, field[i], i, states.length) ?? node,
    ),
    threshold: null,
    reset: null,
    refractory: null,
  };

  const symbols: Readonly<Record<string, string>> = { ...data.symbols, [clamp]: "I_{\\mathrm{clamp}}" };
  const balance: TypesetLine = {
    left: "0",
    right: toLatex(kirchhoff.right, (name) => symbols[name === input ? clamp : name]),
    names: [clamp, ...data.lines[0].names.filter((name) => name !== V && name !== input)],
  };
  const lines = [balance, ...data.lines.filter((line) => line.names[0] !== V)];
  const swapped = <T>(record: Readonly<Record<string, T>>, value: T): Record<string, T> => {
    const { [input]: _, ...rest } = record;
    return { ...rest, [V]: value };
  };
  return modelFromData({
    name: `${model.name}, voltage clamp`,
    source: data.source,
    equations: text,
    lines,
    tex: systemLatex(lines, null, null, symbols),
    symbols,
    states,
    parameters: data.parameters.map((p) => (p === input ? V : p)),
    quantities: [...data.quantities, clamp],
    values: data.values.map((value, k) => (k === slot ? model.states[V] : value)),
    units: { ...swapped(data.units, data.units[V]), [clamp]: data.units[input] },
    ranges: swapped(data.ranges, data.ranges[V]),
    presets: Object.fromEntries(
      Object.entries(data.presets).map(([name, values]) => [name, swapped(values, model.preset(name).states[V])]),
    ),
    input: V,
    held: [],
    nodes: graph.nodes,
    roots,
    fingerprint: fingerprint(JSON.stringify([graph.nodes, roots])),
  });
}

/** The equation text with the line of V solved for the current that keeps V where it is. */
function solveForInput(
  equations: string,
  kirchhoff: Equation,
  V: string,
  input: string,
): { readonly text: string; readonly solved: string } {
  const lines = equations.split("\n");
  const first = lines.findIndex((line) => new RegExp(`\\bd${V}\\s*/\\s*dt\\s*=`).test(line));
  let last = first;
  while (/^\s*[-+*/^]/.test(lines[last + 1] ?? "")) last++;
  const right = lines
    .slice(first, last + 1)
    .map((line) => line.replace(/#.*/, "").trim())
    .join(" ")
    .replace(/^[^=]*=/, "")
    .replace(/\[[^\]]*\]\s*$/, "")
    .trim();
  const solved = `-(${right.replace(new RegExp(`\\b${input}\\b`, "g"), "0")})`;
  const unit = kirchhoff.unit === null ? "" : `  [${kirchhoff.unit}]`;
  return {
    text: [...lines.slice(0, first), `${clamp} = ${solved}${unit}`, ...lines.slice(last + 1)].join("\n"),
    solved,
  };
}

/** The value at which state i comes to rest, −f(0)/f′, if its equation is linear in it and free of other states. */
function steadyState(graph: Graph, field: number, i: number, n: number): number | undefined {
  const others = new Set(Array.from({ length: n }, (_, j) => graph.state(j)).filter((node) => node !== graph.state(i)));
  const [slope] = derivative(graph, [field], new Map([[graph.state(i), graph.constant(1)]]));
  if (
    graph.dependsOn(field, others) ||
    graph.dependsOn(slope, new Set([graph.state(i), ...others])) ||
    graph.valueOf(slope) === 0
  )
    return undefined;
  const [atZero] = graph.substitute([field], new Map([[graph.state(i), graph.constant(0)]]));
  return graph.divide(graph.negate(atZero), slope);
}
