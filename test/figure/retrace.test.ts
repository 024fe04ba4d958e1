import { describe, expect, it } from "vitest";
import { noTraces, pointsBeforeRetracing } from "../../src/figure/plots/dynamics/retrace.js";

const path = (turns: number, radius: (turn: number) => number): readonly [Float64Array, Float64Array] => {
  const angle = Float64Array.from({ length: 200 * turns + 1 }, (_, i) => (2 * Math.PI * i) / 200);
  return [
    angle.map((a) => radius(a / (2 * Math.PI)) * Math.cos(a)),
    angle.map((a) => radius(a / (2 * Math.PI)) * Math.sin(a)),
  ];
};

const side = [-0.5, 0.5] as const;

describe("a path drawn over itself", () => {
  it("is cut in its second or third lap of a circle, however many follow", () => {
    const shown = pointsBeforeRetracing(...path(100, () => 0.3), side, side);
    expect(shown).toBeGreaterThan(201);
    expect(shown).toBeLessThan(3 * 200);
  });

  it("is whole as long as its laps can be told apart", () => {
    const spiral = path(10, (turn) => 0.4 - 0.03 * turn);
    expect(pointsBeforeRetracing(...spiral, side, side)).toBe(spiral[0].length);
  });

  it("is whole where it drifts by less than can be told apart from lap to lap, and is elsewhere at its end", () => {
    const drift = path(100, (turn) => 0.2 + 0.001 * turn);
    expect(pointsBeforeRetracing(...drift, side, side)).toBe(drift[0].length);
  });

  it("is cut when it has come on a limit cycle, after all of its way there", () => {
    const spiral = path(60, (turn) => 0.2 + 0.2 * Math.exp(-turn));
    const shown = pointsBeforeRetracing(...spiral, side, side);
    expect(shown).toBeGreaterThan(4 * 200); // exp(−4) of 0.2 is one square
    expect(shown).toBeLessThan(12 * 200);
  });

  it("crosses itself and others freely", () => {
    const eight = Float64Array.from({ length: 201 }, (_, i) => (2 * Math.PI * i) / 200);
    expect(
      pointsBeforeRetracing(
        eight.map((a) => 0.4 * Math.sin(a)),
        eight.map((a) => 0.4 * Math.sin(2 * a)),
        side,
        side,
      ),
    ).toBe(201);
  });

  it("ends where it joins the trace of another", () => {
    const traces = noTraces();
    const circle = path(1, () => 0.3);
    expect(pointsBeforeRetracing(...circle, side, side, traces)).toBe(201);
    const joined = path(1, (turn) => 0.3 + 0.1 * Math.max(0, 0.5 - turn));
    const shown = pointsBeforeRetracing(...joined, side, side, traces);
    expect(shown).toBeGreaterThan(100);
    expect(shown).toBeLessThan(201);
  });

  it("leaves no trace outside the window, so that one that diverges is no more work than its points", () => {
    const away = Float64Array.from({ length: 2000 }, (_, i) => 0.1 * Math.exp(i / 50)); // to 2e16 windows
    const traces = noTraces();
    expect(pointsBeforeRetracing(away, away, side, side, traces)).toBe(2000);
    expect(traces.met.filter((length) => length > 0).length).toBeLessThan(400); // 300 squares across, of which it crosses the part from 0.1 to 0.5
    const gone = Float64Array.from(away, (value, i) => (i > 1500 ? Infinity : value));
    expect(pointsBeforeRetracing(gone, gone, side, side)).toBe(2000);
  });

  it("is cut in its second or third lap of a circle that the window shows half of", () => {
    const shown = pointsBeforeRetracing(...path(100, () => 0.3), [0, 1], side);
    expect(shown).toBeGreaterThan(201);
    expect(shown).toBeLessThan(4 * 200);
  });
});
