import { describe, expect, test } from "vitest";
import type { Channel } from "../../src/models/channels/channel.js";
import { conductanceModel } from "../../src/models/channels/conductance-model.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { nernst } from "../../src/models/channels/reversal-potential.js";
import { simulate } from "../../src/solve/simulate.js";

const squid = conductanceModel({
  name: "squid axon",
  capacitance: 1,
  initial: "Vr",
  temperature: 6.3,
  rateFactor: "3^((T - 6.3)/10)",
  parameters: { Vr: [-65, "mV"] },
  threshold: "V > -20 [mV]",
  channels: [
    {
      ion: "Na",
      conductance: 120,
      reversal: 50,
      gates: [
        {
          name: "m",
          power: 3,
          alpha: "0.1*(25 - (V - Vr))/(exp((25 - (V - Vr))/10) - 1)",
          beta: "4*exp(-(V - Vr)/18)",
        },
        { name: "h", power: 1, alpha: "0.07*exp(-(V - Vr)/20)", beta: "1/(exp((30 - (V - Vr))/10) + 1)" },
      ],
    },
    {
      ion: "K",
      conductance: 36,
      reversal: -77,
      gates: [
        {
          name: "n",
          power: 4,
          alpha: "0.01*(10 - (V - Vr))/(exp((10 - (V - Vr))/10) - 1)",
          beta: "0.125*exp(-(V - Vr)/80)",
        },
      ],
    },
    { ion: "leak", conductance: 0.3, reversal: -54.387 },
  ],
});

describe("a neuron built from channels", () => {
  test("Hodgkin-Huxley rebuilt has the same right-hand side to rounding, at 18.5 °C too, and at the voltages where the rates are 0/0", () => {
    for (const T of [6.3, 18.5])
      for (const V of [-90, -65, -55, -40, -20, 0, 50])
        for (const x of [0, 0.3, 1]) {
          const state = { V, m: x, h: 1 - x, n: x / 2 };
          const original = hodgkinHuxley.with({ T }).field(state);
          const rebuilt = squid.with({ T }).field(state);
          original.forEach((value, i) =>
            expect(Math.abs(rebuilt[i] - value)).toBeLessThanOrEqual(
              1e-14 * Math.max(1, Math.abs(value)) * (i === 0 ? 1e2 : 1),
            ),
          );
        }
    expect(Object.keys(squid.states)).toEqual(["V", "m", "h", "n"]);
    expect(simulate(squid.with({ I: 10 }), { duration: 60 }).spikes).toHaveLength(
      simulate(hodgkinHuxley.with({ I: 10 }), { duration: 60 }).spikes.length,
    );
  });

  test("gates by steady state and time constant, and gates that follow at once, rebuild I_Na,p + I_K", () => {
    const rebuilt = conductanceModel({
      name: "I_Na,p + I_K from channels",
      capacitance: 1,
      initial: -65,
      channels: [
        { ion: "leak", conductance: 8, reversal: -80 },
        {
          ion: "Na",
          conductance: 20,
          reversal: 60,
          gates: [{ name: "m", power: 1, steadyState: "1/(1 + exp((-20 - V)/15))" }],
        },
        {
          ion: "K",
          conductance: 10,
          reversal: -90,
          gates: [{ name: "n", power: 1, steadyState: "1/(1 + exp((-25 - V)/5))", timeConstant: 1 }],
        },
      ],
    });
    expect(rebuilt.stateNames).toEqual(["V", "n"]);
    for (const V of [-85, -60, -30, 0, 30])
      for (const n of [0, 0.4, 1]) {
        persistentSodiumPotassium
          .field([V, n])
          .forEach((value, i) => expect(rebuilt.field([V, n])[i]).toBeCloseTo(value, 10));
      }
  });

  test("everything else comes for free: units, symbols, currents as quantities, the exact Jacobian", () => {
    expect(squid.units).toMatchObject({
      gNa: "mS/cm^2",
      ENa: "mV",
      INa: "uA/cm^2",
      alphaM: "1/ms",
      tauH: "ms",
      mInf: "1",
    });
    expect(squid.tex).toContain("C\\,\\frac{dV}{dt} &= I - I_{\\mathrm{Na}} - I_{\\mathrm{K}} - I_{L}");
    expect(squid.quantity("IK", { V: -60, m: 0, h: 0, n: 0.5 })).toBeCloseTo((36 / 16) * 17, 12);
    expect(squid.jacobian([-60, 0, 0, 0.5])[0][0]).toBeCloseTo(-36 / 16 - 0.3, 12);
    expect(squid.ranges.V).toEqual([-90, 60]);
  });

  test("concentrations and temperature set a reversal potential by Nernst's formula", () => {
    const model = conductanceModel({
      name: "calcium and chloride",
      capacitance: 1,
      temperature: 20,
      initial: -60,
      channels: [
        { ion: "Ca", conductance: 1, reversal: { inside: 1e-4, outside: 2 } },
        { ion: "Cl", conductance: 1, reversal: { inside: 10, outside: 120 } },
      ],
    });
    expect(model.quantity("ECa", [-60])).toBeCloseTo(nernst("Ca", { inside: 1e-4, outside: 2 }, 20), 10);
    expect(model.with({ ClOut: 60, T: 37 }).quantity("ECl", [-60])).toBeCloseTo(
      nernst("Cl", { inside: 10, outside: 60 }, 37),
      10,
    );
    expect(model.tex).toContain("0.0861733\\,"); // R/F, of which the equations know 16 digits
    expect(model.tex).not.toMatch(/\d{9}/);
    expect(model.tex).toContain(
      "\\ln\\left(\\frac{[\\mathrm{Ca}^{2+}]_{\\mathrm{out}}}{[\\mathrm{Ca}^{2+}]_{\\mathrm{in}}}\\right)",
    );
  });

  test("two potassium channels share one reversal potential", () => {
    const model = conductanceModel({
      name: "two",
      capacitance: 1,
      initial: -65,
      channels: [
        { ion: "K", conductance: 36, reversal: -77 },
        {
          ion: "K",
          name: "KM",
          conductance: 1,
          gates: [
            {
              name: "q",
              power: 1,
              steadyState: "1/(1 + exp(-(V + 35)/10))",
              timeConstant: "100/(3.3*exp((V + 35)/20) + exp(-(V + 35)/20))",
            },
          ],
        },
      ],
    });
    expect(Object.keys(model.parameters)).toEqual(["C", "I", "gK", "gKM", "EK"]);
    expect(model.quantities).toContain("IKM");
  });
});

