import { expect, test } from "vitest";
import { plot } from "../../../src/figure/plot.js";
import { drawing } from "../../../src/figure/svg/svg.js";
import { marksOver } from "../../../src/live/page/marks.js";
import { matched } from "../../matched.js";

const figure = plot.curves({ x: [0, 1], y: [0, 1] }, { x: ["t", "ms"], y: ["V", "mV"] });
const { frames } = drawing(figure, 400, true);
const pathOf = (x: readonly number[], y: readonly number[]): string =>
  matched(marksOver([{ kind: "piece", axes: "xy", x, y, colour: "red" }], frames), / d="([^"]*)"/)[1];

test("a piece over a picture lifts the pen at NaN and beyond the axes, and leaves out what no eye tells apart", () => {
  const pens = (path: string): number => path.split("M").length - 1;
  const even = Array.from({ length: 2001 }, (_, k) => k / 2000);
  const whole = pathOf(even, even);
  expect(pens(whole)).toBe(1);
  expect(whole.match(/l/g)?.length).toBeLessThan(300); // a straight way of 400 px
  expect(pens(pathOf([0, 0.2, NaN, 0.6, 1], [0, 0.2, NaN, 0.6, 1]))).toBe(2);
  expect(pens(pathOf([0, 0.2, 0.4, 0.6, 1], [0, 0.2, 40, 0.6, 1]))).toBe(2);
  expect(pathOf([5, 6], [5, 6])).toBe("");
});
