/**
 * ms of a frame that may go into pictures: a slider under a thumb answers in the frame, and what has no room in it
 * follows in the next.
 */
const share = 4;

/** Parts of a figure that are drawn by turns. */
export interface Turns<Part> {
  /** Has parts drawn anew, after those that wait already. @param last is drawn after all that wait */
  ask(parts: Iterable<Part>, last?: Part): void;
  /**
   * Draws the parts that have waited longest, at least one, and others as long as what they took last has room in the
   * share of a frame that began at `began`. Returns how many wait still.
   */
  go(began: number): number;
  /** None waits any more. */
  forget(): void;
}

/** Draws parts by turns: none that is asked for again and again keeps another from its turn, but for the last. */
export function byTurns<Part>(draw: (part: Part) => void): Turns<Part> {
  const waiting = new Set<Part>();
  const took = new Map<Part, number>(); // ms
  return {
    ask(parts, last) {
      if (last !== undefined) waiting.delete(last);
      for (const part of parts) waiting.add(part);
      if (last !== undefined) waiting.add(last);
    },
    go(began) {
      let isFirst = true;
      for (const part of waiting) {
        const from = performance.now();
        if (!isFirst && from - began + (took.get(part) ?? 0) > share) break;
        isFirst = false;
        waiting.delete(part);
        draw(part);
        took.set(part, performance.now() - from);
      }
      return waiting.size;
    },
    forget: () => waiting.clear(),
  };
}
