import { bracketedRoot } from "../../numerics/root.js";
import type { Between, ContinuationProblem, TestFunction } from "./problem.js";

/** Where a test function is zero on a branch. */
export interface SpecialPoint<Point, Test extends string> {
  readonly test: Test;
  /** Position along the branch, in points: 2.5 is halfway from points[2] to points[3]. */
  readonly index: number;
  /** The point itself; of one that could not be located, that after it. */
  readonly point: Point;
  /** The nearest solutions known, one on each side. */
  readonly before: Point;
  readonly after: Point;
  readonly located: boolean;
  /** |test function| here, over the larger of its sizes at the neighbours: 0 at a zero, towards 1 at a jump. */
  readonly residual: number;
}

type Problem<Point, Test extends string> = Pick<
  ContinuationProblem<Point, Test, string>,
  "between" | "tests" | "precision" | "finer" | "steps"
>;

/** What the test functions of a problem find between the points of a branch, in order along it. */
export function specialPoints<Point, Test extends string>(
  problem: Problem<Point, Test>,
  points: readonly Point[],
): SpecialPoint<Point, Test>[] {
  const found: SpecialPoint<Point, Test>[] = [];
  for (const name of Object.keys(problem.tests) as Test[]) {
    const test = problem.tests[name];
    if (test === undefined) continue;
    const samples = points.map((point, index): Sample<Point> => ({ index, point, value: test.value(point) }));
    const locate = (a: Sample<Point>, b: Sample<Point>): void => {
      if (test.counts?.(a.point, b.point) ?? true) found.push(located(problem, name, test, a, b));
    };
    for (let k = 0; k + 1 < samples.length; k++) {
      const [a, b] = [samples[k], samples[k + 1]];
      const counted = a.value === 0 && k > 0; // as the end of the step before
      if (a.value * b.value <= 0 && !counted) locate(a, b);
      const inner = test.pairs && k > 0 ? betweenPair(problem, test, samples[k - 1], a, b) : undefined;
      if (inner === undefined) continue;
      locate(inner.index < k ? samples[k - 1] : a, inner);
      locate(inner, inner.index < k ? a : b);
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** A point with the value of a test function there. */
interface Sample<Point> {
  readonly index: number;
  readonly point: Point;
  readonly value: number;
}

const looks = 16;

/** A point of the other sign near b, if the test function has its least size there, close to zero. */
function betweenPair<Point, Test extends string>(
  { between }: Problem<Point, Test>,
  test: TestFunction<Point>,
  a: Sample<Point>,
  b: Sample<Point>,
  c: Sample<Point>,
): Sample<Point> | undefined {
  const [before, here, after] = [a, b, c].map(({ value }) => value * Math.sign(b.value));
  if (!(here > 0 && before >= 2 * here && after >= 2 * here)) return undefined;
  for (const [from, to] of [
    [a, b],
    [b, c],
  ]) {
    const at = between(from.point, to.point);
    for (let part = 1; part < looks; part++) {
      const point = at(part / looks);
      const value = point === undefined ? NaN : test.value(point);
      if (point !== undefined && value * b.value < 0) return { index: from.index + part / looks, point, value };
    }
  }
  return undefined;
}

const reaches = [2e-3, 2e-2, 1]; // of the more exact search, either side of where the first has found the zero

function located<Point, Test extends string>(
  problem: Problem<Point, Test>,
  name: Test,
  test: TestFunction<Point>,
  a: Sample<Point>,
  b: Sample<Point>,
): SpecialPoint<Point, Test> {
  const size = Math.max(Math.abs(a.value), Math.abs(b.value));
  const at = (share: number): number => a.index + share * (b.index - a.index);
  const unlocated = { test: name, index: at(0.5), point: b.point, before: a.point, after: b.point };
  const failed = { ...unlocated, located: false, residual: 1 };
  const { work } = problem.steps;
  if (work && work.counter.done > work.most) return failed;
  if (test.resolved && !test.resolved(a.point, b.point)) return failed;
  if (test.solve) {
    const share = a.value === b.value ? 0.5 : a.value / (a.value - b.value);
    const point = test.solve(a.point, b.point, share);
    if (point === undefined) return failed;
    const index = at(Math.min(0.999, Math.max(0.001, share)));
    return { test: name, index, point, before: point, after: point, located: true, residual: 0 };
  }
  const result = ({ share, value, ...zero }: Zero<Point>): SpecialPoint<Point, Test> => ({
    ...zero,
    test: name,
    index: at(share),
    located: true,
    residual: size > 0 ? Math.abs(value) / size : 0,
  });
  const coarse = zeroBetween(
    problem.between(a.point, b.point),
    test,
    { share: 0, point: a.point, value: a.value },
    { share: 1, point: b.point, value: b.value },
    problem.precision,
  );
  if (coarse === undefined || problem.finer === undefined) return coarse ? result(coarse) : failed;
  const fine = locatedAgain(problem.finer, test, a.point, b.point, coarse.share);
  return fine ? result(fine) : { ...failed, index: at(coarse.share), point: coarse.point };
}

function locatedAgain<Point>(
  { between, precision }: { readonly between: Between<Point>; readonly precision: number },
  test: TestFunction<Point>,
  a: Point,
  b: Point,
  near: number,
): Zero<Point> | undefined {
  const chord = between(a, b);
  for (const reach of reaches) {
    const [low, high] = [Math.max(0, near - reach), Math.min(1, near + reach)].map((share) => {
      const point = chord(share);
      return point && { share, point, value: test.value(point) };
    });
    const fine = low && high && zeroBetween(chord, test, low, high, precision);
    if (fine) return fine;
  }
  return undefined;
}

interface Tried<Point> {
  readonly share: number;
  readonly point: Point;
  readonly value: number;
}

interface Zero<Point> extends Tried<Point> {
  readonly before: Point;
  readonly after: Point;
}

/** The zero of a test function along a chord; undefined if the signs agree or a solution on the way is lost. */
function zeroBetween<Point>(
  chord: (share: number) => Point | undefined,
  test: TestFunction<Point>,
  low: Tried<Point>,
  high: Tried<Point>,
  precision: number,
): Zero<Point> | undefined {
  if (!(low.value * high.value <= 0)) return undefined;
  const tried = [low, high];
  let lost = false;
  const valueAt = (position: number): number => {
    const point = chord(position);
    if (point === undefined) lost = true;
    else tried.push({ share: position, point, value: test.value(point) });
    return point === undefined ? NaN : tried[tried.length - 1].value;
  };
  const share =
    high.value === 0
      ? high.share
      : low.value === 0
        ? low.share
        : bracketedRoot(valueAt, low.share, high.share, low.value, high.value, precision);
  const zero = tried.find((one) => one.share === share);
  if (lost || zero === undefined) return undefined;
  if (zero.value === 0) return { ...zero, before: zero.point, after: zero.point };
  const nearest = (side: Tried<Point>): Point =>
    tried
      .filter((one) => (one.share - share) * (side.share - share) >= 0 && one.value * side.value > 0)
      .reduce((best, one) => (Math.abs(one.share - share) < Math.abs(best.share - share) ? one : best), side).point;
  return { ...zero, before: nearest(low), after: nearest(high) };
}
