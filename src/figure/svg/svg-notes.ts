import type { Annotation, Shape } from "plotly.js-dist";
import { escapeHtml } from "../../text/html.js";
import { fonts, light } from "../theme.js";
import { round, svgText, textWidth } from "./svg-text.js";

/** Px of a value that refers to an axis ("x2"), to an axis' whole length ("y domain") or to the plot ("paper"). */
export type Place = (reference: unknown, value: number, letter: "x" | "y") => number;

export function drawShape(shape: Shape, place: Place): string {
  const [x0, x1] = [place(shape.xref, Number(shape.x0), "x"), place(shape.xref, Number(shape.x1), "x")];
  const [y0, y1] = [place(shape.yref, Number(shape.y0), "y"), place(shape.yref, Number(shape.y1), "y")];
  const width = shape.line?.width ?? 2;
  const dash = { dot: "3 3", dash: "9 9", solid: "" }[shape.line?.dash as string] ?? "";
  const stroke =
    width === 0
      ? ""
      : ` stroke="${escapeHtml(String(shape.line?.color ?? light.soft))}" stroke-width="${width}"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}`;
  if (shape.type === "line") return `<path d="M${round(x0)} ${round(y0)}L${round(x1)} ${round(y1)}"${stroke}/>`;
  const fill = `fill="${escapeHtml(String(shape.fillcolor ?? "none"))}" opacity="${shape.opacity ?? 1}"${stroke}`;
  if (shape.type === "circle")
    return `<ellipse cx="${round((x0 + x1) / 2)}" cy="${round((y0 + y1) / 2)}" rx="${round(Math.abs(x1 - x0) / 2)}" ry="${round(Math.abs(y1 - y0) / 2)}" ${fill}/>`;
  return `<rect x="${round(Math.min(x0, x1))}" y="${round(Math.min(y0, y1))}" width="${round(Math.abs(x1 - x0))}" height="${round(Math.abs(y1 - y0))}" ${fill}/>`;
}

export function drawNote(note: Annotation, place: Place): string {
  const x = place(note.xref, Number(note.x), "x");
  const y = place(note.yref, Number(note.y), "y");
  const size = Number(note.font?.size ?? fonts.small);
  const colour = String(note.font?.color ?? light.ink);
  const arrow = note.showarrow !== false;
  const inPixels = note.axref === undefined || note.axref === "pixel"; // else the tail is at a point of the data
  const tail = inPixels
    ? ([Number(note.ax ?? -10), Number(note.ay ?? -30)] as const)
    : ([place(note.axref, Number(note.ax), "x") - x, place(note.ayref, Number(note.ay), "y") - y] as const);
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
      : `<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" fill="${escapeHtml(String(note.bgcolor))}"/>`;
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

function drawArrow(
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  {
    colour,
    width,
    head,
    standoff,
  }: { readonly colour: string; readonly width: number; readonly head: boolean; readonly standoff: number },
): string {
  const length = Math.hypot(toX - fromX, toY - fromY) || 1;
  const [u, v] = [(toX - fromX) / length, (toY - fromY) / length];
  const [tipX, tipY] = [toX - standoff * u, toY - standoff * v];
  const wing = (side: number): string => `${round(tipX - 6 * u - side * 3 * v)} ${round(tipY - 6 * v + side * 3 * u)}`;
  const wings = head ? `M${wing(1)}L${round(tipX)} ${round(tipY)}L${wing(-1)}` : "";
  return `<path d="M${round(fromX)} ${round(fromY)}L${round(tipX)} ${round(tipY)}${wings}" fill="none" stroke="${escapeHtml(colour)}" stroke-width="${width}"/>`;
}
