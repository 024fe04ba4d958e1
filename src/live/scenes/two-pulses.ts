import { curves } from "../../figure/plots/curves/curves.js";
import { trace } from "../../figure/plots/runs/trace.js";
import { simulate } from "../../solve/simulate.js";
import { pulses } from "../../solve/stimuli/stimulus-shapes.js";
import { sum } from "../../solve/stimuli/stimulus.js";
import { printUnit } from "../../figure/label.js";
import { capital, count, say, type Scene } from "./scene.js";

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
    {
      name: "delay",
      unit: "ms",
      range: [delay[0], delay[delay.length - 1]],
      initial: delay[Math.floor(delay.length / 2)],
    },
    {
      name: "second pulse",
      unit: model.units[model.input!],
      range: [0, most],
      initial: Number((1.1 * resting).toPrecision(3)),
    },
    { name: "first pulse", unit: model.units[model.input!], range: [0, 2 * first], initial: first },
  ],
  draw({ delay, "second pulse": second, "first pulse": first }, [model], data) {
    const stimulus = sum(
      pulses(first, { width: data.width, at: [before] }),
      pulses(second, { width: data.width, at: [before + delay] }),
    );
    const run = simulate(model, {
      duration: before + data.delay[data.delay.length - 1] + after,
      stimulus,
      initial: data.rest,
    });
    const late = run.spikes.some((t) => t > before + delay);
    const unit = model.units[model.input!];
    const needed = between(data.delay, data.threshold, delay);
    return {
      figures: [
        trace(run, {
          panels: [model.stateNames[0], ...(model.stateNames.length > 1 ? [model.stateNames.slice(1)] : []), "input"],
          window: model.ranges,
          height: 430,
        }),
        curves(
          {
            "threshold after a spike": {
              x: data.delay,
              y: data.threshold.map((value) => value ?? NaN),
              style: "points and line",
            },
            "threshold at rest": {
              x: [data.delay[0], data.delay[data.delay.length - 1]],
              y: [data.resting, data.resting],
              style: "dashed",
            },
            "this second pulse": { x: [delay], y: [second], style: "place" },
          },
          {
            x: ["delay", "ms"],
            y: ["second pulse", unit],
            window: { x: [0, data.delay[data.delay.length - 1] + 1], y: [0, 1.05 * data.most] },
            height: 430,
          },
        ),
      ],
      words: `${capital(count(run.spikes.length, "spike"))}. ${say(delay)} ms after the first pulse a second of ${say(second)} ${printUnit(unit)} evokes ${late ? "a second spike" : "none"}. ${first !== data.first ? "" : `The threshold is ${needed === undefined ? `above ${say(data.most)}: absolutely refractory` : `${say(needed)} here`}; `}${first === data.first ? `${say(data.resting)} at rest.` : `At rest the threshold is ${say(data.resting)}.`}`,
    };
  },
  pick: (index, { x, y }) => (index === 1 ? { delay: x, "second pulse": y } : undefined),
};

/** On the line through measured points; undefined where an end of it was not measured. */
function between(x: readonly number[], y: readonly (number | null)[], at: number): number | undefined {
  const k = Math.min(
    x.length - 2,
    Math.max(
      0,
      x.findLastIndex((value) => value <= at),
    ),
  );
  const [from, to] = [y[k], y[k + 1]];
  if (from === null || to === null) return at === x[k] && from !== null ? from : undefined;
  return from + ((to - from) * (at - x[k])) / (x[k + 1] - x[k]);
}
