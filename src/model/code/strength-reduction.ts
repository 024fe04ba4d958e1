import type { Graph } from "../graph/graph.js";
import { expressionOf, literal } from "./javascript.js";
import { exponentOf, rootArgument, rootScale, writtenOut, type Exponent } from "./exponent.js";
import { sharedExponentials } from "./shared-exponentials.js";
import { shortened } from "./short-chains.js";

/**
 * JavaScript for the outputs of a graph, in which the variable `t<i>` holds node i. States are expected in `t<i>`
 * already.
 */
export interface Program {
  /** Statements for what depends on neither states nor `varying` parameters: once before a loop. Reads `p[k]`. */
  readonly invariant: readonly string[];
  readonly statements: readonly string[];
  /** One expression for each output. */
  readonly results: readonly string[];
}

/**
 * Writes the program of some outputs with as few exponentials and divisions as may be: exp(k x + c), k whole, is e^c
 * (e^x)^k, so that the six rate functions of Hodgkin and Huxley need two; what is divided by a number or a parameter is
 * multiplied by its reciprocal. A power k multiplies the relative error of e^x by k: at most 16 units in the last
 * place.
 *
 * @param varying parameters that change within a loop, such as the input
 * @param far a variable: for the derivatives of the states, `shortened`. Exponentials are written out instead of
 * called, to the same bits, on the tables ROOTS and POWERS, and the squares of their arguments added to it, for beyond
 * ROOTS_IN_RANGE they are meaningless
 */
export function program(
  graph: Graph,
  asked: readonly number[],
  { varying = [], far }: { readonly varying?: readonly number[]; readonly far?: string } = {},
): Program {
  const outputs = far === undefined ? asked : shortened(graph, asked);
  const changes = changing(graph, outputs, varying);
  const shared = sharedExponentials(graph, outputs);
  for (const i of shared.keys()) if (!changes.has(i)) shared.delete(i);
  const exponents = new Map<number, Exponent>();
  const reads = (i: number): readonly number[] => {
    const { op, args, value } = graph.nodes[i];
    const isBernoulli = op === "bernoulli" && value === 0;
    if (op !== "exp" && !isBernoulli) return args;
    const whole = isBernoulli ? args : [];
    const link = shared.get(i);
    if (link !== undefined) return [link.base, ...whole];
    const exponent = exponents.get(i) ?? exponentOf(graph, args[0], (node) => changes.has(node));
    exponents.set(i, exponent);
    return [exponent.node, ...(exponent.divisor === undefined ? [] : [exponent.divisor]), ...whole];
  };
  const order = inOrder(outputs, reads);
  const uses = new Uint32Array(graph.nodes.length);
  for (const i of order) for (const read of reads(i)) uses[read]++;
  for (const i of outputs) uses[i]++;

  const steepest = steepestOf(exponents);
  const text: string[] = []; // by node
  const quotients = new Map<number, (factor?: string) => string>(); // x/(e^x − 1) by node, where one product needs it
  const invariant: string[] = [];
  const statements: string[] = [];
  const powers = new Set<string>();
  const reciprocals = new Set<number>();
  const reciprocal = (divisor: number): string => {
    const value = graph.valueOf(divisor);
    if (value !== undefined) return literal(1 / value);
    if (!reciprocals.has(divisor)) invariant.push(`const r${divisor} = 1 / ${text[divisor]};`);
    reciprocals.add(divisor);
    return `r${divisor}`;
  };
  /** Declares `name` as the exponential of node i. */
  const exponential = (i: number, name: string, lines: string[]): void => {
    const link = shared.get(i);
    if (link !== undefined) {
      const power = powerOf(`t${link.base}`, Math.abs(link.times), powers, lines);
      const factor = link.factor === 1 ? "" : `${literal(link.factor)} * `;
      lines.push(`const ${name} = ${factor}${link.times > 0 ? power : `(1 / ${power})`};`);
      return;
    }
    const exponent = exponents.get(i);
    if (exponent === undefined) throw new Error(`node ${i} is no exponential`);
    if (exponent.divisor !== undefined) invariant.push(rootScale(`s${i}`, exponent, text[exponent.divisor]));
    const argument = rootArgument(text[exponent.node], exponent, `s${i}`);
    lines.push(
      far !== undefined && changes.has(i)
        ? writtenOut(name, argument, steepest.has(i) ? far : undefined)
        : `const ${name} = rootPower(${argument});`,
    );
  };

  for (const i of order) {
    const node = graph.nodes[i];
    const name = `t${i}`;
    const lines = changes.has(i) ? statements : invariant;
    const args = node.args.map((a) => text[a]);

    text[i] = name;
    if (node.op === "constant") text[i] = literal(node.value);
    else if (node.op === "state") continue;
    else if (node.op === "parameter") {
      if (!changes.has(i)) lines.push(`const ${name} = p[${node.value}];`);
    } else if (node.op === "exp") exponential(i, name, lines);
    else if (node.op === "bernoulli" && node.value === 0) {
      lines.push(`const x${i} = ${args[0]};`);
      exponential(i, `e${i}`, lines);
      const quotient = (factor?: string): string => bernoulliText(`x${i}`, `w${i}`, factor);
      lines.push(`const w${i} = e${i} - 1;`);
      if (uses[i] === 1) quotients.set(i, quotient);
      if (uses[i] === 1) text[i] = `(${quotient()})`;
      else lines.push(`const ${name} = ${quotient()};`);
    } else if (node.op === "multiply" && quotients.has(node.args[0])) {
      lines.push(`const f${i} = ${args[1]};`);
      lines.push(`const ${name} = ${quotients.get(node.args[0])?.(`f${i}`)};`);
    } else if (!changes.has(i)) {
      // 1 * tells the compiler that what a function returned is a number.
      invariant.push(`const ${name} = 1 * ${expressionOf(node, args)};`);
    } else {
      const divisor = node.op === "divide" && !changes.has(node.args[1]) ? node.args[1] : undefined;
      const expression = divisor === undefined ? expressionOf(node, args) : `(${args[0]} * ${reciprocal(divisor)})`;
      if (uses[i] > 1) lines.push(`const ${name} = ${expression};`);
      else text[i] = expression;
    }
  }
  return { invariant, statements, results: outputs.map((output) => text[output]) };
}

