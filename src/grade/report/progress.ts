/** How far the marking of a class is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Seconds that the rest will take if it is as the last ones were; undefined while nothing tells. */
  readonly left: number | undefined;
}

/** Tells the time left by the last ones that were marked: those that an earlier run has marked take none. */
export function progressOf(total: number, now: () => number): (marked: boolean) => Progress {
  const recent = 20;
  const ends: number[] = [now()];
  let done = 0;
  return (marked) => {
    done++;
    if (marked) ends.push(now());
    if (ends.length > recent) ends.shift();
    const each = ends.length < 2 ? undefined : (ends[ends.length - 1] - ends[0]) / (ends.length - 1) / 1000;
    return { done, total, left: done === total ? 0 : each === undefined ? undefined : each * (total - done) };
  };
}

/** "[12/200] jdoe …", with the time left in words. */
export function progressText({ done, total, left }: Progress): string {
  const time =
    left === undefined || done === total
      ? ""
      : `, about ${left < 90 ? `${Math.ceil(left)} s` : `${Math.round(left / 60)} min`} left`;
  return `[${done}/${total}${time}]`;
}
