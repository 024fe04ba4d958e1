import type { Figure } from "../../../figure/figure.js";
import { light } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import type { Handle } from "../../page/handle.js";
import { ownColour } from "../../page/page-theme.js";
import { stepOf } from "../../page/slider.js";
import { valueInWords } from "../figures/words.js";
import type { PanelChange } from "./panel.js";

/** A dotted line at the present value of the parameter that runs to the right. */
export function withMark({ data, layout }: Figure, at: number): Figure {
  const mark = {
    type: "line",
    xref: "x",
    yref: "y domain",
    x0: at,
    x1: at,
    y0: 0,
    y1: 1,
    line: { color: light.orange, width: 2, dash: "dot" },
  } as const;
  return { data, layout: { ...layout, shapes: [...(layout.shapes ?? []), mark] } };
}

const orange = ownColour(light.orange) ?? light.orange;

/** The present value of a parameter that runs to the right, as a line. @param name of the parameter */
export function markHandle({ parameters, ranges, units }: Model, name: string): Handle<PanelChange> {
  const value = parameters[name];
  return {
    name: `${name}, present value`,
    at: { axes: "xy", x: value },
    colour: orange,
    across: { name, value, range: ranges[name], step: stepOf(...ranges[name]) },
    said: valueInWords(value, units[name]),
    change: (values) => ({ kind: "set parameters", values }),
  };
}
