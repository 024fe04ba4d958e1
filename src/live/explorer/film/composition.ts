import type { Figure } from "../../../figure/figure.js";
import { printUnit, symbolText } from "../../../figure/label.js";
import { drawing, type Drawing } from "../../../figure/svg/svg.js";
import { svgText } from "../../../figure/svg/svg-text.js";
import { fonts, inPalette, type Palette } from "../../../figure/theme.js";
import { escapeHtml } from "../../../text/html.js";
import { numberText } from "../../../text/number.js";
import { drawnInput, offeredModel, present, presentModel, type ExplorerState } from "../state/state.js";

/** A figure as it stands in a film. */
interface Placed extends Drawing {
  /** px, from the left and from the top. */
  readonly x: number;
  readonly y: number;
}

/** What stands in a film: the run, and the picture beside it if there is one. */
export interface Composition {
  /** px. */
  readonly size: readonly [width: number, height: number];
  readonly run: Placed;
  readonly beside: Placed | undefined;
  /** All of it as a picture; what changes with time is left out, or the curves of the run alone are there too. */
  picture(withRun: boolean): string;
}

/** px, the longer side first. */
const sides = [800, 450] as const;
/** px above the pictures, for the model's name, and below, for the moment. */
export const [head, foot] = [46, 28];
/** The part of the run, beside a picture, and above one. */
const [across, down] = [0.56, 0.52];
/** px from the edge to text. */
export const inset = 16;

/** @param upright the pictures one above the other, for a telephone */
export function composed(
  state: ExplorerState,
  run: Figure,
  beside: Figure | undefined,
  palette: Palette,
  upright: boolean,
): Composition {
  const [width, height] = upright ? sides.toReversed() : sides;
  const room = height - head - foot;
  const [w, h] = beside === undefined ? [width, room] : upright ? [width, down * room] : [across * width, room];
  const placed = ({ data, layout }: Figure, x: number, y: number, wide: number, high: number): Placed => ({
    ...drawing(inPalette({ data, layout: { ...layout, height: Math.round(high) } }, palette), Math.round(wide)),
    x: Math.round(x),
    y: Math.round(y),
  });
  const first = placed(run, 0, head, w, h);
  const second =
    beside && (upright ? placed(beside, 0, head + h, width, room - h) : placed(beside, w, head, width - w, room));
  const texts =
    svgText(inset, 30, `<b>${escapeHtml(offeredModel(state).label)}</b>`, { size: 17, colour: palette.ink }) +
    svgText(width - inset, upright ? 46 : 30, settingText(state), {
      size: fonts.title,
      colour: palette.orange,
      anchor: "end",
    }) +
    svgText(width - inset, height - 10, "nullcline", { size: fonts.small, colour: palette.soft, anchor: "end" });
  const at = ({ x, y }: Placed, picture: string): string => `<g transform="translate(${x} ${y})">${picture}</g>`;
  return {
    size: [width, height],
    run: first,
    beside: second,
    picture: (withRun) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
      `font-family="${escapeHtml(fonts.family)}"><rect width="${width}" height="${height}" fill="${palette.paper}"/>` +
      at(first, withRun ? first.picture : withoutCurves(first.picture)) +
      (second === undefined ? "" : at(second, second.picture)) +
      `${texts}</svg>`,
  };
}

/** A picture without what `figure/svg` draws within its axes. */
const withoutCurves = (picture: string): string => picture.replace(/<svg x="[\s\S]*?<\/svg>/g, "");

/** Parameters that a film names. */
const mostNamed = 3;

/** "I = 10 µA/cm², g_K = 20 mS/cm²": the input that is set, and what is not as the model opened. */
function settingText(state: ExplorerState): string {
  const { parameters, setting } = present(state);
  const { parameters: values, input, units, symbols } = presentModel(state);
  const isGiven = setting.stimulus !== null || drawnInput(state) !== undefined;
  const others = Object.keys(parameters).filter((name) => name !== input);
  const names = [...(input === undefined || isGiven ? [] : [input]), ...others].slice(0, mostNamed);
  const told = names.map((name) => {
    const unit = units[name] === "1" ? "" : ` ${escapeHtml(printUnit(units[name]))}`;
    return `${symbolText(name, symbols)} = ${numberText((values as Readonly<Record<string, number>>)[name], 3)}${unit}`;
  });
  return told.join(", ");
}
