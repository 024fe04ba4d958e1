import { describe, expect, test } from "vitest";
import { goldmanHodgkinKatz, nernst } from "../../src/models/channels/reversal-potential.js";

describe("reversal potentials", () => {
  // Squid giant axon at 20 °C, in mM: Kandel, Schwartz & Jessell, Principles of Neural Science, Table of ion
  // concentrations, prints −75, +55 and −60 mV.
  test.each([
    ["K", 400, 20, -75],
    ["Na", 50, 440, 55],
    ["Cl", 52, 560, -60],
  ] as const)("%s at %d mM inside and %d outside: the textbook's %d mV", (ion, inside, outside, potential) => {
    expect(Math.abs(nernst(ion, { inside, outside }, 20) - potential)).toBeLessThan(1); // the textbook rounds to 5 mV
  });

  test("ten times the concentration is worth 58.17 mV at 20 °C for one charge and half of it for calcium", () => {
    // ln 10 · 8.314462618 · 293.15 / 96485.33212 V, by hand
    expect(nernst("Na", { inside: 1, outside: 10 }, 20)).toBeCloseTo(58.1672, 4);
    expect(nernst("Ca", { inside: 1, outside: 10 }, 20)).toBeCloseTo(58.1672 / 2, 4);
    expect(nernst("Cl", { inside: 1, outside: 10 }, 20)).toBeCloseTo(-58.1672, 4);
  });

  const squid = {
    K: { permeability: 1, inside: 400, outside: 20 },
    Na: { permeability: 0.04, inside: 50, outside: 440 },
    Cl: { permeability: 0.45, inside: 52, outside: 560 },
  };

  test("with one permeant ion the Goldman-Hodgkin-Katz potential is Nernst's, for a cation and for an anion", () => {
    expect(goldmanHodgkinKatz({ K: squid.K }, 6.3)).toBeCloseTo(nernst("K", squid.K, 6.3), 12);
    expect(goldmanHodgkinKatz({ Cl: squid.Cl }, 6.3)).toBeCloseTo(nernst("Cl", squid.Cl, 6.3), 12);
  });

  test("squid at rest (1 : 0.04 : 0.45) lies a little above the potassium potential; at the peak (1 : 20 : 0.45) near sodium's", () => {
    // (20 + 0.04·440 + 0.45·52)/(400 + 0.04·50 + 0.45·560) = 61/654, times 25.262 mV at 20 °C
    expect(goldmanHodgkinKatz(squid, 20)).toBeCloseTo(25.2617 * Math.log(61 / 654), 2);
    expect(goldmanHodgkinKatz({ ...squid, Na: { ...squid.Na, permeability: 20 } }, 20)).toBeGreaterThan(40);
    expect(goldmanHodgkinKatz({ ...squid, Na: { ...squid.Na, permeability: 20 } }, 20)).toBeLessThan(
      nernst("Na", squid.Na, 20),
    );
  });

  test("refuse what makes no sense, with the likely mistake", () => {
    expect(() => nernst("K", { inside: 400, outside: 0 }, 20)).toThrow(
      "the concentration of K outside must be positive, got 0",
    );
    expect(() => nernst("K", { inside: 400, outside: 20 }, 293.15)).toThrow(
      "the temperature is in °C, between -50 and 150, got 293.15; did you mean 20?",
    );
    expect(() => nernst("Mg" as never, { inside: 1, outside: 1 }, 20)).toThrow("the ions are Na, K, Ca, Cl; got 'Mg'");
    expect(() => goldmanHodgkinKatz({ Ca: squid.K }, 20)).toThrow("Ca has charge 2");
    expect(() => goldmanHodgkinKatz({ K: { ...squid.K, permeability: 0 } }, 20)).toThrow(
      "at least one permeability must be positive",
    );
  });
});
