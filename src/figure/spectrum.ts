import { axis, figure, line, note, type Figure, type FigureOptions } from "./figure.js";
import { withUnit } from "./label.js";
import { light, seriesColour, widths } from "./theme.js";

/** A quantity at each frequency (Hz): a power spectrum, or the modulus of an impedance. */
export interface Spectrum {
  readonly frequency: ArrayLike<number>;
  readonly magnitude: ArrayLike<number>;
}

export interface SpectrumOptions extends FigureOptions {
  /** Name and unit of the magnitude; default `["|Z|", "kohm*cm^2"]`, the impedance of a membrane in this course's units. */
  readonly y?: readonly [name: string, unit: string];
  /** Logarithmic axes: "x", "y" or "xy". */
  readonly log?: "x" | "y" | "xy";
}

/** Magnitude against frequency. Of each curve an interior maximum, a resonance, is marked. */
export function spectrum(data: Spectrum | Readonly<Record<string, Spectrum>>, options: SpectrumOptions = {}): Figure {
  const named = isSpectrum(data) ? ([["", data]] as const) : Object.entries(data);
  const lines = named.map(([name, { frequency, magnitude }], k) =>
    line(Float64Array.from(frequency), Float64Array.from(magnitude), seriesColour(k), { name, showlegend: named.length > 1 }, { width: widths.line }));
  const peaks = named.flatMap(([name, { frequency, magnitude }]) => {
    const k = Array.from(magnitude).reduce((best, value, i) => (value > magnitude[best] ? i : best), 0);
    return k === 0 || k === magnitude.length - 1 ? [] : [{ name, frequency: frequency[k], magnitude: magnitude[k] }];
  });
  const place = (value: number, letter: "x" | "y"): number => (options.log?.includes(letter) === true ? Math.log10(value) : value);
  const resonances = peaks.map((peak) => `${peak.name === "" ? "" : `${peak.name}: `}peak at ${Number(peak.frequency.toPrecision(3))} Hz`);
  return figure(lines, `${options.y?.[0] ?? "Impedance"} against frequency; ${resonances.join("; ") || "no interior peak"}`, 320, {
    xaxis: axis("frequency (Hz)", options.log?.includes("x") === true ? { type: "log" } : { rangemode: "tozero" }),
    yaxis: axis(withUnit(...(options.y ?? (["|Z|", "kohm*cm^2"] as const))), options.log?.includes("y") === true ? { type: "log" } : { rangemode: "tozero" }),
    annotations: peaks.map((peak) => note(place(peak.frequency, "x"), place(peak.magnitude, "y"), `${Number(peak.frequency.toPrecision(3))} Hz`, { yshift: 12, font: { color: light.soft, size: 12 } })),
  }, options);
}

const isSpectrum = (data: Spectrum | Readonly<Record<string, Spectrum>>): data is Spectrum =>
  typeof (data as { readonly frequency?: { readonly length?: unknown } }).frequency?.length === "number";
