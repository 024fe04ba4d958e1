import { axis, figure, line, logarithmic, type Figure, type FigureOptions, type Line } from "./figure.js";
import { withUnit } from "./label.js";
import { seriesColour, widths } from "./theme.js";

export interface Curve {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** How it is drawn: default "line". */
  readonly style?: "line" | "dashed" | "dotted" | "points" | "points and line";
}

/** What an axis shows: its name and its unit, "1" for a bare number. */
export type Quantity = readonly [name: string, unit: string];

export interface CurvesOptions extends FigureOptions {
  readonly x: Quantity;
  readonly y: Quantity;
  /** Logarithmic axes: "x", "y" or "xy". */
  readonly log?: "x" | "y" | "xy";
}

/**
 * Any data, y against x: one curve, or several with names.
 * @throws RangeError if a curve has more of x than of y
 */
export function curves(data: Curve | Readonly<Record<string, Curve>>, options: CurvesOptions): Figure {
  const named = isCurve(data) ? ([["", data]] as const) : Object.entries(data);
  const lines: Line[] = named.map(([name, curve], k) => {
    if (curve.x.length !== curve.y.length) throw new RangeError(`plot.curves: ${name === "" ? "the curve" : `'${name}'`} has ${curve.x.length} x and ${curve.y.length} y; each point needs one of each`);
    const style = curve.style ?? "line";
    return line(Float64Array.from(curve.x), Float64Array.from(curve.y), seriesColour(k), {
      name,
      showlegend: named.length > 1,
      mode: style === "points" ? "markers" : style === "points and line" ? "lines+markers" : "lines",
      marker: { color: seriesColour(k), size: 6 },
    }, { dash: style === "dashed" ? "dash" : style === "dotted" ? "dot" : "solid", width: widths.line });
  });
  const names = named.map(([name]) => name).filter((name) => name !== "");
  const description = `${options.y[0]} against ${options.x[0]}${names.length > 0 ? `: ${names.join(", ")}` : ""}`;
  return figure(lines, description, 340, {
    xaxis: axis(withUnit(...options.x), options.log?.includes("x") === true ? logarithmic(named.flatMap(([, { x }]) => Array.from(x))) : {}),
    yaxis: axis(withUnit(...options.y), options.log?.includes("y") === true ? logarithmic(named.flatMap(([, { y }]) => Array.from(y))) : {}),
  }, options);
}

const isCurve = (data: Curve | Readonly<Record<string, Curve>>): data is Curve =>
  typeof (data as { readonly x?: { readonly length?: unknown } }).x?.length === "number";
