import { requireMade, type Made } from "../checks/require-made.js";
import {
  knownOptions,
  requireCount,
  requireInterval,
  requireNumbers,
  requirePositive,
  requireFunction,
  requireList,
} from "../checks/require.js";
import { told } from "../checks/told.js";
import { random } from "../numerics/random.js";
import { rateUnit, summedInput, transferFunction, type Activation, type RateUnit } from "./rate-unit.js";

/** Layers of rate units, each fed by the one before. Immutable. */
export interface Network {
  /** From the first, which gets the inputs, to the last, whose rates are the outputs. */
  readonly layers: readonly (readonly RateUnit[])[];
  /** The rates of the last layer. @throws RangeError for a wrong number of inputs */
  respond(inputs: ArrayLike<number>): readonly number[];
}

/** What a network should answer. */
export interface Example {
  readonly input: readonly number[];
  readonly output: readonly number[];
}

/** Derivatives of the loss by each weight and bias, in the shape of the network. */
export type Gradient = readonly (readonly { readonly weights: readonly number[]; readonly bias: number }[])[];

/** What `network` takes beside its shape. */
export interface NetworkOptions {
  /** An integer, by default 1; the same seed gives the same weights. */
  readonly seed?: number;
}

/**
 * A network with random weights, of the size that keeps signals from growing or dying out (variance 1/inputs); its last
 * layer is linear.
 * @param sizes units in each layer, from the inputs to the outputs: [1, 20, 1]
 * @throws RangeError for sizes that are none, or an unknown activation
 */
export function network(sizes: readonly number[], activation: Activation, options: NetworkOptions = {}): Network {
  const { seed } = knownOptions("network", options, ["seed"]);
  if (!Array.isArray(sizes) || sizes.length < 2 || sizes.some((size) => !(Number.isInteger(size) && size > 0)))
    throw new RangeError(
      `network: sizes must be at least two positive integers, inputs and outputs included, got ${told(sizes)}`,
    );
  const { normal } = random(seed);
  return networkOf(
    sizes.slice(1).map((size, k) =>
      Array.from({ length: size }, () => {
        const weights = Array.from({ length: sizes[k] }, () => normal() / Math.sqrt(sizes[k]));
        return rateUnit(k === sizes.length - 2 ? "linear" : activation, weights, k === sizes.length - 2 ? 0 : normal());
      }),
    ),
  );
}

const networks: Made = { what: "a network", parts: ["layers", "respond"], by: "network(…)" };

/** @throws TypeError unless it is a network with examples */
function requireNetwork(where: string, net: Network, examples: readonly Example[]): void {
  requireMade(where, net, networks);
  requireList(where, "examples", examples, "[{ input: [0, 1], output: [1] }]").forEach((example, k) => {
    const { input, output } = (example ?? {}) as Partial<Example>;
    requireNumbers(where, `examples[${k}].input`, input, "[0, 1]");
    requireNumbers(where, `examples[${k}].output`, output, "[1]");
  });
}

/** A network from units made by hand. @throws TypeError for what is no list of layers of units */
export function networkOf(layers: Network["layers"]): Network {
  requireList("networkOf", "layers", layers, "[[rateUnit(…), rateUnit(…)], [rateUnit(…)]]").forEach((layer, k) =>
    requireList("networkOf", `layers[${k}]`, layer, "[rateUnit(…)]").forEach((unit) =>
      requireMade("networkOf", unit, rateUnits),
    ),
  );
  return layered(layers);
}

const rateUnits: Made = { what: "layers of rate units", parts: ["weights", "respond"], by: "rateUnit(…)" };

function layered(layers: Network["layers"]): Network {
  return {
    layers,
    respond: (inputs) =>
      layers.reduce<ArrayLike<number>>((x, layer) => layer.map((unit) => unit.respond(x)), inputs) as number[],
  };
}

/** Mean over the examples of half the squared distance between answer and output. */
export function loss(net: Network, examples: readonly Example[]): number {
  requireNetwork("loss", net, examples);
  return meanLoss(net, examples);
}

function meanLoss(net: Network, examples: readonly Example[]): number {
  return (
    examples.reduce(
      (sum, { input, output }) => net.respond(input).reduce((part, y, i) => part + (y - output[i]) ** 2 / 2, sum),
      0,
    ) / examples.length
  );
}

/** The gradient of the loss by back-propagation: Rumelhart, Hinton & Williams (1986) Nature 323:533. */
export function gradient(net: Network, examples: readonly Example[]): Gradient {
  requireNetwork("gradient", net, examples);
  return lossGradient(net, examples);
}

function lossGradient(net: Network, examples: readonly Example[]): Gradient {
  const total = net.layers.map((layer) => layer.map((unit) => ({ weights: unit.weights.map(() => 0), bias: 0 })));
  for (const { input, output } of examples) {
    const signals: number[][] = [[...input]]; // signals[k]: what layer k gets
    const sums = net.layers.map((layer, k) => {
      const x = layer.map(({ weights, bias }) => summedInput(weights, bias, signals[k]));
      signals.push(layer.map(({ activation }, j) => transferFunction(activation).rate(x[j])));
      return x;
    });
    // ∂loss/∂rate of the layer at hand
    let error = signals[net.layers.length].map((y, j) => (y - output[j]) / examples.length);
    for (let k = net.layers.length - 1; k >= 0; k--) {
      const layer = net.layers[k];
      const delta = layer.map(
        ({ activation }, j) => error[j] * transferFunction(activation).slope(sums[k][j], signals[k + 1][j]),
      );
      delta.forEach((d, j) => {
        total[k][j].bias += d;
        signals[k].forEach((x, i) => (total[k][j].weights[i] += d * x));
      });
      error = signals[k].map((_, i) => layer.reduce((sum, { weights }, j) => sum + weights[i] * delta[j], 0));
    }
  }
  return total;
}

