import { exp } from "./elementary.js";

/**
 * Turns a uniform number, 0 < u < 1, into a Poisson count of that mean, by inversion: the smallest k that is reached
 * with a probability of u or more. The same bits on every machine.
 * @param mean of the counts, from 0 to 700, where e^−mean is no longer a number to begin with
 */
export function poissonQuantile(mean: number): (u: number) => number {
  let p = exp(-mean);
  const reached = [p];
  for (let k = 1; k < mean || p > 2 ** -60; k++) reached.push(reached[k - 1] + (p *= mean / k));
  reached[reached.length - 1] = 1;
  return (u) => {
    let k = 0;
    while (reached[k] < u) k++;
    return k;
  };
}
