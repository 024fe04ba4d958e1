import { type Bounding, prepareBounds } from "../../model/graph/bounds.js";
import type { Interval } from "../../model/graph/interval.js";
import type { Model } from "../../model/model.js";
import { flow } from "./flow.js";
import { vectorFieldFamily } from "./vector-field-family.js";

const mostSteps = 3000; // then as many again, a few times, while the trajectory still goes where it has not been
const mostStretches = 5;
const news = 0.02; // of what it has passed through: by so much more it has
const farthest = 1e4; // widths of the ranges: what goes beyond is not followed
const margin = 0.1;
const generous = 2; // widths of what trajectories pass through, left on either side where a guess was far too wide
const farTooWide = 3; // times that
const anywhere = 1e6;

/** A model in windows, and those of its states whose window is a guess. */
export interface InReach {
  readonly model: Model;
  readonly guessed: readonly string[];
}

const known = new WeakMap<Model, InReach>();
const fieldBounds = new WeakMap<object, Bounding>(); // by kernels, which all `with` copies share

/**
 * The model with the windows of its states as wide as its trajectories reach. A pure number without a stated range has
 * [0, 1], which is right for a gate and a guess for anything else: where the equations do not prove that the state
 * stays there, the window grows to what the trajectories from the initial state pass through, if they stay finite. One
 * of 100 either way of the start, the guess of `fromXppaut`, also shrinks where they pass through a small part of it:
 * what counts as near is a part of it.
 *
 * @param parameter along which trajectories are looked at too, at the ends and in the middle of a range
 */
export function inReach(model: Model, parameter?: string, range?: readonly [number, number]): InReach {
  if (model.spiking.reset) return { model, guessed: [] };
  const before = parameter === undefined ? known.get(model) : undefined;
  if (before !== undefined) return before;
  const guessed = guessedStates(model, parameter, range);
  const reach = { model: guessed.length === 0 ? model : widened(model, guessed, parameter, range), guessed };
  if (parameter === undefined) known.set(model, reach);
  return reach;
}

/** The model with the guessed windows as wide as its trajectories reach. */
function widened(
  model: Model,
  guessed: readonly string[],
  parameter?: string,
  range?: readonly [number, number],
): Model {
  const [low, high] = range ?? [0, 0];
  const places =
    parameter === undefined
      ? [model]
      : [model, ...[low, (low + high) / 2, high].map((value) => model.with({ [parameter]: value }))];
  const hulls = places.map(hullOf);
  const ranges = { ...model.ranges };
  for (const name of guessed) {
    const i = model.stateNames.indexOf(name);
    const lows = hulls.flatMap((hull) => hull?.[i][0] ?? []),
      highs = hulls.flatMap((hull) => hull?.[i][1] ?? []);
    const [least, most] = [Math.min(...lows), Math.max(...highs)];
    const spread = (1 + 2 * generous) * (most - least);
    if (isCentred(model, name) && spread > 0 && farTooWide * spread < model.ranges[name][1] - model.ranges[name][0]) {
      ranges[name] = [least - generous * (most - least), most + generous * (most - least)];
      continue;
    }
    const [a, b] = [Math.min(model.ranges[name][0], least), Math.max(model.ranges[name][1], most)];
    const room = margin * (b - a);
    ranges[name] = [a < model.ranges[name][0] ? a - room : a, b > model.ranges[name][1] ? b + room : b];
  }
  return model.inRanges(ranges);
}

/** Whether the window of a state is the guess that `fromXppaut` makes from its start. */
function isCentred(model: Model, name: string): boolean {
  const [low, high] = model.ranges[name];
  return model.units[name] === "1" && low === model.states[name] - 100 && high === model.states[name] + 100;
}

/**
 * States in a guessed window, but for those of which the equations prove that they stay in [0, 1], at every value of a
 * parameter in its range.
 */
function guessedStates(model: Model, parameter?: string, range?: readonly [number, number]): string[] {
  const centred = model.stateNames.filter((name) => isCentred(model, name));
  const candidates = model.stateNames.filter((name) => {
    const [low, high] = model.ranges[name];
    return model.units[name] === "1" && low === 0 && high === 1;
  });
  if (candidates.length === 0) return centred;
  const box = model.stateNames.map((name): Interval => {
    const [low, high] = model.ranges[name];
    return candidates.includes(name) ? [low, high] : [low - (high - low), high + (high - low)];
  });
  const bounds = fieldBounds.get(model.kernels) ?? prepareBounds(model.graph, model.roots.field);
  fieldBounds.set(model.kernels, bounds);
  const parameters = Array.from(
    model.vector,
    (value, k): Interval => (range && model.parameterNames[k] === parameter ? [range[0], range[1]] : [value, value]),
  );
  const left: string[] = [];
  for (let again = true; again; ) {
    again = false;
    for (const name of candidates.filter((one) => !left.includes(one))) {
      const i = model.stateNames.indexOf(name);
      const below = bounds(box.with(i, [0, 0]), parameters)[i],
        above = bounds(box.with(i, [1, 1]), parameters)[i];
      if (below[0] >= -1e-12 && above[1] <= 1e-12) continue;
      left.push(name);
      box[i] = [-anywhere, anywhere]; // which may let others out
      again = true;
    }
  }
  return [...left, ...centred];
}

/**
 * That equilibria were searched for in a guessed window, as `equilibriaNear` does: one that no trajectory and no branch
 * leads to may lie elsewhere.
 */
export function guessesInWords(model: Model, guessed: readonly string[]): string[] {
  if (guessed.length === 0) return [];
  const windows = guessed.map((name) => {
    const [low, high] = model.ranges[name];
    const [from, to] = [2 * low - high, 2 * high - low].map((value) => Number(value.toPrecision(3)));
    return `${name} from ${from} to ${to}`;
  });
  return [
    `no range is stated for ${guessed.join(", ")}: equilibria were searched for with ${windows.join(", ")} alone. ` +
      `A state may have a range, as in ${guessed[0]}: state(0, "1", [-10, 10])`,
  ];
}

/** What the trajectory from the initial state passes through; undefined if it leaves for good. */
function hullOf(model: Model): (readonly [number, number])[] | undefined {
  const family = vectorFieldFamily(model, [], []);
  const { n, scale } = family;
  const start = Float64Array.from(model.stateNames, (name, i) => model.states[name] / scale[i]);
  const low = start.slice(),
    high = start.slice();
  let before = 0,
    steps = 0;
  const end = flow(family, 0).run(start, Infinity, (_t, _from, _next, to) => {
    let far = 0;
    for (let i = 0; i < n; i++) {
      if (to[i] < low[i]) low[i] = to[i];
      if (to[i] > high[i]) high[i] = to[i];
      far = Math.max(far, Math.abs(to[i]));
    }
    if (++steps % mostSteps > 0) return far > farthest;
    const now = low.reduce((sum, v, i) => sum + (high[i] - v), 0);
    const grows = now > (1 + news) * before;
    before = now;
    return !grows || steps >= mostStretches * mostSteps || far > farthest;
  });
  if (!end.every((v) => Math.abs(v) <= farthest)) return undefined;
  return Array.from(low, (v, i) => [v * scale[i], high[i] * scale[i]] as const);
}
