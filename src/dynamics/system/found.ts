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

/**
 * Where branches were cut short, one line for each reason: "a branch of cycles stops at I = 3: why", and of more
 * "branches of cycles stop at I = 3, 4: why".
 * @param words for one branch, and for several
 * @param values of the parameter, each with the reason
 */
export function cutShort(
  [one, several]: readonly [string, string],
  parameter: string,
  values: readonly { readonly value: string; readonly reason: string }[],
): string[] {
  return [...new Set(values.map(({ reason }) => reason))].map((reason) => {
    const there = new Set(values.filter((cut) => cut.reason === reason).map(({ value }) => value));
    return `${there.size === 1 ? one : several} ${parameter} = ${[...there].join(", ")}: ${reason}`;
  });
}
