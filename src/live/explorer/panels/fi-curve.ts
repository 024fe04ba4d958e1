import { requireInput } from "../../../checks/require.js";
import { fiCurve } from "../../../figure/plots/spikes/fi-curve.js";
import { question } from "../analysis/question.js";
import { markHandle, withMark } from "./mark.js";
import type { Panel } from "./panel.js";

/** ms: slow firing needs long runs. */
const shortest = 400;

/** The rate of firing against the input, with a mark at the current that lasts. */
export const fiCurvePanel: Panel<"rates"> = {
  name: "f-I curve",
  suits: (model) => model.input !== undefined && model.spiking.threshold,
  opens: () => false,
  question: ({ model, duration }) => question("rates", model, Math.max(shortest, 4 * duration)),
  handles: ({ model }) => [markHandle(model, requireInput("f-I curve", model))],
  draw({ model }, answer) {
    if (answer === undefined) return { words: "The f-I curve is being computed …" };
    if ("problem" in answer) return { words: answer.problem };
    const present = model.parameters[requireInput("f-I curve", model)];
    return { figure: withMark(fiCurve(answer.result, { height: 330 }), present) };
  },
};
