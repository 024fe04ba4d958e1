import { curves } from "../../figure/curves.js";
import { trace } from "../../figure/trace.js";
import { simulate } from "../../solve/simulate.js";
import type { Trajectory } from "../../solve/trajectory.js";
import { step } from "../../solve/stimulus-shapes.js";
import { parameterControl, say, type Scene } from "./scene.js";

/** ms. */
const [duration, onset] = [14, 2];
const commands = 23;
/** ms after the beginning of the step. */
const soon = 0.7;

/** A step of the clamped voltage: the current that holds it, in its parts, and its early and late value against the command. */
export const clampedMembraneScene: Scene = {
  controls: ([model]) => {
    const [V] = [model.input!];
    const conductances = model.parameterNames.filter((name) => /^g(Na|K)$|^g[A-Z]/.test(name) && /S/.test(model.units[name]));
    return [
      { name: "command", symbol: "V_{\\mathrm{c}}", unit: model.units[V], range: model.ranges[V], initial: -9 },
      { ...parameterControl(model, V), name: "holding", symbol: "V_{\\mathrm{h}}" },
      ...conductances.map((name) => parameterControl(model, name)),
    ];
  },
  draw(values, [clamp]) {
    const { command, holding, ...conductances } = values;
    const V = clamp.input!;
    const model = clamp.with({ ...conductances, [V]: holding });
    const ionic = model.quantities.filter((name) => /^I[A-Z]/.test(name) && name !== "Iclamp");
    const to = (level: number): Trajectory => simulate(model, { duration, stimulus: step(level - holding, onset) });
    const run = to(command);
    const [low, high] = model.ranges[V];
    const levels = Float64Array.from({ length: commands }, (_, k) => low + ((high - low) * k) / (commands - 1));
    const measured = Array.from(levels, (level) => twoTimes(to(level)));
    const { early, late } = twoTimes(run);
    return {
      figures: [
        trace(run, { panels: ["Iclamp", ionic, [...model.stateNames], "input"], height: 520 }),
        curves({
          [`${soon} ms after the step`]: { x: levels, y: measured.map((current) => current.early) },
          "at the end": { x: levels, y: measured.map((current) => current.late) },
          "this command": { x: [command, command], y: [early, late], style: "points" },
        }, { x: ["command", model.units[V]], y: ["Iclamp", model.units["Iclamp"]], height: 400 }),
      ],
      words: `From ${say(holding)} to ${say(command)} mV: ${early < 0 ? "inward" : "outward"} at first, ${say(early)} µA/cm² after ${soon} ms, and ${say(late)} µA/cm² at the end of the step.`,
    };
  },
  pick: (index, { x }) => (index === 1 ? { command: x } : undefined),
};

/** The current early in the step, when sodium has come and potassium has not, and that at its end. */
function twoTimes(run: Trajectory): { readonly early: number; readonly late: number } {
  const current = run.quantity("Iclamp");
  return { early: current[run.time.findIndex((t) => t >= onset + soon)], late: current[current.length - 1] };
}
