import { describe, expect, test } from "vitest";
import numbers from "../reference/numbers.json" with { type: "json" };
import { simulate } from "../../src/solve/simulate.js";
import { dormandPrince } from "../../src/solve/methods/tableau.js";
import type { RightHandSide } from "../../src/solve/driven-system.js";

describe("the tableau of Dormand and Prince", () => {
  const { a, b, c, error, dense } = dormandPrince;
  const total = (row: readonly number[]): number => row.reduce((s, x) => s + x, 0);

  test("is consistent: rows of a sum to c, b to 1, the error weights to 0", () => {
    a.forEach((row, i) => expect(total(row)).toBeCloseTo(c[i], 13));
    expect(total(b)).toBeCloseTo(1, 14);
    expect(total(error ?? [])).toBeCloseTo(0, 15);
  });

  test("satisfies the quadrature conditions of order 5, its embedded method those of order 4 and not 5", () => {
    const moment = (w: readonly number[], k: number): number => w.reduce((s, x, i) => s + x * c[i] ** k, 0);
    for (let k = 0; k < 5; k++) expect(moment(b, k)).toBeCloseTo(1 / (k + 1), 13);
    for (let k = 0; k < 4; k++) expect(moment(error ?? [], k)).toBeCloseTo(0, 14);
    expect(Math.abs(moment(error ?? [], 4))).toBeGreaterThan(1e-5);
  });

  test("the dense output is the step at its end, and has the slope of f at both ends", () => {
    expect(dense).toHaveLength(7);
    dense?.forEach((row, i) => {
      expect(total(row)).toBeCloseTo(b[i], 13);
      expect(row[0]).toBe(i === 0 ? 1 : 0);
      expect(row.reduce((s, p, k) => s + (k + 1) * p, 0)).toBeCloseTo(i === 6 ? 1 : 0, 12);
    });
  });
});

interface Problem {
  readonly name: string;
  readonly rhs: RightHandSide;
  readonly initial: readonly number[];
  readonly duration: number;
  readonly exact: (t: number) => readonly number[];
  /**
   * Evaluations that SciPy 1.15.3 solve_ivp(method="RK45", rtol=tol, atol=tol/1000) takes at tol = 1e-4, 1e-6, 1e-8,
   * 1e-10.
   */
  readonly scipy: readonly [number, number, number, number];
}

const problems: readonly Problem[] = [
  {
    name: "decay",
    rhs: (_t, y, d) => void (d[0] = -y[0]),
    initial: [1],
    duration: 10,
    exact: (t) => [Math.exp(-t)],
    scipy: [110, 248, 590, 1454],
  },
  {
    name: "oscillator",
    rhs: (_t, y, d) => {
      d[0] = y[1];
      d[1] = -y[0];
    },
    initial: [0, 1],
    duration: 20,
    exact: (t) => [Math.sin(t), Math.cos(t)],
    scipy: [296, 716, 1640, 3944],
  },
  {
    name: "logistic growth",
    rhs: (_t, y, d) => void (d[0] = y[0] * (1 - y[0])),
    initial: [0.01],
    duration: 15,
    exact: (t) => [1 / (1 + 99 * Math.exp(-t))],
    scipy: [98, 218, 488, 1166],
  },
  {
    name: "forced relaxation",
    rhs: (t, y, d) => void (d[0] = 5 * (Math.cos(t) - y[0]) - Math.sin(t)),
    initial: [1],
    duration: 12,
    exact: (t) => [Math.cos(t)],
    scipy: [374, 830, 2012, 4964],
  },
];

describe("adaptive steps", () => {
  test.each(problems)(
    "$name: the error stays within a few tolerances, at every output point, at no more than 1.15 times SciPy's evaluations",
    ({ rhs, initial, duration, exact, scipy }) => {
      [1e-4, 1e-6, 1e-8, 1e-10].forEach((tolerance, k) => {
        const { time, states, cost } = simulate(rhs, { initial, duration, tolerance });
        let worst = 0;
        time.forEach((t, row) =>
          exact(t).forEach((value, i) => {
            worst = Math.max(
              worst,
              Math.abs(states[`y${i}`][row] - value) / (tolerance * Math.max(1, Math.abs(value))),
            );
          }),
        );
        expect(worst).toBeLessThan(20);
        expect(cost.evaluations).toBeLessThan(1.15 * scipy[k] + 12); // two steps more for the start and the end
      });
    },
  );

  test("the Arenstorf orbit closes after its period", () => {
    const { mu, T, y0 } = numbers.arenstorf;
    const start = y0.map(Number);
    const rhs: RightHandSide = (_t, [x, y, vx, vy], d) => {
      const d1 = ((x + mu) ** 2 + y ** 2) ** 1.5;
      const d2 = ((x - 1 + mu) ** 2 + y ** 2) ** 1.5;
      d[0] = vx;
      d[1] = vy;
      d[2] = x + 2 * vy - ((1 - mu) * (x + mu)) / d1 - (mu * (x - 1 + mu)) / d2;
      d[3] = y - 2 * vx - ((1 - mu) * y) / d1 - (mu * y) / d2;
    };
    const { states, cost } = simulate(rhs, { initial: start, duration: Number(T), tolerance: 1e-12 });
    // The orbit magnifies an error about a million times on its way round (Hairer, Nørsett & Wanner, fig. II.0.1).
    start.forEach((value, i) => expect(Math.abs((states[`y${i}`].at(-1) ?? NaN) - value)).toBeLessThan(2e-5));
    expect(cost.evaluations).toBeLessThan(1.15 * 17_138); // SciPy 1.15.3 RK45, rtol 1e-12, atol 1e-15
  });

  test.each(["1", "5"] as const)("the van der Pol oscillator with μ = %s has the period of the reference", (key) => {
    const mu = Number(key);
    const period = Number(numbers["van der Pol period"][key]);
    const rhs: RightHandSide = (_t, y, d) => {
      d[0] = y[1];
      d[1] = mu * (1 - y[0] * y[0]) * y[1] - y[0];
    };
    const { time, states, at } = simulate(rhs, { initial: [2, 0], duration: 60 + 3 * period, tolerance: 1e-11 });
    expect(time.length).toBe(states.y0.length);
    const a = at(60);
    const b = at(60 + period);
    expect(b.y0).toBeCloseTo(a.y0, 8);
    expect(b.y1).toBeCloseTo(a.y1, 7);
    const early = at(60 + period - 1e-4);
    expect(Math.hypot(early.y0 - a.y0, early.y1 - a.y1)).toBeGreaterThan(1e-6); // the test would see a wrong period
  });
});
