import { describe, expect, it } from "vitest";
import { plot } from "../../src/figure/plot.js";
import { svg } from "../../src/figure/svg/svg.js";

const axes = { x: ["time", "ms"], y: ["V", "mV"] } as const;
const none = { x: [] as number[], y: [] as number[] };

describe("a figure of which nothing is there yet", () => {
  it.each([
    ["no curve", plot.curves({}, axes)],
    ["an empty curve", plot.curves(none, axes)],
    ["empty curves on logarithmic axes", plot.curves({ a: none, b: none }, { ...axes, log: "xy" })],
    ["a curve without a number", plot.curves({ x: [NaN, NaN], y: [1, 2] }, axes)],
    ["an f-I curve without currents", plot.fiCurve({ current: [], rate: [] })],
  ])("has no numbers along its axes, and says so: %s", (_, { data, layout }) => {
    expect(layout.xaxis).toMatchObject({ showticklabels: false, ticks: "" });
    expect(layout.yaxis).toMatchObject({ showticklabels: false, ticks: "" });
    expect(svg({ data, layout })).toContain("nothing to draw yet");
  });

  it("keeps the window that was asked for, and its numbers", () => {
    const { layout } = plot.curves(none, { ...axes, window: { x: [0, 10], y: [-80, 40] } });
    expect(layout.xaxis).toMatchObject({ range: [0, 10] });
    expect(layout.xaxis).not.toHaveProperty("showticklabels");
    expect(layout.annotations).toBeUndefined();
  });

  it("is not the one that has a single point, or one curve of two", () => {
    for (const data of [
      { x: [1], y: [2] },
      { a: none, b: { x: [1, 2], y: [3, 4] } },
    ]) {
      const { layout } = plot.curves(data, axes);
      expect(layout.xaxis).not.toHaveProperty("showticklabels");
      expect(layout.annotations).toBeUndefined();
    }
  });
});
