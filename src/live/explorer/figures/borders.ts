import type { Shape } from "plotly.js-dist";
import { line, note, type Figure, type Line, type Note } from "../../../figure/figure.js";
import { symbolText } from "../../../figure/label.js";
import { light, widths } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { bordersOf, type Border } from "../runs/borders.js";
import type { Recording } from "../runs/snapshot.js";
import { axesOf } from "./trace-panels.js";

/** What the lines of borders share in a figure, by which others know them. */
export const borderGroup = "border";

/** Places at which a border is asked for, along a run or across a plane. */
const samples = 100;

const evenly = (from: number, to: number): readonly number[] =>
  Array.from({ length: samples }, (_, k) => from + (k * (to - from)) / (samples - 1));

/** "V_th"; without a parameter "threshold". */
const shortText = ({ kind, parameter }: Border, { symbols }: Model): string =>
  parameter === undefined ? kind : symbolText(parameter, symbols);

/** "threshold V_th". */
const longText = (border: Border, model: Model): string =>
  border.parameter === undefined ? border.kind : `${border.kind} ${shortText(border, model)}`;

const isLevel = (values: readonly number[]): boolean => values.every((value) => value === values[0]);

/** A dashed line; of a straight one the ends. */
function dashed(x: readonly number[], y: readonly number[], name: string, yaxis: "y"): Line {
  const straight = isLevel(x) || isLevel(y);
  const kept = (values: readonly number[]): Float64Array =>
    Float64Array.from(straight ? [values[0], values[values.length - 1]] : values);
  const stroke = { width: widths.thin, dash: "dash" } as const;
  return line(kept(x), kept(y), light.soft, { name, yaxis, legendgroup: borderGroup }, stroke);
}

const label = (x: number, y: number, text: string, own: Partial<Note>): Note =>
  note(x, y, text, { font: { size: 11, color: light.soft }, ...own });

/** A run with threshold and reset as lines, in the panel of the state that they belong to. */
export function withBordersAlong({ data, layout }: Figure, recording: Recording): Figure {
  const { model, time, states, input } = recording;
  const borders = model === undefined ? [] : bordersOf(model);
  if (model === undefined || borders.length === 0) return { data, layout };
  const places = evenly(0, time.length - 1).map(Math.round);
  const driven = model.parameterNames.indexOf(model.input ?? "");
  const drawn = borders.map((border) => {
    const values = places.map((k) => {
      const y = Float64Array.from(model.stateNames, (name) => states[name][k]);
      return border.at(y, driven < 0 ? model.vector : model.vector.with(driven, input[k]));
    });
    const own = model.stateNames[border.state];
    const { y: yref, key } = axesOf(model, own);
    const [low, high] = layout[key]?.range ?? [-Infinity, Infinity];
    const isAbove = border.kind === "threshold" || states[own][0] <= values[0];
    const text = label(time[0], values[0], shortText(border, model), {
      ...{ yref, xanchor: "left", xshift: 3 },
      ...(isAbove ? { yanchor: "bottom" } : { yanchor: "top" }),
    });
    const times = places.map((k) => time[k]);
    const isSeen = values[0] >= Number(low) && values[0] <= Number(high);
    return { curve: dashed(times, values, border.kind, yref), texts: isSeen ? [text] : [] };
  });
  const notes = drawn.flatMap(({ texts }) => texts);
  return { data: [...data, ...drawn.map(({ curve }) => curve)], layout: and(layout, [], notes) };
}

/** A border that is straight, and where. */
interface Placed {
  readonly border: Border;
  readonly at: number;
}

/**
 * A picture of a state across with its borders as upright lines, as far as they are within its range, and with what
 * lies beyond the threshold greyed.
 */
export function withUprightBorders(
  { data, layout }: Figure,
  model: Model,
  borders: readonly Placed[],
  [low, high]: readonly [number, number],
): Figure {
  const within = borders.filter(({ at }) => at >= low && at <= high);
  const whole = { xref: "x", yref: "y domain", y0: 0, y1: 1 } as const;
  const shapes = within.flatMap(({ border: { kind }, at }): readonly Partial<Shape>[] => {
    const stroke = { color: light.soft, width: widths.thin, dash: "dash" } as const;
    const upright = { ...whole, type: "line", x0: at, x1: at, line: stroke } as const;
    const beyond = { ...whole, x0: at, x1: high, fillcolor: light.greyWash, line: { width: 0 } } as const;
    return kind === "threshold" ? [{ ...beyond, type: "rect", layer: "below" }, upright] : [upright];
  });
  const annotations = within.map(({ border, at }) => {
    // The two may be near each other: one is written below the other.
    const side = border.kind === "threshold" ? { xanchor: "right" as const, xshift: -4 } : { xshift: 4, yshift: -16 };
    const place = { yref: "y domain" as "y", yanchor: "top", xanchor: "left" } as const;
    return label(at, 1, longText(border, model), { ...place, ...side });
  });
  return { data, layout: and(layout, shapes, annotations) };
}

const and = (
  layout: Figure["layout"],
  shapes: readonly Partial<Shape>[],
  annotations: readonly Note[],
): Figure["layout"] => ({
  ...layout,
  shapes: [...(layout.shapes ?? []), ...shapes],
  annotations: [...(layout.annotations ?? []), ...annotations],
});

/** The plane of two states with threshold and reset as lines, as far as those two say where they are. */
export function withBordersAcross(
  figure: Figure,
  model: Model,
  [across, up]: readonly [string, string],
  window: Readonly<Record<string, readonly [number, number]>>,
): Figure {
  const borders = bordersOf(model);
  if (borders.length === 0) return figure;
  const start = Float64Array.from(model.stateNames, (name) => model.states[name]);
  const drawn = borders.flatMap((border) => {
    const own = model.stateNames[border.state];
    if (own !== across && own !== up) return [];
    const other = own === across ? up : across;
    const [along, place] = [evenly(...window[other]), model.stateNames.indexOf(other)];
    const values = along.map((value) => border.at(start.with(place, value), model.vector));
    return [{ border, at: values[0], upright: own === across, straight: isLevel(values), along, values }];
  });
  const curves = drawn
    .filter(({ upright, straight }) => (straight && !upright) || (!straight && model.stateNames.length === 2))
    .map(({ border: { kind }, upright, along, values }) =>
      upright ? dashed(values, along, kind, "y") : dashed(along, values, kind, "y"),
    );
  const notes = drawn
    .filter(({ upright, straight, at }) => straight && !upright && at >= window[up][0] && at <= window[up][1])
    .map(({ border, at }) => {
      const place = { xref: "x domain" as "x", xanchor: "right", yanchor: "bottom" } as const;
      return label(1, at, longText(border, model), place);
    });
  const uprights = drawn.filter(({ upright, straight }) => upright && straight);
  return withUprightBorders(
    { data: [...figure.data, ...curves], layout: and(figure.layout, [], notes) },
    model,
    uprights,
    window[across],
  );
}
