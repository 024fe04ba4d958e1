/**
 * Where a yes turns into a no, by halving the interval until it is narrower than `width`: the end on the side of yes.
 * @param holding a value for which `holds` is true, @param failing one for which it is false; either may be the larger
 */
export function lastThatHolds(holds: (x: number) => boolean, holding: number, failing: number, width: number): number {
  while (Math.abs(failing - holding) > width) {
    const middle = (holding + failing) / 2;
    if (holds(middle)) holding = middle;
    else failing = middle;
  }
  return holding;
}
