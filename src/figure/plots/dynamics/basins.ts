import type { Data } from "plotly.js-dist";
import { light } from "../../theme.js";

/** The part of Basins that is read here. */
export interface PlaneBasins {
  /** Centres of the cells, by state name. */
  readonly grid: Readonly<Record<string, Float64Array>>;
  /** Index of the attractor of each cell, the first state running fastest; −1 where a trajectory goes to none. */
  readonly cells: Int8Array;
  readonly incomplete?: readonly string[];
}

/** Of the basins, in the order of their attractors. */
const washes = [
  ["blue", light.blueWash],
  ["amber", light.orangeWash],
  ["green", light.greenWash],
  ["purple", light.purpleWash],
] as const;

/** What the shade of a basin is called. */
export const basinColour = (attractor: number): string => washes[attractor % washes.length][0];

/** Cells shaded by where trajectories from them go. */
export function basinCells({ grid, cells }: PlaneBasins, across: string, up: string): Data {
  const [fast] = Object.keys(grid);
  const [x, y] = [grid[across], grid[up]];
  const z = Array.from(y, (_, j) =>
    Float64Array.from(x, (__, i) => {
      const label = cells[fast === across ? j * x.length + i : i * y.length + j];
      return label < 0 ? NaN : label % washes.length;
    }),
  );
  const last = washes.length - 1;
  return {
    type: "heatmap",
    x,
    y,
    z: z as unknown as number[][],
    zmin: 0,
    zmax: last,
    colorscale: washes.map(([, colour], k) => [k / last, colour] as [number, string]),
    showscale: false,
    hoverinfo: "skip",
  };
}
