/**
 * Waits until more has been posted than was read. To be woken is not enough: whoever posted last may wake us late, when
 * we have read that already and wait for the next.
 * @param posted counts what was posted; whoever posts adds to it, then notifies
 */
export function awaitPost(posted: Int32Array, read: number): void {
  while (Atomics.load(posted, 0) === read) Atomics.wait(posted, 0, read);
}
