/** How finely the first guess is kept. */
const cells = 1024;

/**
 * Turns a uniform number, 0 < u < 1, into a Poisson count of that mean, by inversion: the smallest k that is reached
 * with a probability of u or more. The same bits on every machine.
 * @param mean of the counts, 0 or more
 */
export function poissonQuantile(mean: number): (u: number) => number {
  const most = Math.floor(mean);
  const below = [1]; // relative to the most likely count
  for (let k = most, p = 1; k > 0 && p > 2 ** -60; k--) below.push((p *= k / mean));
  const first = most - below.length + 1;
  const relative = below.reverse();
  for (let k = most + 1, p = 1; p > 2 ** -60; k++) relative.push((p *= mean / k));
  const total = relative.reduce((all, p) => all + p, 0);
  let sum = 0;
  const reached = Float64Array.from(relative, (p) => (sum += p) / total);
  reached[reached.length - 1] = 1;
  const guess = Int32Array.from({ length: cells }, (_, c) => reached.findIndex((p) => p >= c / cells));
  return (u) => {
    let k = guess[Math.floor(u * cells)];
    while (reached[k] < u) k++;
    return first + k;
  };
}
