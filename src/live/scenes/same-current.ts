import { requireInput } from "../../checks/require.js";
import { requireModel } from "../../checks/require-model.js";
import { printUnit } from "../../figure/label.js";
import { trace } from "../../figure/plots/runs/trace.js";
import type { Model } from "../../model/model.js";
import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { izhikevich } from "../../models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../models/leaky-integrate-and-fire.js";
import { morrisLecar } from "../../models/morris-lecar.js";
import { persistentSodiumPotassium } from "../../models/persistent-sodium-potassium.js";
import { quadraticIntegrateAndFire } from "../../models/quadratic-integrate-and-fire.js";
import { numberText } from "../../text/number.js";
import { showScene } from "../cell/scene-output.js";
import { inWords } from "../explorer/figures/words.js";
import { plainSetting, run } from "../explorer/runs/setting.js";
import { waveforms } from "../explorer/runs/waveforms.js";
import { capital, lazily, once, type Preparation, type Scene, type SceneControl } from "./scene.js";

/** So many neurons stand beside each other. */
const places = ["first", "second", "third"] as const;

/** Time courses that need nothing but a strength. */
const courses = ["step", "constant", "pulses", "doublet", "ramp"];

/** What a membrane's current is divided by for mV/ms; of a model without a capacitance, 1. */
const capacitance = (model: Model): number => (model.parameters as Readonly<Record<string, number>>)["C"] ?? 1;

/** One time course of current, the same for each mV/ms that it alone would cause, into several neurons. */
export const scene: Scene<null> = {
  name: "sameCurrent",
  controls: (models) => [
    { name: "current / C", unit: "mV/ms", range: [-5, 40], initial: 8 },
    { name: "run", unit: "ms", range: [20, 400], initial: 100 },
    { name: "time course", unit: "1", range: [0, courses.length - 1], initial: 0, options: courses },
    ...places.slice(0, models.length).map(
      (name, k): SceneControl => ({
        name,
        unit: "1",
        range: [0, models.length - 1],
        initial: k,
        options: models.map((model) => model.name),
      }),
    ),
  ],
  draw({ "current / C": strength, run: duration, "time course": course, ...chosen }, models) {
    const waveform = waveforms.find(({ name }) => name === courses[course])?.name ?? courses[0];
    const seen = places.slice(0, models.length).map((place) => {
      const model = models[chosen[place]];
      const input = requireInput("sameCurrent", model);
      const present = model.with({ [input]: strength * capacitance(model) });
      return { model, input, trajectory: once(() => run(present, { ...plainSetting(duration), waveform })) };
    });
    return {
      figures: lazily(
        ...seen.map(
          ({ model, trajectory }) =>
            () =>
              trace(trajectory(), {
                panels: [model.stateNames[0], "input"],
                window: model.ranges,
                title: model.name,
                height: 330,
              }),
        ),
      ),
      get words() {
        return seen
          .map(({ model, input, trajectory }) => {
            const amount = `${numberText(strength * capacitance(model), 3)} ${printUnit(model.units[input])}`;
            return `${capital(model.name)}, ${amount}: ${inWords(trajectory())}.`;
          })
          .join("\n");
      },
    };
  },
  pick: (index, { axes, y }, { ...chosen }, models) =>
    axes === "xy2" ? { "current / C": y / capacitance(models[chosen[places[index]]]) } : undefined,
};

const neurons: readonly Model[] = [
  hodgkinHuxley,
  persistentSodiumPotassium,
  leakyIntegrateAndFire,
  quadraticIntegrateAndFire,
  morrisLecar,
  izhikevich,
];

/** The neurons of the menus, the first three side by side. */
export function prepare(models: readonly Model[] = neurons): Preparation<null> {
  if (models.length < 2)
    throw new RangeError(`sameCurrent compares two models or more, got ${models.length === 0 ? "none" : "one"}`);
  for (const model of models) requireInput("sameCurrent", model);
  return { models, data: null };
}

/**
 * One current into several neurons side by side: step, ramp or pulses. It is given as what it alone would do to the
 * membrane, mV/ms, that is as current / C: so it is the same for a membrane of 1 uF/cm^2 and for a cell of 100 pF.
 * @param models whose menus these are, the first three in sight. Default: Hodgkin-Huxley, I_Na,p + I_K, leaky
 * integrate-and-fire, and three more
 * @throws RangeError for fewer than two models, and for one without an input
 */
export function sameCurrent(models: readonly Model[] = neurons): void {
  if (!Array.isArray(models))
    throw new TypeError(`sameCurrent takes a list of models: sameCurrent([hodgkinHuxley, izhikevich]); got one thing`);
  for (const model of models) requireModel("sameCurrent", model);
  showScene(scene, prepare(models));
}
