import type { Figure } from "../../../figure/figure.js";
import { light } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import type { Panel } from "./panel.js";

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

/** A place in a picture along a parameter sets that. @param name which one, of a model and the choice in the panel */
export const alongParameter = (
  name: (model: Model, option: string | undefined) => string | undefined,
): NonNullable<Panel["hold"]> => ({
  at({ model }, option) {
    const parameter = name(model, option);
    return { x: parameter === undefined ? NaN : model.parameters[parameter] };
  },
  change(model, option, { x }, within) {
    const parameter = name(model, option);
    return parameter === undefined
      ? undefined
      : { kind: "set parameters", values: { [parameter]: within(model.ranges[parameter], x) } };
  },
});
