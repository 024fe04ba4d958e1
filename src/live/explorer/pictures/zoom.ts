import { button, make } from "../../page/controls.js";
import type { Drag } from "../../page/drag.js";
import type { Picture } from "../../page/picture.js";
import type { Extent, Seen } from "../panels/panel.js";

type Axes = readonly [Seen, Seen];
type Windows = Readonly<Record<string, Extent>>;

/** By a button or a key, and by a notch of a wheel. */
const [step, perPixel] = [1.5, 1 / 300];
/** Of what is seen: by how much an arrow moves it. */
const stride = 0.1;
/** The narrowest and the widest window, in those of all there is. */
const [narrowest, widest] = [1 / 500, 3];

/** A closer look into a picture: buttons and keys, the wheel, two fingers, and a drag with Shift. */
export interface Zoom {
  readonly element: HTMLElement;
  /** What a pointer with Shift does from here on. */
  pan(down: PointerEvent): Drag | undefined;
  /** Whether two fingers are at it. */
  pinches(): boolean;
}

/**
 * @param seen what is seen now; undefined where nothing is
 * @param see other windows, by the names of the axes; none for all there is
 */
export function zoom(
  name: string,
  { element: panel, dataAt, pixelOf }: Picture,
  seen: () => Axes | undefined,
  see: (windows: Windows) => void,
): Zoom {
  /** @param at what stays where it is; the middle by default @param move by parts of what is seen */
  const look = (
    axes: Axes,
    factor: number,
    at?: readonly [number, number],
    move: readonly [number, number] = [0, 0],
  ): void =>
    see(
      Object.fromEntries(
        axes.map(({ name: state, range: [low, high], whole }, k) => {
          const most = whole[1] - whole[0];
          const width = Math.min(widest * most, Math.max(narrowest * most, (high - low) * factor));
          const part = at === undefined ? 0.5 : (at[k] - low) / (high - low);
          const from = low + part * (high - low) - part * width + move[k] * (high - low);
          const least = whole[0] - ((widest - 1) / 2) * most;
          const start = Math.min(least + widest * most - width, Math.max(least, from));
          const digits = Math.min(15, Math.max(0, 4 - Math.floor(Math.log10(width))));
          return [state, [Number(start.toFixed(digits)), Number((start + width).toFixed(digits))]] as const;
        }),
      ),
    );
  const by = (factor: number, move?: readonly [number, number]): void => {
    const axes = seen();
    if (axes !== undefined) look(axes, factor, undefined, move);
  };
  const all = button("whole", () => see({}), "all of it again: key 0");
  const element = make("span", {
    className: "nc-play",
    role: "group",
    ariaLabel: `zoom of the ${name}; arrows move it`,
  });
  const [closer, wider] = [
    button(
      "+",
      () => by(1 / step),
      "closer: key +, the wheel with Ctrl, or two fingers; arrows, or a drag with Shift, move it",
    ),
    button("−", () => by(step), "from farther away: key −"),
  ];
  closer.ariaLabel = `zoom into the ${name}`;
  wider.ariaLabel = `zoom out of the ${name}`;
  all.ariaLabel = `the whole ${name}`;
  element.append(closer, wider, all);
  const keys: Readonly<Record<string, () => void>> = {
    "+": () => by(1 / step),
    "=": () => by(1 / step),
    "-": () => by(step),
    "0": () => see({}),
    ArrowLeft: () => by(1, [-stride, 0]),
    ArrowRight: () => by(1, [stride, 0]),
    ArrowUp: () => by(1, [0, stride]),
    ArrowDown: () => by(1, [0, -stride]),
  };
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  panel.addEventListener(
    "wheel",
    (event) => {
      const [axes, point] = [seen(), dataAt(event)];
      if (!(event.ctrlKey || event.metaKey) || axes === undefined || point === undefined) return;
      event.preventDefault();
      look(axes, Math.exp(Math.max(-200, Math.min(200, event.deltaY)) * perPixel), [point.x, point.y]);
    },
    { passive: false },
  );
  /** What is seen, and how many px that is. */
  const sizes = (): { readonly axes: Axes; readonly px: readonly [number, number] } | undefined => {
    const axes = seen();
    const [low, high] = [0, 1].map(
      (end) => axes && pixelOf({ axes: "xy", x: axes[0].range[end], y: axes[1].range[end] }),
    );
    return axes && low && high ? { axes, px: [high[0] - low[0], high[1] - low[1]] } : undefined;
  };
  let fingers: { readonly from: readonly Touch[]; readonly seen: NonNullable<ReturnType<typeof sizes>> } | undefined;
  const middle = ([a, b]: readonly Touch[]): { readonly clientX: number; readonly clientY: number } => ({
    clientX: (a.clientX + b.clientX) / 2,
    clientY: (a.clientY + b.clientY) / 2,
  });
  const apart = ([a, b]: readonly Touch[]): number => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  panel.addEventListener("touchstart", ({ touches }) => {
    const now = touches.length === 2 ? sizes() : undefined;
    fingers = now && { from: [...touches], seen: now };
    // What a finger came down on is told of it, also when the picture has been drawn anew and it is gone.
    if (now !== undefined)
      for (const { target } of touches) {
        target.addEventListener("touchmove", pinch, { passive: false });
        for (const end of ["touchend", "touchcancel"]) target.addEventListener(end, lift);
      }
  });
  const pinch = (raised: Event): void => {
    const event = raised as TouchEvent;
    if (fingers === undefined || event.touches.length !== 2) return;
    event.preventDefault();
    const {
      from,
      seen: { axes, px },
    } = fingers;
    const [before, now] = [middle(from), middle([...event.touches])];
    const box = panel.getBoundingClientRect();
    const origin = pixelOf({ axes: "xy", x: seen()?.[0].range[0] ?? 0, y: seen()?.[1].range[0] ?? 0 });
    if (origin === undefined) return;
    const part = [(before.clientX - box.left - origin[0]) / px[0], (before.clientY - box.top - origin[1]) / px[1]];
    const at = axes.map(({ range: [low, high] }, k) => low + part[k] * (high - low));
    const moved = [(before.clientX - now.clientX) / px[0], (before.clientY - now.clientY) / px[1]] as const;
    const factor = apart(from) / Math.max(1, apart([...event.touches]));
    look(axes, factor, [at[0], at[1]], [moved[0] * factor, moved[1] * factor]);
  };
  const lift = ({ target }: Event): void => {
    fingers = undefined;
    target?.removeEventListener("touchmove", pinch);
  };
  return {
    element,
    pinches: () => fingers !== undefined,
    pan(down) {
      const held = sizes();
      if (held === undefined) return undefined;
      const { axes, px } = held;
      return {
        move: (_, { clientX, clientY }) =>
          look(axes, 1, undefined, [(down.clientX - clientX) / px[0], (down.clientY - clientY) / px[1]]),
      };
    },
  };
}
