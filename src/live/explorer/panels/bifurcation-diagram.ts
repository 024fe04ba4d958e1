import type { Model } from "../../../model/model.js";
import { question } from "../analysis/question.js";
import { markHandle, withMark } from "./mark.js";
import type { Panel } from "./panel.js";

/** Equilibria and cycles along a parameter of the reader's choice, with a mark at its present value. */
export const bifurcationPanel: Panel<"diagram"> = {
  name: "bifurcation diagram",
  suits: (model) => model.parameterNames.length > 0,
  opens: () => false,
  choices: [{ label: "along", options: inputFirst }],
  question: ({ model, duration }, along) => question("diagram", model, duration, along ?? inputFirst(model)[0]),
  handles: ({ model }, along) => [markHandle(model, along ?? inputFirst(model)[0])],
  draw({ model }, answer, along = inputFirst(model)[0]) {
    if (answer === undefined) return { words: `The bifurcation diagram along ${along} is being computed …` };
    if ("problem" in answer) return { words: answer.problem };
    const { figure, words } = answer.result;
    return { words, ...(figure && { figure: withMark(figure, model.parameters[along]) }) };
  },
};

/** Parameters along which a diagram may be asked for. */
function inputFirst({ input, parameterNames }: Model): readonly string[] {
  return [...(input === undefined ? [] : [input]), ...parameterNames.filter((name) => name !== input)];
}
