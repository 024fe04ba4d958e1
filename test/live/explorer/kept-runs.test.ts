import { expect, test } from "vitest";
import type { Line } from "../../../src/figure/figure.js";
import { keptRunsPanel } from "../../../src/live/explorer/panels/kept-runs.js";
import { plainLook } from "../../../src/live/explorer/panels/panel.js";
import { phasePlanePanel } from "../../../src/live/explorer/panels/phase-plane.js";
import { plainSetting, run } from "../../../src/live/explorer/runs/setting.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";
import { snapshotOf } from "./snapshot-of.js";

const [silent, firing] = [0, 10].map((I) => {
  const model = persistentSodiumPotassium.with({ I });
  return { ...snapshotOf(model, run(model, plainSetting(50))), parameters: { I } };
});
const look = { ...plainLook, kept: [silent] };

test("each run that is kept has a picture of its own, of one scale, with what it has that not all have", () => {
  const { figure, words } = keptRunsPanel.draw(firing, undefined, undefined, look, []);
  const [above, below] = (figure?.data ?? []) as readonly Line[];
  expect([above.y, below.y]).toEqual([silent.recording.states["V"], firing.recording.states["V"]]);
  expect(figure?.layout.annotations?.map(({ text }) => text)).toEqual(["I = 0", "I = 10 (now)"]);
  expect(figure?.layout.yaxis?.range).toEqual(figure?.layout.yaxis2?.range);
  expect(words).toMatch(/^I = 0: no spike in 50 ms, V between −\S+ and −\S+ mV; I = 10: \d+ spikes, /);
  expect(figure?.layout.meta).toMatchObject({ description: expect.stringContaining("I = 0: no spike") as string });
});

test("a moment is a dot on each of them; without one that is kept the panel says how to keep one", () => {
  const dots = keptRunsPanel.marks?.(firing, undefined, 20, undefined, look) ?? [];
  expect(dots.map((mark) => (mark.kind === "dot" ? mark.axes : mark.kind))).toEqual(["rule", "xy", "xy2"]);
  expect(keptRunsPanel.marks?.(firing, undefined, 20, undefined, plainLook)).toEqual([]);
  expect(keptRunsPanel.draw(firing, undefined, undefined, plainLook, []).words).toMatch(/keep this trace/);
  expect(keptRunsPanel.draw(firing, undefined, undefined, { ...plainLook, kept: [firing] }, []).figure).toBeUndefined();
});

test("the phase plane has the paths of those that are kept behind all lines, and says so", () => {
  const { figure } = phasePlanePanel.draw(firing, undefined, undefined, look, []);
  const named = ((figure?.data ?? []) as readonly Line[]).map(({ name }) => name);
  expect(named[0]).toBe("kept: I = 0");
  expect(figure?.layout.meta).toMatchObject({
    description: expect.stringMatching(/; behind it, kept: I = 0$/) as string,
  });
});
