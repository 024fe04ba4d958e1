import type { Polyline } from "../../figure/decimate.js";
import { linePath } from "../../figure/svg/svg-lines.js";
import type { Frame } from "../../figure/svg/svg-values.js";

/** Something that moves over a picture: a point of its data, or a line across all its axes. */
export type Mark =
  | { readonly kind: "dot"; readonly axes: string; readonly x: number; readonly y: number; readonly colour: string }
  /** An upright line through all axes that share the one across. */
  | { readonly kind: "rule"; readonly x: number }
  /** All that lies between two places across, through all axes. */
  | { readonly kind: "band"; readonly from: number; readonly to: number }
  /** A line that lies over one of the picture; NaN lifts the pen. */
  | {
      readonly kind: "piece";
      readonly axes: string;
      readonly x: readonly number[];
      readonly y: readonly number[];
      readonly colour: string;
    };

const px = (value: number): string => value.toFixed(1);
const within = (at: number, { from, to }: Frame["x"]): boolean =>
  at >= Math.min(from, to) - 1 && at <= Math.max(from, to) + 1;

const clamped = (at: number, { from, to }: Frame["x"]): number => Math.min(to, Math.max(from, at));

/** A line without what lies beyond the axes. */
export function inside(x: readonly number[], y: readonly number[], frame: Frame): Polyline {
  const isIn = x.map((each, k) => within(frame.x.at(each), frame.x) && within(frame.y.at(y[k]), frame.y));
  const kept = (values: readonly number[]): readonly number[] => values.map((each, k) => (isIn[k] ? each : NaN));
  return { x: kept(x), y: kept(y) };
}

/** Marks as SVG, in the coordinates of the picture below; those beyond their axes are left out. */
export function marksOver(marks: readonly Mark[], frames: ReadonlyMap<string, Frame>): string {
  return marks
    .map((mark) => {
      if (mark.kind === "rule" || mark.kind === "band") {
        const all = [...frames.values()];
        const ends = all.flatMap((each) => [each.y.from, each.y.to]);
        const [top, bottom] = [px(Math.min(...ends)), px(Math.max(...ends))];
        const [{ x: across }] = all;
        if (mark.kind === "rule") {
          const x = across.at(mark.x);
          return within(x, across) ? `<path class="nc-rule" d="M${px(x)} ${top}V${bottom}"/>` : "";
        }
        const [from, to] = [mark.from, mark.to].map((t) => px(clamped(across.at(t), across)));
        return from === to ? "" : `<path class="nc-band" d="M${from} ${top}V${bottom}H${to}V${top}Z"/>`;
      }
      const frame = frames.get(mark.axes);
      if (frame === undefined) return "";
      if (mark.kind === "piece") {
        const path = linePath(inside(mark.x, mark.y, frame), frame);
        return `<path class="nc-piece" d="${path}" style="--nc-own:${mark.colour}"/>`;
      }
      const [x, y] = [frame.x.at(mark.x), frame.y.at(mark.y)];
      if (!within(x, frame.x) || !within(y, frame.y)) return "";
      const where = `cx="${px(x)}" cy="${px(y)}" style="--nc-own:${mark.colour}"`;
      return `<circle class="nc-dot" r="5" ${where}/>`;
    })
    .join("");
}
