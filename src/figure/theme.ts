/**
 * The one place where figures get their looks.
 *
 * Hues are those of Okabe & Ito (2008), "Color universal design", told apart under protanopia, deuteranopia and
 * tritanopia. Each is darkened for white paper, or lightened for a dark page, until a thin line of it has a contrast of
 * at least 3:1 (WCAG 2.2, 1.4.11); `test/figure/theme.test.ts` measures that.
 */
export interface Palette {
  readonly ink: string;
  readonly soft: string;
  readonly grid: string;
  /** Of what lies, wide, behind lines. */
  readonly halo: string;
  readonly paper: string;
  readonly blue: string;
  readonly vermillion: string;
  readonly green: string;
  readonly purple: string;
  readonly orange: string;
  readonly sky: string;
  readonly brown: string;
  readonly blueWash: string;
  readonly vermillionWash: string;
  readonly greenWash: string;
  readonly purpleWash: string;
  readonly orangeWash: string;
  readonly greyWash: string;
}

/** Figures are made in these colours. */
export const light: Palette = {
  ink: "#1b1f24",
  soft: "#59636e",
  grid: "#e6e8eb",
  halo: "#8a94a0",
  paper: "#ffffff",
  blue: "#0072b2",
  vermillion: "#d55e00",
  green: "#008563",
  purple: "#b0568d",
  orange: "#b87f00",
  sky: "#2f8fc9",
  brown: "#7a5c3e",
  blueWash: "rgba(0,114,178,0.16)",
  vermillionWash: "rgba(213,94,0,0.16)",
  greenWash: "rgba(0,133,99,0.16)",
  purpleWash: "rgba(176,86,141,0.16)",
  orangeWash: "rgba(184,127,0,0.18)",
  greyWash: "rgba(89,99,110,0.12)",
};

/** Its counterpart for a dark page. */
export const dark: Palette = {
  ink: "#e8eaed",
  soft: "#a3abb5",
  grid: "#33383f",
  halo: "#6b7480",
  paper: "#111418",
  blue: "#4aa8e0",
  vermillion: "#f5813c",
  green: "#2fbf95",
  purple: "#dd8fbf",
  orange: "#e6b033",
  sky: "#8fcdf2",
  brown: "#c4a27f",
  blueWash: "rgba(74,168,224,0.22)",
  vermillionWash: "rgba(245,129,60,0.22)",
  greenWash: "rgba(47,191,149,0.22)",
  purpleWash: "rgba(221,143,191,0.22)",
  orangeWash: "rgba(230,176,51,0.22)",
  greyWash: "rgba(163,171,181,0.16)",
};

/** Colours of the curves of a figure, in their order. */
export const series = [
  light.blue,
  light.vermillion,
  light.green,
  light.purple,
  light.orange,
  light.sky,
  light.brown,
  light.soft,
] as const;

/** Fills of areas, in the order of the lines that bound them. */
export const washes = [
  light.blueWash,
  light.vermillionWash,
  light.greenWash,
  light.purpleWash,
  light.orangeWash,
  light.greyWash,
] as const;

/** The colour of the k-th curve of a figure; after eight it starts over. */
export const seriesColour = (k: number): string => series[k % series.length];
/** The fill of an area that is bounded by a line of this colour. */
export const washOf = (colour: string): string =>
  washes[(series as readonly string[]).indexOf(colour)] ?? light.greyWash;

/** The font of figures, and its sizes in px. */
export const fonts = {
  family: '"Source Sans 3", "Source Sans Pro", "Helvetica Neue", Arial, "Liberation Sans", sans-serif',
  text: 13,
  title: 15,
  small: 12,
} as const;

/** Line widths in px. */
export const widths = { hair: 0.75, thin: 1.25, line: 1.75, bold: 2.5, halo: 7 } as const;

/** The same figure in another palette: every string that is a colour of `light` becomes its counterpart. */
export function inPalette<T>(figure: T, palette: Palette): T {
  const counterpart = new Map<unknown, string>(
    (Object.keys(light) as (keyof Palette)[]).map((name) => [light[name], palette[name]]),
  );
  const repaint = (value: unknown): unknown => {
    if (typeof value === "string") return counterpart.get(value) ?? value;
    if (Array.isArray(value)) return [0, -1].every((k) => typeof value.at(k) === "number") ? value : value.map(repaint);
    if (value === null || typeof value !== "object" || ArrayBuffer.isView(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, repaint(entry)]));
  };
  return repaint(figure) as T;
}
