import { requireInput } from "../../../checks/require.js";
import type { Model } from "../../../model/model.js";
import type { Mark } from "../../page/marks.js";
import { seenWithin, timeWithin } from "../figures/time-window.js";
import { question } from "../analysis/question.js";
import type { Panel } from "./panel.js";

const name = "population";

/** The widest spread as a part of the input's range, and the first as a part of that. */
const [widest, opening] = [0.1, 0.2];

const inputOf = (model: Model): string => requireInput(name, model);

function widestOf(model: Model): number {
  const [low, high] = model.ranges[inputOf(model)];
  return Number((widest * (high - low)).toPrecision(1));
}

const spreadAtFirst = (model: Model): number => Number((opening * widestOf(model)).toPrecision(1));

/** 1000 cells under the run's own current and sliders, each with more or less current than the others. */
export const populationPanel: Panel<"cells"> = {
  name,
  suits: (model) => model.input !== undefined && model.spiking.threshold,
  opens: () => false,
  amount: {
    label: "spread",
    range: (model) => [0, widestOf(model)],
    initial: spreadAtFirst,
    unit: (model) => model.units[inputOf(model)],
  },
  question({ key, model, recording, stimulus, home, setting, duration }, option) {
    const cells = {
      spread: option === undefined ? spreadAtFirst(model) : Number(option),
      start: { ...home, ...setting.start },
      stimulus,
    };
    const { job } = question("cells", recording.model ?? model, duration);
    return { key: `cells ${key} ${cells.spread}`, job: { ...job, cells } };
  },
  draw({ duration }, answer, _option, look) {
    if (answer === undefined) return { words: "1000 cells are being run …" };
    if ("problem" in answer) return { words: answer.problem };
    const { figure, words } = answer.result;
    return { figure: seenWithin(figure, timeWithin(look.windows["time"], duration)), words };
  },
  marks(_snapshot, _option, cursor, span) {
    const band: readonly Mark[] = span === undefined ? [] : [{ kind: "band", from: span[0], to: span[1] }];
    return cursor === undefined ? band : [...band, { kind: "rule", x: cursor }];
  },
  momentAt: (_snapshot, _option, { x }) => x,
};
