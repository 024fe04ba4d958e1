import { exp } from "../../numerics/elementary.js";
import type { Graph } from "../graph/graph.js";
import { expressionOf, literal } from "./javascript.js";

/**
 * JavaScript for the roots of a graph, in which the variable `t<i>` holds node i. States are expected in `t<i>`
 * already.
 */
export interface Program {
  /** Statements for what depends on neither states nor `varying` parameters: once before a loop. Reads `p[k]`. */
  readonly invariant: readonly string[];
  readonly statements: readonly string[];
  /** One expression for each root. */
  readonly results: readonly string[];
}

/**
 * Writes the program of some roots with as few exponentials and divisions as may be: exp(k x + c), k whole, is e^c
 * (e^x)^k, so that the six rate functions of Hodgkin and Huxley need two; what is divided by a number or a parameter is
 * multiplied by its reciprocal. A power k multiplies the relative error of e^x by k: at most 16 units in the last
 * place.
 *
 * @param varying parameters that change within a loop, such as the input
 * @param bail writes exp out instead of calling it, to the same bits, with this statement where its argument is beyond
 * ±708; reads the tables ROOTS and POWERS
 */
export function program(
  graph: Graph,
  roots: readonly number[],
  { varying = [], bail }: { readonly varying?: readonly number[]; readonly bail?: string } = {},
): Program {
  const fused = fusion(graph, roots);
  const order = withBases(graph, roots, fused);
  const uses = new Map<number, number>();
  const use = (i: number): void => void uses.set(i, (uses.get(i) ?? 0) + 1);
  for (const i of order) {
    const { base } = fused.get(i) ?? {};
    if (base !== undefined && base !== i) use(base), use(base);
    if (base === undefined || base === i || graph.nodes[i].op === "bernoulli") graph.nodes[i].args.forEach(use);
  }
  roots.forEach(use);

  const changes = new Set<number>(); // nodes that depend on a state or a varying parameter
  const text = new Map<number, string>();
  const invariant: string[] = [];
  const statements: string[] = [];
  const powers = new Set<string>();
  const reciprocals = new Set<number>();
  const reciprocal = (divisor: number): string => {
    const value = graph.valueOf(divisor);
    if (value !== undefined) return literal(1 / value);
    if (!reciprocals.has(divisor)) invariant.push(`const r${divisor} = 1 / t${divisor};`);
    reciprocals.add(divisor);
    return `r${divisor}`;
  };

  for (const i of order) {
    const node = graph.nodes[i];
    const name = `t${i}`;
    const link = fused.get(i);
    const inputs = link !== undefined && link.base !== i ? [...node.args, link.base] : node.args;
    if (
      node.op === "state" ||
      (node.op === "parameter" && varying.includes(node.value)) ||
      inputs.some((a) => changes.has(a))
    )
      changes.add(i);
    const lines = changes.has(i) ? statements : invariant;
    const args = node.args.map((a) => text.get(a)!);

    if (node.op === "constant") text.set(i, literal(node.value));
    else if (node.op === "state") text.set(i, name);
    else if (node.op === "parameter") {
      if (!changes.has(i)) lines.push(`const ${name} = p[${node.value}];`);
      text.set(i, name);
    } else if (link !== undefined && link.base !== i) {
      const power = powerOf(`t${link.base}`, Math.abs(link.times), powers, lines);
      const value = `${link.factor === 1 ? "" : `${literal(link.factor)} * `}${link.times > 0 ? power : `(1 / ${power})`}`;
      lines.push(
        node.op === "exp"
          ? `const ${name} = ${value};`
          : `const x${i} = ${args[0]}, ${name} = ${bernoulliText(`x${i}`, value)};`,
      );
      text.set(i, name);
    } else if (node.op === "exp") {
      lines.push(
        bail !== undefined && changes.has(i) ? inlineExp(name, args[0], bail) : `const ${name} = exp(${args[0]});`,
      );
      text.set(i, name);
    } else if (node.op === "bernoulli" && node.value === 0) {
      lines.push(
        `const x${i} = ${args[0]};`,
        bail !== undefined && changes.has(i) ? inlineExp(`e${i}`, `x${i}`, bail) : `const e${i} = exp(x${i});`,
        `const ${name} = ${bernoulliText(`x${i}`, `e${i}`)};`,
      );
      text.set(i, name);
    } else if (!changes.has(i)) {
      invariant.push(`const ${name} = 1 * ${expressionOf(node, args)};`); // 1 * tells the compiler that what a function returned is a number
      text.set(i, name);
    } else {
      const divisor = node.op === "divide" && !changes.has(node.args[1]) ? node.args[1] : undefined;
      const expression = divisor === undefined ? expressionOf(node, args) : `(${args[0]} * ${reciprocal(divisor)})`;
      const keep = uses.get(i)! > 1;
      if (keep) lines.push(`const ${name} = ${expression};`);
      text.set(i, keep ? name : expression);
    }
  }
  return { invariant, statements, results: roots.map((root) => text.get(root)!) };
}

