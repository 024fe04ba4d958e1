import type { Figure } from "../../../figure/figure.js";
import { flow } from "../../../figure/plots/dynamics/flow.js";
import { light } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { ownColour } from "../../page/page-theme.js";
import { withUprightBorders } from "../figures/borders.js";
import { momentOf } from "../figures/cursor.js";
import { pieceOf } from "../figures/span.js";
import { valueInWords } from "../figures/words.js";
import { bordersOf, zerosBeyond } from "../runs/borders.js";
import { borderHandles } from "./border-handles.js";
import type { Panel } from "./panel.js";
import { startHandle } from "./start-handle.js";

const blue = ownColour(light.blue) ?? light.blue;

/** dV/dt against V, of a model of one state; of one that is reset, the part that it reaches. */
export const flowPanel: Panel = {
  name: "flow on the line",
  leads: true,
  suits: (model) => model.stateNames.length === 1,
  opens: () => true,
  draw({ model, equilibria }) {
    const figure = withinView(flow(model, { equilibria, height: 430 }));
    const borders = bordersOf(model).map((border) => ({ border, at: border.at(Float64Array.of(0), model.vector) }));
    if (borders.length === 0) return { figure };
    const [{ at: threshold }] = borders;
    const beyond = zerosBeyond(model, threshold);
    const across = withUprightBorders(figure, model, borders, model.ranges[model.stateNames[0]]);
    return { figure: withZeros(across, beyond), ...inWords(model, threshold, beyond) };
  },
  marks({ model, recording }, _, cursor, span) {
    const [name] = model.stateNames;
    const piece = span === undefined ? [] : [pieceOf(recording, span, name, undefined)];
    return cursor === undefined
      ? piece
      : [...piece, { kind: "dot", axes: "xy", x: momentOf(recording, cursor)[name], y: 0, colour: blue }];
  },
  handles: ({ model, recording }) => [
    startHandle(model, recording, model.stateNames[0], undefined, blue, model.ranges),
    ...borderHandles(model, (_, value) => ({ axes: "xy", x: value })),
  ],
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

/** Zeros that are never reached, hollow and grey. */
function withZeros({ data, layout }: Figure, beyond: readonly number[]): Figure {
  const zeros = {
    type: "scatter",
    mode: "markers",
    x: Float64Array.from(beyond),
    y: new Float64Array(beyond.length),
    showlegend: false,
    marker: { symbol: "circle-open", size: 12, color: light.soft, line: { width: 2, color: light.soft } },
  } as const;
  return { data: [...data, zeros], layout };
}

function inWords(
  { stateNames: [name], units }: Model,
  threshold: number,
  [first]: readonly number[],
): { readonly words?: string } {
  if (first === undefined) return {};
  const [zero, border] = [first, threshold].map((x) => valueInWords(x, units[name]));
  return {
    words: `d${name}/dt is zero at ${zero} too, but out of reach: at the threshold, ${border}, ${name} is reset.`,
  };
}
