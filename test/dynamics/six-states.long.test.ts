import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { excitability } from "../../src/experiments/excitability.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { pure } from "./normal-forms.js";

/** The A-current makes it class 1: six states, typed as a stranger would. */
const connorStevens = defineModel({
  name: "Connor-Stevens",
  source: "Connor & Stevens (1971) J. Physiol. 213:31, as in Dayan & Abbott (2001) Theoretical Neuroscience, ch. 6",
  equations: `
    C dV/dt = I - gL*(V - EL) - gNa*m^3*h*(V - ENa) - gK*n^4*(V - EK) - gA*a^3*b*(V - EA)
    dm/dt = am*(1 - m) - bm*m
    dh/dt = ah*(1 - h) - bh*h
    dn/dt = an*(1 - n) - bn*n
    da/dt = (aInf - a)/ta
    db/dt = (bInf - b)/tb
    am = 0.38*(V + 29.7)/(1 - exp(-0.1*(V + 29.7))) [1/ms]
    bm = 15.2*exp(-0.0556*(V + 54.7)) [1/ms]
    ah = 0.266*exp(-0.05*(V + 48)) [1/ms]
    bh = 3.8/(1 + exp(-0.1*(V + 18))) [1/ms]
    an = 0.02*(V + 45.7)/(1 - exp(-0.1*(V + 45.7))) [1/ms]
    bn = 0.25*exp(-0.0125*(V + 55.7)) [1/ms]
    aInf = (0.0761*exp(0.0314*(V + 94.22))/(1 + exp(0.0346*(V + 1.17))))^(1/3) [1]
    ta = 0.3632 + 1.158/(1 + exp(0.0497*(V + 55.96))) [ms]
    bInf = (1/(1 + exp(0.0688*(V + 53.3))))^4 [1]
    tb = 1.24 + 2.678/(1 + exp(0.0624*(V + 50))) [ms]`,
  states: {
    V: state(-68, "mV", [-100, 60]),
    m: state(0.01, "1", [0, 1]),
    h: state(0.96, "1", [0, 1]),
    n: state(0.15, "1", [0, 1]),
    a: state(0.54, "1", [0, 1.5]),
    b: state(0.29, "1", [0, 1]),
  },
  parameters: {
    ...{ I: [10, "uA/cm^2", [-5, 40]], C: [1, "uF/cm^2"] },
    ...{ gL: [0.3, "mS/cm^2"], gNa: [120, "mS/cm^2"], gK: [20, "mS/cm^2"], gA: [47.7, "mS/cm^2"] },
    ...{ EL: [-17, "mV"], ENa: [55, "mV"], EK: [-72, "mV"], EA: [-75, "mV"] },
  },
  input: "I",
  threshold: "V > 0",
});

describe("Hindmarsh and Rose's model, r = 0.001: bursts", () => {
  const model = pure(
    { x: "y - x^3 + 3*x^2 - z + I", y: "1 - 5*x^2 - y", z: "r*(4*(x + 1.6) - z)" },
    { I: 1.3, r: 0.001 },
    [-20, 6],
    [0, 5],
  );
  const { points, cycles, incomplete } = bifurcations(model, "I", [0, 5]);

  test("its spiking is followed from the end of the range to where it doubles its period", () => {
    const doubling = points.find(({ kind, status }) => kind === "period doubling" && status === "refined");
    expect(doubling?.evidence["critical multiplier"]).toBeCloseTo(-1, 5);
    expect(cycles.some(({ ends }) => ends.some(({ kind }) => kind === "limit of the range"))).toBe(true);
  });

  test("where it bursts, or is chaotic, and nothing was solved, that is said", () => {
    expect(incomplete.join("\n")).toMatch(/at I = .* trajectories neither rest nor settle on a cycle/);
  });
});

describe("a model of six states", () => {
  test("has the saddle-nodes and the Hopf point that AUTO-07p prints, and spikes from the invariant circle on", () => {
    const { points, cycles } = bifurcations(connorStevens, "I");
    const at = (kind: RegExp): number[] => points.filter((p) => kind.test(p.kind)).map(({ parameter }) => parameter);
    const expected = [6.7689804915, 7.8698817587, 7.9125458845, 8.1140533149];
    expect(at(/saddle-node/)).toEqual(expected.map((I) => expect.closeTo(I, 8)));
    expect(at(/Hopf/)).toEqual([expect.closeTo(7.8816458944, 8)]);
    expect(cycles.map(({ ends }) => ends.map(({ kind }) => kind))).toContainEqual([
      "saddle-node on invariant circle",
      "limit of the range",
    ]);
    // what is told of the canards at the Hopf point is told once, and said to be unsure
    const unsure = points.filter(({ status }) => status === "suspected").map(({ kind }) => kind);
    expect(new Set(unsure).size).toBe(unsure.length);
  });

  test("is of class 1, its rate falling to zero", () => {
    const { class: found, evidence } = excitability(connorStevens);
    expect(found).toBe(1);
    expect(evidence.lost?.parameter).toBeCloseTo(8.1140533149, 8);
    expect(evidence.onset[0].rate).toBeLessThan(1);
  });

  test("has one cycle at 10 uA/cm2", () => {
    expect(limitCycles(connorStevens).map(({ stable, status }) => [stable, status])).toEqual([[true, "refined"]]);
  });
});
