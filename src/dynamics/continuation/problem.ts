/**
 * What can be followed: solutions that form a curve. Equilibria, limit cycles, the bifurcations of both in two
 * parameters and cycles through resets are each a problem of this form; `branchThrough` and `branchFrom` follow it,
 * `specialPoints` finds what happens on the way. To add one, such as a curve of tori, write what follows.
 *
 * A `Point` is one solution together with the direction in which the branch goes on, so it suffices for the next step.
 * Distances are in whatever norm the problem steps by; the engine never looks inside a point.
 *
 * 1. `advance` predicts and corrects. It gives up, by undefined, where the corrector does not converge, or what it
 *    finds is too far from the prediction to be the same branch, as when the tangent has turned: the engine tries half
 *    the distance.
 * 2. `between` solves on the chord of two neighbours, where test functions are brought to zero.
 * 3. `stop` says why a branch ends, in the problem's own words; the engine has words for what it decides itself
 *    (`EngineEnd`). It is asked after each step, before anything is looked for on it.
 * 4. `tests` name what is looked for.
 *
 * All are pure functions of points, but for the counter of `work`. A problem holds for one range of parameters.
 */
export interface ContinuationProblem<Point extends Start, Test extends string, End extends string, Start = Point> {
  /** The point at `distance` along the branch from `from`; undefined if there is none to be had. */
  readonly advance: (from: Start, distance: number) => Advance<Point> | undefined;
  /** What the next step starts from, where that is not the point as found: on a mesh that has been adapted, say. */
  readonly prepare?: (point: Point) => Start;
  /**
   * The solutions near the chord from a to b, two neighbours on a branch, each in the hyperplane at right angles to it
   * at a share of the way, 0 at a and 1 at b; undefined where there is none to be had.
   */
  readonly between: Between<Point>;
  /** The same solution, for going the other way. */
  readonly reversed: (point: Point) => Point;
  readonly steps: StepRules<Start>;
  readonly stop: (progress: Progress<Point, Start>) => Stop<Point, End> | undefined;
  readonly tests: { readonly [name in Test]?: TestFunction<Point> };
  /** Of a located point, as a share of the distance between its neighbours. */
  readonly precision: number;
  /** The same solved more exactly: a special point, once located as above, is located again by this. */
  readonly finer?: { readonly between: Between<Point>; readonly precision: number };
}

/** See `ContinuationProblem.between`; what a chord needs is prepared once. */
export type Between<Point> = (a: Point, b: Point) => (share: number) => Point | undefined;

/** A step that succeeded. */
export interface Advance<Point> {
  readonly point: Point;
  /** The length of the next step over that of this one: above 1 where the corrector had little to do. */
  readonly growth: number;
}

/** How steps are chosen: halved when `advance` gives up, else as much longer or shorter as it says. */
interface StepRules<Start> {
  readonly first: number;
  /** The longest step from a point. */
  readonly longest: (from: Start) => number;
  /** A branch that asks for less is left there. */
  readonly smallest: number;
  readonly mostPoints: number;
  /**
   * A count of what solving costs, kept by the problem, and how far it may go. Each way along a branch may use half of
   * what is left, so that one wild branch leaves something for the others, and locating what happens on it the rest.
   */
  readonly work?: { readonly counter: { readonly done: number }; readonly most: number };
}

/** How far the engine has come. */
export interface Progress<Point, Start> {
  readonly start: Start;
  /** The points found, without the start; the last is the newest. */
  readonly points: readonly Point[];
  /** The sum of all steps. */
  readonly travelled: number;
}

/** Why a branch ends with its last point. */
export interface Stop<Point, End extends string> {
  readonly end: End | "closed";
  /** What stands in place of the last point: nothing, or the point on the border that it has crossed. */
  readonly last?: readonly Point[];
}

/** What changes its sign along a branch where something happens. */
export interface TestFunction<Point> {
  readonly value: (point: Point) => number;
  /** Whether a change of sign between two neighbours is a zero that counts, and no pole; by default every one is. */
  readonly counts?: (a: Point, b: Point) => boolean;
  /** Whether the signs are beyond rounding; a change that is not remains unlocated. By default they are. */
  readonly resolved?: (a: Point, b: Point) => boolean;
  /** Two zeros may lie between neighbours of the same sign: they are looked for where the function comes near zero. */
  readonly pairs?: boolean;
  /**
   * Solves for the point by equations of its own, from the chord at a share of the way, where the equations of the
   * branch are singular.
   */
  readonly solve?: (a: Point, b: Point, share: number) => Point | undefined;
}
