import { line, type Figure, type Line } from "../../../figure/figure.js";
import { printUnit } from "../../../figure/label.js";
import { light, widths } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import type { Trajectory } from "../../../solve/trajectory.js";
import { panelsOf } from "../runs/setting.js";
import { round } from "./words.js";

/** A reader who commits before seeing: what was foretold, and what has been seen. */
export interface Foretelling {
  on: boolean;
  /** The setting whose run the reader has seen last, as a text; of any other the run is hidden. */
  seen: string | undefined;
  /** How the prediction for `seen` turned out. */
  verdict: string;
  /** V at the points of the sketch. */
  readonly sketch: Map<number, number>;
}

/** Points of a sketch across the window. */
export const sketchPoints = 200;

/** What is asked of a run before it is shown. */
export interface Question {
  readonly text: string;
  readonly whole: boolean;
  verdict(said: number, run: Trajectory): string;
}

export const hiddenWords = "The run is hidden: say what you expect, then reveal it.";

const spikes = (n: number): string => `${n} ${n === 1 ? "spike" : "spikes"}`;

/** The number of spikes; of a model without any, where its first state with a unit ends. */
export function question(model: Model, duration: number): Question {
  if (model.spiking.threshold) {
    return {
      text: `How many spikes in ${round(duration)} ms?`,
      whole: true,
      verdict: (said, { spikes: { length } }) =>
        said === length
          ? `You said ${spikes(said)}, and that is right.`
          : `You said ${spikes(said)}; the model fires ${length === 0 ? "none" : length}.`,
    };
  }
  const name = model.stateNames.find((state) => model.units[state] !== "1") ?? model.stateNames[0];
  const unit = model.units[name] === "1" ? "" : ` ${printUnit(model.units[name])}`;
  return {
    text: `${name} after ${round(duration)} ms${unit === "" ? "" : `, in${unit}`}?`,
    whole: false,
    verdict: (said, { states }) =>
      `You said ${name} = ${round(said)}${unit}; it ends at ${round(states[name].at(-1)!)}${unit}.`,
  };
}

/** A run of which only the input is to be seen, over the one seen last, drawn faintly. */
export function hiddenFigure({ data, layout }: Figure, model: Model, before?: Figure): Figure {
  const panels = panelsOf(model);
  const idOf = (k: number): string => (k === 0 ? "y" : `y${k + 1}`);
  const inputAxis = model.input === undefined ? undefined : idOf(panels.length - 1);
  const axes = Object.fromEntries(
    panels.flatMap((names, k) => {
      if (idOf(k) === inputAxis) return [];
      const [low, high] = [
        Math.min(...names.map((name) => model.ranges[name][0])),
        Math.max(...names.map((name) => model.ranges[name][1])),
      ];
      const key = `yaxis${k === 0 ? "" : k + 1}`;
      return [[key, { ...layout[key as "yaxis"], range: [low, high + 0.1 * (high - low)] }]];
    }),
  );
  const frames = panels.map((_, k) => line(new Float64Array(0), new Float64Array(0), light.soft, { yaxis: idOf(k) }));
  const faint = (before?.data ?? [])
    .filter((each) => ((each as Line).yaxis ?? "y") === "y" && (each as Line).mode === "lines")
    .map(
      (each): Line => ({
        ...(each as Line),
        showlegend: false,
        opacity: 0.35,
        line: { color: light.soft, width: widths.thin },
      }),
    );
  const input = data.filter((each) => (each as Line).yaxis === inputAxis && inputAxis !== undefined);
  return {
    data: [...frames, ...faint, ...input],
    layout: {
      ...layout,
      ...axes,
      meta: {
        description: `an empty frame for ${panels.flat()[0]} against time; the run is hidden until you reveal it`,
      },
    },
  };
}

/** The sketch over a run, hidden or not. */
export function withSketch({ data, layout }: Figure, { sketch }: Foretelling, duration: number): Figure {
  const points = [...sketch].sort(([a], [b]) => a - b);
  if (points.length === 0) return { data, layout };
  const x = Float64Array.from(points, ([k]) => (k * duration) / (sketchPoints - 1));
  return {
    data: [
      ...data,
      line(
        x,
        Float64Array.from(points, ([, v]) => v),
        light.purple,
        { name: "your sketch", yaxis: "y" },
        { width: widths.bold, dash: "dash" },
      ),
    ],
    layout,
  };
}
