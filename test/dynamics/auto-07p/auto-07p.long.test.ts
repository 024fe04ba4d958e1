import { describe, expect, test } from "vitest";
import { bifurcations } from "../../../src/dynamics/bifurcations.js";
import type { BifurcationKind } from "../../../src/dynamics/system/kinds.js";
import { autoDiagram, whyNoAuto, type AutoPoint } from "./auto.js";
import { roessler } from "../roessler.js";
import { autoCascade } from "./auto-cascade.js";
import { diagrams } from "./diagrams.js";

if (whyNoAuto !== undefined) console.warn(`No diagram is compared with AUTO's: ${whyNoAuto}.`);

const asAuto: Partial<Record<BifurcationKind, AutoPoint["kind"]>> = {
  "saddle-node": "fold",
  "saddle-node on invariant circle": "fold",
  "supercritical Andronov-Hopf": "Hopf",
  "subcritical Andronov-Hopf": "Hopf",
  "fold of cycles": "fold of cycles",
  "period doubling": "period doubling",
  "Neimark-Sacker": "torus",
};

describe.skipIf(whyNoAuto !== undefined)("AUTO-07p, from the same graph of the equations", () => {
  test.each(diagrams)("$name: the same points, to 1e-7 of the range", ({ model, parameter, from, steps, unseen }) => {
    const range = [Math.min(...from), Math.max(...from)] as const;
    const width = range[1] - range[0];
    const ours = bifurcations(model, parameter, range);
    const theirs = autoDiagram(model, parameter, from, steps).points;
    const told = ours.points.flatMap(({ kind, parameter: at }) => {
      const known = asAuto[kind];
      return known ? [{ kind: known, parameter: at }] : [];
    });
    const near = (a: AutoPoint, b: AutoPoint): boolean => Math.abs(a.parameter - b.parameter) < 1e-7 * width;
    const has = (list: readonly AutoPoint[], point: AutoPoint): boolean =>
      list.some((other) => other.kind === point.kind && near(other, point));
    // where a branch of cycles ends, AUTO turns back and calls that a fold
    const ends = told.filter(({ kind }) => kind === "fold" || kind === "Hopf");
    const real = theirs.filter((point) => point.kind !== "fold of cycles" || !ends.some((end) => near(end, point)));
    expect(real.filter((point) => !has(told, point))).toEqual([]);
    expect(told.filter((point) => !has(theirs, point)).map(({ kind }) => kind)).toEqual(unseen);
    expect(real.length).toBeGreaterThan(0);
  });

  test("Roessler's four period doublings, each on the branch of twice the period of the one before, to 1e-8", () => {
    const ours = bifurcations(roessler, "c").points.filter(({ kind }) => kind === "period doubling");
    const theirs = autoCascade(roessler, "c", [0.5, 5], ["a", [-0.3, 0.3]], 4).at;
    expect(ours.map(({ parameter }, k) => Math.abs(parameter - theirs[k]) < 1e-8)).toEqual([true, true, true, true]);
  });
});
