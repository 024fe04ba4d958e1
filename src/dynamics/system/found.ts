/**
 * What an analysis finds, as a list that says what it may lack, as `bifurcations` does: in words, why; empty if
 * nothing was left out. A list made of it, as by `filter`, is an ordinary one.
 */
export interface Found<Thing> extends Array<Thing> {
  readonly incomplete: readonly string[];
}

/** Shown with the list where there is something to say. */
export function found<Thing>(things: readonly Thing[], incomplete: readonly string[]): Found<Thing> {
  const value = [...new Set(incomplete)];
  const list = Object.defineProperty([...things], "incomplete", { value, enumerable: value.length > 0 });
  return list as Thing[] & Pick<Found<Thing>, "incomplete">;
}
