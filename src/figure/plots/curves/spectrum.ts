import { requireMadeOrSeveral, type Made } from "../../../checks/require-made.js";
import { knownOptions, requireChoice, requireList } from "../../../checks/require.js";
import {
  axis,
  figure,
  figureOptions,
  line,
  logarithmic,
  type Figure,
  type FigureOptions,
  type Line,
} from "../../figure.js";
import { withUnit } from "../../label.js";
import { fonts, light, seriesColour, widths } from "../../theme.js";

/** A quantity at each frequency (Hz): a power spectrum, or the modulus of an impedance. */
export interface Spectrum {
  readonly frequency: ArrayLike<number>;
  readonly magnitude: ArrayLike<number>;
}

/** What `plot.spectrum` takes beside its data. */
export interface SpectrumPlotOptions extends FigureOptions {
  /**
   * Name and unit of the magnitude; default `["|Z|", "kohm*cm^2"]`, the impedance of a membrane in this course's units.
   */
  readonly y?: readonly [name: string, unit: string];
  /** Logarithmic axes: "x", "y" or "xy". */
  readonly log?: "x" | "y" | "xy";
}

const spectra: Made = { what: "a spectrum", parts: ["frequency", "magnitude"], by: "impedance(…)" };

/** Magnitude against frequency. Of each curve an interior maximum, a resonance, is marked. */
export function spectrum(
  data: Spectrum | Readonly<Record<string, Spectrum>>,
  options: SpectrumPlotOptions = {},
): Figure {
  knownOptions("plot.spectrum", options, [...figureOptions, "y", "log"]);
  requireMadeOrSeveral("plot.spectrum", data, spectra);
  if (options.y !== undefined) requireList("plot.spectrum", "y", options.y, '["power", "mV^2"]', 2);
  if (options.log !== undefined) requireChoice("plot.spectrum", "log", options.log, ["x", "y", "xy"]);
  const named = isSpectrum(data) ? ([["", data]] as const) : Object.entries(data);
  const lines = named.map(([name, { frequency, magnitude }], k) =>
    line(
      Float64Array.from(frequency),
      Float64Array.from(magnitude),
      seriesColour(k),
      { name, showlegend: named.length > 1 },
      { width: widths.line },
    ),
  );
  const peaks = named.flatMap(([name, { frequency, magnitude }]) => {
    const k = Array.from(magnitude).reduce((best, value, i) => (value > magnitude[best] ? i : best), 0);
    return k === 0 || k === magnitude.length - 1 ? [] : [{ name, frequency: frequency[k], magnitude: magnitude[k] }];
  });
  const marks: Line = {
    type: "scatter",
    mode: "text+markers",
    x: peaks.map((peak) => peak.frequency),
    y: peaks.map((peak) => peak.magnitude),
    text: peaks.map((peak) => ` ${Number(peak.frequency.toPrecision(3))} Hz`),
    textposition: "middle right",
    textfont: { size: fonts.small, color: light.ink },
    marker: { symbol: "circle", size: 6, color: light.ink },
    showlegend: false,
    hoverinfo: "skip",
  };
  const resonances = peaks.map(
    (peak) => `${peak.name === "" ? "" : `${peak.name}: `}peak at ${Number(peak.frequency.toPrecision(3))} Hz`,
  );
  return figure(
    [...lines, marks],
    `${options.y?.[0] ?? "Impedance"} against frequency; ${resonances.join("; ") || "no interior peak"}`,
    320,
    {
      xaxis: axis(
        "frequency (Hz)",
        options.log?.includes("x") === true
          ? logarithmic(named.flatMap(([, { frequency }]) => Array.from(frequency)))
          : { rangemode: "nonnegative" },
      ),
      yaxis: axis(
        withUnit(...(options.y ?? (["|Z|", "kohm*cm^2"] as const))),
        options.log?.includes("y") === true
          ? logarithmic(named.flatMap(([, { magnitude }]) => Array.from(magnitude)))
          : { rangemode: "nonnegative" },
      ),
    },
    options,
  );
}

const isSpectrum = (data: Spectrum | Readonly<Record<string, Spectrum>>): data is Spectrum =>
  typeof (data as { readonly frequency?: { readonly length?: unknown } }).frequency?.length === "number";
