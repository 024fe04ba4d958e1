import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { excitability } from "../../src/experiments/excitability.js";
import { fiCurve } from "../../src/experiments/fi-curve.js";
import { resonance } from "../../src/experiments/impedance.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { izhikevich2007 } from "../../src/models/izhikevich-2007.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import type { Complex } from "../../src/numerics/complex.js";
import { bisect } from "../../src/numerics/root.js";

// What the text of the notebooks claims beside the numbers that are marked in it (test/course/numbers.test.ts).

const snic = persistentSodiumPotassium.preset("saddle-node on invariant circle");
const fixed = (values: ArrayLike<number>, digits: number): string[] =>
  Array.from(values, (value) => value.toFixed(digits));

describe("5.2", () => {
  test("rest and saddle come from 9.8 to 0.5 mV near each other, and no cycle is there before rest is lost", () => {
    const distance = (I: number): number => {
      const [rest, saddle] = equilibria(snic.with({ I }));
      return saddle.state.V - rest.state.V;
    };
    expect(fixed([0, 4.5].map(distance), 1)).toEqual(["9.8", "0.5"]);
    for (const I of [0, 2, 4, 4.5]) expect(limitCycles(snic.with({ I }))).toEqual([]);
  });
});

describe("5.6", () => {
  const eigenvaluesAt = (I: number): readonly Complex[] => equilibria(snic.with({ I }))[0].eigenvalues;
  test("the eigenvalues of rest meet at 2.13 and part at 3.85 µA/cm²; then one goes to zero, the other stays at −0.96", () => {
    const real = (I: number): boolean => eigenvaluesAt(I).every(({ im }) => im === 0);
    expect([0, 2.125, 2.135, 3.845, 3.855, 4.5].map(real)).toEqual([true, true, false, false, true, true]);
    const parts = [0, 4.5, 4.51286].map((I) =>
      fixed(
        eigenvaluesAt(I).map(({ re }) => re),
        2,
      ),
    );
    expect(parts).toEqual([
      ["-1.02", "-1.72"],
      ["-0.10", "-0.95"],
      ["-0.00", "-0.96"],
    ]);
    const ringing = persistentSodiumPotassium.preset("supercritical Andronov-Hopf").with({ I: 14.659 });
    const [first] = equilibria(ringing)[0].eigenvalues;
    expect(fixed([first.re, first.im, (2 * Math.PI) / first.im], 2)).toEqual(["-0.00", "2.14", "2.94"]);
  });
  /** Input, trace and determinant where the membrane is held, by the formulas of the model. */
  const held = (Vn: number, V: number, tau: number): { I: number; T: number; D: number } => {
    const open = (half: number, k: number): number => 1 / (1 + Math.exp((half - V) / k));
    const [m, n] = [open(-20, 15), open(Vn, 5)];
    const inward = 8 + 20 * (m + ((m * (1 - m)) / 15) * (V - 60)) + 10 * n;
    const slope = inward + ((10 * n * (1 - n)) / 5) * (V + 90); // of the steady current
    return { I: 8 * (V + 80) + 20 * m * (V - 60) + 10 * n * (V + 90), T: -inward - 1 / tau, D: slope / tau };
  };
  const zeroOf = (which: "T" | "D", Vn: number, from: number, to: number, tau: number = 1): number => {
    const sign = Math.sign(held(Vn, from, tau)[which]);
    return bisect((V) => Math.sign(held(Vn, V, tau)[which]) !== sign, from, to, { absolute: 1e-9 });
  };
  test("Δ = 0 at 4.51 and T = 0 at 30.66 µA/cm², where bifurcations finds them to four decimals; T = 0 on the saddle is none", () => {
    const [fold, hopf] = [held(-25, zeroOf("D", -25, -70, -56), 1), held(-45, zeroOf("T", -45, -65, -50), 1)];
    expect(fixed([fold.I, hopf.I], 2)).toEqual(["4.51", "30.66"]);
    const found = [-25, -45].flatMap((Vn) => bifurcations(snic.with({ Vn }), "I", [-20, 60], { cycles: false }).points);
    expect(found.map(({ kind }) => kind)).toEqual(["saddle-node on invariant circle", "supercritical Andronov-Hopf"]);
    expect(
      fixed(
        found.map(({ parameter }) => parameter),
        4,
      ),
    ).toEqual(fixed([fold.I, hopf.I], 4));
    expect(found[1].period).toBeCloseTo((2 * Math.PI) / Math.sqrt(hopf.D), 6);
    const V = zeroOf("T", -25, -60, -55);
    const { I, D } = held(-25, V, 1);
    expect(fixed([V, I, D, Math.sqrt(-D)], 2)).toEqual(["-58.56", "3.43", "-0.92", "0.96"]);
  });
  test("τ does not move Δ = 0, and the slower the potassium channels the sooner T = 0", () => {
    expect(zeroOf("D", -25, -70, -56, 0.152)).toBeCloseTo(zeroOf("D", -25, -70, -56), 6);
    const inputs = [1, 1.5, 2].map((tau) => held(-45, zeroOf("T", -45, -70, -50, tau), tau).I);
    expect(inputs[0]).toBeGreaterThan(inputs[1]);
    expect(inputs[1]).toBeGreaterThan(inputs[2]);
  });
});

test("13.3: with a = 0.1 the neurons of b = 0.01 and 0.05 are class 1, and the second prefers 10 Hz near its fold", () => {
  const found = [0.01, 0.05, 0.2, 0.26].map((b) => {
    const cell = izhikevich.with({ a: 0.1, b, d: 2 });
    const { class: kind, evidence } = excitability(cell);
    return [kind, resonance(cell.with({ I: (evidence.lost?.parameter ?? 0) - 0.1 })).frequency.toFixed(0)];
  });
  expect(found.map(([kind]) => kind)).toEqual([1, 1, 2, 2]);
  expect(found.slice(0, 2).map(([, frequency]) => frequency)).toEqual(["0", "10"]);
});

describe("13", () => {
  test("regular spiking of 2003 begins at 5.6 Hz and is class 2; of 2007 at zero, at 51.43 pA, and is class 1", () => {
    const [old, late] = [izhikevich.preset("regular spiking"), izhikevich2007.preset("regular spiking")];
    const [a, b] = [excitability(old), excitability(late)];
    expect([a.class, b.class, a.evidence.lost?.parameter.toFixed(4), b.evidence.lost?.parameter.toFixed(2)]).toEqual([
      2,
      1,
      "3.7975",
      "51.43",
    ]);
    expect(fiCurve(old, [1.0001 * 3.7975], { duration: 4000 }).rate[0].toFixed(1)).toBe("5.6");
  });
});
