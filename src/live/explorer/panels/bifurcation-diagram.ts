import type { BifurcationDiagram } from "../../../dynamics/system/diagram.js";
import type { Figure } from "../../../figure/figure.js";
import { bifurcationDiagram, bifurcationsInWords } from "../../../figure/plots/dynamics/bifurcation-diagram.js";
import type { Model } from "../../../model/model.js";
import { numberText } from "../../../text/number.js";
import { question } from "../analysis/question.js";
import { capitalised } from "../figures/words.js";
import { markHandle, withMark } from "./mark.js";
import type { Panel } from "./panel.js";

/** Equilibria and cycles along a parameter of the reader's choice, with a mark at its present value. */
export const bifurcationPanel: Panel<"diagram"> = {
  name: "bifurcation diagram",
  suits: (model) => model.parameterNames.length > 0,
  opens: () => false,
  choice: { label: "along", options: inputFirst },
  question: ({ model, duration }, along) => question("diagram", model, duration, along ?? inputFirst(model)[0]),
  handles: ({ model }, along) => [markHandle(model, along ?? inputFirst(model)[0])],
  draw({ model }, answer, along = inputFirst(model)[0]) {
    if (answer === undefined) return { words: `The bifurcation diagram along ${along} is being computed …` };
    if ("problem" in answer) return { words: answer.problem };
    const { branches, cycles, range } = answer.result;
    if (branches.length + cycles.length === 0) {
      const [low, high] = range.map((end) => numberText(end));
      return { words: `There is neither an equilibrium nor a cycle at any ${along} from ${low} to ${high}.` };
    }
    return { figure: withMark(figureOf(answer.result), model.parameters[along]), words: inWords(answer.result) };
  },
};

/** Parameters along which a diagram may be asked for. */
function inputFirst({ input, parameterNames }: Model): readonly string[] {
  return [...(input === undefined ? [] : [input]), ...parameterNames.filter((name) => name !== input)];
}

/** Drawn once for a result: the slider of its parameter moves only the mark. */
function figureOf(result: BifurcationDiagram): Figure {
  const figure = figures.get(result) ?? bifurcationDiagram(result, { height: 430 });
  figures.set(result, figure);
  return figure;
}
const figures = new WeakMap<BifurcationDiagram, Figure>();

function inWords(result: BifurcationDiagram): string {
  const leftOut = result.incomplete.length > 0 ? ` Left out: ${result.incomplete.join("; ")}.` : "";
  return `${capitalised(bifurcationsInWords(result))}.${leftOut}`;
}
