import type { Layout } from "plotly.js-dist";
import { type FigureOptions, type Line, line, type Note } from "../figure.js";
import { fonts, light } from "../theme.js";

/** A place on a drawing: one unit is about one px at the width of a notebook's page, y counts upward. */
export type Point = readonly [x: number, y: number];

/** Axes of a drawing: none to be seen, and nothing to be zoomed. @param room px above it, for a legend */
export const sheet = (width: number, height: number, { title }: FigureOptions, room = 0): Partial<Layout> => ({
  xaxis: { visible: false, range: [0, width], fixedrange: true },
  yaxis: { visible: false, range: [0, height], fixedrange: true },
  margin: { l: 4, r: 4, t: (title === undefined ? 4 : 30) + room, b: 4 },
});

/** All x and all y of some points, as a line takes them. */
export const coordinates = (points: readonly Point[]): readonly [Float64Array, Float64Array] => [
  Float64Array.from(points, ([x]) => x),
  Float64Array.from(points, ([, y]) => y),
];

/** A closed shape in one colour. `what` is shown to a reader who points at its outline. */
export const filled = (outline: readonly Point[], colour: string, what: string): Line =>
  line(
    ...coordinates([...outline, outline[0]]),
    colour,
    { fill: "toself", fillcolor: colour, ...hover(what) },
    { width: 1 },
  );

/** Shown to a reader who points at the line. */
export const hover = (what: string): Line => ({ hovertemplate: `${what}<extra></extra>` });

/** An ellipse, counter-clockwise from its top: the first half of the points is its left side. */
export const ring = ([x, y]: Point, across: number, up: number): readonly Point[] =>
  Array.from(
    { length: 48 },
    (_, k): Point => [x - across * Math.sin((Math.PI * k) / 24), y + up * Math.cos((Math.PI * k) / 24)],
  );

/** The point at a distance from another, in a direction counted counter-clockwise from the right. */
export const outward = ([x, y]: Point, degrees: number, length: number): Point => {
  const angle = (Math.PI * degrees) / 180;
  return [x + length * Math.cos(angle), y + length * Math.sin(angle)];
};

/** An arrow from one point to another. */
export const pointer = (from: Point, to: Point, colour: string = light.ink, width: number = 1.2): Note => ({
  x: to[0],
  y: to[1],
  ax: from[0],
  ay: from[1],
  xref: "x",
  yref: "y",
  axref: "x",
  ayref: "y",
  text: "",
  showarrow: true,
  arrowhead: 2,
  arrowsize: 1,
  arrowwidth: width,
  arrowcolor: colour,
});

/** A name at one place, with an arrow to the part that it names. */
export function named(text: string, at: Point, part: Point): Note {
  const up = at[1] - part[1];
  const across = at[0] - part[0];
  const beside = Math.abs(up) < 10;
  return {
    ...pointer(at, part),
    text,
    font: { size: fonts.text, color: light.ink },
    bgcolor: light.paper,
    xanchor: !beside ? "center" : across > 0 ? "left" : "right",
    yanchor: beside ? "middle" : up > 0 ? "bottom" : "top",
  };
}
