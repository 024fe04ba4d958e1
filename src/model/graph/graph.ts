import { bernoulli, integerPower, pow } from "../../numerics/elementary.js";
import { compute, type GraphNode, type Operation, type UnaryFunction } from "./node.js";

/**
 * A hash-consed list of nodes, arguments before users: equal sub-expressions are one node, so common sub-expressions
 * are computed once in everything that is generated from it. Constants fold; x·1, x·0, x + 0, x/1 and −(−x) simplify.
 */
export class Graph {
  readonly nodes: GraphNode[];
  private index: Map<string, number> | undefined;

  constructor(nodes: readonly GraphNode[] = []) {
    this.nodes = [...nodes];
  }

  /** The node of a number. */
  constant(value: number): number {
    return this.intern("constant", [], value);
  }
  /** The leaf of the i-th state. */
  state(i: number): number {
    return this.intern("state", [], i);
  }
  /** The leaf of the k-th parameter. */
  parameter(k: number): number {
    return this.intern("parameter", [], k);
  }
  /** The i-th leaf that is neither: a direction, an extra unknown. */
  free(i: number): number {
    return this.intern("free", [], i);
  }

  /** The value of a constant node, or undefined. */
  valueOf(i: number): number | undefined {
    const node = this.nodes[i];
    return node.op === "constant" ? node.value : undefined;
  }

  /** a + b; e^x − 1 becomes expm1, here and in `subtract`. */
  add(a: number, b: number): number {
    const x = this.valueOf(a),
      y = this.valueOf(b);
    if (x !== undefined && y !== undefined) return this.constant(x + y);
    if (x === 0) return b;
    if (y === 0) return a;
    if (y === -1 && this.nodes[a].op === "exp") return this.unary("expm1", this.nodes[a].args[0]);
    return this.intern("add", [a, b]);
  }

  /** a − b. */
  subtract(a: number, b: number): number {
    const x = this.valueOf(a),
      y = this.valueOf(b);
    if (x !== undefined && y !== undefined) return this.constant(x - y);
    if (x === 0) return this.negate(b);
    if (y === 0) return a;
    if (a === b) return this.constant(0);
    if (y === 1 && this.nodes[a].op === "exp") return this.unary("expm1", this.nodes[a].args[0]);
    if (x === 1 && this.nodes[b].op === "exp") return this.negate(this.unary("expm1", this.nodes[b].args[0]));
    return this.intern("subtract", [a, b]);
  }

  /** a·b. */
  multiply(a: number, b: number): number {
    const x = this.valueOf(a),
      y = this.valueOf(b);
    if (x !== undefined && y !== undefined) return this.constant(x * y);
    if (x === 0 || y === 0) return this.constant(0);
    if (x === 1) return b;
    if (y === 1) return a;
    if (x === -1) return this.negate(b);
    if (y === -1) return this.negate(a);
    return this.intern("multiply", [a, b]);
  }

  /** a/b. */
  divide(a: number, b: number): number {
    const x = this.valueOf(a),
      y = this.valueOf(b);
    if (x !== undefined && y !== undefined) return this.constant(x / y);
    if (x === 0 && y !== 0) return a;
    if (y === 1) return a;
    return this.intern("divide", [a, b]);
  }

  /** −a. */
  negate(a: number): number {
    const node = this.nodes[a];
    if (node.op === "constant") return this.constant(-node.value);
    if (node.op === "negate") return node.args[0];
    return this.intern("negate", [a]);
  }

  /** x^n for a literal integer n. */
  power(a: number, n: number): number {
    const x = this.valueOf(a);
    if (n === 0) return this.constant(1);
    if (n === 1) return a;
    if (x !== undefined) return this.constant(n > 0 ? integerPower(x, n) : 1 / integerPower(x, -n));
    return this.intern("power", [a], n);
  }

  /** x^y for any y; a literal integer y becomes a power. */
  pow(a: number, b: number): number {
    const x = this.valueOf(a),
      y = this.valueOf(b);
    if (y !== undefined && Number.isInteger(y) && Math.abs(y) <= 64) return this.power(a, y);
    if (x !== undefined && y !== undefined) return this.constant(pow(x, y));
    return this.intern("pow", [a, b]);
  }

  /** A function of one argument. */
  unary(op: UnaryFunction, a: number): number {
    const x = this.valueOf(a);
    return x === undefined ? this.intern(op, [a]) : this.constant(compute[op](x));
  }

  /** The `order`-th derivative of x/(e^x − 1) at node a. */
  bernoulli(order: number, a: number): number {
    const x = this.valueOf(a);
    return x === undefined ? this.intern("bernoulli", [a], order) : this.constant(bernoulli(order, x));
  }

  /** The larger or the smaller of a and b. */
  extremum(op: "max" | "min", a: number, b: number): number {
    const x = this.valueOf(a),
      y = this.valueOf(b);
    if (x !== undefined && y !== undefined) return this.constant(Math[op](x, y));
    return a === b ? a : this.intern(op, [a, b]);
  }

  /** a where c ≥ 0, b elsewhere. */
  select(c: number, a: number, b: number): number {
    const x = this.valueOf(c);
    if (x !== undefined) return x >= 0 ? a : b;
    return a === b ? a : this.intern("select", [c, a, b]);
  }

  /** The same operation as `node`, on other arguments, simplified again. */
  rebuild(node: GraphNode, args: readonly number[]): number {
    const [a, b, c] = args as [number, number, number];
    switch (node.op) {
      case "constant":
      case "state":
      case "parameter":
      case "free":
        return this.intern(node.op, [], node.value);
      case "add":
      case "subtract":
      case "multiply":
      case "divide":
      case "pow":
        return this[node.op](a, b);
      case "negate":
        return this.negate(a);
      case "power":
        return this.power(a, node.value);
      case "bernoulli":
        return this.bernoulli(node.value, a);
      case "max":
      case "min":
        return this.extremum(node.op, a, b);
      case "select":
        return this.select(a, b, c);
      default:
        return this.unary(node.op, a);
    }
  }

  /** Each output with leaves (or inner nodes) replaced as `replacement` says. */
  substitute(outputs: readonly number[], replacement: ReadonlyMap<number, number>): number[] {
    const done = new Map<number, number>(replacement);
    const visit = (i: number): number => {
      const known = done.get(i);
      if (known !== undefined) return known;
      const node = this.nodes[i];
      const result = node.args.length === 0 ? i : this.rebuild(node, node.args.map(visit));
      done.set(i, result);
      return result;
    };
    return outputs.map(visit);
  }

  /** Indices of all nodes that the outputs need, arguments first. */
  reachable(outputs: readonly number[]): number[] {
    const seen = new Set<number>();
    const visit = (i: number): void => {
      if (seen.has(i)) return;
      this.nodes[i].args.forEach(visit);
      seen.add(i);
    };
    outputs.forEach(visit);
    return [...seen];
  }

  /** Whether the output depends on any of the given leaves. */
  dependsOn(output: number, leaves: ReadonlySet<number>): boolean {
    return this.reachable([output]).some((i) => leaves.has(i));
  }

  private intern(op: Operation, args: readonly number[], value = 0): number {
    this.index ??= new Map(this.nodes.map((node, i) => [key(node.op, node.args, node.value), i]));
    const name = key(op, args, value);
    const known = this.index.get(name);
    if (known !== undefined) return known;
    this.nodes.push({ op, args, value });
    this.index.set(name, this.nodes.length - 1);
    return this.nodes.length - 1;
  }
}

const key = (op: Operation, args: readonly number[], value: number): string =>
  `${op} ${args.join(" ")} ${Object.is(value, -0) ? "-0" : value}`;
