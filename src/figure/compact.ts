import type { Data, Layout, ScatterData } from "plotly.js-dist";
import { decimate, type Polyline, type Thinned, thin } from "./decimate.js";
import type { Figure } from "./figure.js";

/** Points that all lines of one output share. */
const allPoints = 2000;
/**
 * How far a line may move, as a part of the window: less than a px as long as there is room, and never more than three.
 */
const tolerances = [2e-4, 4e-4, 8e-4, 16e-4, 32e-4];

/**
 * The figure as it is stored in a notebook: lines thinned without losing a spike, and numbers rounded to a
 * ten-thousandth of the range of their column, so that the file is small and the eye sees no change.
 * @param points for all lines of the figure
 */
export function compact(figure: Figure, points: number = allPoints): Figure {
  const thinned = thinLines(figure.data.filter(isLine), figure.layout, points);
  return { data: figure.data.map((trace) => rounded({ ...trace, ...thinned.get(trace) })), layout: figure.layout };
}

/** Each line gets an equal share of the room, and what the simple ones leave goes to the others. */
function thinLines(
  traces: readonly Partial<ScatterData>[],
  layout: Partial<Layout>,
  points: number,
): ReadonlyMap<Data, Thinned> {
  const lines = traces.map((trace) => {
    const [across, up] = [axisOf(trace.xaxis ?? "x", layout), axisOf(trace.yaxis ?? "y", layout)];
    const line: Polyline = {
      x: across.forward(trace.x as ArrayLike<number>),
      y: up.forward(trace.y as ArrayLike<number>),
    };
    const window = [across.seen, up.seen] as const;
    return {
      trace,
      line,
      window,
      finest: thin(line, tolerances[0], window),
      values: (kept: Thinned): Thinned => ({ x: across.back(kept.x), y: up.back(kept.y) }),
    };
  });
  let room = points;
  const simplestFirst = lines.sort((a, b) => a.finest.x.length - b.finest.x.length);
  return new Map(
    simplestFirst.map(({ trace, line, window, finest, values }, k) => {
      const share = Math.floor(room / (lines.length - k));
      let kept = finest;
      for (let t = 1; t < tolerances.length && kept.x.length > share; t++) kept = thin(line, tolerances[t], window);
      if (kept.x.length > share) kept = decimate(line, share, tolerances[tolerances.length - 1], window);
      room -= kept.x.length;
      return [trace, values(kept)] as const;
    }),
  );
}

const isLine = (trace: Data): trace is Partial<ScatterData> =>
  trace.type === "scatter" && trace.mode === "lines" && isNumbers(trace.x) && isNumbers(trace.y);

const isNumbers = (values: unknown): values is ArrayLike<number> =>
  ArrayBuffer.isView(values) || (Array.isArray(values) && values.every((value) => typeof value === "number"));

/** How an axis draws values: a line is thinned as it is seen, on a logarithmic axis by its logarithms. */
interface AxisTransform {
  /** Length of the range that the axis shows, where the layout says it: a curve may go far beyond. */
  readonly seen: number | undefined;
  forward(values: ArrayLike<number>): ArrayLike<number>;
  back(drawn: number[]): number[];
}

function axisOf(name: string, layout: Partial<Layout>): AxisTransform {
  const { range, type } = layout[`${name[0]}axis${name.slice(1)}` as "xaxis"] ?? {};
  const seen =
    range === undefined ? undefined : Math.abs((range as [number, number])[1] - (range as [number, number])[0]);
  if (type !== "log") return { seen, forward: (values) => values, back: (drawn) => drawn };
  return {
    seen,
    forward: (values) => Array.from(values, (value) => (value > 0 ? Math.log10(value) : NaN)),
    back: (drawn) => drawn.map((exponent) => 10 ** exponent),
  };
}

function rounded(trace: Data): Data {
  return Object.fromEntries(
    Object.entries(trace).map(([key, value]) => [key, isNumbers(value) ? roundColumn(value) : value]),
  );
}

const significant = 4;

/** NaN becomes null, which is how JSON says "no point here". */
function roundColumn(values: ArrayLike<number>): (number | null)[] {
  let [lo, hi] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++)
    if (Number.isFinite(values[i])) [lo, hi] = [Math.min(lo, values[i]), Math.max(hi, values[i])];
  const range = hi > lo ? hi - lo : Math.abs(hi) || 1;
  const digits = significant - Math.floor(Math.log10(range));
  const overDecades = lo > 0 && hi > 1000 * lo; // as on a logarithmic axis, where the small ones count as much
  const nearest = (value: number): number =>
    Number(overDecades || digits > 15 || digits < 0 ? value.toPrecision(significant + 1) : value.toFixed(digits));
  return Array.from(values, (value) => (Number.isFinite(value) ? nearest(value) : null));
}
