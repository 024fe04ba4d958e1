import { requireModel } from "../checks/require-model.js";
import { told } from "../checks/told.js";
import { suggestion } from "../checks/suggestion.js";
import { fingerprint } from "../text/fingerprint.js";
import { Graph } from "./graph/graph.js";
import type { Model } from "./model.js";
import { modelFromData } from "./model-from-data.js";

/**
 * The model with one state held still: the state becomes a parameter, with its initial value as default and its window
 * as slider range, and its own equation is left out. Of a model with a slow state this is the fast subsystem.
 *
 *     const fast = freeze(hindmarshRose, "z");
 *     equilibria(fast.with({ z: 2 }));
 *
 * @throws RangeError for a name that is no state, a model of one state, or one with a reset, which would move it
 */
export function freeze(model: Model, state: string): Model {
  requireModel("freeze", model);
  return frozen("freeze", model, state);
}

/** `freeze` for another function, which errors then name. */
export function frozen(where: string, model: Model, state: string): Model {
  const { data } = model;
  const k = data.states.indexOf(state);
  if (k < 0) {
    const what =
      typeof state !== "string"
        ? `expects the name of a state, got ${told(state)}`
        : `${model.name} has no state '${state}'` +
          (model.parameterNames.includes(state) ? ": that is a parameter, which stands still already" : "");
    const likely = typeof state === "string" ? suggestion(state, data.states) : "";
    throw new RangeError(`${where}: ${what}; its states are ${data.states.join(", ")}.${likely}`);
  }
  if (data.states.length === 1)
    throw new RangeError(`${where}: '${state}' is the only state of ${model.name}; with it held nothing moves`);
  if (data.roots.reset !== null)
    throw new RangeError(`${where}: ${model.name} has a reset, which moves its states: '${state}' cannot be held`);

  const graph = new Graph(data.nodes);
  const parameters = [...data.parameters, state];
  const moved = new Map([
    [graph.state(k), graph.parameter(data.parameters.length)],
    ...data.states.slice(k + 1).map((_, j) => [graph.state(k + 1 + j), graph.state(k + j)] as const),
  ]);
  const held = (nodes: readonly number[]): number[] => graph.substitute(nodes, moved);
  const rest = (nodes: readonly number[]): number[] => nodes.filter((_, i) => i !== k);
  const roots = {
    field: held(rest(data.roots.field)),
    quantities: held(data.roots.quantities),
    initial: rest(data.roots.initial),
    threshold: data.roots.threshold === null ? null : held([data.roots.threshold])[0],
    reset: null,
    refractory: null,
  };
  const { texts: _asDefined, ...kept } = data;
  const lines = data.lines.filter(({ names }) => names[0] !== state);
  return modelFromData({
    ...kept,
    name: `${data.name} with ${state} held`,
    equations: withoutEquation(data.equations, state),
    lines,
    tex: `\\begin{aligned}\n${lines.map(({ left, right }) => `${left} &= ${right}`).join(" \\\\\n")}\n\\end{aligned}`,
    states: data.states.filter((name) => name !== state),
    parameters,
    values: [...data.values, model.states[state]],
    held: [],
    nodes: graph.nodes,
    roots,
    fingerprint: fingerprint(JSON.stringify([graph.nodes, roots])),
  });
}

/** The text without the equation of a state, and without the lines that go on with it. */
function withoutEquation(equations: string, state: string): string {
  const its = new RegExp(`\\bd${state}\\s*/\\s*dt\\s*=`);
  let leaving = false;
  return equations
    .split("\n")
    .filter((line) => {
      if (line.includes("=")) leaving = its.test(line);
      return !leaving;
    })
    .join("\n");
}
