import type { Data, Layout, ScatterData } from "plotly.js-dist";
import { decimate, type Polyline } from "./decimate.js";
import type { Figure } from "./figure.js";

/** Points that all lines of one embedded figure share, the most that one of them gets, and how far a line may move. */
const allPoints = 4000;
const linePoints = 2000;
const tolerance = 1.5e-4;

/**
 * The figure as it is stored in a notebook: lines thinned without losing a spike, numbers rounded to a ten-thousandth of the
 * range of their column (along x to a tenth of that, as traces are steep), so that the file is small and the eye sees no change.
 */
export function compact(figure: Figure): Figure {
  const long = figure.data.filter((trace) => isLine(trace) && (trace.x as ArrayLike<number>).length > 200).length;
  const limit = Math.max(300, Math.min(linePoints, Math.floor(allPoints / Math.max(1, long))));
  return { data: figure.data.map((trace) => rounded(isLine(trace) ? thinned(trace, limit, figure.layout) : trace)), layout: figure.layout };
}

const isLine = (trace: Data): trace is Partial<ScatterData> =>
  trace.type === "scatter" && trace.mode === "lines" && isNumbers(trace.x) && isNumbers(trace.y);

const isNumbers = (values: unknown): values is ArrayLike<number> =>
  ArrayBuffer.isView(values) || (Array.isArray(values) && values.every((value) => typeof value === "number"));

function thinned(trace: Partial<ScatterData>, limit: number, layout: Partial<Layout>): Data {
  const window = [seen(trace.xaxis ?? "x", layout), seen(trace.yaxis ?? "y", layout)] as const;
  const { x, y } = decimate({ x: trace.x, y: trace.y } as Polyline, limit, tolerance, window);
  return { ...trace, x, y };
}

/** Length of the range that an axis shows, where the layout says it: a curve may go far beyond. */
function seen(axis: string, layout: Partial<Layout>): number | undefined {
  const { range, type } = layout[`${axis[0]}axis${axis.slice(1)}` as "xaxis"] ?? {};
  return range === undefined || type === "log" ? undefined : Math.abs((range as [number, number])[1] - (range as [number, number])[0]);
}

function rounded(trace: Data): Data {
  return Object.fromEntries(Object.entries(trace).map(([key, value]) => [key, isNumbers(value) ? roundColumn(value, key === "x" ? 5 : 4) : value]));
}

/** NaN becomes null, which is how JSON says "no point here". */
function roundColumn(values: ArrayLike<number>, decimals: number): (number | null)[] {
  let [lo, hi] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i])) [lo, hi] = [Math.min(lo, values[i]), Math.max(hi, values[i])];
  const range = hi > lo ? hi - lo : Math.abs(hi) || 1;
  const digits = decimals - Math.floor(Math.log10(range));
  const overDecades = lo > 0 && hi > 1000 * lo; // as on a logarithmic axis, where the small ones count as much
  const nearest = (value: number): number => Number(overDecades || digits > 15 || digits < 0 ? value.toPrecision(decimals + 1) : value.toFixed(digits));
  return Array.from(values, (value) => (Number.isFinite(value) ? nearest(value) : null));
}
