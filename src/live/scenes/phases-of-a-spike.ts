import { spikePhases as phasesFigure } from "../../figure/plots/runs/spike-phases.js";
import { printUnit } from "../../figure/label.js";
import { simulate } from "../../solve/simulate.js";
import { pulses } from "../../solve/stimuli/stimulus-shapes.js";
import { spikePhases } from "../../experiments/spike-phases.js";
import { trace } from "../../figure/plots/runs/trace.js";
import { restOf } from "../explorer/runs/rest.js";
import { parameterControl, say, type Scene } from "./scene.js";

/** ms. */
const [duration, onset, width] = [30, 2, 1];

export interface PhasesData {
  /** Of a pulse that evokes a spike. */
  readonly strength: number;
}

export const phasesOfASpikeScene: Scene<PhasesData> = {
  controls: ([model], { strength }) => [
    { name: "pulse", unit: model.units[model.input!], range: [0, 4 * strength], initial: strength },
    ...model.parameterNames
      .filter((name) => /S(\/|$)/.test(model.units[name]))
      .map((name) => parameterControl(model, name)),
  ],
  draw({ pulse, ...conductances }, [model]) {
    const membrane = model.with(conductances);
    const run = simulate(membrane, {
      duration,
      stimulus: pulses(pulse, { width, at: [onset] }),
      initial: restOf(membrane) ?? membrane.states,
    });
    const given = `A pulse of ${say(pulse)} ${printUnit(model.units[model.input!])} for ${width} ms, ${onset} ms after the beginning,`;
    const [voltage, ...gates] = model.stateNames;
    if (run.spikes.length === 0)
      return {
        figures: [
          trace(run, { panels: [voltage, ...(gates.length > 0 ? [gates] : [])], window: model.ranges, height: 440 }),
        ],
        words: `${given} evokes no spike.`,
      };
    const phases = spikePhases(run);
    return {
      figures: [phasesFigure(run, phases)],
      words: `${given} evokes a spike: ${phases.map(({ name, from, to }) => `${name} from ${say(from)} to ${say(to)} ms`).join(", ")}.`,
    };
  },
};
