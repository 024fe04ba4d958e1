import { expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import type { Model } from "../../src/model/model.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { hindmarshRose } from "../../src/models/bursters/hindmarsh-rose.js";
import { roessler } from "./roessler.js";

const mirrored = defineModel({
  name: "Roessler with -c",
  source: roessler.source,
  equations: roessler.equations.replace("- c", "+ d"),
  states: { x: state(1, "1", [-12, 12]), y: state(0, "1", [-12, 12]), z: state(0.1, "1", [0, 25]) },
  parameters: { d: [-2.5, "1", [-5, -0.5]], a: [0.2, "1"], b: [0.2, "1"] },
}) as Model;

// Roessler's cycle doubles its period at c = 2.8324 and 3.8374, that of Hindmarsh and Rose, as the current falls, at
// 3.5606 and 3.3982.
test.each<[string, Model, string, [number, number], number]>([
  ["Roessler's", roessler, "c", [3, 3.6], 1],
  ["Roessler's, the other way", mirrored, "d", [-3.6, -3], 1],
  ["Roessler's, past two doublings", roessler, "c", [3.9, 4.1], 2],
  ["that of Hindmarsh and Rose", hindmarshRose.with({ r: 0.013 }), "I", [3.45, 3.55], 1],
])(
  "a range past the doubling of a cycle, %s, has the cycle that has doubled too",
  (_, model, parameter, range, past) => {
    const { cycles, points } = bifurcations(model, parameter, range);
    expect(points).toEqual([]);
    expect(cycles.map(({ segments }) => segments.map(({ stable }) => stable))).toHaveLength(past + 1);
    const all = cycles
      .flatMap(({ segments }) => segments)
      .sort((a, b) => Math.min(...a.period) - Math.min(...b.period));
    expect(all.map(({ stable }) => stable)).toEqual([...Array.from({ length: past }, () => false), true]);
    // at either end those that the branch from the Andronov-Hopf point, far outside, has there
    for (const segment of all)
      expect([segment.parameter[0], segment.parameter.at(-1)].sort()).toEqual([...range].sort());
    for (const value of range) {
      const there = all.map((segment) => segment.period[segment.parameter.indexOf(value)]);
      there.slice(1).forEach((period, k) => expect(Math.abs(period / there[k] - 2)).toBeLessThan(0.15));
      const single = limitCycles(model.with({ [parameter]: value })).find(
        ({ period }) => Math.abs(period / there[0] - 1) < 0.1,
      );
      expect(single?.stable).toBe(false);
      expect(there[0]).toBeCloseTo(single?.period ?? NaN, 7);
    }
  },
);
