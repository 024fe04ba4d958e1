import { describe, expect, test } from "vitest";
import { compact } from "../../src/figure/compact.js";
import type { Line } from "../../src/figure/figure.js";
import { membrane } from "../../src/figure/drawings/membrane-drawing.js";
import { neuron } from "../../src/figure/drawings/neuron-drawing.js";
import { synapse } from "../../src/figure/drawings/synapse-drawing.js";
import { description, svg } from "../../src/figure/svg/svg.js";
import { present } from "../../src/checks/present.js";

describe.each([
  ["neuron", neuron()],
  ["membrane", membrane()],
  ["synapse", synapse()],
])("the drawing of a %s", (_, drawing) => {
  const [width, height] = [drawing.layout.xaxis, drawing.layout.yaxis].map((axis) =>
    Number(present(axis?.range, "a range of the sheet")[1]),
  );

  test("stays on its sheet, with every name and its arrow", () => {
    const inside = (x: number, y: number): boolean => x >= 0 && x <= width && y >= 0 && y <= height;
    for (const { x, y } of drawing.data as { x: Float64Array; y: Float64Array }[]) {
      x.forEach((at, i) => expect(Number.isNaN(at) || inside(at, y[i]), `${at}, ${y[i]}`).toBe(true));
    }
    for (const { x, y, ax, ay } of present(drawing.layout.annotations, "names in the drawing"))
      expect(inside(Number(x), Number(y)) && inside(Number(ax ?? x), Number(ay ?? y))).toBe(true);
  });

  test("fits into a notebook: 40 kB with its picture", () => {
    expect(JSON.stringify(compact(drawing)).length + svg(drawing).length).toBeLessThan(40_000);
  });
});

test("the parts of the neuron that the lesson speaks of have names, and are told to a reader who cannot see them", () => {
  const drawing = neuron();
  const names = present(drawing.layout.annotations, "names in the drawing").map(({ text }) => text);
  for (const part of ["dendrites", "spines", "soma", "axon hillock", "axon", "myelin", "node of Ranvier", "terminals"])
    expect(names).toContain(part);
  expect(description(drawing)).toMatch(/dendrites .* soma; .* axon hillock .* myelin .* nodes of Ranvier .* terminals/);
});

test("each ion lies mostly on its side of the membrane, and no two dots of one side touch", () => {
  const dots = (membrane().data as Line[]).filter(({ showlegend }) => showlegend === true) as {
    name: string;
    x: Float64Array;
    y: Float64Array;
  }[];
  const outside = (name: string): number => {
    const { y } = present(
      dots.find((line) => line.name === name),
      `a line of ${name}`,
    );
    return y.filter((at) => at > 148).length / y.length;
  };
  expect(outside("Na⁺")).toBeGreaterThan(0.8);
  expect(outside("Cl⁻")).toBeGreaterThan(0.8);
  expect(outside("K⁺")).toBeLessThan(0.1);
  expect(outside("large anions")).toBe(0);
  const all = dots.flatMap(({ x, y }) => Array.from(x, (at, i) => [at, y[i]] as const));
  all.forEach(([x, y], i) =>
    all.slice(i + 1).forEach((other) => expect(Math.hypot(x - other[0], y - other[1])).toBeGreaterThanOrEqual(14)),
  );
});
