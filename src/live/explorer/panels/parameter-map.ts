import type { ParameterRegions, RegionWord } from "../../../dynamics/parameter-regions.js";
import { light } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { numberText } from "../../../text/number.js";
import type { Handle } from "../../page/handle.js";
import { ownColour } from "../../page/page-theme.js";
import { stepOf } from "../../page/slider.js";
import { question, type Question } from "../analysis/question.js";
import { unsureInWords, valueInWords } from "../figures/words.js";
import type { Snapshot } from "../runs/snapshot.js";
import type { Panel, PanelChange } from "./panel.js";

const name = "two parameters";
const orange = ownColour(light.orange) ?? light.orange;

/** The input, or else the first parameter, runs to the right. */
const across = ({ input, parameterNames }: Model): string => input ?? parameterNames[0];

/** What may run upward: conductances first. */
function upward(model: Model): readonly string[] {
  const isConductance = (each: string): boolean => /^[mun]?S(\/|$)/.test(model.units[each]);
  const others = model.parameterNames.filter((each) => each !== across(model));
  return [...others.filter(isConductance), ...others.filter((each) => !isConductance(each))];
}

const spanned = (model: Model, option: string | undefined): readonly [string, string] => [
  across(model),
  option ?? upward(model)[0],
];

/** What a neuron does in a region, after "it". */
const does: Readonly<Record<RegionWord, string>> = {
  rests: "rests",
  fires: "fires",
  both: "rests or fires, by where it starts",
  oscillates: "swings below its threshold",
  neither: "does neither",
};

/** The plane of two parameters, and what the neuron does in each part of it; a place in it sets both. */
export const parameterMapPanel: Panel<"map"> = {
  name,
  suits: ({ spiking, stateNames, parameterNames }) =>
    spiking.threshold && stateNames.length >= 2 && parameterNames.length >= 2,
  opens: () => false,
  choices: [{ label: "upward", options: upward }],
  question: (snapshot, option) => asked("map", snapshot, option),
  /** The bifurcations of equilibria alone, which take a small part of the time. */
  further: (snapshot, _look, option) => [asked("outline", snapshot, option)],
  draw({ model }, answer, option, _look, [outline]) {
    const [right, up] = spanned(model, option);
    if (answer === undefined) {
      const drawn = outline !== undefined && "result" in outline && "figure" in outline.result ? outline.result : {};
      return { ...drawn, words: `What it does at each ${right} and ${up} is being worked out: some seconds …` };
    }
    if ("problem" in answer) return { words: answer.problem };
    const { figure, regions } = answer.result;
    return { figure, words: inWords(regions, model) };
  },
  marks({ model }, option) {
    const [right, up] = spanned(model, option);
    const { parameters }: Model = model;
    return [{ kind: "dot", axes: "xy", x: parameters[right], y: parameters[up], colour: orange }];
  },
  handles({ model }, option): readonly Handle<PanelChange>[] {
    const names = spanned(model, option);
    const { parameters, ranges, units }: Model = model;
    const [right, up] = names.map((each) => ({
      name: each,
      value: parameters[each],
      range: ranges[each],
      step: stepOf(...ranges[each]),
    }));
    return [
      {
        name: `present values: ${right.name} across, ${up.name} up`,
        at: { axes: "xy", x: right.value, y: up.value },
        colour: orange,
        across: right,
        up,
        said: names.map((each) => `${each} = ${valueInWords(parameters[each], units[each])}`).join(", "),
        change: (values) => ({ kind: "set parameters", values }),
      },
    ];
  },
};

function asked<K extends "map" | "outline">(
  kind: K,
  { model, duration }: Snapshot,
  option: string | undefined,
): Question<K> {
  const window = Object.fromEntries(spanned(model, option).map((each) => [each, model.ranges[each]]));
  return question(kind, model, duration, undefined, window);
}

/** "Here it fires. On the map it rests in 63 %, fires in 36 %, …" */
function inWords(map: ParameterRegions, { parameters }: Model): string {
  const shares = new Map<RegionWord, number>();
  for (const { word, share } of map.regions) shares.set(word, (shares.get(word) ?? 0) + share);
  const told = [...shares].map(([word, share]) => `${does[word]} in ${percent(share)}`);
  const here = regionAt(map, parameters);
  return [
    here === undefined ? "Here it is beyond the map." : `Here it ${does[here]}.`,
    `On the map it ${told.join(", ")}. A click, or the arrows of the ring, set both.`,
    ...unsureInWords(map.incomplete),
  ].join(" ");
}

const percent = (share: number): string => (share < 0.01 ? "less than 1 %" : `${numberText(100 * share, 2)} %`);

/** What is found at the present values; undefined beyond the map. */
function regionAt(
  { ranges, parameters: names, columns, rows, cells, regions }: ParameterRegions,
  parameters: Readonly<Record<string, number>>,
): RegionWord | undefined {
  const [column, row] = names.map((each, k) => {
    const part = (parameters[each] - ranges[k][0]) / (ranges[k][1] - ranges[k][0]);
    const count = k === 0 ? columns : rows;
    return part < 0 || part > 1 ? NaN : Math.min(count - 1, Math.floor(part * count));
  });
  return regions[cells[row * columns + column]]?.word;
}
