import type { Frame } from "../../figure/svg/svg-values.js";

/** Something that moves over a picture: a point of its data, or a line across all its axes. */
export type Mark =
  | { readonly kind: "dot"; readonly axes: string; readonly x: number; readonly y: number; readonly colour: string }
  /** An upright line through all axes that share the one across. */
  | { readonly kind: "rule"; readonly x: number }
  /** What may be dragged. */
  | { readonly kind: "handle"; readonly axes: string; readonly x: number; readonly y: number; readonly colour: string };

const px = (value: number): string => value.toFixed(1);

/** Marks as SVG, in the coordinates of the picture below; those beyond their axes are left out. */
export function marksOver(marks: readonly Mark[], frames: ReadonlyMap<string, Frame>): string {
  return marks
    .map((mark) => {
      if (mark.kind === "rule") {
        const all = [...frames.values()];
        const ends = all.flatMap((each) => [each.y.from, each.y.to]);
        const at = px(all[0].x.at(mark.x));
        return `<path class="nc-rule" d="M${at} ${px(Math.min(...ends))}V${px(Math.max(...ends))}"/>`;
      }
      const frame = frames.get(mark.axes);
      if (frame === undefined) return "";
      const [x, y] = [frame.x.at(mark.x), frame.y.at(mark.y)];
      const within = (at: number, { from, to }: Frame["x"]): boolean =>
        at >= Math.min(from, to) - 1 && at <= Math.max(from, to) + 1;
      if (!within(x, frame.x) || !within(y, frame.y)) return "";
      const where = `cx="${px(x)}" cy="${px(y)}" style="--nc-own:${mark.colour}"`;
      return mark.kind === "dot"
        ? `<circle class="nc-dot" r="5" ${where}/>`
        : `<circle class="nc-handle" r="7" ${where}/>`;
    })
    .join("");
}
