import { curves } from "../../figure/curves.js";
import { trace } from "../../figure/trace.js";
import { simulate } from "../../solve/simulate.js";
import { pulses } from "../../solve/stimulus-shapes.js";
import { say, type Scene } from "./scene.js";

/** Thresholds measured when the cell ran. */
export interface StrengthDurationData {
  /** ms. */
  readonly width: readonly number[];
  readonly current: readonly (number | null)[];
  readonly rheobase: number;
  readonly rest: Readonly<Record<string, number>>;
}

/** ms. */
const [onset, after] = [5, 30];

/** How strong a pulse must be to evoke a spike, by its length: rheobase for long ones, a constant charge for short ones. */
export const strengthDurationScene: Scene<StrengthDurationData> = {
  controls: ([model], { width, current, rheobase }) => {
    const most = Math.max(...current.map((value) => value ?? 0));
    return [
      { name: "length", unit: "ms", range: [width[0], width[width.length - 1]], initial: 1 },
      { name: "strength", unit: model.units[model.input!], range: [0, most], initial: Number((3 * rheobase).toPrecision(2)) },
    ];
  },
  draw({ length, strength }, [model], { width, current, rheobase, rest }) {
    const longest = width[width.length - 1];
    const run = simulate(model, { duration: onset + longest + after, initial: rest, stimulus: pulses(strength, { width: length, at: [onset] }) });
    const unit = model.units[model.input!];
    return {
      figures: [
        trace(run, { panels: [model.stateNames[0], "input"], height: 360 }),
        curves({
          threshold: { x: width, y: current.map((value) => value ?? NaN) },
          rheobase: { x: [width[0], longest], y: [rheobase, rheobase], style: "dashed" },
          "this pulse": { x: [length], y: [Math.max(strength, rheobase / 10)], style: "points" },
        }, { x: ["length of the pulse", "ms"], y: ["current", unit], log: "xy", height: 380 }),
      ],
      words: `${run.spikes.length === 0 ? "No spike" : `${run.spikes.length} ${run.spikes.length === 1 ? "spike" : "spikes"}`}: ${say(strength)} for ${say(length)} ms, a charge of ${say(strength * length)}. The rheobase is ${say(rheobase)}.`,
    };
  },
};
