import type { ParameterRegions } from "../../../dynamics/parameter-regions.js";
import type { ParameterPlane } from "../../../dynamics/two-parameter.js";
import { note } from "../../figure.js";
import { textWidth } from "../../svg/svg-text.js";
import { fonts, light } from "../../theme.js";
import { labelPlaces, plots, type PlotPlace } from "./label-places.js";

/** Px of the plot on a telephone: what has room there has room in any that is larger. */
const phone = { width: 248, height: 270 };
/** Px of plots on pages wider than a notebook's. */
const widePages = [
  [900, 390],
  [1200, 390],
] as const;
const stroke = 6; // px, of a curve
/** Px, what a marker and a line of text need. */
const [markerRadius, lineHeight] = [9, 16];
const padding = 4;
const smallest = 0.004; // of the plane: a smaller region keeps its colour and has no name

interface Named {
  readonly word: string;
  readonly at: PlotPlace;
}

/**
 * The words of the regions, each at the place within its region that has most room, off curves and markers; where none
 * has enough, beside the region with a line to it.
 */
export function regionLabels(plane: ParameterPlane, regions: ParameterRegions): ReturnType<typeof note>[] {
  const { columns, rows, cells } = regions;
  const shares = (values: Readonly<Record<string, number>>): PlotPlace =>
    [0, 1].map((k) => {
      const [low, high] = plane.ranges[k];
      return (values[plane.parameters[k]] - low) / (high - low);
    }) as unknown as PlotPlace;
  const curves = plane.curves.map(({ values }): PlotPlace[] =>
    Array.from(values[plane.parameters[0]], (_, i) =>
      shares(Object.fromEntries(plane.parameters.map((name) => [name, values[name][i]]))),
    ),
  );
  const taken = new Uint8Array(columns * rows);
  for (const place of curves.flatMap(dense)) cover(regions, place, stroke, stroke, taken);
  const markers = plane.points.map(({ values }) => shares(values));
  for (const [x, y] of markers) cover(regions, [x, y], 2 * markerRadius, 2 * markerRadius, taken);
  const named = regions.regions.flatMap(({ word, share, values }, index) => {
    if (share < smallest) return [];
    const width = textWidth(word, fonts.small) + 2 * padding;
    const place = roomiest(regions, (cell) => cells[cell] === index && taken[cell] === 0, width, lineHeight + padding);
    if (place !== undefined) cover(regions, place, width, lineHeight, taken);
    return [{ word, at: place ?? shares(values), inside: place !== undefined }];
  });
  const inValues = ([x, y]: PlotPlace): [number, number] => {
    const [[left, right], [low, high]] = plane.ranges;
    return [left + x * (right - left), low + y * (high - low)];
  };
  const within = named.filter(({ inside }) => inside);
  const beside = named.filter(({ inside }) => !inside);
  const obstacles = [...curves.flatMap(dense), ...markers, ...within.flatMap(corners)];
  const offsets = labelPlaces(
    beside.map(({ word, at }) => ({ text: word, at })),
    obstacles,
    [...plots, ...widePages],
  );
  return [
    ...within.map(({ word, at }) => note(...inValues(at), word)),
    ...beside.flatMap(({ word, at }, k) => {
      const offset = offsets[k];
      if (offset === undefined) return [];
      const [ax, ay] = offset;
      return note(...inValues(at), word, {
        ...{ showarrow: true, arrowhead: 0, arrowwidth: 0.75, arrowcolor: light.soft, ax, ay },
        xanchor: ax > 0 ? "left" : "right",
        yanchor: "middle",
      });
    }),
  ];
}

const apart = 0.02; // of the plot, no more than a label is high

/** A curve with points so near each other that no label fits between two. */
const dense = (curve: readonly PlotPlace[]): PlotPlace[] =>
  curve.flatMap((place, k) => {
    const next = curve[k + 1];
    if (next === undefined) return [place];
    const parts = Math.ceil(Math.hypot(next[0] - place[0], next[1] - place[1]) / apart) || 1;
    return Array.from({ length: parts }, (_, part): PlotPlace => {
      const share = part / parts;
      return [place[0] + share * (next[0] - place[0]), place[1] + share * (next[1] - place[1])];
    });
  });

/** The middle and the four corners of what a word covers on a telephone. */
function corners({ word, at: [x, y] }: Named): PlotPlace[] {
  const [dx, dy] = [textWidth(word, fonts.small) / 2 / phone.width, lineHeight / 2 / phone.height];
  return [[x, y], ...[-dx, dx].flatMap((a) => [-dy, dy].map((b): PlotPlace => [x + a, y + b]))] as PlotPlace[];
}

type Grid = Pick<ParameterRegions, "columns" | "rows">;

/** Marks what a box of px around a place covers. */
function cover({ columns, rows }: Grid, [x, y]: PlotPlace, width: number, height: number, out: Uint8Array): void {
  const [dx, dy] = [width / 2 / phone.width, height / 2 / phone.height];
  for (let row = Math.max(0, Math.floor((y - dy) * rows)); row < Math.min(rows, (y + dy) * rows); row++)
    for (
      let column = Math.max(0, Math.floor((x - dx) * columns));
      column < Math.min(columns, (x + dx) * columns);
      column++
    )
      out[row * columns + column] = 1;
}

const growths = [6, 5, 4, 3, 2.5, 2, 1.7, 1.4, 1.2, 1];

/** The middle of the largest box of these proportions, in px, that holds only cells that are free; if one holds so. */
function roomiest(
  { columns, rows }: Grid,
  free: (cell: number) => boolean,
  width: number,
  height: number,
): PlotPlace | undefined {
  const sums = new Float64Array((columns + 1) * (rows + 1)); // of the free cells below and to the left
  const at = (row: number, column: number): number => row * (columns + 1) + column;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      sums[at(row + 1, column + 1)] =
        sums[at(row, column + 1)] +
        sums[at(row + 1, column)] -
        sums[at(row, column)] +
        Number(free(row * columns + column));
  for (const growth of growths) {
    const [wide, high] = [
      Math.ceil((growth * width * columns) / phone.width),
      Math.ceil((growth * height * rows) / phone.height),
    ];
    const fits: PlotPlace[] = [];
    for (let row = 0; row + high <= rows; row++)
      for (let column = 0; column + wide <= columns; column++) {
        const filled =
          sums[at(row + high, column + wide)] -
          sums[at(row, column + wide)] -
          sums[at(row + high, column)] +
          sums[at(row, column)];
        if (filled === wide * high) fits.push([(column + wide / 2) / columns, (row + high / 2) / rows]);
      }
    if (fits.length > 0) return midmost(fits);
  }
  return undefined;
}

/** The place nearest to the mean of all. */
function midmost(places: readonly PlotPlace[]): PlotPlace {
  const [x, y] = [0, 1].map((k) => places.reduce((sum, place) => sum + place[k], 0) / places.length);
  const off = ([a, b]: PlotPlace): number => Math.hypot(a - x, b - y);
  return places.reduce((best, place) => (off(place) < off(best) ? place : best));
}
