import type { Graph } from "../graph/graph.js";
import type { Operation } from "../graph/node.js";

/** Rough times of operations in cycles of a processor; what they decide is order alone. */
const cycles = { sum: 3, product: 4, quotient: 14, exponential: 50, other: 20 } as const;

/** Operations whose results are there at once, or nearly. */
const quick = new Set<Operation>(["constant", "state", "parameter", "add", "subtract", "multiply", "negate", "power"]);

/** Whether a node depends on a state, and a divided one by its divisor. */
const varies = (graph: Graph, i: number): boolean => {
  const { op, args } = graph.nodes[i];
  return graph.reachable(op === "divide" ? [args[1]] : [i]).some((node) => graph.nodes[node].op === "state");
};

/** A value on the way to a sum or product, and when it is there. */
interface Part {
  readonly node: number;
  readonly ready: number;
}
interface Term extends Part {
  readonly negative: boolean;
}

/**
 * Outputs of the same value, but for rounding, in which sums and products take in last what is there last, and
 * quotients come after products: a step waits for its longest chain of operations, not for their number. The first
 * outputs are the derivatives of the states, in order: a state is there after its own derivative in the stage before,
 * half of which is over when the next one starts. Polynomials, whose chains are short, are left as they are.
 */
export function shortened(graph: Graph, outputs: readonly number[]): number[] {
  const slow = graph.reachable(outputs).some((i) => !quick.has(graph.nodes[i].op) && varies(graph, i));
  if (!slow) return [...outputs];
  const first = rewriter(graph, outputs, () => 0);
  outputs.forEach(first.rewritten);
  const then = rewriter(graph, outputs, (state) => (state < outputs.length ? first.readyOf(outputs[state]) / 2 : 0));
  return outputs.map((output) => then.rewritten(output).node);
}

