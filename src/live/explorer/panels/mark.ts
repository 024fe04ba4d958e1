import type { Figure } from "../../../figure/figure.js";
import { light } from "../../../figure/theme.js";

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
    line: { color: light.ink, width: 1.5, dash: "dot" },
  } as const;
  return { data, layout: { ...layout, shapes: [...(layout.shapes ?? []), mark] } };
}
