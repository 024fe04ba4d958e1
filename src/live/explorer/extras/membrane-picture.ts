import { printUnit, symbolText } from "../../../figure/label.js";
import { rectangle, round } from "../../../figure/svg/svg-elements.js";
import { svgText } from "../../../figure/svg/svg-text.js";
import { fonts, light, washOf } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { numberText } from "../../../text/number.js";
import type { Channel, ChannelNow } from "./channels.js";
import { arrow, bilayer, electrode, ionsAround, lids, passing, walls } from "./membrane-shapes.js";

/** A membrane at a moment. */
export interface MembraneNow {
  readonly model: Model;
  /** ms. */
  readonly at: number;
  readonly state: Readonly<Record<string, number>>;
  /** The current through the electrode. */
  readonly input: number;
  readonly channels: readonly ChannelNow[];
  /** The current that has the largest arrow. */
  readonly largest: number;
  /** Of each channel: how far its ions have gone since the picture was opened, in ways through the membrane. */
  readonly moved: readonly number[];
}

/** px: of all; and from the top, where the membrane is, where the cell's inside ends, and the rows of numbers. */
export const pictureHeight = 372;
const [above, below, bottom, firstRow, rowHeight] = [96, 172, 246, 268, 20] as const;
/** px: of the column in which the voltage is, and what stays free on the right. */
const [side, margin] = [106, 6];
/** From the top, px: the ends of the voltage's axis, and how far two of its labels are apart at least. */
const [axisTop, axisBottom, apart] = [34, 238, 13];

const { ink, soft } = light;
const small = { size: fonts.small, colour: ink } as const;

/** Where the middle of a column is, px: of each channel, and of the electrode behind them. */
const columns = ({ channels, model }: MembraneNow, width: number): readonly number[] => {
  const count = channels.length + (model.input === undefined ? 0 : 1);
  const wide = (width - side - margin) / count;
  return Array.from({ length: count }, (_, k) => side + (k + 0.5) * wide);
};

/** How high a voltage is, px from the top. */
const levelOf = (voltage: number, [low, high]: readonly [number, number]): number => {
  const part = Math.min(1, Math.max(0, (voltage - low) / (high - low)));
  return axisBottom - part * (axisBottom - axisTop);
};

/** What stays while time passes: the membrane, the walls of its channels, where their currents turn, names. */
export function stillPart(now: MembraneNow, width: number): string {
  const { model, channels } = now;
  const parameters: Readonly<Record<string, number>> = model.parameters;
  const places = columns(now, width);
  const of = (name: string): string => symbolText(name, model.symbols);
  const inUnit = (name: string): string => printUnit(model.units[name]);
  const rows = rowsOf(now).map(({ title }, k) =>
    svgText(4, firstRow + k * rowHeight, title, { ...small, colour: soft }),
  );
  const [V] = model.stateNames;
  const range = model.ranges[V];
  const turns = channels
    .map(({ channel }) => ({ channel, level: levelOf(parameters[channel.reversal], range) }))
    .sort((a, b) => b.level - a.level);
  let lowest = Infinity;
  const labels = turns.map(({ channel: { reversal, colour }, level }) => {
    lowest = Math.min(level, lowest - apart);
    const tick = `<path d="M54 ${round(level)}H66" stroke="${colour}" stroke-width="2.5"/>`;
    return tick + svgText(50, lowest + 4, of(reversal), { ...small, anchor: "end" });
  });
  return [
    rectangle(0, 0, width, pictureHeight, ` fill="${light.paper}"`),
    rectangle(side - 6, below - 4, width - side, bottom - below + 4, ` fill="${light.blueWash}"`),
    svgText(width - margin, 13, "outside", { ...small, colour: soft, anchor: "end" }),
    svgText(width - margin, bottom - 6, "inside", { ...small, colour: soft, anchor: "end" }),
    bilayer(side - 6, width - margin, above, below, places.slice(0, channels.length)),
    ...channels.map(({ channel: { colour, reversal, current } }, k) =>
      [
        walls(places[k], above, below, colour, washOf(colour)),
        ionsAround(current, parameters[reversal], places[k], [22, above - 12, below + 16, bottom - 8], colour),
      ].join(""),
    ),
    ...(places.length > channels.length ? [electrode(places[places.length - 1], 20, below + 6)] : []),
    `<path d="M60 ${axisTop}V${axisBottom}" stroke="${soft}" stroke-width="1" fill="none"/>`,
    ...labels,
    svgText(4, 13, `${of(V)} (${inUnit(V)})`, { ...small, colour: soft }),
    ...channels.map(({ channel }, k) => head(places[k], of(channel.current))),
    ...(model.input === undefined ? [] : [head(places[places.length - 1], of(model.input))]),
    `<path d="M0 ${firstRow + 6}H${width}" stroke="${light.grid}" stroke-width="1"/>`,
    ...rows,
  ].join("");
}

