import { describe, expect, it } from "vitest";
import { decimate } from "../../src/figure/decimate.js";

const line = (n: number, f: (x: number) => number): { x: Float64Array; y: Float64Array } => {
  const x = Float64Array.from({ length: n }, (_, i) => i / (n - 1));
  return { x, y: x.map(f) };
};

describe("thinning a line", () => {
  it("keeps every one of 40 spikes, each a single sample of 100 000, at its full height", () => {
    const spiky = line(100_001, () => 0);
    const at = Array.from({ length: 40 }, (_, k) => 1237 + 2411 * k);
    at.forEach((i, k) => {
      spiky.y[i] = 1 + k / 100;
    });
    const { x, y } = decimate(spiky, 2000, 1e-4);
    expect(x.length).toBeLessThanOrEqual(2000);
    for (const [k, i] of at.entries()) expect(y[x.indexOf(spiky.x[i])]).toBe(1 + k / 100);
  });

  it("keeps lowest and highest value of noise that no smooth line can follow, and stays below the limit", () => {
    let seed = 7;
    const noise = line(50_000, () => (seed = (seed * 48271) % 2147483647) / 2147483647);
    const { x, y } = decimate(noise, 1000, 1e-4);
    expect(x.length).toBeLessThanOrEqual(1000);
    expect(Math.min(...y)).toBe(noise.y.reduce((a, b) => Math.min(a, b)));
    expect(Math.max(...y)).toBe(noise.y.reduce((a, b) => Math.max(a, b)));
    expect([x[0], x.at(-1)]).toEqual([0, 1]);
    expect(x.every((value, i) => i === 0 || value >= x[i - 1])).toBe(true);
  });

  it("stays within the tolerance of a smooth curve, with few points", () => {
    const curve = line(20_001, (at) => Math.sin(2 * Math.PI * at));
    const { x, y } = decimate(curve, 2000, 1e-3);
    expect(x.length).toBeLessThan(60);
    let k = 0;
    for (let i = 0; i < curve.x.length; i++) {
      while (k < x.length - 2 && x[k + 1] < curve.x[i]) k++;
      const between = y[k] + ((y[k + 1] - y[k]) * (curve.x[i] - x[k])) / (x[k + 1] - x[k]);
      // 1e-3 of the height 2, along the normal: a little more along y where the curve is steep.
      expect(Math.abs(between - curve.y[i])).toBeLessThan(2e-3 * Math.hypot(1, Math.PI));
    }
  });

  it("keeps a closed curve closed, and a gap one gap", () => {
    const t = Array.from({ length: 1001 }, (_, i) => (2 * Math.PI * i) / 1000);
    const circle = {
      x: Float64Array.from([...t.map(Math.cos), NaN, NaN, 3, 4]),
      y: Float64Array.from([...t.map(Math.sin), NaN, NaN, 3, 4]),
    };
    const { x, y } = decimate(circle, 200, 1e-4);
    const gap = x.findIndex(Number.isNaN);
    expect([x[gap - 1], y[gap - 1]]).toEqual([circle.x[1000], circle.y[1000]]);
    expect([...x.slice(gap + 1), ...y.slice(gap + 1)]).toEqual([3, 4, 3, 4]);
    expect(gap).toBeGreaterThan(30);
  });

  it("measures the tolerance in the window that is seen, not along a branch that runs to a pole", () => {
    const pole = line(2001, (x) => 1 / (x - 1.0001));
    const coarse = decimate(pole, 5000, 1e-3).x.filter((x) => x < 0.9).length;
    const fine = decimate(pole, 5000, 1e-3, [1, 10]).x.filter((x) => x < 0.9).length;
    expect(coarse).toBeLessThan(4);
    expect(fine).toBeGreaterThan(8);
  });

  it("returns nothing for nothing", () => {
    expect(decimate({ x: [], y: [] }, 10, 1e-3)).toEqual({ x: [], y: [] });
  });
});
