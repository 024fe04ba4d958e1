import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { pure, relaxationOscillator } from "./normal-forms.js";

const r2 = "(x^2 + y^2)";

describe("Floquet multipliers keep their digits at 1e±40 and beyond", () => {
  test.each([5, 15, 30])("on r′ = k r(1 − r²), θ′ = 1 the one across the circle is e^{−4πk}, k = %d", (k) => {
    const model = pure({ x: `k*(1 - ${r2})*x - y`, y: `k*(1 - ${r2})*y + x` }, { k }, [-2, 2], [0, 50]);
    const [{ multipliers, trivialError }] = limitCycles(model);
    expect(Math.log(multipliers[0].re)).toBeCloseTo(-4 * Math.PI * k, 7);
    expect(trivialError).toBeLessThan(1e-7);
  });

  test.each([15, -15])("beside a state that decays (or grows) at k = %d they are e^{−4π} and e^{−2πk}", (k) => {
    const model = pure({ x: `(1 - ${r2})*x - y`, y: `(1 - ${r2})*y + x`, z: "-k*z" }, { k }, [-2, 2], [-50, 50]);
    const [{ multipliers }] = limitCycles(model);
    const logs = multipliers.map(({ re }) => Math.log(re)).sort((a, b) => a - b);
    const expected = [-4 * Math.PI, -2 * Math.PI * k].sort((a, b) => a - b);
    logs.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 8));
  });

  test("a maximum is found on the polynomial, not among samples: 1 on the unit circle, to 1e-9", () => {
    const [{ maximum, minimum }] = limitCycles(pure({ x: `(1 - ${r2})*x - y`, y: `(1 - ${r2})*y + x` }, {}));
    expect(maximum.x).toBeCloseTo(1, 9);
    expect(minimum.y).toBeCloseTo(-1, 9);
  });
});

describe("cycles that simulation alone would miss", () => {
  test("a period of 1506.918 ms beside the ghost of a saddle-node", () => {
    const cycles = limitCycles(relaxationOscillator);
    expect(cycles.map(({ stable, status }) => [stable, status])).toEqual([[true, "refined"]]);
    expect(cycles[0].period).toBeCloseTo(1506.918, 3);
  });

  test("its branch ends in a homoclinic orbit at 0.18067168 over a wide range (one-answer.long.test.ts: a narrow one)", () => {
    const [, upper] = bifurcations(relaxationOscillator, "I").points.filter(({ kind }) => kind === "saddle homoclinic");
    expect(upper.parameter).toBeCloseTo(0.18067168, 8);
  });

  test("0.05 µA/cm² past the supercritical Hopf point of Hodgkin and Huxley's model, and four cycles at 7.85", () => {
    expect(limitCycles(hodgkinHuxley.with({ I: 154.47 })).map(({ stable }) => stable)).toEqual([true]);
    const four = limitCycles(hodgkinHuxley.with({ I: 7.85 }));
    expect(four.filter(({ stable }) => stable)).toHaveLength(1);
    expect(four).toHaveLength(4);
  });

  test("both cycles of Hodgkin and Huxley's model just above their fold at 6.2603 µA/cm²", () => {
    const both = limitCycles(hodgkinHuxley.with({ I: 6.3 }));
    expect(both.map(({ stable }) => stable)).toEqual([false, true]);
  });
});

test("no period doubling is made of rounding: fast-slow models say what they suspect, once, and why", () => {
  const hindmarshRose = pure(
    { x: "y - x^3 + 3*x^2 - z + I", y: "1 - 5*x^2 - y", z: "r*(4*(x + 1.6) - z)" },
    { I: 1.3, r: 0.01 },
    [-12, 6],
    [0, 4],
  );
  const { points } = bifurcations(hindmarshRose.with({ r: 0.01 }), "I", [0.5, 1.6]);
  for (const { kind, status, evidence } of points) {
    if (kind !== "period doubling" || status === "suspected") continue;
    expect(Math.abs((evidence["critical multiplier"] as number) + 1)).toBeLessThan(1e-3);
    expect(Math.abs(evidence["trivial multiplier − 1"] as number)).toBeLessThan(1e-3);
  }
  for (const { status, evidence } of points)
    if (status === "suspected") expect(evidence["why suspected"]).toMatch(/multiplier|located/);
});
