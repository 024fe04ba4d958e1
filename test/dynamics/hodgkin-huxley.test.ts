import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { continuedRates } from "../../src/dynamics/cycles/continued-rates.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { simulate } from "../../src/solve/simulate.js";
import numbers from "../reference/numbers.json" with { type: "json" };
import { present } from "./present.js";

const reference = numbers["hodgkinHuxley (6.3 C, rest 0: ENa 115, EK -12, EL 10.613)"];
const axon = hodgkinHuxley.preset("1952");
const off = (found: number, expected: number): number => Math.abs(found / expected - 1);

describe("the Hodgkin-Huxley axon from 0 to 180 µA/cm²", () => {
  const diagram = bifurcations(axon, "I", [0, 180]);

  test("has two Hopf points, three folds of cycles and two period doublings, and nothing else", () => {
    expect(diagram.points.map(({ kind }) => kind)).toEqual([
      "fold of cycles",
      "fold of cycles",
      "period doubling",
      "period doubling",
      "fold of cycles",
      "subcritical Andronov-Hopf",
      "supercritical Andronov-Hopf",
    ]);
    expect(diagram.points.every(({ status }) => status === "refined")).toBe(true);
    expect(diagram.incomplete).toEqual([
      expect.stringMatching(
        /^the cycles of twice the period .* I = 7\.8\d+, 7\.9\d+ were not followed: no stable cycle/,
      ),
    ]);
  });

  test("Hopf points: current to 1e-9, frequency, l1 and crossing speed as 30 digits give them", () => {
    diagram.points
      .filter(({ kind }) => kind.endsWith("Hopf"))
      .forEach((point, k) => {
        const { I, V, omega, l1K, dReLdI } = reference.hopf[k];
        expect(off(point.parameter, I)).toBeLessThan(1e-12);
        expect(off(point.state.V, V)).toBeLessThan(1e-9);
        expect(off((2 * Math.PI) / present(point.period), omega)).toBeLessThan(1e-10);
        expect(off(point.evidence["first Lyapunov coefficient (Kuznetsov)"] as number, l1K)).toBeLessThan(1e-9);
        expect(off(point.evidence["d(real part)/d(parameter)"] as number, dReLdI)).toBeLessThan(1e-6); // by differences
      });
  });

  test("the fold below which spiking can not go on: AUTO's current to 1e-9, its period to 1e-6", () => {
    const [{ I, T }] = reference.fold_of_cycles;
    const [fold] = diagram.points;
    expect(off(fold.parameter, I)).toBeLessThan(1e-9);
    expect(off(present(fold.period), T)).toBeLessThan(1e-6); // T has a square root there: 1e-6 is 1e-12 in the current
    expect(fold.evidence["critical multiplier"]).toBeCloseTo(1, 4);
  });

  test("the small folds and doublings near 7.9, which Rinzel & Miller (1980) and Guckenheimer & Oliva (2002) report", () => {
    // Rinzel & Miller (1980) Math. Biosci. 49:27: folds at 7.92197 and 7.84619 for E_L = 10.5989, which shifts currents
    // by −0.3·0.0141 = −0.00423.
    const [, lower, , doubling, upper] = diagram.points;
    expect(lower.parameter + 0.00423).toBeCloseTo(7.8466, 3);
    expect(upper.parameter + 0.00423).toBeCloseTo(7.922, 3);
    expect(upper.parameter - doubling.parameter).toBeLessThan(1e-5);
    expect(doubling.evidence["critical multiplier"]).toBeCloseTo(-1, 5);
  });

  test("is one branch of cycles from Hopf point to Hopf point, unstable to the fold, stable from there", () => {
    expect(diagram.cycles).toHaveLength(1);
    const [{ segments, ends }] = diagram.cycles;
    expect(ends.map(({ kind }) => kind)).toEqual(["Andronov-Hopf", "Andronov-Hopf"]);
    // one multiplier crosses the unit circle at each of the folds and period doublings between the pieces
    expect(segments.map(({ unstable }) => unstable)).toEqual([1, 2, 1, 2, 1, 0]);
    const stable = continuedRates(diagram).filter((piece) => piece.stable);
    expect(stable).toHaveLength(1);
    expect(1000 / Math.min(...stable[0].rate)).toBeCloseTo(reference.fold_of_cycles[0].T, 1);
  });
});

describe("limit cycles of the Hodgkin-Huxley axon", () => {
  const [unstable, stable, ...others] = limitCycles(axon.with({ I: 7 }));

  test("at 7 µA/cm² are a stable one with AUTO's period to 1e-11 and an unstable one of multiplier 2e7, trivial multipliers right to 1e-8", () => {
    expect(others).toEqual([]);
    expect([unstable.stable, stable.stable]).toEqual([false, true]);
    expect(off(stable.period, reference.stable_cycle_period_ms["7"])).toBeLessThan(1e-11);
    expect(unstable.multipliers[0].re).toBeGreaterThan(2e7);
    expect(Math.max(unstable.trivialError, stable.trivialError)).toBeLessThan(1e-8);
  });

  test("satisfy the equations: simulated from its top for a tenth of a period, the unstable one stays on itself", () => {
    const initial = Object.fromEntries(Object.entries(unstable.states).map(([name, values]) => [name, values[0]]));
    const k = unstable.time.findIndex((t) => t > unstable.period / 10);
    const end = simulate(axon.with({ I: 7 }), { duration: unstable.time[k], initial, tolerance: 1e-12 }).at(
      unstable.time[k],
    );
    for (const name of axon.stateNames) expect(Math.abs(end[name] - unstable.states[name][k])).toBeLessThan(1e-6);
  });

  test("have AUTO's periods at 10, 20 and 50 µA/cm² to 1e-8, at the ends of branches cut there", () => {
    const { "10": T10, "20": T20, "50": T50 } = reference.stable_cycle_period_ms;
    const periods = [
      [10, 20],
      [20, 50],
    ].flatMap(([low, high]) => {
      const [
        {
          segments: [{ parameter, period }],
        },
      ] = bifurcations(axon, "I", [low, high]).cycles;
      return [period[parameter.indexOf(low)], period[parameter.indexOf(high)]];
    });
    [T10, T20, T20, T50].forEach((T, k) => expect(off(periods[k], T)).toBeLessThan(1e-8));
  });
});