function rewriter(graph: Graph, outputs: readonly number[], stateReady: (state: number) => number) {
  const order = graph.reachable(outputs);
  const uses = new Map<number, number>();
  const changing = new Set<number>();
  for (const i of order) {
    const { op, args } = graph.nodes[i];
    if (op === "state" || args.some((a) => changing.has(a))) changing.add(i);
    for (const a of args) uses.set(a, (uses.get(a) ?? 0) + 1);
  }
  for (const i of outputs) uses.set(i, (uses.get(i) ?? 0) + 1);
  const once = (i: number): boolean => uses.get(i) === 1;
  const done = new Map<number, Part>();

  /** When node i, as it stands, is there. */
  const readyOf = (i: number): number => {
    const known = done.get(i)?.ready;
    if (known !== undefined) return known;
    const { op, args, value } = graph.nodes[i];
    if (!changing.has(i)) return 0;
    if (op === "state") return stateReady(value);
    const from = Math.max(...args.map((a) => rewritten(a).ready));
    if (op === "power") return from + cycles.product * Math.ceil(Math.log2(Math.abs(value)));
    if (op === "exp") return from + cycles.exponential;
    return from + (op === "bernoulli" ? cycles.exponential + cycles.quotient : cycles.other);
  };

  const isSum = (i: number): boolean => ["add", "subtract"].includes(graph.nodes[i].op);
  const isChain = (i: number): boolean => ["multiply", "divide", "negate"].includes(graph.nodes[i].op);

  const rewritten = (i: number): Part => {
    const known = done.get(i);
    if (known !== undefined) return known;
    const part =
      !changing.has(i) || !(isSum(i) || isChain(i))
        ? { node: i, ready: readyOf(i) }
        : summed(termsOf(i, false, [], true));
    done.set(i, part);
    return part;
  };

  /** The terms of node i times such factors that do not vary. */
  const termsOf = (i: number, negative: boolean, factors: readonly number[], isWhole = false): Term[] => {
    const { op, args } = graph.nodes[i];
    const open = changing.has(i) && (isWhole || once(i));
    if (open && isSum(i) && (factors.length === 0 || hasQuotient(i)))
      return args.flatMap((a, k) => termsOf(a, negative !== (k === 1 && op === "subtract"), factors));
    if (open && op === "negate") return termsOf(args[0], !negative, factors);
    if (open && op === "multiply") {
      const k = args.findIndex((a) => !changing.has(a));
      const other = args[1 - k];
      if (k >= 0 && once(other) && isSum(other) && hasQuotient(other))
        return termsOf(other, negative, [...factors, args[k]]);
    }
    return [{ negative, ...product(i, factors, isWhole) }];
  };

  /** Whether one of the terms of a sum is a product with a quotient in it. */
  const hasQuotient = (i: number): boolean => {
    const { op, args } = graph.nodes[i];
    if (op === "divide") return changing.has(args[1]) || hasQuotient(args[0]);
    if (op === "bernoulli") return changing.has(i) && once(i);
    return (isSum(i) || op === "multiply" || op === "negate") && args.some((a) => once(a) && hasQuotient(a));
  };

  /** Node i times such factors. */
  const product = (i: number, factors: readonly number[], isWhole: boolean): Part => {
    let fixed = factors.reduce((k, factor) => graph.multiply(k, factor), graph.constant(1));
    const above: Part[] = [];
    const below: Part[] = [];
    let late: Part | undefined; // x/(e^x − 1), a quotient of its own
    const collect = (node: number, whole: boolean): void => {
      const { op, args, value } = graph.nodes[node];
      if (!changing.has(node)) fixed = graph.multiply(fixed, node);
      else if (op === "multiply" && (whole || once(node))) args.forEach((a) => collect(a, false));
      else if (op === "divide" && (whole || once(node))) {
        collect(args[0], false);
        if (changing.has(args[1])) below.push(rewritten(args[1]));
        else fixed = graph.multiply(fixed, graph.divide(graph.constant(1), args[1]));
      } else if (op === "bernoulli" && value === 0 && once(node) && late === undefined) late = rewritten(node);
      else above.push(whole ? { node, ready: readyOf(node) } : rewritten(node));
    };
    collect(i, isWhole);
    const isOne = graph.valueOf(fixed) === 1;
    if (late === undefined && below.length === 0)
      return multiplied(isOne && above.length > 0 ? above : [{ node: fixed, ready: 0 }, ...above]);
    if (!isOne) above.unshift({ node: fixed, ready: 0 });
    const divisor = below.length === 0 ? undefined : multiplied(below);
    const awaited = Math.max(late === undefined ? 0 : late.ready - cycles.quotient, divisor?.ready ?? 0);
    const early = above.filter(({ ready }) => ready + cycles.product <= awaited);
    let quotient = early.length === 0 ? undefined : multiplied(early);
    if (late !== undefined)
      quotient = quotient === undefined ? late : { node: graph.multiply(late.node, quotient.node), ready: late.ready };
    if (divisor !== undefined)
      quotient = {
        node: graph.divide(quotient?.node ?? graph.constant(1), divisor.node),
        ready: Math.max(quotient?.ready ?? 0, divisor.ready) + cycles.quotient,
      };
    const rest = above.filter((part) => !early.includes(part));
    return multiplied([...(quotient === undefined ? [] : [quotient]), ...rest]);
  };

  const multiplied = (parts: readonly Part[]): Part =>
    inTurn(parts, (a, b) => ({
      node: graph.multiply(a.node, b.node),
      ready: Math.max(a.ready, b.ready) + cycles.product,
    }));

  const summed = (terms: readonly Term[]): Part => {
    const { negative, node, ready } = inTurn(terms, (a, b): Term => {
      const both = { negative: a.negative && b.negative, ready: Math.max(a.ready, b.ready) + cycles.sum };
      if (a.negative === b.negative) return { ...both, node: graph.add(a.node, b.node) };
      const [plus, minus] = a.negative ? [b, a] : [a, b];
      return { ...both, node: graph.subtract(plus.node, minus.node) };
    });
    return { node: negative ? graph.negate(node) : node, ready };
  };

  return { rewritten, readyOf: (i: number): number => rewritten(i).ready };
}

/** Joins the two that are there first until one is left. */
function inTurn<P extends Part>(parts: readonly P[], join: (a: P, b: P) => P): P {
  const waiting = [...parts].sort((a, b) => a.ready - b.ready);
  while (waiting.length > 1) {
    const [a, b] = waiting.splice(0, 2) as [P, P];
    const joined = join(a, b);
    const at = waiting.findIndex(({ ready }) => ready > joined.ready);
    waiting.splice(at < 0 ? waiting.length : at, 0, joined);
  }
  return waiting[0];
}
