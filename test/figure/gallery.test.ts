import { describe, expect, test } from "vitest";
import { gallery } from "../../src/figure/plots/runs/gallery.js";
import { svg } from "../../src/figure/svg/svg.js";
import type { SpikingRecording } from "../../src/figure/plots/runs/trace.js";
import { all, parseXml } from "./picture.js";

const run = (peak: number, input: number): SpikingRecording => ({
  time: Float64Array.of(0, 50, 100),
  states: { V: Float64Array.of(-70, peak, -70) },
  input: Float64Array.of(0, input, 0),
  spikes: Float64Array.of(50),
  quantity: () => new Float64Array(3),
});

describe("a gallery", () => {
  const panels = Object.fromEntries(["one", "two", "three", "four", "five"].map((title, k) => [title, run(10 * k, k)]));
  const figure = gallery(panels, { columns: 2 });
  const domains = (letter: "x" | "y"): (readonly [number, number])[] =>
    Object.entries(figure.layout)
      .filter(([key]) => key.startsWith(`${letter}axis`))
      .map(([, axis]) => (axis as { domain: [number, number] }).domain);

  test("gives each run a panel of its own, none over another, all inside the figure", () => {
    const boxes = domains("x").map((x, k) => ({ x, y: [domains("y")[2 * k + 1][0], domains("y")[2 * k][1]] as const }));
    expect(boxes).toHaveLength(5);
    boxes.forEach(({ x, y }, i) => {
      expect(Math.min(...x, ...y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...x, ...y)).toBeLessThanOrEqual(1);
      for (const other of boxes.slice(i + 1))
        expect(x[1] < other.x[0] || other.x[1] < x[0] || y[1] < other.y[0] || other.y[1] < y[0]).toBe(true);
    });
    expect(new Set(domains("x").map(([left]) => left)).size).toBe(2);
  });

  test("names each panel, says how long it is, and counts its spikes in words", () => {
    const written = all(parseXml(svg(figure)), "text").map(({ text }) => text);
    for (const title of Object.keys(panels)) expect(written).toContain(title);
    expect(written.filter((text) => text === "100 ms")).toHaveLength(5);
    expect((figure.layout.meta as { description: string }).description).toContain("one: 1; two: 1");
  });

  test("tells runs of one panel apart by name, once for all panels", () => {
    const twice = gallery({ A: { coarse: run(0, 1), fine: run(5, 1) }, B: { coarse: run(1, 1) } });
    expect(
      twice.data
        .filter((trace) => "showlegend" in trace && trace.showlegend)
        .map((trace) => ("name" in trace ? trace.name : "")),
    ).toEqual(["coarse", "fine"]);
    expect(() => gallery({})).toThrow("plot.gallery needs at least one run");
  });
});
