import type { ContinuationProblem } from "./problem.js";
import { specialPoints, type SpecialPoint } from "./special-points.js";

/** Ends that the engine decides itself; "start": the branch was followed one way, from a start that is no point. */
export type EngineEnd = "start" | "closed" | "step too small" | "too many points" | "too much work";

/** A curve of solutions, followed to both of its ends. */
export interface Branch<Point, Test extends string, End extends string> {
  readonly points: readonly Point[];
  /** In their order along the branch. */
  readonly special: readonly SpecialPoint<Point, Test>[];
  readonly ends: readonly [End | EngineEnd, End | EngineEnd];
}

/** The branch through a known point, followed both ways. */
export function branchThrough<Point extends Start, Test extends string, End extends string, Start>(
  problem: ContinuationProblem<Point, Test, End, Start>,
  start: Point,
): Branch<Point, Test, End> {
  const forward = follow(problem, start);
  const backward =
    forward.end === "closed" ? { points: [], end: "closed" as const } : follow(problem, problem.reversed(start));
  const points = [...backward.points.map(problem.reversed).reverse(), start, ...forward.points];
  return { points, special: specialPoints(problem, points), ends: [backward.end, forward.end] };
}

/** The branch that begins at a start which is not itself one of its points, as a cycle of no size. */
export function branchFrom<Point extends Start, Test extends string, End extends string, Start>(
  problem: ContinuationProblem<Point, Test, End, Start>,
  start: Start,
): Branch<Point, Test, End> {
  const { points, end } = follow(problem, start);
  return { points, special: specialPoints(problem, points), ends: ["start", end] };
}

/** Pseudo-arclength continuation one way: Keller (1977) Applications of Bifurcation Theory, Academic Press, 359. */
function follow<Point extends Start, Test extends string, End extends string, Start>(
  { advance, prepare, steps, stop }: ContinuationProblem<Point, Test, End, Start>,
  start: Start,
): { readonly points: readonly Point[]; readonly end: End | EngineEnd } {
  const points: Point[] = [];
  const { work } = steps;
  const limit = work ? (work.counter.done + work.most) / 2 : 0;
  let from = start;
  let step = Math.min(steps.first, steps.longest(start));
  let travelled = 0;
  while (points.length < steps.mostPoints) {
    if (work && work.counter.done > limit) return { points, end: "too much work" };
    const next = advance(from, step);
    if (next === undefined) {
      step /= 2;
      if (step < steps.smallest) return { points, end: "step too small" };
      continue;
    }
    points.push(next.point);
    travelled += step;
    const stopped = stop({ start, points, travelled });
    if (stopped) return { points: stopped.last ? [...points.slice(0, -1), ...stopped.last] : points, end: stopped.end };
    step = Math.min(next.growth * step, steps.longest(next.point));
    from = prepare ? prepare(next.point) : next.point;
  }
  return { points, end: "too many points" };
}
