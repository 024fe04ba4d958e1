import { expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { wilsonCowan } from "../../src/models/wilson-cowan.js";

test("the rhythm of Wilson and Cowan begins at P = 1.066 on a saddle's own loop, and no cycle is there before it", () => {
  const { points } = bifurcations(wilsonCowan, "P", [0, 3]);
  const born = points.filter(({ kind }) => kind === "saddle homoclinic").map(({ parameter }) => parameter);
  expect(born.map((P) => P.toFixed(4))).toEqual(["1.0657"]);
  const cycles = (P: number) => limitCycles(wilsonCowan.with({ P })).map(({ stable }) => stable);
  expect([1.06, 1.07, 1.25].map(cycles)).toEqual([[], [true], [true]]);
});
