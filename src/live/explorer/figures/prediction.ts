import { line, type Figure, type Line } from "../../../figure/figure.js";
import { printUnit } from "../../../figure/label.js";
import { light, widths } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { numberText } from "../../../text/number.js";
import type { Recording } from "../runs/snapshot.js";
import { borderGroup } from "./borders.js";
import { tracePanels } from "./trace-panels.js";

/** Points of a sketch, at equal distances over the run. */
export const sketchPoints = 200;

/** What is asked of a run before it is shown. */
interface PredictionQuestion {
  readonly text: string;
  /** Whether the answer is a whole number. */
  readonly whole: boolean;
  /** How the answer turned out, in a sentence. */
  verdict(said: number, recording: Pick<Recording, "spikes" | "states">): string;
}

/** What is said of a run that is hidden. */
export const hiddenWords = "The run is hidden: say what you expect, then reveal it.";

const spikeCount = (n: number): string => `${n} ${n === 1 ? "spike" : "spikes"}`;

/** The number of spikes; of a model without any, where its first state with a unit ends. @param duration ms */
export function predictionQuestion(model: Model, duration: number): PredictionQuestion {
  if (model.spiking.threshold) {
    return {
      text: `How many spikes in ${numberText(duration)} ms?`,
      whole: true,
      verdict: (said, { spikes: { length } }) =>
        said === length
          ? `You said ${spikeCount(said)}, and that is right.`
          : `You said ${spikeCount(said)}; the model fires ${length === 0 ? "none" : length}.`,
    };
  }
  const name = model.stateNames.find((state) => model.units[state] !== "1") ?? model.stateNames[0];
  const unit = model.units[name] === "1" ? "" : ` ${printUnit(model.units[name])}`;
  return {
    text: `${name} after ${numberText(duration)} ms${unit === "" ? "" : `, in${unit}`}?`,
    whole: false,
    verdict(said, { states }) {
      const end = states[name][states[name].length - 1];
      return `You said ${name} = ${numberText(said)}${unit}; it ends at ${numberText(end)}${unit}.`;
    },
  };
}

/** A run of which only the input is to be seen, over the one seen last, drawn faintly. */
export function hiddenFigure({ data, layout }: Figure, model: Model, before?: Figure): Figure {
  const panels = tracePanels(model);
  const idOf = (k: number): string => (k === 0 ? "y" : `y${k + 1}`);
  const inputAxis = model.input === undefined ? undefined : idOf(panels.length - 1);
  const axes = Object.fromEntries(
    panels.flatMap((names, k) => {
      if (idOf(k) === inputAxis) return [];
      const low = Math.min(...names.map((name) => model.ranges[name][0]));
      const high = Math.max(...names.map((name) => model.ranges[name][1]));
      const key = `yaxis${k === 0 ? "" : k + 1}`;
      return [[key, { ...layout[key as "yaxis"], range: [low, high + 0.1 * (high - low)] }]];
    }),
  );
  const frames = panels.map((_, k) => line(new Float64Array(0), new Float64Array(0), light.soft, { yaxis: idOf(k) }));
  const faint = ((before?.data ?? []) as readonly Line[])
    .filter(({ yaxis, mode, legendgroup }) => (yaxis ?? "y") === "y" && mode === "lines" && legendgroup !== borderGroup)
    .map(
      (each): Line => ({
        ...each,
        showlegend: false,
        opacity: 0.35,
        line: { color: light.soft, width: widths.thin },
      }),
    );
  const input = data.filter((each) => (each as Line).yaxis === inputAxis && inputAxis !== undefined);
  const borders = data.filter((each) => (each as Line).legendgroup === borderGroup);
  const description = `an empty frame for ${panels.flat()[0]} against time; the run is hidden until you reveal it`;
  return { data: [...frames, ...faint, ...borders, ...input], layout: { ...layout, ...axes, meta: { description } } };
}

/** The sketch over a run, hidden or not. @param sketch values at `sketchPoints` by their place @param duration ms */
export function withSketch(
  { data, layout }: Figure,
  sketch: Readonly<Record<number, number>>,
  duration: number,
): Figure {
  const points = Object.keys(sketch)
    .map(Number)
    .sort((a, b) => a - b);
  if (points.length === 0) return { data, layout };
  const time = Float64Array.from(points, (k) => (k * duration) / (sketchPoints - 1));
  const values = Float64Array.from(points, (k) => sketch[k]);
  const names = { name: "your sketch", yaxis: "y" };
  return {
    data: [...data, line(time, values, light.purple, names, { width: widths.bold, dash: "dash" })],
    layout,
  };
}
