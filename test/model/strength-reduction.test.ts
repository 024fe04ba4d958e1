import { describe, expect, test } from "vitest";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { exp, POWERS_OF_TWO } from "../../src/numerics/elementary.js";
import { FINE_ROOTS_OF_TWO, growth, rootPower, ROOTS_IN_RANGE, ROOTS_PER_E } from "../../src/numerics/root-power.js";
import { reducedStatements, program } from "../../src/model/code/strength-reduction.js";
import { compile, functionText, statements } from "../../src/model/code/javascript.js";
import type { Model } from "../../src/model/model.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { morrisLecar } from "../../src/models/morris-lecar.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";

type Field = (y: Float64Array, p: Float64Array, o: Float64Array) => void;
const plain = (model: Model): Field =>
  compile(
    functionText(
      "y, p, o",
      statements(model.graph, model.roots.field, (k, e) => `o[${k}] = ${e};`),
    ),
  );

function calls(model: Model): number {
  const text = reducedStatements(model.graph, model.roots.field, (k, e) => `o[${k}] = ${e};`);
  return text.match(/\brootPower\(/g)?.length ?? 0;
}

const steep = defineModel({
  name: "steep",
  source: "-",
  states: { V: state(0, "mV") },
  parameters: { a: [1, "1"], k: [5, "1"] },
  equations: "dV/dt = a*exp(-V/5) + exp((V - 20)/10) + 3*exp(V/2.5) + exp(V/k)  [mV/ms]",
});

describe("exponentials shared", () => {
  test("Hodgkin-Huxley's six rates need two, I_Na,p + I_K's two gates keep two", () => {
    expect(calls(hodgkinHuxley)).toBe(2);
    expect(calls(persistentSodiumPotassium)).toBe(2);
  });

  test("slopes of either sign are powers of the flattest, one that a parameter sets is not", () => {
    expect(calls(steep)).toBe(2);
    expect(steep.field([7])[0]).toBeCloseTo(Math.exp(-1.4) + Math.exp(-1.3) + 3 * Math.exp(2.8) + Math.exp(1.4), 10);
  });

  test.each([hodgkinHuxley, hodgkinHuxley.preset("1952"), persistentSodiumPotassium, morrisLecar, steep] as Model[])(
    "$name has the right-hand side it had, to 1e-13 of its size, all over its window",
    (model) => {
      const n = model.stateNames.length;
      const [a, b] = [new Float64Array(n), new Float64Array(n)];
      const unreduced = plain(model);
      for (let k = 0; k <= 2000; k++) {
        const y = Float64Array.from(model.stateNames, (name, i) => {
          const [low, high] = model.ranges[name];
          return low + (high - low) * (i === 0 ? k / 2000 : (k * (i + 1) * 0.6180339887) % 1);
        });
        model.kernels.field(y, model.vector, a);
        unreduced(y, model.vector, b);
        a.forEach((value, i) =>
          expect(Math.abs(value - b[i])).toBeLessThan(1e-13 * Math.max(1, Math.abs(b[i])) * (i === 0 ? 100 : 1)),
        );
      }
    },
  );

  test("is finite and right at the printed 0/0 and next to it", () => {
    for (const offset of [0, 1e-12, 1e-6, 1e-3, 0.0999, 0.1001, 0.5]) {
      for (const sign of [1, -1]) {
        const x = sign * offset;
        const model = hodgkinHuxley.preset("1952");
        const V = 10 - 10 * x; // α_n = 0.1 x/(e^x − 1)
        const dn = model.field([V, 0, 0, 0])[3];
        expect(Math.abs(dn / (0.1 * (offset === 0 ? 1 : x / Math.expm1(x))) - 1)).toBeLessThan(1e-13);
      }
    }
  });

  test("the exponential written out has the bits of the one called, and says when it is out of its range", () => {
    const { graph } = hodgkinHuxley;
    const { statements: inline } = program(graph, [graph.unary("exp", graph.state(0))], { far: "far" });
    const name = /let (t\d+)/.exec(inline[0])?.[1];
    const inlined = new Function(
      "ROOTS",
      "POWERS",
      `t${graph.state(0)}`,
      `let far = 0; ${inline.join("\n")} return [${name}, far < ${ROOTS_IN_RANGE ** 2}];`,
    );
    for (const x of [0.3, -0.001, 88.7, 707.9, -708.2, 0])
      expect(inlined(FINE_ROOTS_OF_TWO, POWERS_OF_TWO, x)).toEqual([rootPower(x * ROOTS_PER_E), true]);
    for (const x of [-750, 800, 1e6, -1e12, 1e300, Infinity, NaN])
      expect(inlined(FINE_ROOTS_OF_TWO, POWERS_OF_TWO, x)[1]).toBe(false);
  });

  test("2^(x/2048) is e^x within 2 units in the last place, but for the rounding of x, down to 0 and up to infinity", () => {
    for (let k = -3000; k <= 3000; k++) {
      const x = k * 0.2347;
      const tolerance = 2.3e-16 * (2 + Math.abs(x));
      expect(Math.abs(rootPower(x * ROOTS_PER_E) / exp(x) - 1)).toBeLessThan(tolerance);
    }
    const beyond = [-744, -760, -Infinity, 709.7, 710, Infinity, NaN].map((x) => rootPower(x * ROOTS_PER_E));
    expect(beyond[0]).toBeGreaterThan(0);
    expect(beyond.slice(1, 3)).toEqual([0, 0]);
    expect(beyond[3]).toBeLessThan(Infinity);
    expect(beyond.slice(4)).toEqual([Infinity, Infinity, NaN]);
  });

  test("(e^z - 1)/z loses no digits near 0, on either side of where its series ends, and far out", () => {
    for (const z of [1e-300, 1e-9, 0.001, 0.1249, 0.1251, 0.5, 20, 300])
      for (const x of [z, -z]) expect(Math.abs(growth(x) / (Math.expm1(x) / x) - 1)).toBeLessThan(1e-14);
    expect(growth(0)).toBe(1);
  });

  test("in a short step what decays goes as far as it should, but for an ulp of its way", () => {
    for (let z = -0.1249; z < 0.125; z += 0.00037)
      expect(Math.abs(z * growth(z) - Math.expm1(z))).toBeLessThan(Number.EPSILON);
  });

  test("what depends on parameters alone is kept out of the loop", () => {
    const { invariant, statements: inner } = program(hodgkinHuxley.graph, hodgkinHuxley.roots.field);
    expect(invariant.join("\n")).toMatch(/pow\(3/);
    expect(inner.join("\n")).not.toMatch(/pow\(|p\[/);
  });
});
