import { expect, test } from "vitest";

test("arrays of numbers are equal if each number is, bit for bit but for the kinds of NaN", () => {
  const numbers = (...all: number[]): Float64Array => Float64Array.from(all);
  expect(numbers(1, NaN, -0)).toEqual(numbers(1, NaN, -0));
  expect({ V: [numbers(1, 2)] }).toEqual({ V: [numbers(1, 2)] });
  expect(numbers(0)).not.toEqual(numbers(-0));
  expect(numbers(1, 2)).not.toEqual(numbers(1));
  expect(numbers(1, 2)).not.toEqual(numbers(1, 2 + 2 ** -51));
  expect(numbers(1)).not.toEqual([1]);
  expect(() => expect({ V: numbers(1) }).toEqual({ V: numbers(2) })).toThrow(/Float64Array/);
});