/** A trained network, and how it came there. */
export interface Training {
  readonly network: Network;
  /** The loss before each epoch and at the end. */
  readonly losses: Float64Array;
}

/** How `trainNetwork` descends. */
export interface TrainNetworkOptions {
  /** Size of a step along the gradient; too large a one diverges. */
  readonly learningRate: number;
  /** How often all examples are seen. */
  readonly epochs: number;
}

/**
 * Gradient descent with momentum 0.9 over all examples at once. The network given stays as it is.
 * @throws RangeError for a network with a step activation, whose slope is 0, and if the loss diverges
 */
export function trainNetwork(untrained: Network, examples: readonly Example[], options: TrainNetworkOptions): Training {
  requireNetwork("trainNetwork", untrained, examples);
  const { learningRate, epochs } = knownOptions("trainNetwork", options, ["learningRate", "epochs"]);
  requirePositive("trainNetwork", "learningRate", learningRate);
  requireCount("trainNetwork", "epochs", epochs);
  let net = untrained;
  if (net.layers.some((layer) => layer.some(({ activation }) => activation === "step")))
    throw new RangeError("trainNetwork: a step has slope 0 everywhere: there is nothing to descend; use a sigmoid");
  const losses = new Float64Array(epochs + 1);
  let speed: Gradient = net.layers.map((layer) =>
    layer.map(({ weights }) => ({ weights: weights.map(() => 0), bias: 0 })),
  );
  for (let epoch = 0; epoch <= epochs; epoch++) {
    losses[epoch] = meanLoss(net, examples);
    if (!Number.isFinite(losses[epoch]))
      throw new RangeError(
        `trainNetwork: the loss diverged after ${epoch} epochs; use a learningRate below ${learningRate}`,
      );
    if (epoch === epochs) break;
    const slope = lossGradient(net, examples);
    speed = speed.map((layer, k) =>
      layer.map((v, j) => ({
        weights: v.weights.map((w, i) => 0.9 * w - learningRate * slope[k][j].weights[i]),
        bias: 0.9 * v.bias - learningRate * slope[k][j].bias,
      })),
    );
    net = layered(
      net.layers.map((layer, k) =>
        layer.map((unit, j) =>
          rateUnit(
            unit.activation,
            unit.weights.map((w, i) => w + speed[k][j].weights[i]),
            unit.bias + speed[k][j].bias,
          ),
        ),
      ),
    );
  }
  return { network: net, losses };
}

/** Where and how finely `interpolatingNetwork` meets its curve. */
export interface InterpolatingNetworkOptions {
  /** Values of x from the lowest to the highest. */
  readonly interval: readonly [number, number];
  /** Hidden units. */
  readonly units: number;
}

/**
 * One hidden layer of rectified units that meets a curve at one point more than it has units: the chords between them.
 * So a large enough layer comes as near to a continuous function on an interval as one likes; for a smooth one the
 * error falls as 1/units².
 * @throws RangeError for an interval that does not increase or a number of units that is none
 */
export function interpolatingNetwork(curve: (x: number) => number, options: InterpolatingNetworkOptions): Network {
  requireFunction("interpolatingNetwork", "curve", curve, "x => …");
  const { interval, units } = knownOptions("interpolatingNetwork", options, ["interval", "units"]);
  const [low, high] = requireInterval("interpolatingNetwork", "interval", interval);
  requireCount("interpolatingNetwork", "units", units);
  const h = (high - low) / units;
  const knots = Array.from({ length: units }, (_, i) => low + i * h);
  const slopes = knots.map((x) => (curve(x + h) - curve(x)) / h);
  const bends = slopes.map((slope, i) => slope - (slopes[i - 1] ?? 0));
  return networkOf([knots.map((x) => rateUnit("relu", [1], -x)), [rateUnit("linear", bends, curve(low))]]);
}

/** Where `approximationError` compares. */
export interface ApproximationErrorOptions {
  /** Values of x from the lowest to the highest. */
  readonly interval: readonly [number, number];
}

/**
 * The largest distance between a network with one input and one output and a curve, at 1001 points of an interval.
 * @throws RangeError for an interval that does not increase
 */
export function approximationError(
  net: Network,
  curve: (x: number) => number,
  options: ApproximationErrorOptions,
): number {
  requireMade("approximationError", net, networks);
  requireFunction("approximationError", "curve", curve, "x => …");
  const { interval } = knownOptions("approximationError", options, ["interval"]);
  const [low, high] = requireInterval("approximationError", "interval", interval);
  return Math.max(
    ...Array.from({ length: 1001 }, (_, i) => low + ((high - low) * i) / 1000).map((x) =>
      Math.abs(net.respond([x])[0] - curve(x)),
    ),
  );
}
