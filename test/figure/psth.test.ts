import { expect, test } from "vitest";
import { psth as draw } from "../../src/figure/plots/spikes/psth.js";
import { description } from "../../src/figure/svg/svg.js";
import type { Line } from "../../src/figure/figure.js";
import { psth } from "../../src/spikes/counts.js";

const trials = [
  [1, 4, 12],
  [3, 11, 13, 19],
];
const histogram = psth(trials, { duration: 20, bin: 5 });

test("a PSTH's bars have the area of the spikes per trial, each over its own bin", () => {
  const { data } = draw(histogram);
  const [bars] = data as { x: Float64Array; y: Float64Array; width: number }[];
  expect(data).toHaveLength(1);
  expect(Array.from(bars.x)).toEqual([2.5, 7.5, 12.5, 17.5]);
  expect(Array.from(bars.y)).toEqual([300, 0, 300, 100]); // Hz: 3, 0, 3 and 1 spikes of 2 trials in 5 ms
  expect(bars.y.reduce((sum, rate) => sum + (rate * bars.width) / 1000, 0)).toBeCloseTo(7 / 2, 12);
});

test("the rate behind it is drawn over the same stretch of time", () => {
  const [, line] = draw(histogram, { rate: (t) => 10 * t }).data as Line[];
  const [x, y] = [line.x as Float64Array, line.y as Float64Array];
  expect([x[0], x[200]]).toEqual([0, 20]);
  expect(y[200]).toBe(200);
});

test("it says in words how fine it is", () => {
  expect(description(draw(histogram))).toBe("Peristimulus time histogram of 4 bins of 5 ms, from 0 to 20 ms");
});
