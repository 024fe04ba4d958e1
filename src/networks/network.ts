import { random } from "../numerics/random.js";
import { curveOf, rateUnit, summedInput, type Activation, type RateUnit } from "./rate-unit.js";

/** Layers of rate units, each fed by the one before. Immutable. */
export interface Network {
  readonly layers: readonly (readonly RateUnit[])[];
  respond(inputs: ArrayLike<number>): readonly number[];
}

export interface Example {
  readonly input: readonly number[];
  readonly output: readonly number[];
}

/** Derivatives of the loss by each weight and bias, in the shape of the network. */
export type Gradient = readonly (readonly { readonly weights: readonly number[]; readonly bias: number }[])[];

/**
 * A network with random weights, of the size that keeps signals from growing or dying out (variance 1/inputs); its last
 * layer is linear.
 * @param sizes units in each layer, from the inputs to the outputs: [1, 20, 1]
 */
export function network(sizes: readonly number[], activation: Activation, seed: number): Network {
  if (sizes.length < 2 || sizes.some((size) => !(Number.isInteger(size) && size > 0)))
    throw new RangeError(
      `the sizes of a network are at least two positive integers, inputs and outputs included; got [${sizes.join(", ")}]`,
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

/** A network from units made by hand. */
export function networkOf(layers: Network["layers"]): Network {
  return {
    layers,
    respond: (inputs) =>
      layers.reduce<ArrayLike<number>>((x, layer) => layer.map((unit) => unit.respond(x)), inputs) as number[],
  };
}

/** Mean over the examples of half the squared distance between answer and output. */
export function loss(net: Network, examples: readonly Example[]): number {
  return (
    examples.reduce(
      (sum, { input, output }) => net.respond(input).reduce((part, y, i) => part + (y - output[i]) ** 2 / 2, sum),
      0,
    ) / examples.length
  );
}

/** The gradient of the loss by back-propagation: Rumelhart, Hinton & Williams (1986) Nature 323:533. */
export function gradient(net: Network, examples: readonly Example[]): Gradient {
  const total = net.layers.map((layer) => layer.map((unit) => ({ weights: unit.weights.map(() => 0), bias: 0 })));
  for (const { input, output } of examples) {
    const signals: number[][] = [[...input]]; // signals[k]: what layer k gets
    const sums = net.layers.map((layer, k) => {
      const x = layer.map(({ weights, bias }) => summedInput(weights, bias, signals[k]));
      signals.push(layer.map(({ activation }, j) => curveOf(activation).rate(x[j])));
      return x;
    });
    let error = signals[net.layers.length].map((y, j) => (y - output[j]) / examples.length); // ∂loss/∂rate of the layer at hand
    for (let k = net.layers.length - 1; k >= 0; k--) {
      const layer = net.layers[k];
      const delta = layer.map(
        ({ activation }, j) => error[j] * curveOf(activation).slope(sums[k][j], signals[k + 1][j]),
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

/** `losses` holds the loss before each epoch and at the end. */
export interface Training {
  readonly network: Network;
  readonly losses: Float64Array;
}

/**
 * Gradient descent with momentum 0.9 over all examples at once.
 * @param rate size of a step along the gradient; too large a rate diverges
 * @throws RangeError for a network with a step activation, whose slope is 0, and if the loss diverges
 */
export function train(
  net: Network,
  examples: readonly Example[],
  { rate, epochs }: { readonly rate: number; readonly epochs: number },
): Training {
  if (net.layers.some((layer) => layer.some(({ activation }) => activation === "step")))
    throw new RangeError("a step has slope 0 everywhere: there is nothing to descend; use a sigmoid");
  const losses = new Float64Array(epochs + 1);
  let speed: Gradient = net.layers.map((layer) =>
    layer.map(({ weights }) => ({ weights: weights.map(() => 0), bias: 0 })),
  );
  for (let epoch = 0; epoch <= epochs; epoch++) {
    losses[epoch] = loss(net, examples);
    if (!Number.isFinite(losses[epoch]))
      throw new RangeError(`the loss diverged after ${epoch} epochs; use a rate below ${rate}`);
    if (epoch === epochs) break;
    const slope = gradient(net, examples);
    speed = speed.map((layer, k) =>
      layer.map((v, j) => ({
        weights: v.weights.map((w, i) => 0.9 * w - rate * slope[k][j].weights[i]),
        bias: 0.9 * v.bias - rate * slope[k][j].bias,
      })),
    );
    net = networkOf(
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

/**
 * One hidden layer of `width` rectified units that meets a curve at width + 1 points: the chords between them. So a
 * wide enough layer comes as near to a continuous function on an interval as one likes; for a smooth one the error
 * falls as 1/width².
 */
export function interpolatingNetwork(
  curve: (x: number) => number,
  [low, high]: readonly [number, number],
  width: number,
): Network {
  if (!(low < high)) throw new RangeError(`the interval must be an increasing pair, got [${low}, ${high}]`);
  if (!(Number.isInteger(width) && width > 0))
    throw new RangeError(`the width must be a positive integer, got ${String(width)}`);
  const h = (high - low) / width;
  const knots = Array.from({ length: width }, (_, i) => low + i * h);
  const slopes = knots.map((x) => (curve(x + h) - curve(x)) / h);
  const bends = slopes.map((slope, i) => slope - (slopes[i - 1] ?? 0));
  return networkOf([knots.map((x) => rateUnit("relu", [1], -x)), [rateUnit("linear", bends, curve(low))]]);
}

/** The largest distance between a network with one input and one output and a curve, at 1001 points of an interval. */
export function approximationError(
  net: Network,
  curve: (x: number) => number,
  [low, high]: readonly [number, number],
): number {
  return Math.max(
    ...Array.from({ length: 1001 }, (_, i) => low + ((high - low) * i) / 1000).map((x) =>
      Math.abs(net.respond([x])[0] - curve(x)),
    ),
  );
}
