import type { DataPoint } from "../../../figure/figure.js";
import type { Frame } from "../../../figure/svg/svg-values.js";
import { make } from "../controls.js";
import type { Drag } from "../drag.js";
import { valuesAfter, valuesFollowing, valuesOf, type Handle } from "../handle.js";

/** px from a ring within which a pointer has it, and a finger; and from a line that may be taken anywhere. */
const [reach, thumb, besideLine] = [16, 32, 6];
/** px from the right end of a level line, or from the foot of an upright one, at which its ring is. */
const inset = 14;

/** A handle with what is to become of its changes. */
export interface Held {
  readonly handle: Handle<unknown>;
  set(values: Readonly<Record<string, number>>): void;
}

/** The rings over a picture: sliders for keys and screen readers, and for a pointer places to take. */
export interface Rings {
  /** Puts them where they are in these axes; those beyond are hidden. */
  place(held: readonly Held[], frames: ReadonlyMap<string, Frame>): void;
  /** What a pointer takes at a point; a finger takes rings alone, as else it scrolls the page. */
  grip(point: DataPoint, pointerType: string): Drag | undefined;
}

interface Ring extends Held {
  readonly input: HTMLInputElement;
  /** px. */
  readonly place: readonly [number, number] | undefined;
  /** As the keys have left them, until it is placed again. */
  values: Readonly<Record<string, number>>;
}

/** @param frame around the picture, in which they are put */
export function rings(frame: HTMLElement): Rings {
  let shown = new Map<string, Ring>();
  let axes: ReadonlyMap<string, Frame> = new Map();
  const inputFor = (name: string): HTMLInputElement => {
    const input = make("input", { type: "range", className: "nc-handle", ariaLabel: name });
    const set = (values: Readonly<Record<string, number>> | undefined): void => {
      const ring = shown.get(name);
      if (ring === undefined || values === undefined) return;
      ring.values = values;
      ring.set(values);
    };
    input.addEventListener("keydown", (event) => {
      const ring = shown.get(name);
      const values =
        ring && !event.ctrlKey && !event.metaKey && !event.altKey && valuesAfter(ring.handle, ring.values, event);
      if (!values) return;
      event.preventDefault();
      set(values);
    });
    // Some screen readers set a slider's value themselves.
    input.addEventListener("input", () => {
      const ring = shown.get(name);
      const way = ring?.handle.across ?? ring?.handle.up;
      if (ring !== undefined && way !== undefined) set({ ...ring.values, [way.name]: input.valueAsNumber });
    });
    frame.append(input);
    return input;
  };
  return {
    place(held, frames) {
      axes = frames;
      const before = shown;
      shown = new Map(
        held.map(({ handle, set }) => {
          const input = before.get(handle.name)?.input ?? inputFor(handle.name);
          const place = placeOf(handle, frames);
          show(input, handle, place);
          return [handle.name, { handle, set, input, place, values: valuesOf(handle) }];
        }),
      );
      for (const [name, { input }] of before) if (!shown.has(name)) input.remove();
    },
    grip(point, pointerType) {
      const isTouch = pointerType === "touch";
      const found = [...shown.values()]
        .map((ring) => ({ ring, far: distance(ring, point, axes.get(point.axes), isTouch) }))
        .sort((a, b) => a.far - b.far)
        .find(({ far }) => far < 2)?.ring;
      if (found === undefined) return undefined;
      const { input } = found;
      const { name } = found.handle;
      const taken = valuesOf(found.handle);
      return {
        move(to) {
          if (document.activeElement !== input) input.focus({ preventScroll: true }); // keys go on from here
          const ring = shown.get(name);
          ring?.set(valuesFollowing(ring.handle, taken, point, to));
        },
      };
    },
  };
}

function show(input: HTMLInputElement, handle: Handle<unknown>, place: Ring["place"]): void {
  const way = handle.across ?? handle.up;
  setIfOther(input, "hidden", place === undefined);
  if (place === undefined || way === undefined) return;
  const [min, max, step] = [...way.range, way.step].map(String);
  for (const [name, value] of Object.entries({ min, max, step })) setIfOther(input, name as "min", value);
  setIfOther(input, "value", String(way.value));
  setIfOther(input, "ariaValueText", handle.said);
  setIfOther(input, "ariaOrientation", handle.across === undefined ? "vertical" : "horizontal");
  const at = `left: ${place[0].toFixed(1)}px; top: ${place[1].toFixed(1)}px; --nc-own: ${handle.colour};`;
  if (input.getAttribute("style") !== at) input.setAttribute("style", at);
}

/** A browser looks at what is set, even to what it was. */
function setIfOther<K extends keyof HTMLInputElement>(
  input: HTMLInputElement,
  name: K,
  value: HTMLInputElement[K],
): void {
  if (input[name] !== value) input[name] = value;
}

const within = (at: number, { from, to }: Frame["x"]): boolean =>
  at >= Math.min(from, to) - 1 && at <= Math.max(from, to) + 1;

/** Where the ring of a handle is, px; undefined beyond its axes. */
function placeOf({ at: { axes, x, y } }: Handle<unknown>, frames: ReadonlyMap<string, Frame>): Ring["place"] {
  const frame = frames.get(axes);
  if (frame === undefined) return undefined;
  const across = x === undefined ? frame.x.to - inset : frame.x.at(x);
  const down = y === undefined ? frame.y.from - inset : frame.y.at(y);
  return within(across, frame.x) && within(down, frame.y) ? [across, down] : undefined;
}

/** How far a point is from a ring, as a part of how far it may be; from its line, 1 more, as rings go first. */
function distance(
  { handle: { at }, place }: Ring,
  point: DataPoint,
  frame: Frame | undefined,
  isTouch: boolean,
): number {
  if (frame === undefined || place === undefined || at.axes !== point.axes) return Infinity;
  const [dx, dy] = [frame.x.at(point.x) - place[0], frame.y.at(point.y) - place[1]];
  const fromRing = Math.hypot(dx, dy) / (isTouch ? thumb : reach);
  if (fromRing < 1) return fromRing;
  if (isTouch || (at.x !== undefined && at.y !== undefined)) return Infinity;
  return 1 + Math.abs(at.x === undefined ? dy : dx) / besideLine;
}