const head = (x: number, symbol: string): string =>
  svgText(x, firstRow, `<b>${symbol}</b>`, { size: fonts.text, colour: ink, anchor: "middle" });

/** What follows the cursor: lids, ions on their way, arrows, the voltage and its charges, numbers. */
export function movingPart(now: MembraneNow, width: number): string {
  const { model, channels, state, input: injected, largest, moved } = now;
  const places = columns(now, width);
  const [V] = model.stateNames;
  const level = levelOf(state[V], model.ranges[V]);
  const share = (current: number): number => Math.min(1, Math.sqrt(Math.abs(current) / largest));
  const atTip = places[places.length - 1];
  return [
    rectangle(57, level, 6, axisBottom - level, ` fill="${light.blue}"`),
    `<path d="M66 ${round(level)}l9 -5v10z" fill="${light.blue}"/>`,
    ...charges(now, places, width),
    ...channels.map(({ channel, gates, current }, k) =>
      [
        passing(places[k], above - 10, below + 10, moved[k], share(current), channel.colour),
        lids(places[k], above, below, channel.gates, gates),
        current < 0
          ? arrow(places[k], below + 14, 1, share(current), channel.colour)
          : arrow(places[k], above - 14, -1, share(current), channel.colour),
      ].join(""),
    ),
    ...(places.length > channels.length
      ? [arrow(atTip, injected < 0 ? below - 6 : below + 14, injected < 0 ? -1 : 1, share(injected), light.orange)]
      : []),
    ...rowsOf(now).flatMap(({ values }, k) =>
      values.map((text, j) => svgText(places[j] ?? 0, firstRow + k * rowHeight, text, { ...small, anchor: "middle" })),
    ),
    svgText(66, level < 60 ? level + 18 : level - 8, numberText(state[V]), small),
  ].join("");
}

/** The charges on both sides of the membrane, as many as the voltage is large. */
function charges({ state, model }: MembraneNow, places: readonly number[], width: number): readonly string[] {
  const [V] = model.stateNames;
  const [low, high] = model.ranges[V];
  const size = Math.min(1, Math.abs(state[V]) / Math.max(Math.abs(low), Math.abs(high)));
  const slots = Array.from({ length: Math.floor((width - side - margin) / 15) }, (_, k) => side + 4 + 15 * k);
  const free = slots.filter((x) => places.every((place) => Math.abs(x - place) > 26));
  const every = free.filter((_, k) => (k * 0.618) % 1 < size); // spread evenly, more of them with each mV
  const [outer, inner] = state[V] < 0 ? ["+", "−"] : ["−", "+"];
  const style = { size: fonts.text, colour: light.blue, anchor: "middle" } as const;
  return every.flatMap((x) => [svgText(x, above - 5, outer, style), svgText(x, below + 14, inner, style)]);
}

/** The rows of numbers below the picture: what they are, and one value for each column. */
function rowsOf({ channels, model, input }: MembraneNow): readonly { title: string; values: readonly string[] }[] {
  const parameters: Readonly<Record<string, number>> = model.parameters;
  const [V] = model.stateNames;
  const [first] = channels;
  const unit = (name: string): string => printUnit(model.units[name]);
  const given = model.input === undefined ? [] : [numberText(input)];
  return [
    { title: "", values: [] },
    { title: "gates", values: channels.map(({ channel }) => gatesInText(channel)) },
    {
      title: `I, ${unit(first.channel.current)}`,
      values: [...channels.map(({ current }) => numberText(current, Math.abs(current) < 1 ? 2 : 3)), ...given],
    },
    {
      title: `g, ${unit(first.channel.conductance)}`,
      values: channels.map(({ channel, open }) => numberText(open * parameters[channel.conductance], 2)),
    },
    { title: "open", values: channels.map(({ open }) => `${numberText(100 * open, 2)} %`) },
    {
      title: `E, ${unit(V)}`,
      values: channels.map(({ channel }) => numberText(parameters[channel.reversal])),
    },
  ];
}

/** "m³h", as Plotly's text. */
const gatesInText = ({ gates }: Channel): string =>
  gates
    .map(({ name, power }) => {
      const base = name.endsWith("Inf") ? `${name.replace(/Inf$/, "")}<sub>∞</sub>` : name;
      return power === 1 ? base : `${base}<sup>${power}</sup>`;
    })
    .join("") || "none";
