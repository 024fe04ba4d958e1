import { describe, expect, it } from "vitest";
import * as elementary from "../../src/numerics/elementary.js";

/** Difference in units in the last place of b. */
const ulps = (a: number, b: number): number =>
  a === b ? 0 : Math.abs(a - b) / Math.max(2 ** (Math.floor(Math.log2(Math.abs(b))) - 52), 5e-324);
const grid = (low: number, high: number, count = 20_000): number[] =>
  Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count);

describe("elementary functions agree with the engine's, which are within an ulp of the truth", () => {
  it.each<[string, (x: number) => number, (x: number) => number, number, number, number]>([
    ["exp", elementary.exp, Math.exp, -740, 709, 2],
    ["exp", elementary.exp, Math.exp, -3, 3, 2],
    ["expm1", elementary.expm1, Math.expm1, -2, 2, 5],
    ["log", elementary.log, Math.log, 1e-3, 5, 3],
    ["log", elementary.log, Math.log, 1e-300, 1e300, 2],
    ["tanh", elementary.tanh, Math.tanh, -6, 6, 5],
    ["cosh", elementary.cosh, Math.cosh, -6, 6, 3],
    ["sinh", elementary.sinh, Math.sinh, -6, 6, 5],
    ["atan", elementary.atan, Math.atan, -3, 3, 3],
    ["atan", elementary.atan, Math.atan, -1e9, 1e9, 2],
  ])("%s", (_, ours, theirs, low, high, limit) => {
    expect(Math.max(...grid(low, high).map((x) => ulps(ours(x), theirs(x))))).toBeLessThanOrEqual(limit);
  });

  it("sin and cos, in absolute terms, up to a thousand turns", () => {
    for (const x of grid(-6500, 6500)) {
      expect(Math.abs(elementary.sin(x) - Math.sin(x))).toBeLessThan(3e-16);
      expect(Math.abs(elementary.cos(x) - Math.cos(x))).toBeLessThan(3e-16);
    }
  });

  it("limits and infinities are right", () => {
    expect([elementary.exp(NaN), elementary.exp(710), elementary.exp(-746), elementary.exp(0)]).toEqual([
      NaN,
      Infinity,
      0,
      1,
    ]);
    expect([elementary.log(0), elementary.log(-1), elementary.log(1)]).toEqual([-Infinity, NaN, 0]);
    expect([elementary.tanh(30), elementary.tanh(-30), elementary.expm1(1e-20)]).toEqual([1, -1, 1e-20]);
    expect([elementary.atan(Infinity), elementary.atan(-0), elementary.atan(NaN)]).toEqual([Math.PI / 2, -0, NaN]);
    expect(elementary.log(5e-324)).toBe(Math.log(5e-324));
  });

  it("the bits are pinned, so that another engine that differs is noticed", () => {
    let hash = 0;
    const word = new Float64Array(1),
      bits = new Int32Array(word.buffer);
    for (const x of grid(-30, 30, 5000)) {
      for (const f of [
        elementary.exp,
        elementary.expm1,
        elementary.tanh,
        elementary.cosh,
        elementary.sin,
        elementary.cos,
        (v: number) => elementary.log(v * v + 0.1),
        (v: number) => elementary.bernoulli(0, v),
      ]) {
        word[0] = f(x);
        hash = Math.imul(hash ^ bits[0], 16777619) ^ bits[1];
      }
    }
    expect(hash).toMatchInlineSnapshot(`-1795122982`);
  });
});

describe("x/(e^x − 1)", () => {
  it("takes its limits: 1, −1/2, 1/6, 0, −1/30 for orders 0 to 4", () => {
    expect([0, 1, 2, 3, 4].map((n) => elementary.bernoulli(n, 0))).toEqual([
      1,
      -0.5,
      expect.closeTo(1 / 6, 15),
      0,
      expect.closeTo(-1 / 30, 15),
    ]);
  });

  it("is smooth across the joint of series and formula at |x| = 1, to 1e-12", () => {
    for (const n of [0, 1, 2, 3, 4])
      for (const x of [-1, 1]) {
        expect(elementary.bernoulli(n, x * (1 - 1e-13))).toBeCloseTo(elementary.bernoulli(n, x), 12);
      }
  });

  it("has derivatives that agree with central differences", () => {
    const h = 1e-4;
    for (const n of [0, 1, 2, 3])
      for (const x of [-30, -3.1, -0.7, 0, 1e-9, 0.4, 2.2, 25, 200]) {
        const slope = (elementary.bernoulli(n, x + h) - elementary.bernoulli(n, x - h)) / (2 * h);
        expect(Math.abs(elementary.bernoulli(n + 1, x) - slope)).toBeLessThan(2e-9 * (1 + Math.abs(x)));
      }
  });
});
