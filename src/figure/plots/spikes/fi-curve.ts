import { requireMadeOrSeveral, type Made } from "../../../checks/require-made.js";
import { knownOptions } from "../../../checks/require.js";
import { axis, figure, figureOptions, line, type Figure, type FigureOptions, type Line } from "../../figure.js";
import { withUnit } from "../../label.js";
import { light, seriesColour } from "../../theme.js";

/** Firing rate (Hz) at each current. */
export interface RateCurve {
  readonly current: ArrayLike<number>;
  readonly rate: ArrayLike<number>;
  /** Unit of the current; µA/cm² if it does not say. */
  readonly unit?: string;
}

const rates: Made = { what: "an f-I curve", parts: ["current", "rate"], by: "fiCurve(…)" };

/**
 * The f-I curve: points where the rate was found, joined where the model fires at neighbouring currents, so that a jump
 * from silence to a finite rate is seen as a jump. Several curves with names show, for instance, an upward and a
 * downward sweep.
 */
export function fiCurve(data: RateCurve | Readonly<Record<string, RateCurve>>, options: FigureOptions = {}): Figure {
  knownOptions("plot.fiCurve", options, [...figureOptions]);
  requireMadeOrSeveral("plot.fiCurve", data, rates);
  const named = isRateCurve(data) ? ([["", data]] as const) : Object.entries(data);
  const first = named[0]?.[1];
  if (first === undefined) throw new RangeError("plot.fiCurve needs at least one curve { current, rate }, got none");
  const unit = first.unit ?? "uA/cm^2";
  const lines: Line[] = named.flatMap(([name, curve], k) => {
    const [x, y] = [Float64Array.from(curve.current), Float64Array.from(curve.rate)];
    const colour = seriesColour(k);
    const [brokenX, brokenY] = breakJumps(x, y);
    return [
      line(brokenX, brokenY, colour, { name, legendgroup: name, hoverinfo: "skip" }),
      line(x, y, colour, {
        name,
        legendgroup: name,
        mode: "markers",
        showlegend: named.length > 1,
        marker: {
          color: k % 2 === 0 ? colour : light.paper,
          size: 6.5,
          line: { color: colour, width: 1.5 },
          symbol: k % 2 === 0 ? "circle" : "diamond",
        },
        hovertemplate: `%{y:.1f} Hz at %{x}<extra>${name}</extra>`,
      }),
    ];
  });
  const highest = Math.max(...named.flatMap(([, { rate }]) => Array.from(rate).filter(Number.isFinite)));
  return figure(
    lines,
    `Firing rate against input current${named.length > 1 ? `: ${named.map(([name]) => name).join(", ")}` : ""}; ` +
      `the highest rate is ${Number(highest.toPrecision(3))} Hz`,
    340,
    {
      xaxis: axis(withUnit("I", unit)),
      yaxis: axis("firing rate (Hz)", { rangemode: "nonnegative" }),
    },
    options,
  );
}

/** NaN between silence and firing, where there is no curve to be drawn. */
function breakJumps(x: Float64Array, y: Float64Array): readonly [Float64Array, Float64Array] {
  const points: (readonly [number, number])[] = [];
  for (let i = 0; i < x.length; i++) {
    if (i > 0 && y[i] > 0 !== y[i - 1] > 0) points.push([NaN, NaN]);
    points.push([x[i], y[i]]);
  }
  return [Float64Array.from(points, ([a]) => a), Float64Array.from(points, ([, b]) => b)];
}

const isRateCurve = (data: RateCurve | Readonly<Record<string, RateCurve>>): data is RateCurve =>
  typeof (data as { readonly rate?: { readonly length?: unknown } }).rate?.length === "number";
