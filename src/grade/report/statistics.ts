/** How the exercises did their work in a class. */
import { mistakeOf } from "./advice.js";
import type { Graded, Mark } from "./results.js";

/** One exercise, over all who handed in its notebook. */
export interface ExerciseStatistics {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  /** Those with all points. */
  readonly solved: number;
  /** Those who did not answer. */
  readonly missing: number;
  /** Mean share of the points: 1 is easy, 0 hard. */
  readonly difficulty: number;
  /**
   * Correlation of its points with those of all other exercises of the notebook together: high if those who did well
   * elsewhere did well here. Undefined if either does not vary.
   */
  readonly discrimination: number | undefined;
  /** What was mixed up, and what answers lacked; most frequent first. */
  readonly mistakes: readonly (readonly [name: string, count: number])[];
}

/** @param rows of one notebook, those that could be marked */
export function statisticsOf(rows: readonly Graded[]): ExerciseStatistics[] {
  const ids = [...new Set(rows.flatMap(({ exercises }) => exercises.map(({ id }) => id)))];
  return ids.map((id) => {
    const pairs = rows.flatMap((row): [Mark, number][] => {
      const mark = row.exercises.find((one) => one.id === id);
      return mark === undefined ? [] : [[mark, row.score - mark.points]];
    });
    const marks = pairs.map(([mark]) => mark);
    const counts = new Map<string, number>();
    for (const mistake of marks.flatMap((mark) => mistakeOf(mark) ?? []))
      counts.set(mistake, (counts.get(mistake) ?? 0) + 1);
    return {
      id,
      title: marks[0].title,
      count: marks.length,
      solved: marks.filter(({ points, max }) => points === max).length,
      missing: marks.filter(({ status }) => status === "missing").length,
      difficulty: mean(marks.map(({ points, max }) => points / max)),
      discrimination: correlation(
        marks.map(({ points }) => points),
        pairs.map(([, rest]) => rest),
      ),
      mistakes: [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    };
  });
}

/** Of at least one value. */
export const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Pearson's; undefined where one of the two does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number | undefined {
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [i, value] of x.entries()) {
    xx += (value - meanX) ** 2;
    yy += (y[i] - meanY) ** 2;
    xy += (value - meanX) * (y[i] - meanY);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : undefined;
}

/** The value below which a share of the sorted values lies, between neighbours by proportion. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (at - Math.floor(at)) * (high - low);
}
