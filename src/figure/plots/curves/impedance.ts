import { requireMade, type Made } from "../../../checks/require-made.js";
import { knownOptions, requirePositive, requireRecord } from "../../../checks/require.js";
import { axis, figure, figureOptions, line, type Figure, type FigureOptions } from "../../figure.js";
import { withUnit } from "../../label.js";
import { fonts, light, widths } from "../../theme.js";

/** What is drawn of an impedance: modulus and phase (radians) at each frequency (Hz, above 0). */
export interface ImpedanceCurve {
  readonly frequency: Float64Array;
  readonly magnitude: Float64Array;
  readonly phase: Float64Array;
  readonly unit: string;
}

/** The frequency (Hz) and modulus at which a resonator responds most. */
export interface ResonancePeak {
  readonly frequency: number;
  readonly magnitude: number;
}

/** What `plot.impedance` takes beside its data. */
export interface ImpedancePlotOptions extends FigureOptions {
  /** The resonance; by default the largest modulus, if it lies between the lowest and the highest frequency. */
  readonly peak?: ResonancePeak;
}

const impedances: Made = {
  what: "an impedance",
  parts: ["frequency", "magnitude", "phase", "unit"],
  by: "impedance(…)",
};

/**
 * The impedance, as `impedance(model, frequencies)` gives it: modulus above, phase below, against the frequency on a
 * logarithmic axis, with the resonance marked in both. A frequency of 0, which has no place there, is left out.
 * @throws RangeError for fewer than two frequencies above 0
 */
export function impedance(curve: ImpedanceCurve, options: ImpedancePlotOptions = {}): Figure {
  knownOptions("plot.impedance", options, [...figureOptions, "peak"]);
  requireMade("plot.impedance", curve, impedances);
  const { unit } = curve;
  const above = Array.from(curve.frequency, (f) => f > 0);
  const [frequency, magnitude, phase] = [curve.frequency, curve.magnitude, curve.phase].map((values) =>
    values.filter((_, k) => above[k]),
  );
  if (frequency.length < 2)
    throw new RangeError(`plot.impedance: needs two frequencies above 0 Hz or more, got ${frequency.length}`);
  if (options.peak !== undefined) {
    requireRecord("plot.impedance", "peak", options.peak, "{ frequency: 12, magnitude: 3 }");
    requirePositive("plot.impedance", "peak.frequency", options.peak.frequency, "Hz");
    requirePositive("plot.impedance", "peak.magnitude", options.peak.magnitude);
  }
  const peak = options.peak ?? interiorPeak(frequency, magnitude);
  const degrees = phase.map((angle) => (180 * angle) / Math.PI);
  const said = peak === undefined ? "no resonance" : `resonance at ${Number(peak.frequency.toPrecision(3))} Hz`;
  const marks =
    peak === undefined
      ? []
      : [
          line(Float64Array.of(peak.frequency), Float64Array.of(peak.magnitude), light.ink, {
            mode: "text+markers",
            text: [` ${Number(peak.frequency.toPrecision(3))} Hz`],
            textposition: "top right",
            textfont: { size: fonts.small, color: light.ink },
            marker: { symbol: "circle", size: 7, color: light.ink },
          }),
        ];
  const ends = [Math.log10(frequency[0]), Math.log10(frequency[frequency.length - 1])] as const;
  const decades = Array.from({ length: Math.floor(ends[1]) - Math.ceil(ends[0]) + 1 }, (_, k) =>
    Number((10 ** (Math.ceil(ends[0]) + k)).toPrecision(1)),
  );
  return figure(
    [
      line(frequency, magnitude, light.blue, {}, { width: widths.line }),
      ...marks,
      line(frequency, degrees, light.green, { yaxis: "y2" }, { width: widths.line }),
    ],
    `Impedance against frequency from ${frequency[0]} to ${frequency.at(-1)} Hz, modulus and phase; ${said}`,
    360,
    {
      xaxis: axis("frequency (Hz)", {
        type: "log",
        range: [...ends],
        tickvals: decades,
        ticktext: decades.map(String),
        anchor: "y2",
      }),
      yaxis: axis(withUnit("|Z|", inOhms[unit] ?? unit.replace("/(1)", "")), {
        domain: [0.42, 1],
        range: [0, roomAbove * Math.max(peak?.magnitude ?? 0, ...magnitude)],
      }),
      yaxis2: axis("phase (°)", { domain: [0, 0.32], range: [-100, 100], tickvals: [-90, 0, 90] }),
      ...(peak === undefined
        ? {}
        : {
            shapes: [
              {
                type: "line",
                xref: "x",
                yref: "paper",
                x0: peak.frequency,
                x1: peak.frequency,
                y0: 0,
                y1: 1,
                line: { color: light.soft, width: 1, dash: "dot" },
              },
            ],
          }),
    },
    options,
  );
}

function interiorPeak(frequency: Float64Array, magnitude: Float64Array): ResonancePeak | undefined {
  const k = magnitude.indexOf(Math.max(...magnitude));
  const inside = k < magnitude.length - 1 && magnitude[k] > (1 + 1e-9) * magnitude[0];
  return !inside ? undefined : { frequency: frequency[k], magnitude: magnitude[k] };
}

/** Usual names of voltage over current. */
const inOhms: Readonly<Record<string, string>> = { "mV/(uA/cm^2)": "kohm*cm^2", "mV/(nA)": "Mohm", "mV/(pA)": "Gohm" };
/** For the label of the peak, as a part of its height. */
const roomAbove = 1.16;
