import { describe, expect, test } from "vitest";
import {
  approximationError,
  gradient,
  interpolatingNetwork,
  loss,
  network,
  networkOf,
  trainNetwork,
  type Example,
  type Network,
} from "../../src/networks/network.js";
import { activations, rateUnit } from "../../src/networks/rate-unit.js";

describe("a rate unit", () => {
  test("answers with its activation of the weighted sum", () => {
    const at = {
      step: [1, 0],
      linear: [1, -1],
      relu: [1, 0],
      sigmoid: [1 / (1 + Math.exp(-1)), 1 / (1 + Math.E)],
      tanh: [Math.tanh(1), -Math.tanh(1)],
    };
    for (const activation of activations) {
      expect(rateUnit(activation, [2, -1], -1).respond([1.5, 1])).toBeCloseTo(at[activation][0], 15);
      expect(rateUnit(activation, [2, -1], -1).respond([0.5, 1])).toBeCloseTo(at[activation][1], 15);
    }
  });

  test("computes AND and OR as a threshold unit", () => {
    const cases = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    expect(cases.map((x) => rateUnit("step", [1, 1], -1.5).respond(x))).toEqual([0, 0, 0, 1]);
    expect(cases.map((x) => rateUnit("step", [1, 1], -0.5).respond(x))).toEqual([0, 1, 1, 1]);
  });

  test("refuses an unknown activation and a wrong number of inputs", () => {
    expect(() => rateUnit("softmax" as never, [1], 0)).toThrow(
      'activation must be one of "step", "linear", "relu", "sigmoid", "tanh", got "softmax"',
    );
    expect(() => rateUnit("relu", [1, 1], 0).respond([1])).toThrow("a unit with 2 weights got 1 inputs");
  });
});

describe("a network", () => {
  const examples: readonly Example[] = [
    { input: [0.3, -1], output: [0.5, 1] },
    { input: [-0.7, 0.2], output: [-0.2, 0.1] },
    { input: [1.1, 0.9], output: [0, -1] },
  ];

  test.each(["linear", "sigmoid", "tanh", "relu"] as const)(
    "%s: back-propagation agrees with central differences of the loss to 1e-8",
    (activation) => {
      const net = network([2, 5, 3, 2], activation, { seed: 7 });
      const slopes = gradient(net, examples);
      let checked = 0;
      net.layers.forEach((layer, k) =>
        layer.forEach(({ weights }, j) =>
          [...weights, NaN].forEach((_, i) => {
            const h = 1e-5; // error h² ~ 1e-10, and 1e-16/h ~ 1e-11 from rounding
            const difference =
              (loss(nudged(net, k, j, i, h), examples) - loss(nudged(net, k, j, i, -h), examples)) / (2 * h);
            const exact = i < weights.length ? slopes[k][j].weights[i] : slopes[k][j].bias;
            expect(Math.abs(difference - exact)).toBeLessThan(1e-8);
            checked++;
          }),
        ),
      );
      expect(checked).toBe(3 * 5 + 6 * 3 + 4 * 2);
    },
  );

  test("the same seed gives the same weights, another seed others", () => {
    const weights = (seed: number): unknown =>
      network([1, 4, 1], "tanh", { seed: seed }).layers.map((layer) => layer.map((unit) => [unit.weights, unit.bias]));
    expect(weights(3)).toEqual(weights(3));
    expect(weights(3)).not.toEqual(weights(4));
  });

  test("learns exclusive or, which no single unit can", () => {
    const xor: readonly Example[] = [
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ].map(([a, b, y]) => ({ input: [a, b], output: [y] }));
    const trained = trainNetwork(network([2, 6, 1], "tanh", { seed: 1 }), xor, { learningRate: 0.1, epochs: 1000 });
    for (const { input, output } of xor)
      expect(Math.abs(trained.network.respond(input)[0] - output[0])).toBeLessThan(0.1);
    expect(trained.losses[1000]).toBeLessThan(trained.losses[0] / 100);
    expect(() => trainNetwork(network([2, 6, 1], "step", { seed: 1 }), xor, { learningRate: 0.1, epochs: 1 })).toThrow(
      "slope 0 everywhere",
    );
    expect(() =>
      trainNetwork(network([2, 6, 1], "tanh", { seed: 1 }), xor, { learningRate: 100, epochs: 1000 }),
    ).toThrow("the loss diverged");
  });

  test("one hidden layer, trained, fits a sine to a few per cent", () => {
    const points = Array.from({ length: 41 }, (_, i) => -Math.PI + (i * Math.PI) / 20);
    const trained = trainNetwork(
      network([1, 12, 1], "tanh", { seed: 2 }),
      points.map((x) => ({ input: [x], output: [Math.sin(x)] })),
      { learningRate: 0.05, epochs: 3000 },
    );
    expect(approximationError(trained.network, Math.sin, { interval: [-Math.PI, Math.PI] })).toBeLessThan(0.05);
  });

  test("the error of the interpolating layer falls as 1/units², within the bound h²/8 of its theory", () => {
    const interval = [0, Math.PI] as const;
    const errors = [8, 16, 32, 64].map((units) =>
      approximationError(interpolatingNetwork(Math.sin, { interval, units }), Math.sin, { interval }),
    );
    errors.forEach((error, i) => expect(error).toBeLessThanOrEqual((Math.PI / (8 * 2 ** i)) ** 2 / 8 + 1e-12));
    errors.slice(1).forEach((error, i) => expect(Math.log2(errors[i] / error)).toBeCloseTo(2, 1));
  });
});

/** The network with weight i (or, after the last weight, the bias) of unit j in layer k moved by h. */
function nudged(net: Network, k: number, j: number, i: number, h: number): Network {
  return networkOf(
    net.layers.map((layer, a) =>
      layer.map((unit, b) => {
        if (a !== k || b !== j) return unit;
        const weights = unit.weights.map((w, c) => (c === i ? w + h : w));
        return rateUnit(unit.activation, weights, unit.bias + (i === weights.length ? h : 0));
      }),
    ),
  );
}