describe("an impossible neuron is refused by the name of its channel", () => {
  const build =
    (...channels: Channel[]) =>
    () =>
      conductanceModel({ name: "mine", capacitance: 1, initial: -65, channels });
  const n = { name: "n", power: 4, alpha: "0.1*V", beta: "1" };

  test.each<[string, () => unknown, string]>([
    ["no channel", build(), "mine: a neuron needs at least one channel"],
    [
      "an unknown ion",
      build({ ion: "Mg" as never, conductance: 1, reversal: 0 }),
      "mine: channel Mg: the ions are Na, K, Ca, Cl and leak; got 'Mg'",
    ],
    ["no reversal potential", build({ ion: "K", conductance: 36 }), "mine: channel K: no reversal potential"],
    [
      "two reversal potentials",
      build({ ion: "K", conductance: 36, reversal: -77 }, { ion: "K", name: "KA", conductance: 1, reversal: -80 }),
      "mine: channel KA: K already has a reversal potential, in channel K; channels of one ion share it",
    ],
    [
      "one name twice",
      build({ ion: "K", conductance: 36, reversal: -77 }, { ion: "K", conductance: 1 }),
      'mine: two channels are called K; give one of them another name, as in { ion: "K", name: "K2", … }',
    ],
    [
      "a negative conductance",
      build({ ion: "K", conductance: -36, reversal: -77 }),
      "mine: channel K: conductance must be positive, got -36",
    ],
    [
      "a gate twice",
      build(
        { ion: "K", conductance: 36, reversal: -77, gates: [n] },
        { ion: "Na", conductance: 1, reversal: 50, gates: [n] },
      ),
      "mine: channel Na: gate 'n' is also in channel K; call it, say, nNa",
    ],
    [
      "a power of zero",
      build({ ion: "K", conductance: 36, reversal: -77, gates: [{ ...n, power: 0 }] }),
      "mine: channel K, gate n: the power must be a positive integer, got 0",
    ],
    [
      "an unknown symbol",
      build({ ion: "K", conductance: 36, reversal: -77, gates: [{ ...n, beta: "exp(-v/80)" }] }),
      "mine: channel K, gate n, beta: unknown symbol 'v' in 'exp(-v/80)'. Did you mean 'V'?",
    ],
    [
      "a formula that is none",
      build({ ion: "K", conductance: 36, reversal: -77, gates: [{ ...n, alpha: "0.1*(V" }] }),
      "mine: channel K, gate n, alpha: cannot read '0.1*(V'",
    ],
    [
      "concentrations of a leak",
      build({ ion: "leak", conductance: 1, reversal: { inside: 1, outside: 2 } }),
      "mine: channel L: a leak is of several ions",
    ],
    [
      "concentrations without temperature",
      build({ ion: "K", conductance: 1, reversal: { inside: 400, outside: 20 } }),
      "mine: channel K: a reversal potential from concentrations needs the model's temperature",
    ],
  ])("%s", (_, make, message) => {
    expect(make).toThrow(message);
  });
});
