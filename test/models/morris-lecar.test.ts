import { describe, expect, test } from "vitest";
import numbers from "../reference/numbers.json" with { type: "json" };
import { morrisLecar } from "../../src/models/morris-lecar.js";
import { simulate } from "../../src/solve/simulate.js";
import { folds, hopfs } from "./equilibria.js";
import { lastInterval } from "./last-interval.js";

const reference = numbers.morrisLecar;
const hopfSet = reference["hopf set (gCa 4.4, V3 2, V4 30, phi .04)"];
const circleSet = reference["SNIC set (gCa 4, V3 12, V4 17.4, phi .067)"];

describe("Morris-Lecar", () => {
  test("Andronov-Hopf set: at I = 93.858 and 212.019, to 1e-9, and no saddle-node", () => {
    const found = hopfs(morrisLecar, -70, 40);
    expect(found).toHaveLength(2);
    found.forEach(({ I, V, omega }, i) => {
      expect(I).toBeCloseTo(hopfSet.hopf[i].I, 8);
      expect(V).toBeCloseTo(hopfSet.hopf[i].V, 8);
      expect(omega).toBeCloseTo(hopfSet.hopf[i].omega, 10);
    });
    expect(folds(morrisLecar, -70, 40)).toEqual([]);
  });

  test("saddle-node set: saddle-nodes at 39.963 and −9.949, Andronov-Hopf at 97.646; homoclinic set: the same folds, Andronov-Hopf at 36.316", () => {
    for (const [preset, hopf] of [
      ["saddle-node on invariant circle", circleSet.hopf.I],
      ["saddle homoclinic", 36.316],
    ] as const) {
      const model = morrisLecar.preset(preset);
      folds(model, -70, 20).forEach(({ I }, i) => expect(I).toBeCloseTo(circleSet.folds_I[i], 8));
      expect(hopfs(model, -70, 20).at(-1)?.I).toBeCloseTo(hopf, hopf === 36.316 ? 3 : 8);
    }
  });

  test("fires at any low rate on the circle, and starts at a high one in the Andronov-Hopf set", () => {
    const period = (preset: string, I: number): number => {
      const { spikes } = simulate(morrisLecar.preset(preset).with({ I }), { duration: 1500, initial: { V: 0, w: 0 } });
      return lastInterval(spikes);
    };
    expect(period("saddle-node on invariant circle", 40.1)).toBeGreaterThan(
      3 * period("saddle-node on invariant circle", 45),
    );
    expect(period("Andronov-Hopf", 94)).toBeLessThan(1.3 * period("Andronov-Hopf", 110));
  });
});
