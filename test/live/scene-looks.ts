/** What scenes are drawn as: `scenes.test.ts` compares it with what was looked at. */
import type { Figure } from "../../src/figure/figure.js";
import { initialValues, type Values } from "../../src/live/scenes/scene.js";
import { sceneFiles, sceneNames, type SceneName } from "./scene-files.js";

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
  errorAgainstStep: { method: 2, step: 0.032 },
  excitabilityClasses: { betaW: -21, I: 60 },
  integratorAndResonator: { stimulus: 1, strength: 1 },
  sameCurrent: { "current / C": 3, "time course": 2, third: 4 },
  phaseKick: { clock: 1, phase: 0.5, kick: -3 },
  poissonSpikes: { rate: 60, "refractory period": 10 },
  rateUnitPlane: { activation: 0, bias: 1, "weight 1": -2 },
  networkRaster: { coupling: 0 },
  voltageAlongCable: { site: 1300, lasts: 30, time: 20 },
};

/** The figures of every scene, as it opens and at another setting. */
export function looksOfScenes(): Readonly<Record<string, Figure>> {
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
  return figures;
}
