import { told } from "../../../checks/told.js";
import { knownOptions } from "../../../checks/require.js";
import { axis, figure, figureOptions, line, type Figure, type FigureOptions, type Line } from "../../figure.js";
import { seriesColour } from "../../theme.js";

/** A measured conductance after a step of the membrane potential. */
export interface MeasuredConductance {
  /** Height of the step, mV above rest. */
  readonly depolarisation: number;
  readonly time: Float64Array;
  readonly conductance: Float64Array;
}

/** A curve through the points of one record. */
export interface FittedConductance {
  readonly power: number;
  readonly time: Float64Array;
  readonly conductance: Float64Array;
}

/** What `plot.conductance` takes beside its data. */
export interface ConductancePlotOptions extends FigureOptions {
  /** What the axis calls the conductance: "g<sub>K</sub>". */
  readonly name?: string;
  /** One for each record, drawn in its colour; or several of a single record, named by their powers. */
  readonly fits?: readonly FittedConductance[];
}

/**
 * Conductances measured under voltage clamp, as points, and the curves fitted to them.
 * @throws RangeError if there are several records and not one fit for each
 */
export function conductance(records: readonly MeasuredConductance[], options: ConductancePlotOptions = {}): Figure {
  knownOptions("plot.conductance", options, [...figureOptions, "name", "fits"]);
  if (!Array.isArray(records))
    throw new TypeError(`plot.conductance takes a list of records, as in [record]; got ${told(records)}`);
  const { fits = [], name = "g" } = options;
  const compared = records.length === 1;
  if (!compared && fits.length > 0 && fits.length !== records.length)
    throw new RangeError(
      `plot.conductance: ${records.length} records and ${fits.length} fits; ` +
        "give one fit for each record, or several of one record",
    );
  const points = records.map(
    ({ time, conductance: measured, depolarisation }, k): Line =>
      line(time, measured, seriesColour(k), {
        mode: "markers",
        name: compared ? `measured, +${depolarisation} mV` : `+${depolarisation} mV`,
        showlegend: true,
        marker: { color: seriesColour(k), size: 6.5 },
      }),
  );
  const lines = fits.map((fit, k) =>
    line(fit.time, fit.conductance, seriesColour(compared ? k + 1 : k), {
      name: `power ${fit.power}`,
      showlegend: compared,
    }),
  );
  const steps = records.map(({ depolarisation }) => `+${depolarisation} mV`).join(", ");
  const fitted =
    fits.length === 0 ? "" : `, with fitted curves of power ${[...new Set(fits.map(({ power }) => power))].join(", ")}`;
  const last = Math.max(...records.map(({ time }) => time.at(-1) ?? 0));
  return figure(
    [...lines, ...points],
    `Measured conductance against time after steps of ${steps}${fitted}`,
    380,
    {
      xaxis: axis("time after the step (ms)", { range: [0, last * 1.03] }),
      yaxis: axis(`${name} (mS/cm²)`, { rangemode: "tozero" }),
    },
    options,
  );
}
