import type { Scale } from "./svg-scale.js";

/** Axes in which marks are drawn, as the px of their values. */
export interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  /** For pictures that are drawn anew in every frame: lines are thinned in one pass. */
  readonly quick: boolean;
}

/** A column of data; null, JSON's way to leave a point out, is NaN. */
export const column = (values: unknown): ArrayLike<number> =>
  ArrayBuffer.isView(values)
    ? (values as Float64Array)
    : Array.from((values ?? []) as ArrayLike<number | null>, (value) => value ?? NaN);

/** The points of a trace; where x is missing, it counts them. */
export const points = (trace: {
  readonly x?: unknown;
  readonly y?: unknown;
}): { x: ArrayLike<number>; y: ArrayLike<number> } => {
  const y = column(trace.y);
  return { x: trace.x === undefined ? Array.from(y, (_, i) => i) : column(trace.x), y };
};

/** A colour that a trace gives for all its marks, or else `otherwise`. */
export const asColour = (colour: unknown, otherwise: string): string =>
  typeof colour === "string" ? colour : otherwise;

/** The i-th of a number for each mark, or the one for all. */
export function at<T>(value: T | ArrayLike<T> | undefined, i: number): number | undefined {
  if (typeof value === "object" && value !== null && "length" in value) return Number(value[i]);
  return value === undefined ? undefined : Number(value);
}
