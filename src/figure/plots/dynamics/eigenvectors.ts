import type { Complex } from "../../../numerics/complex.js";
import { line, type Line } from "../../figure.js";
import { light, widths } from "../../theme.js";

/** The part of an Equilibrium that is read here. */
export interface Directed {
  readonly state: Readonly<Record<string, number>>;
  readonly eigenvalues: readonly Complex[];
  readonly eigenvectors: readonly Readonly<Record<string, Complex>>[];
}

type Range = readonly [number, number];

/** Half of a line, and a barb of its arrow, in widths of the window. */
const [half, barb] = [0.13, 0.02];

/** The real eigenvectors of an equilibrium: lines through it, with arrows that point the way of the flow along them. */
export function eigenvectorLines(
  { state, eigenvalues, eigenvectors }: Directed,
  [across, up]: readonly [string, string],
  [left, right]: Range,
  [bottom, top]: Range,
): readonly { readonly grows: boolean; readonly trace: Line }[] {
  const [width, height] = [right - left, top - bottom];
  return eigenvalues.flatMap(({ re, im }, k) => {
    const [a, b] = [eigenvectors[k][across].re / width, eigenvectors[k][up].re / height];
    const size = Math.hypot(a, b);
    if (im !== 0 || re === 0 || size === 0) return [];
    const [u, v] = [a / size, b / size];
    const points = [-1, 1].flatMap((side) => {
      const tip = re > 0 ? half : half / 2; // away from the equilibrium, or towards it
      const way = re > 0 ? side : -side;
      const at = (along: number, aside: number): readonly [number, number] => [
        state[across] + width * (along * u - aside * v),
        state[up] + height * (along * v + aside * u),
      ];
      const head = ([back, aside]: readonly [number, number]): readonly [number, number] =>
        at(side * tip - way * back, aside);
      return [
        at(0, 0),
        at(side * half, 0),
        [NaN, NaN] as const,
        head([barb, barb / 2]),
        head([0, 0]),
        head([barb, -barb / 2]),
        [NaN, NaN] as const,
      ];
    });
    const trace = line(
      Float64Array.from(points, ([x]) => x),
      Float64Array.from(points, ([, y]) => y),
      re > 0 ? light.purple : light.sky,
      { hoverinfo: "skip" },
      { width: widths.bold },
    );
    return [{ grows: re > 0, trace }];
  });
}
