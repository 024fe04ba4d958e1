import { describe, expect, test } from "vitest";
import { cable, lengthConstant } from "../../src/cables/cable.js";
import { simulateCable } from "../../src/cables/simulate-cable.js";
import { steadyResponse } from "../../src/cables/steady-response.js";
import { passiveMembrane } from "../../src/models/passive-membrane.js";
import { constant, pulses, step } from "../../src/solve/stimuli/stimulus-shapes.js";

const radius = 1,
  axialResistivity = 100,
  conductance = 0.1;
const lambda = lengthConstant({ radius, axialResistivity, conductance });
/** Input resistance of a half-infinite cable, Mohm: r_a λ. */
const endless = ((axialResistivity * 1e-6) / (Math.PI * radius * radius * 1e-8)) * lambda * 1e-4;
const dendrite = (length: number, compartments: number) =>
  cable({ length, radius, compartments, membrane: passiveMembrane, axialResistivity });

describe("the steady state of a passive cylinder with sealed ends", () => {
  // V(x) ∝ cosh((L − x)/λ) beyond the electrode at x₁, and R_in = R_∞ cosh(x₁/λ) cosh((L − x₁)/λ)/sinh(L/λ): Rall
  // (1977), Handbook of
  // Physiology, Cellular Biology of Neurons, 39.
  const length = 1.5 * lambda;
  const errors = (n: number): { attenuation: number; resistance: number } => {
    const { position, attenuation, inputResistance } = steadyResponse(dendrite(length, n), 0);
    const expected = position.map((x) => Math.cosh((length - x) / lambda) / Math.cosh((length - position[0]) / lambda));
    const R =
      (endless * Math.cosh(position[0] / lambda) * Math.cosh((length - position[0]) / lambda)) /
      Math.sinh(length / lambda);
    return {
      attenuation: Math.max(...attenuation.map((v, i) => Math.abs(v - expected[i]))),
      resistance: Math.abs(inputResistance / R - 1),
    };
  };

  test("a dendrite of 1 um radius, 10 kohm cm² and 100 ohm cm has a length constant of 707.1 um", () => {
    expect(lambda).toBeCloseTo(1e4 * Math.sqrt((0.5e-4 * 1e4) / 100), 9);
    expect(lambda).toBeCloseTo(707.107, 3);
  });

  test("attenuation and input resistance agree with the closed forms to 1e-4 with 100 compartments", () => {
    const { attenuation, resistance } = errors(100);
    expect(attenuation).toBeLessThan(1e-4);
    expect(resistance).toBeLessThan(1e-4);
  });

  test("their error falls with the square of the compartments' length", () => {
    const coarse = errors(50),
      fine = errors(100);
    expect(Math.log2(coarse.attenuation / fine.attenuation)).toBeCloseTo(2, 1);
    expect(Math.log2(coarse.resistance / fine.resistance)).toBeCloseTo(2, 1);
  });

  test("a long cable attenuates to 1/e over a length constant", () => {
    const { attenuation, position } = steadyResponse(dendrite(10 * lambda, 1000), 0);
    const at = position.findIndex((x) => x > lambda);
    expect(attenuation[at]).toBeCloseTo(Math.exp(-(position[at] - position[0]) / lambda), 4);
  });

  test("the same current spreads alike from either end, and a transfer resistance is the same both ways", () => {
    const membrane = passiveMembrane;
    const tree = cable({
      axialResistivity,
      sections: [
        { name: "stem", length: 300, radius: 2, compartments: 7, membrane },
        { name: "thick", length: 500, radius: 1.5, compartments: 9, membrane, parent: "stem" },
        { name: "thin", length: 400, radius: 0.5, compartments: 8, membrane, parent: "stem" },
        { name: "twig", length: 200, radius: 0.5, compartments: 3, membrane, parent: "thin" },
      ],
    });
    const there = steadyResponse(tree, { section: "thick", at: 450 }),
      back = steadyResponse(tree, { section: "twig", at: 100 });
    const i = 7 + 8,
      j = 7 + 9 + 8 + 1;
    expect(there.position[i]).toBeCloseTo(300 + (8.5 / 9) * 500, 9);
    expect(there.inputResistance * there.attenuation[j]).toBeCloseTo(back.inputResistance * back.attenuation[i], 9);
  });
});