/** Of the exponentials of multiples of one node, over one divisor, those that leave the range first. */
function steepestOf(exponents: ReadonlyMap<number, Exponent>): Set<number> {
  const all = [...exponents];
  const steeper = (a: Exponent, b: Exponent): boolean =>
    a.node === b.node && a.divisor === b.divisor && Math.abs(a.factor) > Math.abs(b.factor);
  return new Set(all.flatMap(([i, exponent]) => (all.some(([, other]) => steeper(other, exponent)) ? [] : [i])));
}

/** The nodes that depend on a state or on a varying parameter. */
function changing(graph: Graph, outputs: readonly number[], varying: readonly number[]): Set<number> {
  const changes = new Set<number>();
  for (const i of graph.reachable(outputs)) {
    const { op, args, value } = graph.nodes[i];
    if (op === "state" || (op === "parameter" && varying.includes(value)) || args.some((a) => changes.has(a)))
      changes.add(i);
  }
  return changes;
}

/** The nodes that the outputs need, those first that others read. */
function inOrder(outputs: readonly number[], reads: (node: number) => readonly number[]): number[] {
  const seen = new Set<number>();
  const visit = (i: number): void => {
    if (seen.has(i)) return;
    reads(i).forEach(visit);
    seen.add(i);
  };
  outputs.forEach(visit);
  return [...seen];
}

/** Like `statements` of javascript.ts for a kernel that reads `y` and `p`, with exponentials shared. */
export function reducedStatements(
  graph: Graph,
  outputs: readonly number[],
  deliver: (k: number, expression: string) => string,
): string {
  const short = shortened(graph, outputs);
  const { invariant, statements, results } = program(graph, short);
  const states = graph
    .reachable(outputs)
    .filter((i) => graph.nodes[i].op === "state")
    .map((i) => `const t${i} = y[${graph.nodes[i].value}];`);
  return [...states, ...invariant, ...statements, ...results.map((expression, k) => deliver(k, expression))].join("\n");
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

/**
 * x/w for w = e^x − 1; near 0 the series, whose first term left out is below 3e-18 there. It is w that is looked at,
 * not x: what only branches need, V8 works out again in each of them, and e^x is needed in many. A factor is taken in
 * before the division, which is there last.
 */
function bernoulliText(x: string, w: string, factor?: string): string {
  const square = `${x} * ${x}`;
  const higher = `-0.001388888888888889 + ${square} * (0.00003306878306878307 - ${square} * 8.267195767195768e-7)`;
  const series = `1 - 0.5 * ${x} + ${square} * (0.08333333333333333 + ${square} * (${higher}))`;
  const [near, beyond] = factor === undefined ? [series, x] : [`${factor} * (${series})`, `${x} * ${factor}`];
  return `Math.abs(${w}) < 0.1 ? ${near} : ${beyond} / ${w}`;
}
