import { expect, test } from "vitest";
import type { Figure } from "../../src/figure/figure.js";
import { plot } from "../../src/figure/plot.js";
import { opening } from "../../src/live/cell/opening.js";
import { runFigure } from "../../src/live/explorer/figures/time-course.js";
import { panels } from "../../src/live/explorer/panels/panels.js";
import { lastingModel, plainSetting, run } from "../../src/live/explorer/runs/setting.js";
import { initialValues, type Values } from "../../src/live/scenes/scene.js";
import { catalogue } from "../../src/models/catalogue.js";
import { snapshotOf } from "./explorer/snapshot-of.js";
import { sceneFiles, sceneNames, type SceneName } from "./scene-files.js";
import { alike, expectSketches, sketch } from "./snapshot.js";

/** Another setting of each scene, beside that with which it opens. */
const others: Readonly<Record<SceneName, Values>> = {
  potentialLandscape: { I: 15.9, "look at": 1, start: -60, time: 20 },
  traceDeterminantPlane: { trace: 1, determinant: -1 },
  draggableNullclines: { I: 6 },
  fourBifurcations: { "I from the bifurcation": -1 },
  clampedMembrane: { command: 20, gNa: 0 },
  phasesOfASpike: { gK: 20 },
  twoPulses: { delay: 8, "second pulse": 100 },
  strengthDurationCurve: { length: 5, strength: 4 },
  errorAgainstStep: { method: 2, step: -1.5 },
  excitabilityClasses: { betaW: -21, I: 60 },
  integratorAndResonator: { stimulus: 1, strength: 1 },
  phaseKick: { clock: 1, phase: 0.5, kick: -3 },
  poissonSpikes: { rate: 60, "refractory period": 10 },
  rateUnitPlane: { activation: 0, bias: 1, "weight 1": -2 },
  networkRaster: { coupling: 0 },
  voltageAlongCable: { site: 1300, lasts: 30, time: 20 },
};

test("every scene looks as it did when somebody looked at it, as it opens and at another setting", () => {
  const figures: Record<string, Figure> = {};
  for (const name of sceneNames) {
    const { scene, prepare } = sceneFiles[name];
    const { models, data } = prepare();
    const opens = initialValues(scene.controls(models, data));
    for (const [setting, values] of Object.entries({ opens, other: { ...opens, ...others[name] } })) {
      scene.draw(values, models, data).figures.forEach((figure, k) => {
        figures[`${name} ${setting} ${k}`] = figure;
      });
    }
  }
  expectSketches("scenes", figures);
});

test("every model's explorer looks as it did when somebody looked at it: the run, and the phase plane or the flow", () => {
  const figures: Record<string, Figure> = {};
  for (const [name, plain] of Object.entries(catalogue)) {
    const { duration, input } = opening(plain, undefined, null);
    const model = plain.input === undefined ? plain : plain.with({ [plain.input]: input });
    const setting = plainSetting(duration);
    const trajectory = run(model, setting);
    figures[`${name} run`] = runFigure(trajectory);
    const under = lastingModel(model, setting);
    for (const panel of panels.filter(
      (each) => ["phase plane", "flow on the line"].includes(each.name) && each.suits(under),
    )) {
      const { figure } = panel.draw(snapshotOf(under, trajectory), undefined, undefined);
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
