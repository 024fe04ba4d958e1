import { rectangle, round } from "../../../figure/svg/svg-elements.js";
import { svgText } from "../../../figure/svg/svg-text.js";
import { fonts, light } from "../../../figure/theme.js";
import type { Gate } from "./channels.js";

/** px: half of a pore's width, and how thick its walls are. */
const [pore, wall] = [10, 13];
/** px between two lipids of a layer, and the radius of their heads. */
const [lipids, headSize] = [10, 4];

/** Two layers of lipids, between which nothing passes; channels stand where they leave room. */
export function bilayer(from: number, to: number, above: number, below: number, channels: readonly number[]): string {
  const [top, bottom] = [above + 8, below - 8];
  const middle = (top + bottom) / 2;
  const places = Array.from(
    { length: Math.floor((to - from - lipids) / lipids) + 1 },
    (_, k) => from + lipids * (k + 0.5),
  );
  const free = places.filter((x) => channels.every((channel) => Math.abs(x - channel) > pore + wall + headSize));
  const half = middle - top - 5;
  const tail = (x: number, dx: number): string =>
    `M${x + dx} ${top + 3}q${-dx} 8 0 ${half}M${x + dx} ${bottom - 3}q${-dx} -8 0 ${-half}`;
  const tails = free.flatMap((x) => [tail(x, -2), tail(x, 2)]);
  const heads = free.flatMap((x) => [top, bottom].map((y) => `<circle cx="${x}" cy="${y}" r="${headSize}"/>`));
  return (
    `<path d="${tails.join("")}" fill="none" stroke="${light.halo}" stroke-width="1" opacity="0.6"/>` +
    `<g fill="${light.halo}">${heads.join("")}</g>`
  );
}

/** The walls of a channel, of its pore the sides. */
export function walls(x: number, above: number, below: number, colour: string, wash: string): string {
  const height = below - above + 12;
  const look = ` rx="7" fill="${wash}" stroke="${colour}" stroke-width="1.75"`;
  const behind = rectangle(x - pore - wall, above - 6, 2 * (pore + wall), height, ` rx="7" fill="${light.paper}"`);
  const sides = [-1, 1].map((way) => rectangle(way < 0 ? x - pore - wall : x + pore, above - 6, wall, height, look));
  return behind + sides.join("");
}

/** A pair of lids for each gate and each of its powers, open as far as the gate says. */
export function lids(
  x: number,
  above: number,
  below: number,
  gates: readonly Gate[],
  values: readonly number[],
): string {
  const all = gates.flatMap((gate, k) => Array.from({ length: gate.power }, () => ({ gate, value: values[k] })));
  const room = (below - above - 4) / all.length;
  const thick = Math.min(9, room - 4);
  return all
    .map(({ gate, value }, k) => {
      const y = above + 2 + room * (k + 0.5) - thick / 2;
      const length = Math.max(1.2, pore * (1 - Math.min(1, Math.max(0, value))));
      const look = ` rx="1.5" fill="${gate.colour}"`;
      return rectangle(x - pore, y, length, thick, look) + rectangle(x + pore - length, y, length, thick, look);
    })
    .join("");
}

/** px: how long the largest arrow is, its shaft, and its head. */
const [long, shaft, headLong, headWide] = [56, 16, 24, 34];

/**
 * An arrow whose area is a current: all of it grows with the root.
 * @param way 1 downwards, −1 upwards @param size 0 to 1
 */
export function arrow(x: number, y: number, way: 1 | -1, size: number, colour: string): string {
  if (size === 0) return "";
  const [s, h, l, w] = [shaft / 2, headLong, long, headWide / 2].map((each) => each * size);
  const points = [
    [-s, 0],
    [s, 0],
    [s, l - h],
    [w, l - h],
    [0, l],
    [-w, l - h],
    [-s, l - h],
  ].map(([dx, dy]) => `${round(x + dx)} ${round(y + way * dy)}`);
  return `<path d="M${points.join("L")}Z" fill="${colour}" stroke="${light.paper}" stroke-width="0.75"/>`;
}

/** Ions on their way through a pore at once. */
const onTheWay = 4;

/**
 * Ions in a pore.
 * @param moved how far they have gone outwards, in ways through it @param size of the current, 0 to 1
 */
export function passing(x: number, top: number, bottom: number, moved: number, size: number, colour: string): string {
  if (size === 0) return "";
  const circles = Array.from({ length: onTheWay }, (_, k) => {
    const part = (((k / onTheWay - moved) % 1) + 1) % 1;
    const fade = Math.min(1, 6 * part, 6 * (1 - part));
    return `<circle cx="${round(x)}" cy="${round(top + part * (bottom - top))}" r="2.6" opacity="${round(fade)}"/>`;
  });
  return `<g fill="${colour}" opacity="${round(0.35 + 0.65 * size)}">${circles.join("")}</g>`;
}

/** The ions that are known by the name of their current: how they are written, and how many charges they have. */
const ions: readonly { readonly named: RegExp; readonly text: string; readonly charge: number }[] = [
  { named: /^I(Na|fast)/i, text: "Na<sup>+</sup>", charge: 1 },
  { named: /^I(K(?!Ca)|slow)/i, text: "K<sup>+</sup>", charge: 1 },
  { named: /^ICa/i, text: "Ca<sup>2+</sup>", charge: 2 },
];
/** mV, RT/F at 20 °C; and how many ions are drawn. */
const [thermal, shown] = [25.3, 9];

/** Ions outside and inside: of the nine as many on each side as Nernst's equation has at their reversal potential. */
export function ionsAround(
  current: string,
  reversal: number,
  x: number,
  [top, above, below, bottom]: readonly [number, number, number, number],
  colour: string,
): string {
  const ion = ions.find(({ named }) => named.test(current));
  if (ion === undefined) return "";
  const ratio = Math.exp((ion.charge * reversal) / thermal);
  const outside = Math.round((shown * ratio) / (1 + ratio));
  const circles = Array.from({ length: shown }, (_, k) => {
    const isOut = k < outside;
    const [from, to] = isOut ? [top + 12, above] : [below, bottom];
    const [place, among] = isOut ? [k, outside] : [k - outside, shown - outside];
    const way = place % 2 === 0 ? 1 : -1;
    const dx = way * (19 + 14 * ((place * 0.618) % 1));
    const y = from + ((place + 0.5) / among) * (to - from);
    return `<circle cx="${round(x + dx)}" cy="${round(y)}" r="2.6"/>`;
  });
  const label = svgText(x, outside > shown / 2 ? top : bottom + 4, ion.text, {
    size: fonts.small,
    colour: light.ink,
    anchor: "middle",
  });
  return `<g fill="${colour}" opacity="0.55">${circles.join("")}</g>${label}`;
}

/** A glass pipette through the membrane. */
export const electrode = (x: number, top: number, tip: number): string =>
  `<path d="M${x - 12} ${top}L${x - 3} ${tip}H${x + 3}L${x + 12} ${top}" ` +
  `fill="${light.orangeWash}" stroke="${light.orange}" stroke-width="1.5" stroke-linejoin="round"/>`;
