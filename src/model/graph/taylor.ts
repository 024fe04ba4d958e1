import {
  atan,
  bernoulli,
  cos,
  cosh,
  exp,
  expm1,
  integerPower,
  log,
  pow,
  sin,
  sinh,
  tanh,
} from "../../numerics/elementary.js";
import type { Graph } from "./graph.js";
import type { UnaryFunction } from "./node.js";

/**
 * Taylor coefficients of each output along the line y + s·direction, up to s^order:
 * c[r][k] = (1/k!) d^k output_r/ds^k at s = 0.
 * Exact to rounding; for normal forms. Second and third derivatives as multilinear forms follow by polarisation.
 * @param order at most 4
 * @returns one array of order + 1 coefficients for each output
 */
export function taylor(
  graph: Graph,
  outputs: readonly number[],
  y: ArrayLike<number>,
  p: ArrayLike<number>,
  direction: ArrayLike<number>,
  order: number,
): Float64Array[] {
  const series: Float64Array[] = []; // by node
  const constant = (x: number, slope = 0): Float64Array => {
    const line = new Float64Array(order + 1);
    line[0] = x;
    if (order > 0) line[1] = slope;
    return line;
  };
  for (const i of graph.reachable(outputs)) {
    const { op, args, value: number } = graph.nodes[i];
    const [a, b, c] = args.map((k) => series[k]);
    series[i] = (() => {
      switch (op) {
        case "constant":
          return constant(number);
        case "state":
          return constant(y[number], direction[number]);
        case "parameter":
          return constant(p[number]);
        case "free":
          throw new RangeError("Taylor coefficients of a free input are not defined; substitute it first");
        case "add":
          return a.map((x, k) => x + b[k]);
        case "subtract":
          return a.map((x, k) => x - b[k]);
        case "negate":
          return a.map((x) => -x);
        case "multiply":
          return multiply(a, b);
        case "divide":
          return divide(a, b);
        case "power":
          return compose(a, (k) => fallingPower(a[0], number, k));
        case "pow":
          return b.subarray(1).every((x) => x === 0)
            ? compose(a, (k) => falling(b[0], k) * pow(a[0], b[0] - k))
            : unary("exp", multiply(b, unary("log", a)));
        case "max":
          return a[0] >= b[0] ? a : b;
        case "min":
          return a[0] >= b[0] ? b : a;
        case "select":
          return a[0] >= 0 ? b : c;
        case "bernoulli":
          return compose(a, (k) => bernoulli(number + k, a[0]));
        default:
          return unary(op, a);
      }
    })();
  }
  return outputs.map((output) => series[output].slice());
}

function multiply(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((_, k) => {
    let sum = 0;
    for (let j = 0; j <= k; j++) sum += a[j] * b[k - j];
    return sum;
  });
}

function divide(a: Float64Array, b: Float64Array): Float64Array {
  const quotient = new Float64Array(a.length);
  for (let k = 0; k < a.length; k++) {
    let sum = a[k];
    for (let j = 1; j <= k; j++) sum -= b[j] * quotient[k - j];
    quotient[k] = sum / b[0];
  }
  return quotient;
}

/** f(a(s)) from f's derivatives at a(0), by Horner's rule in the increment a(s) − a(0). */
function compose(a: Float64Array, derivative: (k: number) => number): Float64Array {
  const order = a.length - 1;
  const increment = a.slice();
  increment[0] = 0;
  let result = new Float64Array(order + 1);
  for (let k = order, factorial = factorialOf(order); k >= 0; factorial /= k || 1, k--) {
    result = new Float64Array(multiply(result, increment));
    result[0] = result[0] + derivative(k) / factorial;
  }
  return result;
}

function unary(op: UnaryFunction, a: Float64Array): Float64Array {
  const x = a[0];
  switch (op) {
    case "exp":
      return compose(a, () => exp(x));
    case "expm1":
      return compose(a, (k) => (k === 0 ? expm1(x) : exp(x)));
    case "log":
      return compose(a, (k) => (k === 0 ? log(x) : falling(-1, k - 1) / integerPower(x, k)));
    case "sinh":
      return compose(a, (k) => (k % 2 ? cosh(x) : sinh(x)));
    case "cosh":
      return compose(a, (k) => (k % 2 ? sinh(x) : cosh(x)));
    case "sin":
      return compose(a, (k) => [sin(x), cos(x), -sin(x), -cos(x)][k % 4]);
    case "cos":
      return compose(a, (k) => [cos(x), -sin(x), -cos(x), sin(x)][k % 4]);
    case "atan": {
      const slope = divide(
        a.map((_, k) => (k + 1 < a.length ? (k + 1) * a[k + 1] : 0)),
        multiply(a, a).map((v, k) => (k === 0 ? 1 + v : v)),
      );
      return a.map((_, k) => (k === 0 ? atan(x) : slope[k - 1] / k));
    }
    case "floor":
      return a.map((_, k) => (k === 0 ? Math.floor(x) : 0));
    case "sqrt":
      return compose(a, (k) => (falling(0.5, k) * Math.sqrt(x)) / integerPower(x, k));
    case "abs":
      return x >= 0 ? a : a.map((v) => -v);
    case "tanh": {
      const t = tanh(x),
        u = 1 - t * t;
      return compose(a, (k) => [t, u, -2 * t * u, u * (6 * t * t - 2), u * t * (16 - 24 * t * t)][k]);
    }
  }
}

/** n (n − 1) … (n − k + 1). */
function falling(n: number, k: number): number {
  let product = 1;
  for (let j = 0; j < k; j++) product *= n - j;
  return product;
}

/** The k-th derivative of x^n for an integer n. */
function fallingPower(x: number, n: number, k: number): number {
  const factor = falling(n, k);
  if (factor === 0) return 0;
  return factor * (n - k >= 0 ? integerPower(x, n - k) : 1 / integerPower(x, k - n));
}

const factorialOf = (n: number): number => falling(n, n);
