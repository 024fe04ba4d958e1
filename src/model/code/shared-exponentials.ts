import { exp } from "../../numerics/elementary.js";
import type { Graph } from "../graph/graph.js";

/** exp(argument of a node) = factor · exp(argument of `base`)^times. */
export interface SharedExponential {
  readonly base: number;
  readonly times: number;
  readonly factor: number;
}

const mostTimes = 16;

/** For each exponential whose argument is a whole multiple of another's, up to a constant: of which. */
export function sharedExponentials(graph: Graph, outputs: readonly number[]): Map<number, SharedExponential> {
  const exponentials = graph
    .reachable(outputs)
    .filter((i) => graph.nodes[i].op === "exp" || (graph.nodes[i].op === "bernoulli" && graph.nodes[i].value === 0));
  const forms = exponentials
    .map((i) => ({ i, ...linearForm(graph, graph.nodes[i].args[0]) }))
    .filter(({ slopes }) => slopes.size > 0);
  const steepness = (slopes: ReadonlyMap<number, number>): number => Math.max(...[...slopes.values()].map(Math.abs));
  forms.sort(
    (a, b) =>
      steepness(a.slopes) - steepness(b.slopes) ||
      Number(graph.nodes[a.i].op === "bernoulli") - Number(graph.nodes[b.i].op === "bernoulli") ||
      a.i - b.i,
  );
  const links = new Map<number, SharedExponential>();
  const bases: (typeof forms)[number][] = [];
  for (const form of forms) {
    for (const base of bases) {
      const times = wholeRatio(form.slopes, base.slopes);
      const factor = times === undefined ? NaN : exp(form.constant - times * base.constant);
      if (times !== undefined && factor > 1e-100 && factor < 1e100) {
        links.set(form.i, { base: base.i, times, factor });
        break;
      }
    }
    if (!links.has(form.i) && graph.nodes[form.i].op === "exp") bases.push(form);
  }
  return links;
}

interface LinearForm {
  /** Slope by node: literal numbers times anything that is not itself a sum. */
  readonly slopes: ReadonlyMap<number, number>;
  readonly constant: number;
}

function linearForm(graph: Graph, i: number): LinearForm {
  const { op, args, value } = graph.nodes[i];
  const zero: LinearForm = { slopes: new Map(), constant: 0 };
  const [a, b] = args.map((arg) => graph.valueOf(arg));
  if (op === "constant") return { ...zero, constant: value };
  if (op === "add" || op === "subtract")
    return plus(linearForm(graph, args[0]), op === "add" ? 1 : -1, linearForm(graph, args[1]));
  if (op === "negate") return plus(zero, -1, linearForm(graph, args[0]));
  if (op === "multiply" && a !== undefined) return plus(zero, a, linearForm(graph, args[1]));
  if (op === "multiply" && b !== undefined) return plus(zero, b, linearForm(graph, args[0]));
  if (op === "divide" && b !== undefined && b !== 0) return plus(zero, 1 / b, linearForm(graph, args[0]));
  return { slopes: new Map([[i, 1]]), constant: 0 };
}

/** first + factor · second. */
function plus(first: LinearForm, factor: number, second: LinearForm): LinearForm {
  const slopes = new Map(first.slopes);
  for (const [node, slope] of second.slopes) slopes.set(node, (slopes.get(node) ?? 0) + factor * slope);
  for (const [node, slope] of slopes) if (slope === 0) slopes.delete(node);
  return { slopes, constant: first.constant + factor * second.constant };
}

/** k if the one is k times the other, k whole and small. */
function wholeRatio(slopes: ReadonlyMap<number, number>, base: ReadonlyMap<number, number>): number | undefined {
  if (slopes.size !== base.size) return undefined;
  const ratios = [...slopes].map(([node, slope]) => slope / (base.get(node) ?? NaN));
  const k = Math.round(ratios[0]);
  return Math.abs(k) >= 1 &&
    Math.abs(k) <= mostTimes &&
    ratios.every((ratio) => Math.abs(ratio - k) < 1e-12 * Math.abs(k))
    ? k
    : undefined;
}