describe("Rall's equivalent cylinder", () => {
  test("daughters of 2^(−2/3) of the radius and the same electrotonic length act as a continuation of their parent", () => {
    // a^(3/2) adds up at the branch point: Rall (1959) Exp. Neurol. 1:491. The daughters' λ is shorter by √(their
    // radius).
    const thin = radius * 2 ** (-2 / 3);
    const lambdaThin = lengthConstant({ radius: thin, axialResistivity, conductance });
    const membrane = passiveMembrane;
    const tree = cable({
      axialResistivity,
      sections: [
        { name: "parent", length: 0.5 * lambda, radius, compartments: 50, membrane },
        { name: "left", length: 0.7 * lambdaThin, radius: thin, compartments: 70, membrane, parent: "parent" },
        { name: "right", length: 0.7 * lambdaThin, radius: thin, compartments: 70, membrane, parent: "parent" },
      ],
    });
    const branched = steadyResponse(tree, 0),
      straight = steadyResponse(dendrite(1.2 * lambda, 120), 0);
    // Compartments are 0.01 λ each in both, so that even the discrete systems are equivalent, but for rounding.
    expect(branched.inputResistance).toBeCloseTo(straight.inputResistance, 8);
    for (let i = 0; i < 120; i++) expect(branched.attenuation[i]).toBeCloseTo(straight.attenuation[i], 10);
    expect([...branched.attenuation.subarray(120)]).toEqual([...branched.attenuation.subarray(50, 120)]);
  });
});

describe("the transient of a passive cable", () => {
  // Step of current at x₁ into a sealed cable: V(x, t) = Σ_n c_n cos(nπx₁/L) cos(nπx/L) (1 − e^(−κ_n t/τ))/κ_n, κ_n = 1
  // + (nπλ/L)², c_n = 2 R_∞ λ/L (half of it for n = 0). Rall (1969), eq. 14.
  const length = lambda,
    tau = 10;
  const series = (x: number, x1: number, t: number): number => {
    let sum = 0;
    for (let n = 4000; n >= 0; n--) {
      const k = (n * Math.PI) / length;
      const kappa = 1 + (k * lambda) ** 2;
      sum += ((n === 0 ? 1 : 2) * Math.cos(k * x1) * Math.cos(k * x) * -Math.expm1((-kappa * t) / tau)) / kappa;
    }
    return (endless * lambda * sum) / length;
  };
  const run = (compartments: number, dt: number) =>
    simulateCable(dendrite(length, compartments), { duration: 5, dt, inject: [{ at: 0, current: constant(0.1) }] });

  test("a step of 0.1 nA charges a sealed cable as Rall's series says, to 0.02 % of the largest change", () => {
    const { V, time, position } = run(100, 0.05);
    const n = position.length;
    const largest = 0.1 * series(position[0], position[0], 5);
    for (const row of [20, 50, 100]) {
      for (const i of [0, 30, 99])
        expect(Math.abs(V[row * n + i] + 65 - 0.1 * series(position[i], position[0], time[row]))).toBeLessThan(
          2e-4 * largest,
        );
    }
  });

  test("the error in time falls with dt²", () => {
    const end = (dt: number): number => run(40, dt).V.slice(-1)[0];
    const exact = end(0.0025);
    expect(Math.log2(Math.abs(end(0.2) - exact) / Math.abs(end(0.1) - exact))).toBeCloseTo(2, 1);
  });

  test("no step spans a jump of the current: edges off the grid of steps cost no accuracy", () => {
    const trace = (offset: number, dt: number) =>
      simulateCable(dendrite(length, 20), {
        duration: 8,
        dt,
        output: 0.1,
        inject: [{ at: 0, current: step(0.1, 1 + offset, 3 + offset) }],
      }).trace(0);
    const error = (offset: number): number => {
      const exact = trace(offset, 0.002);
      return trace(offset, 0.1).reduce(
        (worst, V, row) => Math.max(worst, row % 10 === 0 ? Math.abs(V - exact[row]) : 0),
        0,
      );
    };
    const [on, off] = [error(0), error(0.037)];
    expect(on).toBeLessThan(0.01); // of 15 mV
    expect(off).toBeLessThan(1.2 * on);
  });

  test("charge is kept: without a leak the potential rises by Q/C everywhere in the end", () => {
    const membrane = passiveMembrane.with({ gL: 0 });
    const closed = cable({
      axialResistivity,
      sections: [
        { name: "soma", length: 20, radius: 10, compartments: 1, membrane },
        { name: "a", length: 100, radius: 1, compartments: 5, membrane, parent: "soma" },
        { name: "b", length: 80, radius: 0.5, compartments: 4, membrane, parent: "soma" },
      ],
    });
    const charged = simulateCable(closed, {
      duration: 100,
      dt: 0.1,
      inject: [{ at: { section: "a", at: 90 }, current: pulses(0.1, { width: 5, at: [1] }) }],
    });
    const area = closed.area.reduce((sum, a) => sum + a, 0); // um²; 1 uF/cm² is 0.01 pF/um²
    const rise = (0.1 * 5 * 1000) / (0.01 * area); // fC/pF, mV
    charged.V.subarray(-closed.position.length).forEach((V) => expect(V + 65).toBeCloseTo(rise, 9));
  });
});
