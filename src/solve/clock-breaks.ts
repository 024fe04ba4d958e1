import { prepareBounds } from "../model/graph/bounds.js";
import type { Graph } from "../model/graph/graph.js";
import type { Interval } from "../model/graph/interval.js";
import type { Model } from "../model/model.js";

/** Shares of the duration: how close a change is located, and how far before and after it the breaks lie. */
const precision = { location: 2e-10, margin: 1e-9 };

/** A condition that varies less, over more than so many of the shortest intervals, is 0 all along: nothing changes. */
const flat = { range: 1e-12, intervals: 1000 };

/** Most intervals that are looked at: a thousand changes. From there on breaks are as close as the closest were. */
const mostIntervals = 50_000;

/**
 * Times just before and just after each change of a condition that depends on time alone, in a model with a state that
 * counts time (its derivative is a number): a pulse `time >= 50 ? 1 : 0` would else fall between two steps. The state
 * rounds, so that at the change itself a step would see either side.
 * @param varying index of a parameter that changes in the run, −1 if none does
 */
export function clockBreaks(model: Model, initial: Float64Array, duration: number, varying: number): number[] {
  const { graph, roots } = model;
  const rates = new Map<number, number>();
  roots.field.forEach((root, i) => {
    const rate = graph.valueOf(root);
    const isReset = roots.reset !== null && roots.reset[i] !== graph.state(i);
    if (rate !== undefined && rate !== 0 && !isReset) rates.set(i, rate);
  });
  if (rates.size === 0) return [];
  const conditions = timedConditions(graph, roots.field, (op, index) =>
    op === "state" ? rates.has(index) : index !== varying,
  );
  if (conditions.length === 0) return [];
  const boundsOf = prepareBounds(
    graph,
    conditions.map(({ node }) => node),
  );
  const parameters = Array.from(model.vector, (p): Interval => [p, p]);
  const changes = (from: number, to: number): boolean => {
    const states = Array.from(initial, (y, i): Interval => {
      const [a, b] = [from, to].map((t) => y + (rates.get(i) ?? 0) * t);
      return [Math.min(a, b), Math.max(a, b)];
    });
    const long = to - from > flat.intervals * precision.location * duration;
    return boundsOf(states, parameters).some(
      ([low, high], k) =>
        (conditions[k].steps ? Math.floor(low) !== Math.floor(high) : low <= 0 && high >= 0) &&
        !(long && high - low <= flat.range),
    );
  };
  return located(changes, duration)
    .flatMap((t) => [t - precision.margin * duration, t + precision.margin * duration])
    .filter((t) => t > 0 && t < duration);
}

/** What may jump or kink as time goes on: the sign of a node, or, at a floor, its integer part. */
function timedConditions(
  graph: Graph,
  outputs: readonly number[],
  isKnown: (op: "state" | "parameter", index: number) => boolean,
): { readonly node: number; readonly steps: boolean }[] {
  const timed = (node: number): boolean => {
    const leaves = graph.reachable([node]).map((i) => graph.nodes[i]);
    const known = leaves.every(({ op, value }) => (op === "state" || op === "parameter" ? isKnown(op, value) : true));
    return known && leaves.some(({ op }) => op === "state");
  };
  return graph.reachable(outputs).flatMap((i) => {
    const { op, args } = graph.nodes[i];
    const [a, b] = args;
    const node =
      op === "select" || op === "abs" || op === "floor" ? a : op === "max" || op === "min" ? graph.subtract(a, b) : -1;
    return node >= 0 && timed(node) ? [{ node, steps: op === "floor" }] : [];
  });
}

/** The shortest intervals in which something changes, found by halving; of those close together, one. */
function located(changes: (from: number, to: number) => boolean, duration: number): number[] {
  const breaks: number[] = [];
  const waiting: (readonly [from: number, to: number])[] = [[0, duration]];
  for (let looked = 0; waiting.length > 0 && looked < mostIntervals; looked++) {
    const [from, to] = waiting.pop() as readonly [number, number];
    if (!changes(from, to)) continue;
    const middle = (from + to) / 2;
    if (to - from <= precision.location * duration || middle <= from || middle >= to) {
      const last = breaks[breaks.length - 1] ?? -Infinity;
      if (to - last > flat.intervals * precision.location * duration) breaks.push(to);
    } else waiting.push([middle, to], [from, middle]);
  }
  const closest = breaks.reduce(
    (least, t, k) => (k === 0 ? least : Math.min(least, t - breaks[k - 1])),
    duration / 1000,
  );
  const spacing = Math.max(closest / 2, duration / 200_000);
  for (const [from, to] of waiting.reverse()) for (let t = from; t < to; t += spacing) breaks.push(t);
  return breaks;
}
