import type { LayoutAxis } from "plotly.js-dist";
import { numberText } from "../../text/number.js";

/** A mark of an axis and what stands beside it. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** From data to px along one axis. On a logarithmic axis `lo` and `hi` are exponents, as in Plotly's `range`. */
export interface Scale {
  readonly lo: number;
  readonly hi: number;
  /** The px of either end. */
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly Tick[];
  at(value: number): number;
  /** The px of many values. */
  all(values: ArrayLike<number>): Float64Array;
}

/** px; beyond, a run that diverges is drawn no further: browsers hold coordinates in single precision. */
const farthest = 1e6;

/** The scale of an axis from `lo` to `hi` between two px, with its ticks. */
export function scale(axis: Partial<LayoutAxis>, [lo, hi]: readonly [number, number], from: number, to: number): Scale {
  const logarithmic = axis.type === "log";
  const place = (u: number): number => from + ((u - lo) / (hi - lo)) * (to - from);
  const at = (value: number): number =>
    Math.max(-farthest, Math.min(farthest, place(logarithmic ? Math.log10(value) : value)));
  const ticks =
    axis.tickvals !== undefined
      ? given(axis)
      : logarithmic
        ? decades(lo, hi, axis.dtick)
        : decimals(lo, hi, axis, Math.abs(to - from), from > to);
  return {
    lo,
    hi,
    from,
    to,
    ticks: ticks.filter(({ value }) => {
      const u = logarithmic ? Math.log10(value) : value;
      return u >= Math.min(lo, hi) - 1e-9 * Math.abs(hi - lo) && u <= Math.max(lo, hi) + 1e-9 * Math.abs(hi - lo);
    }),
    at,
    all(values) {
      const px = new Float64Array(values.length);
      for (let k = 0; k < px.length; k++) px[k] = at(values[k]);
      return px;
    },
  };
}

/**
 * The range that Plotly would choose: the data's, wider by a twentieth at each end where the axis carries values, and
 * tight where only lines run along it. Axes of bars start at zero.
 */
export function autoRange(
  columns: Iterable<ArrayLike<number>>,
  logarithmic: boolean,
  padded: boolean,
  zero: boolean,
): readonly [number, number] {
  let [lo, hi] = zero ? [0, 0] : [Infinity, -Infinity];
  for (const column of columns)
    for (let k = 0; k < column.length; k++) {
      const u = logarithmic ? Math.log10(column[k]) : column[k];
      if (!(Math.abs(u) < Infinity)) continue;
      if (u < lo) lo = u;
      if (u > hi) hi = u;
    }
  if (lo > hi) return [0, 1];
  if (lo === hi) return zero ? [0, 1] : [lo - 1, hi + 1];
  const pad = padded ? (hi - lo) / 18 : 0;
  return [zero && lo === 0 ? 0 : lo - pad, zero && hi === 0 ? 0 : hi + pad];
}

function given(axis: Partial<LayoutAxis>): readonly Tick[] {
  const labels = axis.ticktext as ArrayLike<string> | undefined;
  return Array.from(axis.tickvals as ArrayLike<number>, (value, k) => ({
    value,
    label: labels?.[k] ?? numberText(value, 6),
  }));
}

/** Steps of 1, 2 or 5 times a power of ten, as many as Plotly takes for an axis of this length. */
function decimals(
  lo: number,
  hi: number,
  axis: Partial<LayoutAxis>,
  length: number,
  upright: boolean,
): readonly Tick[] {
  const count =
    axis.nticks !== undefined && axis.nticks > 0
      ? axis.nticks
      : Math.min(9, Math.max(4, length / (upright ? 40 : 80))) + 1;
  const rough = Math.abs(hi - lo) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    typeof axis.dtick === "number" ? axis.dtick : power * ([2, 5, 10].find((nice) => nice >= rough / power) ?? 10);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const exponent = Math.floor(Math.log10(Math.max(Math.abs(lo), Math.abs(hi))) + 0.01);
  const scaled = Math.abs(exponent) > 5 ? 10 ** exponent : 1;
  const first = Math.ceil(Math.min(lo, hi) / step - 1e-9);
  const last = Math.floor(Math.max(lo, hi) / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, k) => {
    const value = (first + k) * step;
    const label =
      scaled === 1
        ? decimalText(value, digits)
        : value === 0
          ? "0"
          : `${decimalText(value / scaled, Math.max(0, digits + exponent))}×10<sup>${numberText(exponent)}</sup>`;
    return { value, label };
  });
}

function decades(lo: number, hi: number, dtick: unknown): readonly Tick[] {
  const every = typeof dtick === "number" ? dtick : 1;
  const close = dtick === "D2" || hi - lo < 1;
  const between = close ? [1, 2, 5] : [1];
  const ticks: Tick[] = [];
  for (let d = Math.floor(lo / every) * every; d <= Math.ceil(hi); d += every)
    for (const digit of between) {
      const value = digit * 10 ** d;
      ticks.push({
        value,
        label:
          (close && Math.abs(d) < 4) || d === 0 || d === 1
            ? decimalText(value, Math.max(0, -d))
            : `10<sup>${numberText(d)}</sup>`,
      });
    }
  return ticks;
}

/** To so many decimals, and no more than are there. */
const decimalText = (value: number, digits: number): string =>
  numberText(Number(value.toFixed(Math.min(digits, 12))), 17);
