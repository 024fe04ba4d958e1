import type { Figure } from "../../../figure/figure.js";
import { note } from "../../../figure/figure.js";
import { flow } from "../../../figure/plots/dynamics/flow.js";
import { light } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { numberText } from "../../../text/number.js";
import { ownColour } from "../../page/page-theme.js";
import { momentOf } from "../figures/cursor.js";
import { pieceOf } from "../figures/span.js";
import { bordersOf, type Borders } from "../runs/borders.js";
import type { Panel } from "./panel.js";

const blue = ownColour(light.blue) ?? light.blue;

/** dV/dt against V, of a model of one state; of one that is reset, the part that it reaches. */
export const flowPanel: Panel = {
  name: "flow on the line",
  leads: true,
  suits: (model) => model.stateNames.length === 1,
  opens: () => true,
  draw({ model, equilibria }) {
    const figure = withinView(flow(model, { equilibria, height: 430 }));
    const borders = bordersOf(model);
    if (borders === undefined) return { figure };
    return { figure: withBorders(figure, model, borders), ...inWords(model, borders) };
  },
  marks({ model, recording }, _, cursor, span) {
    const [name] = model.stateNames;
    const start = { kind: "handle", axes: "xy", x: recording.states[name][0], y: 0, colour: blue } as const;
    const piece = span === undefined ? [] : [pieceOf(recording, span, name, undefined)];
    return cursor === undefined
      ? [...piece, start]
      : [...piece, start, { kind: "dot", axes: "xy", x: momentOf(recording, cursor)[name], y: 0, colour: blue }];
  },
  hold: {
    at: ({ model, recording }) => ({ x: recording.states[model.stateNames[0]][0], y: 0 }),
    change: ({ stateNames: [name], ranges }, _, { x }, within) => ({
      kind: "set start",
      start: { [name]: within(ranges[name], x) },
    }),
  },
};

/** A flow whose upstroke is thousands of times as fast as all else is cut above, where the rest can be seen. */
function withinView({ data, layout }: Figure): Figure {
  const { y } = data[1] as { readonly y: Float64Array };
  const speeds = Float64Array.from(y, Math.abs).sort();
  const usual = 4 * speeds[Math.floor(0.4 * speeds.length)];
  if (speeds[speeds.length - 1] < 50 * usual) return { data, layout };
  const range: [number, number] = [Math.max(Math.min(...y), -usual) - 0.1 * usual, usual];
  return { data, layout: { ...layout, yaxis: { ...layout.yaxis, range } } };
}

/** Threshold and reset as lines, what lies beyond greyed, and zeros that are never reached hollow and grey. */
function withBorders({ data, layout }: Figure, model: Model, { threshold, reset, beyond }: Borders): Figure {
  const [, high] = model.ranges[model.stateNames[0]];
  const upright = { xref: "x", yref: "y domain", y0: 0, y1: 1 } as const;
  const at = (x: number, text: string, xanchor: "left" | "right"): ReturnType<typeof note> =>
    note(x, 1, text, { yref: "y domain", yanchor: "top", xanchor, xshift: xanchor === "left" ? 4 : -4 });
  return {
    data: [
      ...data,
      {
        type: "scatter",
        mode: "markers",
        x: Float64Array.from(beyond),
        y: new Float64Array(beyond.length),
        showlegend: false,
        marker: { symbol: "circle-open", size: 12, color: light.soft, line: { width: 2, color: light.soft } },
      },
    ],
    layout: {
      ...layout,
      shapes: [
        {
          type: "rect",
          ...upright,
          x0: threshold,
          x1: high,
          fillcolor: light.greyWash,
          line: { width: 0 },
          layer: "below",
        },
        ...[threshold, reset].map((x) => ({
          type: "line" as const,
          ...upright,
          x0: x,
          x1: x,
          line: { color: light.soft, width: 1.5, dash: "dash" as const },
        })),
      ],
      annotations: [at(threshold, "threshold", "right"), at(reset, "reset", "left")],
    },
  };
}

function inWords({ stateNames: [name], units }: Model, { threshold, beyond }: Borders): { readonly words?: string } {
  const unit = units[name] === "1" ? "" : ` ${units[name]}`;
  const [first] = beyond;
  if (first === undefined) return {};
  const [zero, border] = [first, threshold].map((x) => `${numberText(x)}${unit}`);
  return {
    words: `d${name}/dt is zero at ${zero} too, but out of reach: at the threshold, ${border}, ${name} is reset.`,
  };
}
