import { describe, expect, test } from "vitest";
import { bisect, bracketedRoot, maximum } from "../../src/numerics/root.js";

describe("the root finder", () => {
  test("finds roots to the precision asked, on the side of the second end, at a bounded cost", () => {
    const cases: readonly [(x: number) => number, number, number, number][] = [
      [(x) => x * x - 2, 0, 2, Math.SQRT2],
      [(x) => Math.cos(x), 3, 1, Math.PI / 2],
      [(x) => (x - 0.3) ** 9, 0, 1, 0.3],
      [(x) => Math.atan(1e6 * (x - 0.7)), 0, 1, 0.7],
      [(x) => (x < 0.25 ? -1 : Infinity), 0, 1, 0.25],
    ];
    for (const [f, a, b, root] of cases) {
      let calls = 0;
      const counted = (x: number): number => {
        calls++;
        return f(x);
      };
      const found = bracketedRoot(counted, a, b, f(a), f(b), 1e-14);
      expect(Math.abs(found - root)).toBeLessThan(f(0.301) < 1e-20 ? 3e-2 : 2e-14);
      expect(Math.sign(f(found)) === Math.sign(f(b)) || f(found) === 0).toBe(true);
      expect(calls).toBeLessThan(110);
    }
  });
});

describe("bisection", () => {
  test("ends on the side where the test holds, within the width asked, from either direction", () => {
    const upward = bisect((x) => x >= 0.3, 0, 1, { absolute: 1e-6 });
    expect(upward).toBeGreaterThanOrEqual(0.3);
    expect(upward).toBeLessThan(0.3 + 1e-6);
    const downward = bisect((x) => x <= 0.3, 1, 0, { absolute: 1e-6 });
    expect(downward).toBeLessThanOrEqual(0.3);
    expect(downward).toBeGreaterThan(0.3 - 1e-6);
  });

  test("takes a width as a part of the end where the test holds", () => {
    const tried: number[] = [];
    const large = (x: number): boolean => {
      tried.push(x);
      return x >= 2000;
    };
    const found = bisect(large, 0, 4096, { relative: 1e-3 });
    expect(found / 2000 - 1).toBeGreaterThanOrEqual(0);
    expect(found / 2000 - 1).toBeLessThan(1e-3);
    expect(tried).toHaveLength(11);
  });

  test("stops where doubles end, though a narrower bracket was asked for", () => {
    expect(bisect((x) => x >= 1 / 3, 0, 1, { absolute: 0 })).toBe(1 / 3);
  });
});

describe("the maximum of a hump", () => {
  test("is placed to the square root of its precision and valued to the last digit", () => {
    const { at, value } = maximum((x) => 5 - (x - 0.7) ** 2, 0, 3, 1e-9);
    expect(Math.abs(at - 0.7)).toBeLessThan(1e-7);
    expect(value).toBeCloseTo(5, 14);
  });

  test("stops at once where a value is enough", () => {
    let calls = 0;
    const hill = (x: number): number => {
      calls++;
      return -((x - 0.5) ** 2);
    };
    maximum(hill, 0, 1, 1e-9, -0.1);
    expect(calls).toBe(2);
  });
});
