import { describe, expect, it } from "vitest";
import { bifurcationKinds, equilibriumKinds } from "../../src/dynamics/system/kinds.js";
import { bifurcationMark, equilibriumMark } from "../../src/figure/plots/dynamics/kinds.js";
import { marker } from "../../src/figure/svg/svg-markers.js";
import { dark, inPalette, light, series, type Palette } from "../../src/figure/theme.js";

/** Relative luminance and contrast of WCAG 2.2. */
const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((p, q) => q - p);
  return (high + 0.05) / (low + 0.05);
};

/**
 * How a dichromat sees a colour: Viénot, Brettel & Mollon (1999) Color Res. Appl. 24:243, their matrices multiplied
 * out, in linear RGB.
 */
const deuteranope = (hex: string): readonly number[] =>
  seen(hex, [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ]);
const protanope = (hex: string): readonly number[] =>
  seen(hex, [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ]);
const seen = (hex: string, matrix: readonly (readonly number[])[]): readonly number[] => {
  const linear = [1, 3, 5].map((i) => (parseInt(hex.slice(i, i + 2), 16) / 255) ** 2.2);
  return matrix.map(
    (row) =>
      Math.max(
        0,
        row.reduce((sum, m, k) => sum + m * linear[k], 0),
      ) **
      (1 / 2.2),
  );
};
const distance = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((v, k) => v - b[k]));

describe("the theme", () => {
  const lines = [
    "blue",
    "vermillion",
    "green",
    "purple",
    "orange",
    "sky",
    "brown",
    "soft",
  ] as const satisfies readonly (keyof Palette)[];

  it.each([
    ["light", light],
    ["dark", dark],
  ] as const)("has lines of at least 3:1 and text of at least 7:1 against the %s page", (_, palette) => {
    for (const name of lines) expect(contrast(palette[name], palette.paper), name).toBeGreaterThan(3);
    expect(contrast(palette.ink, palette.paper)).toBeGreaterThan(7);
  });

  it.each([
    ["protanope", protanope],
    ["deuteranope", deuteranope],
  ] as const)("keeps the first four curves of a figure apart for a %s", (_, see) => {
    const first = series.slice(0, 4).map(see);
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < i; j++)
        expect(distance(first[i], first[j]), `${series[i]} and ${series[j]}`).toBeGreaterThan(0.12);
  });

  it("repaints a figure for a dark page and touches nothing but colours", () => {
    const figure = {
      data: [{ line: { color: light.blue }, x: new Float64Array([1, 2]), name: "blue" }],
      layout: { font: { color: light.ink }, meta: { description: light.paper.slice(1) } },
    };
    const repainted = inPalette(figure, dark);
    expect(repainted).toEqual({
      data: [{ line: { color: dark.blue }, x: new Float64Array([1, 2]), name: "blue" }],
      layout: { font: { color: dark.ink }, meta: { description: light.paper.slice(1) } },
    });
    expect(repainted.data[0].x).toBe(figure.data[0].x);
  });

  it("has no two colours alike, so that repainting can be undone", () => {
    expect(new Set(Object.values(light)).size).toBe(Object.keys(light).length);
    expect(inPalette(inPalette(light, dark), light)).toEqual(dark);
  });

  it("marks each kind of equilibrium and of bifurcation differently", () => {
    expect(new Set(equilibriumKinds.map((kind) => JSON.stringify(equilibriumMark[kind]))).size).toBe(
      equilibriumKinds.length,
    );
    expect(
      new Set(
        bifurcationKinds.map((kind) => JSON.stringify([bifurcationMark[kind].symbol, bifurcationMark[kind].color])),
      ).size,
    ).toBe(bifurcationKinds.length);
  });

  it("marks equilibria and bifurcations by symbols that a stored picture can draw", () => {
    for (const mark of [...Object.values(equilibriumMark), ...Object.values(bifurcationMark)])
      expect(marker({ marker: mark }, 0, light.ink, 10, 10), String(mark.symbol)).toMatch(/^<(?:path|circle) /);
  });
});
