import { curves } from "../../figure/curves.js";
import { trace } from "../../figure/trace.js";
import { simulate } from "../../solve/simulate.js";
import { pulses } from "../../solve/stimulus-shapes.js";
import { sum } from "../../solve/stimulus.js";
import { say, type Scene } from "./scene.js";

/** Thresholds of a second pulse, measured when the cell ran. null: none evokes a spike. */
export interface TwoPulsesData {
  readonly width: number;
  readonly delay: readonly number[];
  readonly threshold: readonly (number | null)[];
  readonly resting: number;
  readonly first: number;
  readonly most: number;
  readonly rest: Readonly<Record<string, number>>;
}

/** ms before the first pulse and after the last delay. */
const [before, after] = [5, 25];

export const twoPulsesScene: Scene<TwoPulsesData> = {
  controls: ([model], { delay, resting, first, most }) => [
    { name: "delay", unit: "ms", range: [delay[0], delay[delay.length - 1]], initial: delay[Math.floor(delay.length / 2)] },
    { name: "second pulse", unit: model.units[model.input!], range: [0, most], initial: Number((1.1 * resting).toPrecision(3)) },
    { name: "first pulse", unit: model.units[model.input!], range: [0, 2 * first], initial: first },
  ],
  draw({ delay, "second pulse": second, "first pulse": first }, [model], data) {
    const stimulus = sum(pulses(first, { width: data.width, at: [before] }), pulses(second, { width: data.width, at: [before + delay] }));
    const run = simulate(model, { duration: before + data.delay[data.delay.length - 1] + after, stimulus, initial: data.rest });
    const late = run.spikes.some((t) => t > before + delay);
    const unit = model.units[model.input!];
    return {
      figures: [
        trace(run, { panels: [model.stateNames[0], ...(model.stateNames.length > 1 ? [model.stateNames.slice(1)] : []), "input"], height: 430 }),
        curves({
          "threshold after a spike": { x: data.delay, y: data.threshold.map((value) => value ?? NaN), style: "points and line" },
          "threshold at rest": { x: [data.delay[0], data.delay[data.delay.length - 1]], y: [data.resting, data.resting], style: "dashed" },
          "this pulse": { x: [delay], y: [second], style: "points" },
        }, { x: ["delay", "ms"], y: ["second pulse", unit], height: 380 }),
      ],
      words: `${run.spikes.length} ${run.spikes.length === 1 ? "spike" : "spikes"}. After ${say(delay)} ms a second pulse of ${say(second)} ${late ? "evokes a second spike" : "evokes none"}; at rest the threshold is ${say(data.resting)}.`,
    };
  },
  pick: (index, { x, y }) => (index === 1 ? { delay: x, "second pulse": y } : undefined),
};
