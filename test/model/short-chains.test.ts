import { describe, expect, test } from "vitest";
import { compile, functionText, statements } from "../../src/model/code/javascript.js";
import { shortened } from "../../src/model/code/short-chains.js";
import { program } from "../../src/model/code/strength-reduction.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import type { Model } from "../../src/model/model.js";
import { catalogue } from "../../src/models/catalogue.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";

type Field = (y: Float64Array, p: Float64Array, o: Float64Array) => void;

/** The outputs without any further reduction. */
const plain = ({ graph }: Model, outputs: readonly number[]): Field =>
  compile(
    functionText(
      "y, p, o",
      statements(graph, outputs, (k, e) => `o[${k}] = ${e};`),
    ),
  );

/** A model of x, y and z alone, by the derivative of x. */
const made = (derivative: string): Model =>
  defineModel({
    name: "made",
    source: "-",
    states: { x: state(0.3, "1"), y: state(0.7, "1"), z: state(1.9, "1") },
    parameters: { k: [3, "1"], c: [0.7, "1"] },
    equations: `dx/dt = ${derivative}  [1/ms]
      dy/dt = -y/(1 + exp(x))  [1/ms]
      dz/dt = 0*z  [1/ms]`,
  });

describe("sums and products in the order in which their parts are there", () => {
  test.each(Object.entries(catalogue))("leave the right-hand side of %s as it was, but for rounding", (_, model) => {
    const n = model.stateNames.length;
    const [before, after] = [new Float64Array(n), new Float64Array(n)];
    const field = plain(model, model.roots.field);
    const short = plain(model, shortened(model.graph, model.roots.field));
    const start = model.vectorOf(model.states);
    for (let k = 0; k < 50; k++) {
      const y = start.map((value, i) => value + (0.02 + 0.05 * Math.abs(value)) * Math.sin(k * (i + 1.7)));
      field(y, model.vector, before);
      short(y, model.vector, after);
      after.forEach((value, i) => {
        if (Number.isFinite(before[i])) expect(value).toBeCloseTo(before[i], 9 - Math.log10(1 + Math.abs(before[i])));
        else expect(value).toBe(before[i]);
      });
    }
  });

  test.each([
    "-(x - y - k)*z - (z - (x - 1))",
    "k*(x/(1 + exp(y)) - c*(1 - x)*y)",
    "-k*(-x*(y/(2 + exp(z)))/c)/(3 + z)",
    "x/k/(1 + y)/(2 + z)*(1 - y)*c",
    "c*(1 - x)*(10 - z)/(exp((10 - z)/5) - 1) - k*x",
    "-x + 1*y - 0*z - 1",
  ])("keep every sign and factor of %s", (derivative) => {
    const model = made(derivative);
    const [before, after] = [new Float64Array(3), new Float64Array(3)];
    for (const y of [Float64Array.of(0.3, 0.7, 1.9), Float64Array.of(-1.2, 2.3, 0.4)]) {
      plain(model, model.roots.field)(y, model.vector, before);
      plain(model, shortened(model.graph, model.roots.field))(y, model.vector, after);
      after.forEach((value, i) => expect(Math.abs(value - before[i])).toBeLessThan(1e-14 * (1 + Math.abs(before[i]))));
    }
  });

  test("polynomials are left as they are, in the order in which they are written", () => {
    const { graph, roots } = catalogue.fitzHughRinzel;
    expect(shortened(graph, roots.field)).toEqual(roots.field);
  });

  test("the gates of Hodgkin and Huxley wait for a division alone, and V for its fastest gate", () => {
    const { graph, roots } = hodgkinHuxley;
    const { statements: lines, results } = program(graph, roots.field, { far: "far" });
    expect(lines.filter((line) => /: x\d+ \* f\d+ \/ w\d+;$/.test(line))).toHaveLength(2);
    expect(results[2]).toMatch(/\/ \(1 \+ t\d+\)\)\)$/);
    const m = `t${graph.state(1)}`;
    expect(results[0]).toContain(`* (${m} * (${m} * ${m})))`);
  });
});
