/** A number that a handle sets by where it is. */
export interface Way {
  /** Of the parameter or state. */
  readonly name: string;
  readonly value: number;
  readonly range: readonly [number, number];
  /** By how much a key moves it: the step of its slider. */
  readonly step: number;
}

/** Something in a picture that a reader takes and moves, with a pointer or by keys: a ring, or all of a line. */
export interface Handle<Change> {
  /** What it is, for a screen reader; no other handle of its picture has this name. */
  readonly name: string;
  /** Where it is in its axes. Without x it is a level line, without y an upright one. */
  readonly at: { readonly axes: string; readonly x?: number; readonly y?: number };
  /** As CSS has it. */
  readonly colour: string;
  /** It stays where it is, and its numbers change by so much for each unit of the axes over which it is drawn. */
  readonly by?: number;
  /** What moves when it is moved across the picture, and up. */
  readonly across?: Way;
  readonly up?: Way;
  /** Its values in words, with their units. */
  readonly said: string;
  /** What happens when the numbers of its ways, by their names, are others. */
  change(values: Values): Change | undefined;
}

type Values = Readonly<Record<string, number>>;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A value within a range, at one of a thousand steps of it: what is set by hand needs no more digits. */
export function roundedInto([low, high]: readonly [number, number], value: number): number {
  const digits = 3 - Math.floor(Math.log10(high - low));
  const within = Math.min(high, Math.max(low, value));
  return digits >= 0 && digits < 15 ? Number(within.toFixed(digits)) : within;
}

/** The numbers of a handle that is moved to a place. */
export function valuesAt<C>({ across, up }: Handle<C>, to: Place): Values {
  return {
    ...(across && { [across.name]: roundedInto(across.range, to.x) }),
    ...(up && { [up.name]: roundedInto(up.range, to.y) }),
  };
}

/** The numbers of a handle that was taken at a place and is at another now. @param taken its numbers there */
export function valuesFollowing<C>(handle: Handle<C>, taken: Values, from: Place, to: Place): Values {
  const { across, up, by } = handle;
  if (by === undefined) return valuesAt(handle, to);
  return {
    ...(across && { [across.name]: taken[across.name] + by * (to.x - from.x) }),
    ...(up && { [up.name]: taken[up.name] - by * (to.y - from.y) }),
  };
}

/** How many steps a key with Shift goes. */
const large = 10;

const steps: Readonly<Record<string, readonly [across: number, up: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, large],
  PageDown: [0, -large],
};

/**
 * The numbers of a handle when a key is pressed, undefined for a key that does not move it. A handle of one way goes
 * along it with any arrow, and with Home and End to its ends.
 * @param from its numbers before
 */
export function valuesAfter<C>(
  { across, up }: Handle<C>,
  from: Values,
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
): Values | undefined {
  const [only] = across === undefined ? [up] : up === undefined ? [across] : [];
  if (only !== undefined && (key === "Home" || key === "End"))
    return { [only.name]: only.range[key === "Home" ? 0 : 1] };
  const [right, upward] = steps[key] ?? [0, 0];
  const way = only ?? (right === 0 ? up : across);
  const count = (right + upward) * (shiftKey ? large : 1);
  if (way === undefined || count === 0) return undefined;
  const [low, high] = way.range;
  const next = Number((from[way.name] + count * way.step).toPrecision(12));
  return { ...from, [way.name]: Math.min(high, Math.max(low, next)) };
}

/** The numbers of a handle as it is. */
export const valuesOf = <C>({ across, up }: Handle<C>): Values =>
  Object.fromEntries([across, up].flatMap((way) => (way === undefined ? [] : [[way.name, way.value]])));
