import { describe, expect, test } from "vitest";
import numbers from "../reference/numbers.json" with { type: "json" };
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import { freeze } from "../../src/model/freeze.js";
import { fitzHughRinzel } from "../../src/models/bursters/fitzhugh-rinzel.js";
import { hindmarshRose } from "../../src/models/bursters/hindmarsh-rose.js";
import { persistentSodiumPotassiumM } from "../../src/models/bursters/persistent-sodium-potassium-m.js";
import { simulate } from "../../src/solve/simulate.js";
import { bursts } from "../../src/spikes/bursts.js";
import type { Model } from "../../src/model/model.js";

const parts = (model: Model, slow: string, range: readonly [number, number], kind: string): number[] =>
  bifurcations(freeze(model, slow), slow, range, { cycles: false })
    .points.filter((point) => point.kind === kind)
    .map(({ parameter }) => parameter);

describe("Hindmarsh and Rose's model", () => {
  test("rests at x = −(1 + √5)/2 without adaptation and input, from which the paper takes x1", () => {
    const [rest] = equilibria(freeze(hindmarshRose.with({ I: 0 }), "z").with({ z: 0 }));
    expect(rest.state["x"]).toBeCloseTo(-(1 + Math.sqrt(5)) / 2, 12);
    expect(rest.stable).toBe(true);
  });

  // by hand: −x³ − 2x² + 1 = z − I has a double root at x = −4/3
  test.each([1, 2])("with z held loses rest at z = I − 5/27, I = %d", (I) => {
    const [fold] = parts(hindmarshRose.with({ I }), "z", [I - 1, I + 0.5], "saddle-node");
    expect(fold).toBeCloseTo(I - 5 / 27, 10);
  });

  test("with r = 0.005 and I = 3.25 bursts that never repeat: 4 to 7 spikes", () => {
    const { spikes } = simulate(hindmarshRose.preset("irregular bursts"), { duration: 3000 });
    const counts = new Set(
      bursts(spikes, { gap: 50 })
        .slice(3, -1)
        .map(({ count }) => count),
    );
    expect(counts.size).toBeGreaterThan(2);
  });
});

describe("Izhikevich's I_Na,p + I_K with a slow current of the M kind", () => {
  // nM of the equilibria, solved for: I = IL + INa + IK + IM at n = nInf(V)
  const gate = (V: number): number => {
    const { I, gL, EL, gNa, ENa, Vm, km, gK, EK, Vn, kn, gM } = persistentSodiumPotassiumM.parameters;
    const mInf = 1 / (1 + Math.exp((Vm - V) / km));
    const nInf = 1 / (1 + Math.exp((Vn - V) / kn));
    return (I - gL * (V - EL) - gNa * mInf * (V - ENa) - gK * nInf * (V - EK)) / (gM * (V - EK));
  };
  test("with nM held loses rest where nM(V) is smallest", () => {
    const potentials = Array.from({ length: 20001 }, (_, k) => -62 + k * 1e-4);
    const least = Math.min(...potentials.map(gate));
    const [fold] = parts(persistentSodiumPotassiumM, "nM", [-0.03, 0.05], "saddle-node");
    expect(Math.abs(fold - least)).toBeLessThan(1e-10); // the minimum is flat: 1e-4 mV beside it counts 1e-12
    expect(fold.toFixed(6)).toBe("0.003502");
  });
});

test("FitzHugh and Rinzel's model with y held is FitzHugh's under I + y: it loses rest at 0.33128 − I", () => {
  const [hopf] = parts(fitzHughRinzel, "y", [-0.05, 0.05], "subcritical Andronov-Hopf");
  const known = numbers["fitzHughNagumo (a .7, b .8, eps .08)"].hopf_I[0];
  expect(hopf).toBeCloseTo(known - fitzHughRinzel.parameters.I, 10);
  // AUTO-07p (Debian 0.9.3) from the same graph, EPSL 1e-10: 0.018781337508
  expect(hopf).toBeCloseTo(0.0187813375, 9);
});
