import type { Figure, Line } from "../../../figure/figure.js";
import { trace } from "../../../figure/plots/runs/trace.js";
import { light, widths } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import type { Recording } from "../runs/snapshot.js";
import { withBordersAlong } from "./borders.js";
import { differences } from "./differences.js";
import { axesOf, tracePanels } from "./trace-panels.js";

/**
 * The axes of the first state and of the input span their windows whatever the sliders say, so that a change is seen as
 * a change.
 * @param currents that the input's axis spans; default what there is
 */
export function runFigure(
  recording: Recording,
  kept: readonly Recording[] = [],
  currents?: readonly [number, number],
): Figure {
  const { model } = recording;
  if (model === undefined) throw new Error("an explorer draws runs of models alone");
  const first = model.stateNames[0];
  const panels = tracePanels(model);
  const alone = trace(recording, { panels });
  const figure = kept.length === 0 ? alone : overKept(alone, kept, differences([...kept, recording]));
  const [low, high] = model.ranges[first];
  const runs = [recording, ...kept];
  const within =
    currents !== undefined && runs.every(({ input }) => input.every((I) => I >= currents[0] && I <= currents[1]));
  if (within && model.input !== undefined) {
    const { key } = axesOf(model, "input");
    figure.layout[key] = { ...figure.layout[key], range: [Math.min(0, ...currents), currents[1]] };
  }
  const inside = runs.every(({ states }) => states[first].every((value) => value >= low && value <= high));
  if (!inside) return withBordersAlong(figure, recording);
  const range: [number, number] = [low, high + 0.1 * (high - low)];
  const layout = { ...figure.layout, yaxis: { ...figure.layout.yaxis, range } };
  return withBordersAlong({ data: figure.data, layout }, recording);
}

/** Of runs that were kept, one after the other. */
export const keptDashes = ["solid", "dash", "dot", "dashdot"] as const;

/** A run over some that were kept, which are grey: its curves keep the colours of their quantities. */
function overKept({ data, layout }: Figure, runs: readonly Recording[], names: readonly string[]): Figure {
  const kept = runs.flatMap((run, n) =>
    (trace(run, { panels: run.model === undefined ? [] : tracePanels(run.model) }).data as readonly Line[])
      .filter(({ mode }) => mode === "lines")
      .map((each, k): Line => {
        const { fill: _, fillcolor: __, legend: ___, ...rest } = each;
        const named = { name: `kept: ${names[n]}`, legendgroup: `kept ${n}`, showlegend: k === 0 };
        return {
          ...rest,
          ...named,
          line: { ...each.line, color: light.soft, width: widths.thin, dash: keptDashes[n] },
        };
      }),
  );
  const { description } = layout.meta as { readonly description: string };
  const margin = { ...layout.margin, t: (layout.margin?.t ?? 18) + 22 };
  const meta = { description: `${description}; behind it, kept: ${names.slice(0, -1).join("; ")}` };
  return { data: [...kept, ...data], layout: { ...layout, showlegend: true, margin, meta } };
}

/**
 * A run whose current is to be drawn into its panel, which therefore has a scale of its own: the size of the input.
 * @param input the model's
 */
export function withRoomToDraw({ data, layout }: Figure, model: Model, input: string): Figure {
  const size = Math.abs(model.parameters[input]) || model.ranges[input][1];
  const { key } = axesOf(model, "input");
  return {
    data,
    layout: { ...layout, height: (layout.height ?? 400) + 60, [key]: { ...layout[key], range: [-size, 2 * size] } },
  };
}
