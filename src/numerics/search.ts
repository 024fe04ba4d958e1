/** The last index of an ascending list of this length whose value is at most x; −1 if none is. */
export function lastAtMost(x: number, length: number, value: (index: number) => number): number {
  let last = -1;
  let beyond = length;
  while (beyond - last > 1) {
    const middle = (last + beyond) >> 1;
    if (value(middle) <= x) last = middle;
    else beyond = middle;
  }
  return last;
}
