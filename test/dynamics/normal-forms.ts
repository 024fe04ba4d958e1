import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import type { Model } from "../../src/model/model.js";

/** A model of x (and y) in pure numbers, time in ms; every parameter ranges over [-2, 2] unless said otherwise. */
export function pure(
  equations: Readonly<Record<string, string>>,
  parameters: Readonly<Record<string, number>>,
  window: readonly [number, number] = [-2, 2],
  range: readonly [number, number] = [-2, 2],
): Model {
  return defineModel({
    name: "normal form",
    source: "Kuznetsov (2004) Elements of Applied Bifurcation Theory, 3rd ed., Springer",
    equations: Object.entries(equations)
      .map(([name, right]) => `d${name}/dt = ${right} [1/ms]`)
      .join("\n"),
    states: Object.fromEntries(Object.keys(equations).map((name) => [name, state(0.1, "1", window)])),
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, [value, "1", range]])),
    ...(Object.keys(parameters).length > 0 ? { input: Object.keys(parameters)[0] } : {}),
  }) as Model;
}

/** z′ = (μ + iω) z + s z|z|² + q z|z|⁴, z = x + iy. */
export function andronovHopf(omega: number, s: number, q = 0): Model {
  const r2 = "(x^2 + y^2)";
  const radial = `(mu + (${s})*${r2} + (${q})*${r2}^2)`;
  return pure({ x: `${radial}*x - ${omega}*y`, y: `${radial}*y + ${omega}*x` }, { mu: 0 }, [-2, 2], [-1, 1]);
}

const radius = "sqrt(x^2 + y^2)",
  off = `(${radius} - 1)`,
  growth = "(a - b^2)",
  cosine = `(x/${radius})`,
  sine = `(y/${radius})`,
  swing = `(${off}^2 + z^2)`;
const outward =
  `((((${growth} - 1)/2 + (${growth} + 1)/2*${cosine})*${off} + ((${growth} + 1)/2*${sine} - 0.5)*z)` +
  ` - ${off}*${swing})`;

/**
 * A band that turns by half a turn while the unit circle is run through once: across it p′ = (a − b²)p − p³ and
 * q′ = −q in axes that turn along, so the circle is a cycle with multipliers −e^{2π(a − b²)} and −e^{−2π}, from which
 * one of twice the period and p² = a − b² branches.
 */
export const moebius: Model = pure(
  {
    x: `${outward}*${cosine} - y`,
    y: `${outward}*${sine} + x`,
    z:
      `((${growth} + 1)/2*${sine} + 0.5)*${off} + ((${growth} - 1)/2 - (${growth} + 1)/2*${cosine})*z` +
      ` - z*${swing}`,
  },
  { a: -0.2, b: 0 },
  [-2, 2],
  [-1, 1],
);

/** Uniform numbers in [0, 1): Park & Miller's generator, so that a failure can be repeated. */
export function seeded(seed: number): () => number {
  let value = seed;
  return () => (value = (value * 16807) % 2147483647) / 2147483647;
}

/** A planar model whose cycle is slow, beside the ghost of a saddle-node. */
export const relaxationOscillator = defineModel({
  name: "relaxation oscillator",
  source: "a planar polynomial",
  equations: `
    dx/dt = y - x^3 + 3.5*x^2 + I  [1/ms]
    dy/dt = 0.1*(1 - 5.5*x^2 - y)  [1/ms]`,
  states: { x: state(0, "1", [-3, 5]), y: state(0, "1", [-60, 5]) },
  parameters: { I: [0.184, "1", [-15, 40]] },
});
