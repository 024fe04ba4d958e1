import { expect, test } from "vitest";
import type { Figure } from "../../src/figure/figure.js";
import { plot } from "../../src/figure/plot.js";
import { opening } from "../../src/live/cell/opening.js";
import { runFigure } from "../../src/live/explorer/figures/time-course.js";
import { plainLook } from "../../src/live/explorer/panels/panel.js";
import { panels } from "../../src/live/explorer/panels/panels.js";
import { lastingModel, plainSetting, run } from "../../src/live/explorer/runs/setting.js";
import { catalogue } from "../../src/models/catalogue.js";
import { snapshotOf } from "./explorer/snapshot-of.js";
import { alike, expectSketches, sketch } from "./snapshot.js";

test("every model's explorer looks as it did when somebody looked at it: the run, and the phase plane or the flow", () => {
  const figures: Record<string, Figure> = {};
  for (const [name, plain] of Object.entries(catalogue)) {
    const { duration, input } = opening(plain, undefined, null);
    const model = plain.input === undefined ? plain : plain.with({ [plain.input]: input });
    const setting = plainSetting(duration);
    const trajectory = run(model, setting);
    figures[`${name} run`] = runFigure(trajectory);
    const under = lastingModel(model, setting);
    for (const panel of panels) {
      if (!("draw" in panel) || !["phase plane", "flow on the line"].includes(panel.name) || !panel.suits(under))
        continue;
      const { figure } = panel.draw(snapshotOf(under, trajectory), undefined, undefined, plainLook, []);
      if (figure !== undefined) figures[`${name} ${panel.name}`] = figure;
    }
  }
  expectSketches("explorers", figures);
});

test("a line that moves by a hundredth, another colour or another title is another picture; one by a solver's error is the same", () => {
  const draw = (height: number, y = "V"): Figure =>
    plot.curves({ x: [0, 1, 2], y: [0, height, 0] }, { x: ["t", "ms"], y: [y, "mV"] });
  expect(alike(sketch(draw(1)), sketch(draw(1 + 1e-5)))).toBe(true);
  expect(alike(sketch(draw(1)), sketch(draw(1.01)))).toBe(false);
  expect(alike(sketch(draw(1)), sketch(draw(1, "U")))).toBe(false);
  const red = draw(1);
  (red.data[0] as { line: { color: string } }).line.color = "#ff0000";
  expect(alike(sketch(draw(1)), sketch(red))).toBe(false);
});
