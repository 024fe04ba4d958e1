import { extremesOf } from "../../figure/extremes.js";
import { requireModel } from "../../checks/require-model.js";
import { requireInput } from "../../checks/require.js";
import type { Line } from "../../figure/figure.js";
import { symbolText } from "../../figure/label.js";
import { curves } from "../../figure/plots/curves/curves.js";
import { trace } from "../../figure/plots/runs/trace.js";
import { light } from "../../figure/theme.js";
import type { Model } from "../../model/model.js";
import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { voltageClamp } from "../../models/voltage-clamp.js";
import { simulate } from "../../solve/simulate.js";
import { step } from "../../solve/stimuli/stimulus-shapes.js";
import type { Trajectory } from "../../solve/trajectory.js";
import { numberText } from "../../text/number.js";
import { type Preparation, parameterControl, type Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

/** ms. */
const [duration, onset] = [14, 2];
const commands = 23;
/** ms after the beginning of the step. */
const soon = 0.7;

/**
 * A step of the clamped voltage: the current that holds it, in its parts, and its early and late value against the
 * command.
 */
export const scene: Scene<null> = {
  name: "clampedMembrane",
  controls: ([model]) => {
    const V = requireInput("clampedMembrane", model);
    const conductances = model.parameterNames.filter(
      (name) => /^g(Na|K)$|^g[A-Z]/.test(name) && /S/.test(model.units[name]),
    );
    return [
      { name: "command", unit: model.units[V], range: model.ranges[V], initial: -9 },
      { ...parameterControl(model, V), name: "holding", symbol: "\\text{holding potential}" },
      ...conductances.map((name) => parameterControl(model, name)),
    ];
  },
  draw(values, [clamp]) {
    const { command, holding, ...conductances } = values;
    const V = requireInput("clampedMembrane", clamp);
    const model = clamp.with({ ...conductances, [V]: holding });
    const ionic = model.quantities.filter((name) => /^I[A-Z]/.test(name) && name !== "Iclamp");
    const to = (level: number): Trajectory => simulate(model, { duration, stimulus: step(level - holding, onset) });
    const run = to(command);
    const [low, high] = model.ranges[V];
    const levels = Float64Array.from({ length: commands }, (_, k) => low + ((high - low) * k) / (commands - 1));
    const measured = Array.from(levels, (level) => twoTimes(to(level)));
    const { early, late } = twoTimes(run);
    const clamped = trace(run, {
      panels: ["Iclamp", ionic, [...model.stateNames], "input"],
      colours: colours(model, ionic),
      height: 520,
    });
    const moment = (t: number, current: number, colour: string): Line => ({
      type: "scatter",
      mode: "markers",
      x: [t],
      y: [current],
      showlegend: false,
      hoverinfo: "skip",
      marker: { color: colour, size: 10, line: { color: light.paper, width: 1.5 } },
    });
    return {
      figures: [
        {
          ...clamped,
          layout: { ...clamped.layout, yaxis: { ...clamped.layout.yaxis, ...atLeastOne(run.quantity("Iclamp")) } },
          data: [...clamped.data, moment(onset + soon, early, earlyColour), moment(duration, late, lateColour)],
        },
        curves(
          {
            [`${soon} ms after the step`]: {
              x: levels,
              y: measured.map((current) => current.early),
              colour: earlyColour,
            },
            "at the end of the step": { x: levels, y: measured.map((current) => current.late), colour: lateColour },
            "this command": { x: [command, command], y: [early, late], style: "place" },
          },
          {
            x: ["command", model.units[V]],
            y: [symbolText("Iclamp", model.symbols), model.units["Iclamp"]],
            height: 520,
          },
        ),
      ],
      words:
        `From ${numberText(holding)} to ${numberText(command)} mV: ` +
        `${flows(early)} ${soon} ms after the step and ${flows(late)} at its end.` +
        (conductances["gNa"] > 0 ? " Set gNa to 0, as tetrodotoxin does: what goes was sodium's." : ""),
    };
  },
  pick: (index, { x }) => (index === 1 ? { command: x } : undefined),
};

/** The model under voltage clamp. */
export const prepare = (model: Model = hodgkinHuxley): Preparation<null> => ({
  models: [voltageClamp(model)],
  data: null,
});

/**
 * A membrane under voltage clamp: holding potential, command and conductances are sliders; seen are the clamp current,
 * its parts, the gates, and the early and late current against the command.
 * @throws ModelError for a model that cannot be clamped, see `voltageClamp`
 */
export function clampedMembrane(model: Model): void {
  requireModel("clampedMembrane", model);
  showScene(scene, prepare(model));
}

const [earlyColour, lateColour] = [light.purple, light.orange];

const flows = (current: number): string => `${numberText(current)} µA/cm², ${current < 0 ? "inward," : "outward,"}`;

/**
 * A current and the gates through which it flows have one colour: m and h are sodium's, n is potassium's; other models
 * take the series.
 */
function colours(model: Model, ionic: readonly string[]): Readonly<Record<string, string>> {
  if (!["INa", "IK", "IL"].every((name) => ionic.includes(name)) || model.stateNames.join() !== "m,h,n") return {};
  return {
    INa: light.vermillion,
    m: light.vermillion,
    h: light.brown,
    IK: light.green,
    n: light.green,
    IL: light.soft,
  };
}

/** The current early in the step, when sodium has come and potassium has not, and that at its end. */
function twoTimes(run: Trajectory): { readonly early: number; readonly late: number } {
  const current = run.quantity("Iclamp");
  return { early: current[run.time.findIndex((t) => t >= onset + soon)], late: current[current.length - 1] };
}

/** The range of an axis for a current that stands still, whose last digits are the solver's; others choose theirs. */
function atLeastOne(current: Float64Array): { range?: [number, number] } {
  const [low, high] = extremesOf(current);
  return high - low < 0.01 ? { range: [low - 0.5, high + 0.5] } : {};
}
