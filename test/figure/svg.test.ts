import { describe, expect, it } from "vitest";
import { compact } from "../../src/figure/compact.js";
import { plot } from "../../src/figure/plot.js";
import { svg } from "../../src/figure/svg/svg.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { simulate } from "../../src/solve/simulate.js";
import { step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { all, axesOf, type Element, parseXml, pointsOf } from "./picture.js";
import { present } from "../../src/checks/present.js";

const run = simulate(hodgkinHuxley, { duration: 60, stimulus: step(10, 5, 45) });
const x = Float64Array.from({ length: 41 }, (_, i) => i / 4);
const wave = { x, y: x.map((t) => 30 * Math.sin(t) - 40) };
/** The path of the one curve. @throws Error for a picture without a curve */
const curveOf = (picture: Element): string =>
  present(
    all(picture, "path").find(({ attributes }) => attributes["stroke-linejoin"] !== undefined),
    "a curve",
  ).attributes["d"];
const wavePlot = (style: "line" | "points", title?: string) =>
  plot.curves({ ...wave, style }, { x: ["time", "ms"], y: ["V", "mV"], ...(title === undefined ? {} : { title }) });

describe("the static picture", () => {
  it("is well-formed, and says what it is to a reader who cannot see it", () => {
    const picture = parseXml(svg(plot.trace(run, { panels: ["V", ["m", "h", "n"], "input"], title: "A & B < C" })));
    expect(picture.attributes["role"]).toBe("img");
    expect(all(picture, "title")[0].text).toBe(
      "A & B < C: V, m, h, n, the input against time from 0 to 60 ms; 3 spikes",
    );
    const written = all(picture, "text").map(({ text }) => text);
    for (const label of ["V (mV)", "m, h, n", "I (µA/cm²)", "time (ms)", "m", "h", "n", "A & B < C"])
      expect(written).toContain(label);
  });

  it("puts each point where its axes say", () => {
    const picture = parseXml(svg(wavePlot("points")));
    const axes = axesOf(picture);
    const circles = all(picture, "circle").map(({ attributes }) => [
      axes.x(Number(attributes["cx"])),
      axes.y(Number(attributes["cy"])),
    ]);
    expect(circles).toHaveLength(41);
    // 0.1 px, the rounding of the picture, is 0.002 ms and 0.03 mV here.
    circles.forEach(([t, V], i) => {
      expect(t).toBeCloseTo(wave.x[i], 2);
      expect(Math.abs(V - wave.y[i])).toBeLessThan(0.05);
    });
  });

  it("draws a line through the data, within a fifth of a px", () => {
    const picture = parseXml(svg(wavePlot("line")));
    const axes = axesOf(picture);
    const drawn = pointsOf(curveOf(picture));
    expect(drawn.length).toBeGreaterThan(30);
    for (const [px, py] of drawn) {
      const k = wave.x.findIndex((t) => Math.abs(t - axes.x(px)) < 0.01);
      expect(Math.abs(axes.y(py) - wave.y[k])).toBeLessThan(0.1);
    }
  });

  it("keeps everything it draws inside its frame", () => {
    for (const width of [400, 720]) {
      const picture = parseXml(svg(wavePlot("points", "title"), width));
      const [right, bottom] = [Number(picture.attributes["width"]), Number(picture.attributes["height"])];
      expect(right).toBe(width);
      const clipped = all(picture, "svg").find(({ attributes }) => "x" in attributes);
      const clip = present(clipped, "a frame that clips").attributes;
      for (const { attributes } of all(picture, "circle")) {
        expect(Number(attributes["cx"])).toBeGreaterThanOrEqual(Number(clip["x"]));
        expect(Number(attributes["cx"])).toBeLessThanOrEqual(Number(clip["x"]) + Number(clip["width"]));
        expect(Number(attributes["cy"])).toBeGreaterThan(Number(clip["y"]));
        expect(Number(attributes["cy"])).toBeLessThan(Number(clip["y"]) + Number(clip["height"]));
      }
      for (const { attributes } of all(picture, "text")) {
        expect(Number(attributes["x"])).toBeGreaterThan(0);
        expect(Number(attributes["x"])).toBeLessThan(right);
        expect(Number(attributes["y"])).toBeLessThan(bottom);
      }
    }
  });

  it("draws a line that diverges as far as a browser can hold its coordinates", () => {
    const diverging = { x: [0, 1, 2, 3], y: [0, 1, 1e38, 1e300] };
    const figure = plot.curves(diverging, { x: ["time", "ms"], y: ["V", "mV"] });
    const paths = all(
      parseXml(svg({ ...figure, layout: { ...figure.layout, yaxis: { ...figure.layout.yaxis, range: [0, 2] } } })),
      "path",
    ).map(({ attributes }) => attributes["d"]);
    expect(paths.filter((d) => /\de\+|Infinity|NaN/.test(d))).toEqual([]);
  });

  it("has no side of negative length where it is given less room than its labels take", () => {
    const picture = plot.trace(simulate(hodgkinHuxley, { duration: 20, stimulus: step(10, 5) }), {
      panels: [["V"], ["m", "h", "n"]],
    });
    for (const width of [60, 90, 120])
      expect(svg(picture, width)).not.toMatch(/(width|height|viewBox)="[^"]*(?<= |")-|NaN/);
  });

  it("lifts the pen at a gap, also where JSON has made it null", () => {
    const gap = { x: [0, 1, NaN, 2, 3], y: [5, 6, NaN, 7, 8] };
    const figure = plot.curves(gap, { x: ["x", "1"], y: ["y", "1"] });
    for (const drawn of [figure, compact(figure), JSON.parse(JSON.stringify(compact(figure))) as typeof figure]) {
      const path = curveOf(parseXml(svg(drawn)));
      expect(path.match(/M/g)).toHaveLength(2);
      expect(Math.min(...pointsOf(path).map(([px]) => px))).toBeGreaterThan(50);
    }
  });

  it("draws unstable dashed, stable filled and a saddle open, like the live plot", () => {
    const picture = parseXml(
      svg(
        plot.phasePlane({
          model: persistentSodiumPotassium,
          equilibria: [
            { state: { V: -66, n: 0.1 }, kind: "stable node" },
            { state: { V: -56, n: 0.2 }, kind: "saddle" },
          ],
          cycles: [{ stable: false, states: { V: Float64Array.of(-60, -40, -60), n: Float64Array.of(0.3, 0.4, 0.3) } }],
        }),
      ),
    );
    expect(all(picture, "circle").every(({ attributes }) => attributes["fill"] === "#0072b2")).toBe(true);
    expect(
      all(picture, "path").filter(
        ({ attributes }) => attributes["stroke"] === "#b0568d" && attributes["fill"] === "#ffffff",
      ),
    ).not.toHaveLength(0);
    expect(all(picture, "path").filter(({ attributes }) => attributes["stroke-dasharray"] !== undefined)).toHaveLength(
      2,
    ); // the cycle and its sample in the legend
    const legend = all(picture, "text").map(({ text }) => text);
    for (const name of ["stable node", "saddle", "unstable limit cycle"]) expect(legend).toContain(name);
  });

  it("counts decades on a logarithmic axis, and says 2 and 5 where there are only one or two of them", () => {
    const picture = parseXml(
      svg(plot.curves({ x: [0.001, 0.1], y: [1e-8, 1e-2] }, { x: ["dt", "ms"], y: ["error", "mV"], log: "xy" })),
    );
    const written = all(picture, "text").map(({ text }) => text);
    for (const label of ["0.001", "0.02", "0.05", "0.1", "10−8", "10−4"]) expect(written).toContain(label);
  });

  it("says so where a plot of another kind needs the live library", () => {
    expect(
      all(
        parseXml(
          svg({
            data: [
              {
                type: "surface",
                z: [
                  [1, 2],
                  [3, 4],
                ],
              },
            ],
            layout: {},
          }),
        ),
        "text",
      )
        .map(({ text }) => text)
        .join(),
    ).toContain("type “surface” is drawn where scripts run");
  });
});

describe("a figure as it is stored", () => {
  it("is small: four panels of Hodgkin-Huxley in 25 kB of JSON and 20 kB of picture", () => {
    const figure = plot.trace(run, { panels: ["V", ["m", "h", "n"], ["INa", "IK"], "input"] });
    expect(JSON.stringify(compact(figure)).length).toBeLessThan(25_000);
    expect(svg(figure).length).toBeLessThan(20_000);
  });

  it("keeps the height of every spike to a ten-thousandth of the range", () => {
    const [V] = compact(plot.trace(run)).data as { x: number[]; y: number[] }[];
    const peaks = (y: ArrayLike<number>): number[] =>
      Array.from(y).filter((v, i, list) => v > 0 && v > (list[i - 1] ?? v) && v >= (list[i + 1] ?? v));
    const [kept, whole] = [peaks(V.y), peaks(run.states["V"])];
    expect(kept).toHaveLength(whole.length);
    kept.forEach((peak, k) => expect(Math.abs(peak - whole[k])).toBeLessThan(0.02));
  });

  it("thins a line on a logarithmic axis as it is seen there: a sigmoid over five decades keeps its foot", () => {
    const decades = Array.from({ length: 201 }, (_, i) => 10 ** (-3 + i / 40));
    const sigmoid = (v: number): number => v / (1 + v);
    const [line] = compact(
      plot.curves({ x: decades, y: decades.map(sigmoid) }, { x: ["x", "1"], y: ["y", "1"], log: "x" }),
    ).data as {
      x: number[];
      y: number[];
    }[];
    expect(line.x.length).toBeLessThan(120);
    for (const v of decades) {
      const k = Math.max(
        1,
        line.x.findIndex((at) => at >= v * (1 - 1e-4)),
      );
      const part = Math.log(v / line.x[k - 1]) / Math.log(line.x[k] / line.x[k - 1]);
      // 2e-4 across the line, at a slope of up to 3
      expect(Math.abs(line.y[k - 1] + part * (line.y[k] - line.y[k - 1]) - sigmoid(v))).toBeLessThan(1e-3);
    }
  });

  it("keeps four digits of small values beside large ones on a logarithmic axis", () => {
    const [line] = compact(
      plot.curves({ x: [1, 10], y: [1.23456e-12, 1], style: "points" }, { x: ["x", "1"], y: ["y", "1"], log: "y" }),
    ).data as { y: number[] }[];
    expect(line.y[0]).toBe(1.2346e-12);
  });
});