/** Like `statements` of javascript.ts for a kernel that reads `y` and `p`, with exponentials fused. */
export function fusedStatements(
  graph: Graph,
  roots: readonly number[],
  deliver: (k: number, expression: string) => string,
): string {
  const { invariant, statements, results } = program(graph, roots);
  const states = graph
    .reachable(roots)
    .filter((i) => graph.nodes[i].op === "state")
    .map((i) => `const t${i} = y[${graph.nodes[i].value}];`);
  return [...states, ...invariant, ...statements, ...results.map((expression, k) => deliver(k, expression))].join("\n");
}

/** exp(argument of a node) = factor · exp(argument of `base`)^times. */
interface Fused {
  readonly base: number;
  readonly times: number;
  readonly factor: number;
}

const mostTimes = 16;

/** For each exponential whose argument is a whole multiple of another's, up to a constant: of which. */
function fusion(graph: Graph, roots: readonly number[]): Map<number, Fused> {
  const exponentials = graph
    .reachable(roots)
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
  const links = new Map<number, Fused>();
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

/** The nodes the roots need, arguments and bases first. */
function withBases(graph: Graph, roots: readonly number[], fused: ReadonlyMap<number, Fused>): number[] {
  const seen = new Set<number>();
  const visit = (i: number): void => {
    if (seen.has(i)) return;
    const base = fused.get(i)?.base;
    if (base !== undefined) visit(base);
    if (base === undefined || graph.nodes[i].op === "bernoulli") graph.nodes[i].args.forEach(visit);
    seen.add(i);
  };
  roots.forEach(visit);
  return [...seen];
}

interface LinearForm {
  /** Slope by node: literal numbers times anything that is not itself a sum. */
  readonly slopes: ReadonlyMap<number, number>;
  readonly constant: number;
}

function linearForm(graph: Graph, i: number): LinearForm {
  const { op, args, value } = graph.nodes[i];
  const combine = (a: LinearForm, factor: number, b: LinearForm): LinearForm => {
    const slopes = new Map(a.slopes);
    for (const [node, slope] of b.slopes) slopes.set(node, (slopes.get(node) ?? 0) + factor * slope);
    for (const [node, slope] of slopes) if (slope === 0) slopes.delete(node);
    return { slopes, constant: a.constant + factor * b.constant };
  };
  const zero: LinearForm = { slopes: new Map(), constant: 0 };
  const [a, b] = args.map((arg) => graph.valueOf(arg));
  if (op === "constant") return { ...zero, constant: value };
  if (op === "add" || op === "subtract")
    return combine(linearForm(graph, args[0]), op === "add" ? 1 : -1, linearForm(graph, args[1]));
  if (op === "negate") return combine(zero, -1, linearForm(graph, args[0]));
  if (op === "multiply" && a !== undefined) return combine(zero, a, linearForm(graph, args[1]));
  if (op === "multiply" && b !== undefined) return combine(zero, b, linearForm(graph, args[0]));
  if (op === "divide" && b !== undefined && b !== 0) return combine(zero, 1 / b, linearForm(graph, args[0]));
  return { slopes: new Map([[i, 1]]), constant: 0 };
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

/** The text of e^n for the variable e, squares of e in variables of their own. */
function powerOf(e: string, n: number, known: Set<string>, lines: string[]): string {
  const factors: string[] = [];
  let square = e;
  for (let rest = n, size = 1; rest > 0; rest >>= 1, size *= 2) {
    if (rest & 1) factors.push(square);
    if (rest > 1) {
      const name = `${e}_${2 * size}`;
      if (!known.has(name)) lines.push(`const ${name} = ${square} * ${square};`);
      known.add(name);
      square = name;
    }
  }
  return factors.length === 1 ? factors[0] : `(${factors.join(" * ")})`;
}

/** x/(e^x − 1) given e^x; near 0 the series, whose first term left out is below 3e-18 there. */
function bernoulliText(x: string, e: string): string {
  const series = `1 - 0.5 * ${x} + ${x} * ${x} * (0.08333333333333333 + ${x} * ${x} * (-0.001388888888888889 + ${x} * ${x} * (0.00003306878306878307 - ${x} * ${x} * 8.267195767195768e-7)))`;
  return `${x} > -0.1 && ${x} < 0.1 ? ${series} : ${x} / (${e} - 1)`;
}

/** The operations of `exp` in elementary.ts, in their order. */
function inlineExp(name: string, argument: string, bail: string): string {
  return `let ${name}; { const x = ${argument}; if (!(Math.abs(x) < 708)) ${bail}
const n = x * 92.33248261689366 + 6755399441055744 - 6755399441055744, i = n | 0, root = ROOTS[i & 63];
const r = x - n * 0.01083042468962958 - n * 6.619564634077006e-12;
${name} = (root + root * (r * (1 + r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * 0.008333333333333333)))))) * POWERS[(i >> 6) + 1022]; }`;
}
