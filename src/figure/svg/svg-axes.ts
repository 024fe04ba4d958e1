import type { LayoutAxis } from "plotly.js-dist";
import { fonts, light } from "../theme.js";
import type { Scale } from "./svg-scale.js";
import { round } from "./svg-elements.js";
import { svgText, textWidth } from "./svg-text.js";

/** @param span px of the axis that this one is anchored to, from its lower end: an axis is drawn at `span[0]` */
export function drawGrid(axis: Partial<LayoutAxis>, scale: Scale, span: readonly [number, number]): string {
  if (axis.visible === false) return "";
  const across = scale.from < scale.to;
  const rule = (value: number, colour: string): string =>
    across
      ? `<path d="M${round(scale.at(value))} ${round(span[1])}V${round(span[0])}" stroke="${colour}"/>`
      : `<path d="M${round(span[0])} ${round(scale.at(value))}H${round(span[1])}" stroke="${colour}"/>`;
  const grid = axis.showgrid === false ? [] : scale.ticks.map(({ value }) => rule(value, light.grid));
  return grid.join("") + (axis.zeroline === true && scale.lo < 0 && scale.hi > 0 ? rule(0, light.soft) : "");
}

/** The line of an axis, its ticks with their labels, and its title. @param span as `drawGrid` */
export function drawAxis(axis: Partial<LayoutAxis>, scale: Scale, span: readonly [number, number]): string {
  if (axis.visible === false) return "";
  const across = scale.from < scale.to;
  const labelled = axis.showticklabels !== false;
  const length = axis.ticks === "" ? 0 : (axis.ticklen ?? 5);
  const size = fonts.small;
  const parts: string[] = [];
  const middle = (scale.from + scale.to) / 2;
  const title = axis.title?.text ?? "";
  if (across) {
    const edge = span[0];
    if (axis.showline !== false)
      parts.push(`<path d="M${round(scale.from)} ${round(edge)}H${round(scale.to)}" stroke="${light.soft}"/>`);
    for (const { value, label } of scale.ticks) {
      const x = scale.at(value);
      if (length > 0) parts.push(`<path d="M${round(x)} ${round(edge)}v${length}" stroke="${light.soft}"/>`);
      if (labelled)
        parts.push(svgText(x, edge + length + size + 1, label, { size, colour: light.ink, anchor: "middle" }));
    }
    if (title !== "")
      parts.push(
        svgText(middle, edge + (labelled ? length + size + 1 : 0) + (axis.title?.standoff ?? 8) + fonts.text, title, {
          colour: light.ink,
          anchor: "middle",
        }),
      );
  } else {
    const edge = span[0];
    if (axis.showline !== false)
      parts.push(`<path d="M${round(edge)} ${round(scale.from)}V${round(scale.to)}" stroke="${light.soft}"/>`);
    for (const { value, label } of scale.ticks) {
      const y = scale.at(value);
      if (length > 0) parts.push(`<path d="M${round(edge)} ${round(y)}h${-length}" stroke="${light.soft}"/>`);
      if (labelled)
        parts.push(svgText(edge - length - 3, y + size * 0.35, label, { size, colour: light.ink, anchor: "end" }));
    }
    const x = edge - sideWidth(axis, scale) + fonts.text + 2;
    if (title !== "") parts.push(svgText(x, middle, title, { colour: light.ink, anchor: "middle", rotate: -90 }));
  }
  return `<g fill="none">${parts.join("")}</g>`;
}

/** The px to the left of a vertical axis that its ticks, their labels and its title take. */
export function sideWidth(axis: Partial<LayoutAxis>, scale: Scale): number {
  const labels =
    axis.showticklabels === false ? 0 : Math.max(0, ...scale.ticks.map(({ label }) => textWidth(label, fonts.small)));
  const title = axis.title?.text ?? "";
  const lines = title === "" ? 0 : title.split("<br>").length;
  return (axis.ticklen ?? 5) + 3 + labels + (axis.title?.standoff ?? 8) + lines * fonts.text * 1.3;
}
