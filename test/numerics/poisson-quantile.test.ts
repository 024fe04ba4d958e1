import { expect, test } from "vitest";
import { poissonQuantile } from "../../src/numerics/poisson-quantile.js";

/** The probability of k or fewer, by the sum of its definition. */
function upTo(k: number, mean: number): number {
  let [p, sum] = [Math.exp(-mean), 0];
  for (let j = 0; j <= k; j++) {
    sum += p;
    p *= mean / (j + 1);
  }
  return sum;
}

test.each([0.05, 1, 3.7, 40, 300])("a count of mean %d is the first that is reached with probability u", (mean) => {
  const count = poissonQuantile(mean);
  for (let k = 0; k < 400; k++) {
    const u = (k + 0.5) / 400;
    const found = count(u);
    expect(upTo(found, mean)).toBeGreaterThan(u - 1e-12);
    if (found > 0) expect(upTo(found - 1, mean)).toBeLessThan(u + 1e-12);
  }
});

test("nothing ever comes of a mean of 0, and a tail that rounding leaves open is closed", () => {
  expect([1e-9, 0.5, 1 - 2 ** -33].map(poissonQuantile(0))).toEqual([0, 0, 0]);
  for (const mean of [1, 30, 700]) {
    const last = poissonQuantile(mean)(1 - 2 ** -33);
    // Beyond six standard deviations and a little: 2^−33 is 6.3 of them in a normal tail.
    expect(last).toBeGreaterThan(mean + 5.5 * Math.sqrt(mean));
    expect(last).toBeLessThan(mean + 9 * Math.sqrt(mean) + 12);
  }
});
