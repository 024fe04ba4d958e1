import type { Model } from "../../../model/model.js";
import type { Extent, Panel } from "./panel.js";
import { amountIn, chosenIn } from "./panel.js";

/** The present input first; where a state begins last. */
const varied = ({ input, parameterNames, stateNames }: Model): readonly string[] => [
  ...(input === undefined ? [] : [input]),
  ...parameterNames.filter((each) => each !== input),
  ...stateNames,
];
/** Of the range of what is varied: as far as it goes to each side, at most and at first. */
const [widest, opening] = [0.5, 0.05];
const part = ({ ranges }: Model, name: string, share: number): number =>
  Number((share * (ranges[name][1] - ranges[name][0])).toPrecision(1));

/** Runs that differ in one value, each where its value is. */
export const rangeOfRunsPanel: Panel<"runs"> = {
  name: "range of runs",
  suits: () => true,
  opens: () => false,
  choices: [{ label: "varied", options: varied }],
  amount: {
    label: "up to ±",
    range: (model, [name]): Extent => [part(model, name, opening) / 100, part(model, name, widest)],
    initial: (model, [name]) => part(model, name, opening),
    unit: (model, [name]) => model.units[name],
  },
  question({ key, set, setting, duration }, option) {
    const [name] = chosenIn(rangeOfRunsPanel, set, option);
    const spread = amountIn(rangeOfRunsPanel, set, option);
    const job = { kind: "runs", data: set.data, duration, along: undefined, window: undefined } as const;
    return { key: `runs ${key} ${name} ${spread}`, job: { ...job, varied: { name, spread, setting } } };
  },
  draw(_snapshot, answer) {
    if (answer === undefined) return { words: "Nine runs are being made …" };
    return "problem" in answer ? { words: answer.problem } : answer.result;
  },
};
