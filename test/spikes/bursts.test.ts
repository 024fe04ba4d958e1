import { expect, test } from "vitest";
import { bursts } from "../../src/spikes/bursts.js";

test("bursts are parted at the largest step between the intervals in order", () => {
  expect(bursts([0, 2, 4, 50, 52, 100])).toEqual([
    { start: 0, end: 4, count: 3 },
    { start: 50, end: 52, count: 2 },
    { start: 100, end: 100, count: 1 },
  ]);
});
test("a gap that is given parts them whatever the intervals are", () => {
  expect(bursts([0, 10, 20], { gap: 5 }).map(({ count }) => count)).toEqual([1, 1, 1]);
  expect(bursts([0, 10, 20], { gap: 10 }).map(({ count }) => count)).toEqual([3]);
});
test("a tonic train, intervals of all lengths and a silent train have no bursts", () => {
  expect(bursts([0, 10, 20, 31, 40])).toEqual([]);
  expect(bursts([0, 10, 23, 39, 59])).toEqual([]);
  expect(bursts([])).toEqual([]);
});
test("what is no train and no gap is refused", () => {
  expect(() => bursts([3, 1])).toThrow(RangeError);
  expect(() => bursts([1, 2], { gap: -1 })).toThrow(/gap/);
  expect(() => bursts([1, 2], { gaps: 1 } as never)).toThrow(/Did you mean 'gap'/);
});
