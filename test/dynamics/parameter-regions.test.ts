import { expect, test } from "vitest";
import { parameterRegions } from "../../src/dynamics/parameter-regions.js";
import type { ParameterPlane } from "../../src/dynamics/two-parameter.js";
import { plot } from "../../src/figure/plot.js";
import type { Model } from "../../src/model/model.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { pure } from "./normal-forms.js";

const r2 = "(x^2 + y^2)",
  radial = `(mu + s*${r2} - ${r2}^2)`;
const bautin = pure({ x: `${radial}*x - y`, y: `${radial}*y + x` }, { mu: 0.1, s: 0.3 }, [-2, 2], [-1, 1]);
const window = [
  [-0.3, 0.2],
  [-1, 1],
] as const;

/** The curves as they are, in the numbers that are written into the model. */
const along = (mu: (s: number) => number, from: number): Readonly<Record<string, Float64Array>> => {
  const s = Float64Array.from({ length: 50 }, (_, k) => from + ((1 - from) * k) / 49);
  return { mu: s.map(mu), s };
};
const plane: ParameterPlane = {
  model: "Bautin's normal form",
  parameters: ["mu", "s"],
  units: { mu: "1", s: "1" },
  ranges: window,
  curves: [
    { kind: "Andronov-Hopf", values: along(() => 0, -1), states: {} },
    { kind: "fold of cycles", values: along((s) => -(s ** 2) / 4, 0.03), states: {} },
  ],
  points: [],
  incomplete: [],
};

test("r′ = r(μ + sr² − r⁴) fires for μ > 0, and below that does both between the fold of cycles and the Hopf points", () => {
  const found = parameterRegions(bautin, plane);
  expect(found.incomplete).toEqual([]);
  expect(found.regions.map(({ word }) => word).sort()).toEqual(["both", "fires", "rests"]);
  const { columns, rows, cells, regions } = found;
  let wrong = 0;
  cells.forEach((region, cell) => {
    const mu = window[0][0] + (((cell % columns) + 0.5) / columns) * 0.5,
      s = window[1][0] + ((Math.floor(cell / columns) + 0.5) / rows) * 2;
    const truth = mu > 0 ? "fires" : s > 0 && mu > -(s ** 2) / 4 ? "both" : "rests";
    if (regions[region].word !== truth) wrong++;
  });
  expect(wrong / cells.length).toBeLessThan(0.01); // the cells on the curves
  for (const { word, samples } of regions) {
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) {
      expect(sample.word).toBe(word);
      expect(sample.stableEquilibria).toBe(word === "fires" ? 0 : 1);
      expect(sample.stablePeriods.map((T) => Math.round(T / (2 * Math.PI)))).toEqual(word === "rests" ? [] : [1]);
      expect(sample.unstableCycles).toBe(word === "both" ? 1 : 0);
    }
  }
  const { layout } = plot.parameterPlane(plane, { regions: found });
  expect((layout.annotations ?? []).map(({ text }) => text).sort()).toEqual(["both", "fires", "rests"]);
});

test("where a curve is missing, two places of one part differ, and that is told", () => {
  const { regions, incomplete } = parameterRegions(bautin, { ...plane, curves: [] });
  expect(regions).toHaveLength(1);
  expect(incomplete).toEqual([
    expect.stringMatching(/^no curve lies between mu = .*, where it fires, and mu = .*, where it rests$/),
  ]);
});

test("a cycle that grows past the threshold between two places is no missing curve", () => {
  const growing = defineModel({
    name: "a cycle of radius √μ",
    source: "placed by hand",
    equations: "dx/dt = (mu - x^2 - y^2)*x - y [1/ms]\ndy/dt = (mu - x^2 - y^2)*y + x [1/ms]",
    states: { x: state(0.1, "1", [-2, 2]), y: state(0.1, "1", [-2, 2]) },
    parameters: { mu: [0.1, "1", [-1, 1]], s: [0, "1", [-1, 1]] },
    input: "mu",
    threshold: "x >= 0.7",
  }) as Model;
  const { regions, incomplete } = parameterRegions(growing, { ...plane, ranges: [[0.05, 1], window[1]], curves: [] });
  expect(incomplete).toEqual([]);
  const words = regions.flatMap(({ samples }) => samples.map(({ word }) => word));
  expect([...new Set(words)].sort()).toEqual(["fires", "oscillates"]); // what each place does is in its sample
});
