import { textWidth } from "../../svg/svg-text.js";
import { fonts } from "../../theme.js";

/** A place in a plot, from 0 at its left and lower edge to 1. */
export type PlotPlace = readonly [across: number, up: number];

/** A marker and the text that is to stand beside it. */
export interface PointToLabel {
  readonly text: string;
  readonly at: PlotPlace;
}

/** Px from a point to the near edge of its label, half-way up; positive is right and down. */
export type Offset = readonly [right: number, down: number];

type Size = readonly [width: number, height: number];

/** Px of plots that a figure may get, from a telephone's to a wide page's: a label stands well in all of them. */
export const plots: readonly Size[] = [
  [240, 240],
  [248, 290],
  [270, 180],
  [430, 200],
  [420, 300],
  [640, 320],
];
const offsets: readonly Offset[] = [18, 34, 54, 80, 110].flatMap((down) =>
  [12, 30, 54].flatMap((right): Offset[] => [
    [right, -down],
    [-right, -down],
    [right, down],
    [-right, down],
  ]),
);
/** Px, what a marker and a line of text need. */
const [markerRadius, lineHeight] = [8, 16];
const margin = 2;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Where labels go: inside the plot, off the markers and off each other whatever the plot's size, and off the curves as
 * far as may be.
 * A label for which there is no such place gets none.
 * @param curves points along what is drawn
 * @param sizes px of the plots
 */
export function labelPlaces(
  points: readonly PointToLabel[],
  curves: readonly PlotPlace[],
  sizes: readonly Size[] = plots,
): readonly (Offset | undefined)[] {
  const taken: (readonly Box[])[] = [];
  const seen = sizes.map((size) => curves.map((place) => inPlot(place, size)));
  const markers = sizes.map((size) => points.map(({ at }) => inPlot(at, size)));
  return points.map(({ text, at }) => {
    const width = textWidth(text, fonts.small) + 4;
    let best: Offset | undefined,
      least = Infinity,
      boxes: readonly Box[] = [];
    for (const offset of offsets) {
      const own = sizes.map((size) => boxAt(inPlot(at, size), offset, width));
      const stands = own.every(
        (box, k) =>
          inside(box, sizes[k]) &&
          !markers[k].some(([x, y]) => holds(box, x, y, markerRadius)) &&
          !taken.some((other) => overlap(other[k], box)),
      );
      if (!stands) continue;
      const covered = own.reduce((sum, box, k) => sum + seen[k].filter(([x, y]) => holds(box, x, y, margin)).length, 0);
      const cost = 20 * covered + Math.hypot(...offset);
      if (cost < least) [best, least, boxes] = [offset, cost, own];
    }
    if (best !== undefined) taken.push(boxes);
    return best;
  });
}

const inPlot = ([across, up]: PlotPlace, [width, height]: Size): readonly [number, number] => [
  across * width,
  (1 - up) * height,
];

function boxAt([x, y]: readonly [number, number], [right, down]: Offset, width: number): Box {
  const edge = x + right;
  return {
    left: right > 0 ? edge : edge - width,
    right: right > 0 ? edge + width : edge,
    top: y + down - lineHeight / 2,
    bottom: y + down + lineHeight / 2,
  };
}

const inside = ({ left, right, top, bottom }: Box, [width, height]: Size): boolean =>
  left >= 0 && right <= width && top >= 0 && bottom <= height;
const holds = ({ left, right, top, bottom }: Box, x: number, y: number, around: number): boolean =>
  x > left - around && x < right + around && y > top - around && y < bottom + around;
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right + margin && b.left < a.right + margin && a.top < b.bottom && b.top < a.bottom;
