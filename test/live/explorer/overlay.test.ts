import { expect, test } from "vitest";
import { answer } from "../../../src/live/explorer/analysis/analyses.js";
import { flowFromGrid, levelCurves } from "../../../src/live/explorer/analysis/plane-overlay.js";
import { rangeOfRuns } from "../../../src/live/explorer/analysis/range-of-runs.js";
import { onRequest } from "../../../src/live/explorer/panels/on-request.js";
import { plainLook } from "../../../src/live/explorer/panels/panel.js";
import { phasePlanePanel } from "../../../src/live/explorer/panels/phase-plane.js";
import { rangeOfRunsPanel } from "../../../src/live/explorer/panels/range-of-runs.js";
import { plainSetting } from "../../../src/live/explorer/runs/setting.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { linearPlane } from "../../../src/models/linear-plane.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";
import { simulate } from "../../../src/solve/simulate.js";
import { snapshotOf } from "./snapshot-of.js";

const planar = persistentSodiumPotassium.with({ I: 3 });

test("level curves lie where the quantity has their value, to a hundredth of a step, and none is missed between two", () => {
  const { curves, levels } = levelCurves(planar, {}, "IK");
  const step = levels[1] - levels[0];
  expect(levels.length).toBeGreaterThan(4);
  curves.forEach((curve, k) => {
    const pieces = [...curve["V"]].filter((V) => !Number.isNaN(V));
    expect(pieces.length).toBeGreaterThan(4);
    curve["V"].forEach((V, i) => {
      if (!Number.isNaN(V))
        expect(Math.abs(planar.quantity("IK", { V, n: curve["n"][i] }) - levels[k])).toBeLessThan(step / 100);
    });
  });
});

test("a flow has a trajectory from each place of a grid in what is seen, each as the equations have it", () => {
  const { curves } = flowFromGrid(linearPlane.preset("stable node"), { x: [-1, 1], y: [-1, 1] });
  expect(curves).toHaveLength(24);
  expect(new Set(curves.map(({ x, y }) => `${x[0]} ${y[0]}`)).size).toBe(24);
  for (const { x, y } of curves) expect(Math.hypot(x[x.length - 1], y[y.length - 1])).toBeLessThan(1e-2);
});

test("the plane asks a worker for both, draws them below the run, and says what the levels are", () => {
  const snapshot = snapshotOf(planar, simulate(planar, { duration: 50 }));
  const look = { ...plainLook, shows: [onRequest.flow] };
  const asked = phasePlanePanel.further?.(snapshot, look, "n|IK") ?? [];
  expect(asked.map(({ job }) => job.kind)).toEqual(["flow", "levels"]);
  const waiting = phasePlanePanel.draw(snapshot, undefined, "n|IK", look, [undefined, undefined]);
  expect(waiting.words).toContain("The levels of IK are being worked out.");
  const { figure, words } = phasePlanePanel.draw(
    snapshot,
    undefined,
    "n|IK",
    look,
    asked.map(({ job }) => answer(job)),
  );
  expect(words).toMatch(/Levels of IK: from .* to .* in steps of \d+ µA\/cm²\./);
  const names = figure?.data.map(({ name }) => name) ?? [];
  expect(names.filter((name) => name === "flow")).toHaveLength(24);
  expect(names.indexOf("levels of IK")).toBeLessThan(names.indexOf("trajectory"));
  expect(phasePlanePanel.choices?.[1].options(hodgkinHuxley)).toEqual(["nothing"]);
});

test("runs over a range are those that the slider would make, each at its value, the present one in ink", () => {
  const model = hodgkinHuxley.with({ I: 7 });
  const setting = plainSetting(60);
  const { figure, words } = rangeOfRuns(model, { name: "I", spread: 4, setting });
  const axis = figure.layout.yaxis as { tickvals: number[] };
  expect(axis.tickvals).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(words).toMatch(/^Spikes by I: 3: \d; 4: /);
  const spikes = (text: string): number[] => Array.from(text.matchAll(/: (\d+)(?=[;.])/g), ([, n]) => Number(n));
  const counts = spikes(words);
  expect(counts).toHaveLength(9);
  expect(counts[0]).toBeLessThan(counts[8]);
  const started = rangeOfRuns(model, { name: "n", spread: 0.2, setting });
  expect(started.words).toContain("Spikes by n at the start: ");
  // a conductance below 0 cannot be, and is left out
  const low = rangeOfRuns(model.with({ gK: 1 }), { name: "gK", spread: 4, setting });
  expect(Math.min(...(low.figure.layout.yaxis as { tickvals: number[] }).tickvals)).toBe(0);
});

test("the panel of a range asks anew where the spread or what is varied is another, and gives what was found", () => {
  const snapshot = snapshotOf(hodgkinHuxley);
  const key = (option?: string): string | undefined => rangeOfRunsPanel.question?.(snapshot, option).key;
  expect(new Set([key(), key("gK"), key("gK|1"), key("gK|2")]).size).toBe(4);
  expect(key("I")).toBe(key());
  const question = rangeOfRunsPanel.question?.(snapshot, undefined);
  const found = question && (answer(question.job) as ReturnType<typeof answer<"runs">>);
  expect(rangeOfRunsPanel.draw(snapshot, found, undefined, plainLook, []).words).toMatch(/^Spikes by I: /);
});
