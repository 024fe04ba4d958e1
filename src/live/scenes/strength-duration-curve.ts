import { requireModel } from "../../checks/require-model.js";
import { requireInput } from "../../checks/require.js";
import { restingState } from "../../dynamics/equilibria/rest.js";
import { rheobase as rheobaseOf, strengthDuration } from "../../experiments/threshold-current.js";
import { printUnit } from "../../figure/label.js";
import { curves } from "../../figure/plots/curves/curves.js";
import { trace } from "../../figure/plots/runs/trace.js";
import type { Model } from "../../model/model.js";
import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { simulate } from "../../solve/simulate.js";
import { pulses } from "../../solve/stimuli/stimulus-shapes.js";
import { numberText } from "../../text/number.js";
import { capital, count, finiteOrNull, type Preparation, type Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

/** Thresholds measured when the cell ran. */
interface StrengthDurationData {
  /** ms. */
  readonly width: readonly number[];
  readonly current: readonly (number | null)[];
  readonly rheobase: number;
  readonly rest: Readonly<Record<string, number>>;
}

/** ms. */
const [onset, after] = [5, 30];

/**
 * How strong a pulse must be to evoke a spike, by its length: rheobase for long ones, a constant charge for short ones.
 */
export const scene: Scene<StrengthDurationData> = {
  name: "strengthDurationCurve",
  controls: ([model], { width, current, rheobase }) => {
    const most = Math.max(...current.map((value) => value ?? 0));
    return [
      { name: "length", unit: "ms", range: [width[0], width[width.length - 1]], initial: 1 },
      {
        name: "strength",
        unit: model.units[requireInput("strengthDurationCurve", model)],
        range: [0, most],
        initial: Number((3 * rheobase).toPrecision(2)),
      },
    ];
  },
  draw({ length, strength }, [model], { width, current, rheobase, rest }) {
    const longest = width[width.length - 1];
    const lowest = rheobase / 2;
    const run = simulate(model, {
      duration: onset + longest + after,
      initial: rest,
      stimulus: pulses(strength, { width: length, at: [onset] }),
    });
    const unit = model.units[requireInput("strengthDurationCurve", model)];
    const printed = printUnit(unit);
    return {
      figures: [
        trace(run, { panels: [model.stateNames[0], "input"], window: model.ranges, height: 380 }),
        curves(
          {
            threshold: { x: width, y: current.map((value) => value ?? NaN) },
            rheobase: { x: [width[0], longest], y: [rheobase, rheobase], style: "dashed" },
            "this pulse": { x: [length], y: [Math.max(strength, lowest)], style: "place" },
          },
          {
            x: ["length of the pulse", "ms"],
            y: ["current", unit],
            log: "xy",
            window: {
              x: [width[0], 1.1 * longest],
              y: [lowest, 1.2 * Math.max(...current.map((value) => value ?? 0))],
            },
            height: 380,
          },
        ),
      ],
      words:
        `${capital(count(run.spikes.length, "spike"))}: ` +
        `${numberText(strength)} ${printed} for ${numberText(length)} ms` +
        (unit === "uA/cm^2" ? `, a charge of ${numberText(strength * length)} nC/cm²` : "") +
        `. However long, no pulse below the rheobase of ${numberText(rheobase)} ${printed} evokes one; ` +
        "brief pulses need a constant charge (slope −1).",
    };
  },
  pick: (index, { x, y }) => (index === 1 ? { length: 10 ** x, strength: 10 ** y } : undefined),
};

/** ms. */
const widths = [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10, 20];

/** The threshold at each width, the rheobase, and a state at rest. */
export function prepare(model: Model = hodgkinHuxley): Preparation<StrengthDurationData> {
  const { width, current } = strengthDuration(model, widths);
  return {
    models: [model],
    data: {
      width: [...width],
      current: [...current].map(finiteOrNull),
      rheobase: rheobaseOf(model, { duration: 100 }),
      rest: restingState(model),
    },
  };
}

/**
 * The weakest pulse that evokes a spike, against its length, and a pulse to try. Thresholds are measured when the cell
 * runs.
 * @throws RangeError as `strengthDuration`
 */
export function strengthDurationCurve(model: Model): void {
  requireModel("strengthDurationCurve", model);
  showScene(scene, prepare(model));
}
