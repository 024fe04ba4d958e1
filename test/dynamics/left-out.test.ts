import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import { basin } from "../../src/dynamics/plane/basin.js";
import { phasePortrait } from "../../src/dynamics/plane/portrait.js";
import { cutShort, type Found } from "../../src/dynamics/system/found.js";
import type { Figure } from "../../src/figure/figure.js";
import { phasePlane, type PhasePlane } from "../../src/figure/plots/dynamics/phase-plane.js";
import { hindmarshRose } from "../../src/models/bursters/hindmarsh-rose.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { pure } from "./normal-forms.js";

/** v grows to 1 and is set back, w to a w (1 − w): the logistic map, chaotic at a = 3.9. */
const logistic = defineModel({
  name: "logistic resets",
  source: "placed by hand",
  equations: `
    dv/dt = I  [1/ms]
    dw/dt = 0*w  [1/ms]`,
  states: { v: state(0, "1", [0, 1]), w: state(0.3, "1", [0, 1]) },
  parameters: { I: [1, "1", [0.5, 2]], a: [2.5, "1", [2.2, 4]] },
  input: "I",
  threshold: "v >= 1",
  reset: `
    v = 0
    w = a*w*(1 - w)`,
});

const r2 = "(x^2 + y^2 + z^2 - 1)";
const sphere = pure({ x: `${r2}*(x + 2)`, y: `${r2}*(y + 3)`, z: `${r2}*(z + x*y + 3)` }, {}); // all of it is at rest

/** A pendulum that hardly loses anything: it swings for 10 million turns. */
const pendulum = pure({ x: "y", y: "-sin(x) - 1e-6*y + p" }, { p: 0 });

describe("a list says what it may lack", () => {
  test("limitCycles: the branch that it left for its work, and the runs that came to no end", () => {
    const { incomplete } = limitCycles(hindmarshRose);
    expect(incomplete.join("; ")).toMatch(
      /(a branch|branches) of cycles (is|are) known only as far as I = .*: too much work/,
    );
    expect(incomplete.join("; ")).toMatch(/a trajectory was left before rest or a cycle that could be solved/);
  });

  test("branches that end alike are told in one line for each reason", () => {
    const words = ["a branch stops at", "branches stop at"] as const;
    const cuts = [
      ["3.1", "work"],
      ["4", "steep"],
      ["3.2", "work"],
      ["3.1", "work"],
    ] as const;
    const told = cutShort(
      words,
      "I",
      cuts.map(([value, reason]) => ({ value, reason })),
    );
    expect(told).toEqual(["branches stop at I = 3.1, 3.2: work", "a branch stops at I = 4: steep"]);
    expect(cutShort(words, "I", [])).toEqual([]);
  });

  test("limitCycles: spikes in no order", () => {
    expect(limitCycles(logistic.with({ a: 3.9 })).incomplete).toEqual([
      "spikes come in no order that repeats itself within 24 of them: chaos, or bursts of more",
    ]);
    expect(limitCycles(logistic).incomplete).toEqual([]);
  });

  test("equilibria: the boxes that are left", () => {
    const some = equilibria(sphere);
    expect(some.incomplete).toHaveLength(1);
    expect(some.incomplete[0]).toMatch(/^\d+ parts of the window.* were not searched to the end$/);
  });

  test("bifurcations: what never changes, so that whole curves of states rest", () => {
    const closed = pure({ x: "p*y - x", y: "2*(x - p*y)", z: "x - z" }, { p: 0.5 }, [-2, 2], [0.1, 2]);
    expect(bifurcations(closed, "p").incomplete.join("; ")).toMatch(/x \+ 0\.5 y never changes|y \+ 2 x never changes/);
    expect(bifurcations(pendulum.with({}), "p").incomplete.join("; ")).not.toContain("never changes");
  });

  test("basin: what its attractors and boundaries may lack; a plane of it says so in its corner and aloud", () => {
    const basins = basin(pendulum);
    expect(basins.incomplete.join("; ")).toMatch(/trajectories were left before rest or a cycle that could be solved/);
    const plane = (parts: Omit<PhasePlane, "model">): Figure => phasePlane({ model: pendulum, ...parts });
    const corner = ({ layout }: Figure): (string | undefined)[] => (layout.annotations ?? []).map(({ text }) => text);
    for (const figure of [plane({ basins }), plane({ cycles: limitCycles(pendulum) })]) {
      expect(corner(figure)).toEqual(["perhaps not all"]);
      expect(figure.layout.annotations?.[0].hovertext).toBe(basins.incomplete.join("<br>"));
      expect(JSON.stringify(figure.layout)).toContain(`perhaps not all: ${basins.incomplete[0]}`);
    }
    const whole = plane({ equilibria: equilibria(pendulum) });
    expect(corner(whole)).toEqual([]);
    expect(JSON.stringify(whole.layout)).not.toContain("perhaps not all");
  });

  test("and nothing where nothing was left out: it is then a list like any other", () => {
    const portrait = phasePortrait(persistentSodiumPotassium);
    const lists: Found<unknown>[] = [
      limitCycles(hodgkinHuxley.with({ I: 7 })),
      limitCycles(leakyIntegrateAndFire),
      equilibria(hodgkinHuxley),
      portrait.cycles,
      portrait.equilibria,
    ];
    expect(basin(persistentSodiumPotassium).incomplete).toEqual([]);
    for (const list of lists) {
      expect(list.incomplete).toEqual([]);
      expect(Array.isArray(list)).toBe(true);
      expect(list).toEqual([...list]);
      expect(Object.keys(list.filter(() => true))).toEqual(Object.keys([...list]));
    }
  });
});
