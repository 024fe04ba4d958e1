import { expect, test } from "vitest";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import { parameterRegions } from "../../src/dynamics/parameter-regions.js";
import { bifurcationCurves } from "../../src/dynamics/two-parameter.js";
import { morrisLecar } from "../../src/models/morris-lecar.js";
import { simulate } from "../../src/solve/simulate.js";

test("Morris and Lecar's neuron rests, fires between the Hopf points, and does both along either: as runs do", () => {
  const window = [
    [20, 260],
    [-2, 16],
  ] as const;
  const plane = bifurcationCurves(morrisLecar, ["I", "V3"], window);
  const { regions, incomplete } = parameterRegions(morrisLecar, plane);
  expect(incomplete).toEqual([]);
  const large = regions.filter(({ share }) => share > 0.005);
  expect(large.map(({ word }) => word).sort()).toEqual(["both", "both", "fires", "rests", "rests"]);
  for (const { word, values, samples } of large) {
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.every((sample) => sample.word === word)).toBe(true);
    const there = morrisLecar.with(values);
    // a hundredth off each equilibrium, whose basin may be small, and from far off
    const starts = [
      ...equilibria(there).map(({ state }) => ({ V: state.V + 0.01, w: state.w })),
      ...[-60, -20, 20].flatMap((V) => [0, 0.3].map((w) => ({ V, w }))),
    ];
    const ends = starts.map((initial) => simulate(there, { duration: 6000, initial }).spikes.some((t) => t > 5500));
    expect([...new Set(ends)].sort()).toEqual({ rests: [false], fires: [true], both: [false, true] }[word as "both"]);
  }
});
