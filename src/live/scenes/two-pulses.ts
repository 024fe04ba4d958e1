import { requireModel } from "../../checks/require-model.js";
import { knownOptions, requireInput } from "../../checks/require.js";
import { restingState } from "../../dynamics/equilibria/rest.js";
import { twoPulse } from "../../experiments/two-pulse.js";
import { printUnit } from "../../figure/label.js";
import { curves } from "../../figure/plots/curves/curves.js";
import { trace } from "../../figure/plots/runs/trace.js";
import type { Model } from "../../model/model.js";
import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { simulate } from "../../solve/simulate.js";
import { sum } from "../../solve/stimuli/stimulus.js";
import { pulses } from "../../solve/stimuli/stimulus-shapes.js";
import { numberText } from "../../text/number.js";
import { capital, count, finiteOrNull, type Preparation, type Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

/** Thresholds of a second pulse, measured when the cell ran. null: none evokes a spike. */
interface TwoPulsesData {
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

/** Two pulses, and the threshold of the second against the delay between them. */
export const scene: Scene<TwoPulsesData> = {
  name: "twoPulses",
  controls: ([model], { delay, resting, first, most }) => [
    {
      name: "delay",
      unit: "ms",
      range: [delay[0], delay[delay.length - 1]],
      initial: delay[Math.floor(delay.length / 2)],
    },
    {
      name: "second pulse",
      unit: model.units[requireInput("twoPulses", model)],
      range: [0, most],
      initial: Number((1.1 * resting).toPrecision(3)),
    },
    { name: "first pulse", unit: model.units[requireInput("twoPulses", model)], range: [0, 2 * first], initial: first },
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
    const evoked = late ? (run.spikes.length > 1 ? "a second spike" : "a spike") : "none";
    const unit = model.units[requireInput("twoPulses", model)];
    const needed = between(data.delay, data.threshold, delay);
    const here =
      needed === undefined ? `above ${numberText(data.most)}: absolutely refractory` : `${numberText(needed)} here`;
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
      words:
        `${capital(count(run.spikes.length, "spike"))}. ${numberText(delay)} ms after the first pulse a second of ` +
        `${numberText(second)} ${printUnit(unit)} evokes ${evoked}. ` +
        (first === data.first
          ? `The threshold is ${here}; ${numberText(data.resting)} at rest.`
          : `At rest the threshold is ${numberText(data.resting)}.`),
    };
  },
  pick: (index, { x, y }) => (index === 1 ? { delay: x, "second pulse": y } : undefined),
};

/** What `twoPulses` may be told. */
export interface TwoPulsesOptions {
  /** Of both pulses, ms. Default: 0.5. */
  readonly width?: number;
  /** From onset to onset, ms. Default: 14 from 5 to 30. */
  readonly delays?: readonly number[];
  /** The largest second pulse that is tried, in the unit of the input. Default: 200. */
  readonly most?: number;
}

const defaultDelays = [5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 21, 25, 30];

/** Thresholds of the second pulse at each delay, and at rest. */
export function prepare(
  model: Model = hodgkinHuxley,
  { width = 0.5, delays = defaultDelays, most = 200 }: TwoPulsesOptions = {},
): Preparation<TwoPulsesData> {
  const { delay, threshold, resting, first } = twoPulse(model, delays, { width, most });
  return {
    models: [model],
    data: {
      width,
      delay: [...delay],
      threshold: [...threshold].map(finiteOrNull),
      resting,
      first,
      most,
      rest: restingState(model),
    },
  };
}

/**
 * The two-pulse experiment: when does a second pulse evoke a second spike? Thresholds are measured when the cell runs.
 * @throws RangeError as `twoPulse`
 */
export function twoPulses(model: Model, options: TwoPulsesOptions = {}): void {
  requireModel("twoPulses", model);
  knownOptions("twoPulses", options, ["width", "delays", "most"]);
  showScene(scene, prepare(model, options));
}

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
