import type { Annotation, Shape } from "plotly.js-dist";
import { escapeHtml } from "../../text/html.js";
import { fonts, light } from "../theme.js";
import { rectangle, round } from "./svg-elements.js";
import { svgText, textWidth } from "./svg-text.js";

/** Px of a value that refers to an axis ("x2"), to an axis' whole length ("y domain") or to the plot ("paper"). */
export type PixelOf = (reference: unknown, value: number, letter: "x" | "y") => number;

/** A line, rectangle or ellipse of the layout. */
export function drawShape(shape: Shape, pixel: PixelOf): string {
  const [x0, x1] = [pixel(shape.xref, Number(shape.x0), "x"), pixel(shape.xref, Number(shape.x1), "x")];
  const [y0, y1] = [pixel(shape.yref, Number(shape.y0), "y"), pixel(shape.yref, Number(shape.y1), "y")];
  const width = shape.line?.width ?? 2;
  const dash = { dot: "3 3", dash: "9 9", solid: "" }[shape.line?.dash as string] ?? "";
  const dashed = dash === "" ? "" : ` stroke-dasharray="${dash}"`;
  const colour = escapeHtml(String(shape.line?.color ?? light.soft));
  const stroke = width === 0 ? "" : ` stroke="${colour}" stroke-width="${width}"${dashed}`;
  if (shape.type === "line") return `<path d="M${round(x0)} ${round(y0)}L${round(x1)} ${round(y1)}"${stroke}/>`;
  const paint = ` fill="${escapeHtml(String(shape.fillcolor ?? "none"))}" opacity="${shape.opacity ?? 1}"${stroke}`;
  const [left, top, across, down] = [Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (shape.type !== "circle") return rectangle(left, top, across, down, paint);
  const centre = `cx="${round((x0 + x1) / 2)}" cy="${round((y0 + y1) / 2)}"`;
  return `<ellipse ${centre} rx="${round(across / 2)}" ry="${round(down / 2)}"${paint}/>`;
}

/** A text of the layout, with its arrow and what lies behind it. */
export function drawNote(note: Annotation, pixel: PixelOf): string {
  const x = pixel(note.xref, Number(note.x), "x");
  const y = pixel(note.yref, Number(note.y), "y");
  const size = Number(note.font?.size ?? fonts.small);
  const colour = String(note.font?.color ?? light.ink);
  const arrow = note.showarrow !== false;
  const inPixels = note.axref === undefined || note.axref === "pixel"; // else the tail is at a point of the data
  const tail = inPixels
    ? ([Number(note.ax ?? -10), Number(note.ay ?? -30)] as const)
    : ([pixel(note.axref, Number(note.ax), "x") - x, pixel(note.ayref, Number(note.ay), "y") - y] as const);
  const [dx, dy] = arrow ? tail : [note.xshift ?? 0, -(note.yshift ?? 0)];
  const text = note.text ?? "";
  const lines = text.split(/<br\s*\/?>/).length;
  const height = lines * size * 1.3;
  const sides: Readonly<Record<string, "start" | "end" | "middle">> = { left: "start", right: "end", center: "middle" };
  const anchor = sides[note.xanchor ?? "auto"] ?? (arrow && dx > 4 ? "start" : arrow && dx < -4 ? "end" : "middle");
  const vertical = note.yanchor ?? (arrow ? (dy > 4 ? "top" : dy < -4 ? "bottom" : "middle") : "middle");
  const top = y + dy - (vertical === "bottom" ? height : vertical === "top" ? 0 : height / 2);
  const width = textWidth(text, size) + 4;
  const left = x + dx - (anchor === "end" ? width - 2 : anchor === "middle" ? width / 2 : 2);
  const back =
    note.bgcolor === undefined
      ? ""
      : rectangle(left, top, width, height, ` fill="${escapeHtml(String(note.bgcolor))}"`);
  const stroke = {
    colour: String(note.arrowcolor ?? colour),
    width: note.arrowwidth ?? 1.2,
    head: note.arrowhead !== 0,
    standoff: note.standoff ?? 2,
  };
  return (
    (arrow ? drawArrow(x + dx, y + dy, x, y, stroke) : "") +
    back +
    svgText(x + dx, top + size, text, { size, colour, anchor })
  );
}

interface ArrowStyle {
  readonly colour: string;
  readonly width: number;
  readonly head: boolean;
  /** px between the tip and the point. */
  readonly standoff: number;
}

function drawArrow(
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  { colour, width, head, standoff }: ArrowStyle,
): string {
  const length = Math.hypot(toX - fromX, toY - fromY) || 1;
  const [u, v] = [(toX - fromX) / length, (toY - fromY) / length];
  const [tipX, tipY] = [toX - standoff * u, toY - standoff * v];
  const wing = (side: number): string => `${round(tipX - 6 * u - side * 3 * v)} ${round(tipY - 6 * v + side * 3 * u)}`;
  const wings = head ? `M${wing(1)}L${round(tipX)} ${round(tipY)}L${wing(-1)}` : "";
  const path = `M${round(fromX)} ${round(fromY)}L${round(tipX)} ${round(tipY)}${wings}`;
  return `<path d="${path}" fill="none" stroke="${escapeHtml(colour)}" stroke-width="${width}"/>`;
}
