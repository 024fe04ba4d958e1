import { requireModel } from "../../checks/require-model.js";
import { requireInput } from "../../checks/require.js";
import { spikePhases } from "../../experiments/spike-phases.js";
import { thresholdCurrent } from "../../experiments/threshold-current.js";
import { printUnit } from "../../figure/label.js";
import { spikePhases as phasesFigure } from "../../figure/plots/runs/spike-phases.js";
import { trace } from "../../figure/plots/runs/trace.js";
import type { Model } from "../../model/model.js";
import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { simulate } from "../../solve/simulate.js";
import { pulses } from "../../solve/stimuli/stimulus-shapes.js";
import { numberText } from "../../text/number.js";
import { rememberedRest } from "../explorer/runs/rest.js";
import { type Preparation, parameterControl, type Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

/** ms. */
const [duration, onset, width] = [30, 2, 1];

interface PhasesData {
  /** Of a pulse that evokes a spike. */
  readonly strength: number;
}

/** A spike evoked by a brief pulse, and its phases. */
export const scene: Scene<PhasesData> = {
  name: "phasesOfASpike",
  controls: ([model], { strength }) => [
    {
      name: "pulse",
      unit: model.units[requireInput("phasesOfASpike", model)],
      range: [0, 4 * strength],
      initial: strength,
    },
    ...model.parameterNames
      .filter((name) => /S(\/|$)/.test(model.units[name]))
      .map((name) => parameterControl(model, name)),
  ],
  draw({ pulse, ...conductances }, [model]) {
    const membrane = model.with(conductances);
    const run = simulate(membrane, {
      duration,
      stimulus: pulses(pulse, { width, at: [onset] }),
      initial: rememberedRest(membrane) ?? membrane.states,
    });
    const unit = printUnit(model.units[requireInput("phasesOfASpike", model)]);
    const given = `A pulse of ${numberText(pulse)} ${unit} for ${width} ms, ${onset} ms after the beginning,`;
    const [voltage, ...gates] = model.stateNames;
    if (run.spikes.length === 0)
      return {
        figures: [
          trace(run, { panels: [voltage, ...(gates.length > 0 ? [gates] : [])], window: model.ranges, height: 440 }),
        ],
        words: `${given} evokes no spike.`,
      };
    const phases = spikePhases(run);
    const told = phases.map(({ name, from, to }) => `${name} from ${numberText(from)} to ${numberText(to)} ms`);
    const byItself = phases.some(({ name, from }) => name === "upstroke" && from < onset);
    const fires = byItself ? "The membrane fires by itself, before any pulse" : `${given} evokes a spike`;
    return { figures: [phasesFigure(run, phases)], words: `${fires}: ${told.join(", ")}.` };
  },
};

/** A pulse half as strong again as the weakest that evokes a spike. */
export const prepare = (model: Model = hodgkinHuxley): Preparation<PhasesData> => ({
  models: [model],
  data: { strength: Number((1.5 * thresholdCurrent(model, { width })).toPrecision(2)) },
});

/**
 * A spike evoked by a brief pulse, with its phases, as conductances change.
 * @throws RangeError for a model whose spike is a reset
 */
export function phasesOfASpike(model: Model): void {
  requireModel("phasesOfASpike", model);
  showScene(scene, prepare(model));
}
