import type { Graph } from "../graph/graph.js";
import { expressionOf, literal } from "./javascript.js";
import { inOrderWithBases, sharedExponentials } from "./shared-exponentials.js";

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
 * @param bail writes exp out instead of calling it, to the same bits, with this statement where its argument is beyond
 * ±708; reads the tables ROOTS and POWERS
 */
export function program(
  graph: Graph,
  outputs: readonly number[],
  { varying = [], bail }: { readonly varying?: readonly number[]; readonly bail?: string } = {},
): Program {
  const shared = sharedExponentials(graph, outputs);
  const order = inOrderWithBases(graph, outputs, shared);
  const uses = new Uint32Array(graph.nodes.length);
  const use = (i: number, times = 1): void => {
    uses[i] += times;
  };
  for (const i of order) {
    const { base } = shared.get(i) ?? {};
    if (base !== undefined && base !== i) use(base, 2);
    if (base === undefined || base === i || graph.nodes[i].op === "bernoulli")
      for (const a of graph.nodes[i].args) use(a);
  }
  for (const i of outputs) use(i);

  const changes = new Set<number>(); // nodes that depend on a state or a varying parameter
  const text: string[] = []; // by node
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
    const link = shared.get(i);
    const inputs = link !== undefined && link.base !== i ? [...node.args, link.base] : node.args;
    if (
      node.op === "state" ||
      (node.op === "parameter" && varying.includes(node.value)) ||
      inputs.some((a) => changes.has(a))
    )
      changes.add(i);
    const lines = changes.has(i) ? statements : invariant;
    const args = node.args.map((a) => text[a]);

    if (node.op === "constant") text[i] = literal(node.value);
    else if (node.op === "state") text[i] = name;
    else if (node.op === "parameter") {
      if (!changes.has(i)) lines.push(`const ${name} = p[${node.value}];`);
      text[i] = name;
    } else if (link !== undefined && link.base !== i) {
      const power = powerOf(`t${link.base}`, Math.abs(link.times), powers, lines);
      const factor = link.factor === 1 ? "" : `${literal(link.factor)} * `;
      const value = `${factor}${link.times > 0 ? power : `(1 / ${power})`}`;
      lines.push(
        node.op === "exp"
          ? `const ${name} = ${value};`
          : `const x${i} = ${args[0]}, ${name} = ${bernoulliText(`x${i}`, value)};`,
      );
      text[i] = name;
    } else if (node.op === "exp") {
      lines.push(
        bail !== undefined && changes.has(i) ? inlineExp(name, args[0], bail) : `const ${name} = exp(${args[0]});`,
      );
      text[i] = name;
    } else if (node.op === "bernoulli" && node.value === 0) {
      lines.push(
        `const x${i} = ${args[0]};`,
        bail !== undefined && changes.has(i) ? inlineExp(`e${i}`, `x${i}`, bail) : `const e${i} = exp(x${i});`,
        `const ${name} = ${bernoulliText(`x${i}`, `e${i}`)};`,
      );
      text[i] = name;
    } else if (!changes.has(i)) {
      // 1 * tells the compiler that what a function returned is a number.
      invariant.push(`const ${name} = 1 * ${expressionOf(node, args)};`);
      text[i] = name;
    } else {
      const divisor = node.op === "divide" && !changes.has(node.args[1]) ? node.args[1] : undefined;
      const expression = divisor === undefined ? expressionOf(node, args) : `(${args[0]} * ${reciprocal(divisor)})`;
      const keep = uses[i] > 1;
      if (keep) lines.push(`const ${name} = ${expression};`);
      text[i] = keep ? name : expression;
    }
  }
  return { invariant, statements, results: outputs.map((output) => text[output]) };
}

/** Like `statements` of javascript.ts for a kernel that reads `y` and `p`, with exponentials shared. */
export function reducedStatements(
  graph: Graph,
  outputs: readonly number[],
  deliver: (k: number, expression: string) => string,
): string {
  const { invariant, statements, results } = program(graph, outputs);
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

/** x/(e^x − 1) given e^x; near 0 the series, whose first term left out is below 3e-18 there. */
function bernoulliText(x: string, e: string): string {
  const square = `${x} * ${x}`;
  const higher = `-0.001388888888888889 + ${square} * (0.00003306878306878307 - ${square} * 8.267195767195768e-7)`;
  const series = `1 - 0.5 * ${x} + ${square} * (0.08333333333333333 + ${square} * (${higher}))`;
  return `${x} > -0.1 && ${x} < 0.1 ? ${series} : ${x} / (${e} - 1)`;
}

/** The operations of `exp` in elementary.ts, in their order. */
function inlineExp(name: string, argument: string, bail: string): string {
  return `let ${name}; { const x = ${argument}; if (!(Math.abs(x) < 708)) ${bail}
const n = x * 92.33248261689366 + 6755399441055744 - 6755399441055744, i = n | 0, root = ROOTS[i & 63];
const r = x - n * 0.01083042468962958 - n * 6.619564634077006e-12;
${name} = (root + root * (r * (1 + r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 +
  r * 0.008333333333333333)))))) * POWERS[(i >> 6) + 1022]; }`;
}
