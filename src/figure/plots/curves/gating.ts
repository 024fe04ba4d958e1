import { requireModel } from "../../../checks/require-model.js";
import { knownOptions, requireInterval } from "../../../checks/require.js";
import { axis, figure, figureOptions, legendAt, line, type Figure, type FigureOptions } from "../../figure.js";
import { axisTitle, symbolText, type Named } from "../../label.js";
import { quantityColour } from "../../quantity-colours.js";
import { seriesColour } from "../../theme.js";

/** The part of a Model that is read here: only its right-hand side is evaluated, at states given by voltage. */
export interface GatedModel extends Named {
  readonly name: string;
  readonly stateNames: readonly string[];
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  vectorOf(state: Readonly<Record<string, number>>): Float64Array;
  readonly states: Readonly<Record<string, number>>;
  field(state: ArrayLike<number>): number[];
  jacobian(state: ArrayLike<number>): number[][];
}

/** What `plot.gating` takes beside its data. */
export interface GatingPlotOptions extends FigureOptions {
  /** Window of the voltage, mV; by default the model's. */
  readonly window?: readonly [number, number];
}

/**
 * Steady state and time constant of each gate against voltage, the first state.
 *
 * A gate obeys dx/dt = (x∞(V) − x)/τ(V), so its right-hand side f and slope f′ in x give τ = −1/f′ and x∞ = x − f/f′ at
 * any x: no name in the model has to be known.
 * @throws RangeError if no state obeys such an equation
 */
export function gating(model: GatedModel, options: GatingPlotOptions = {}): Figure {
  knownOptions("plot.gating", options, [...figureOptions, "window"]);
  requireModel("plot.gating", model, ["stateNames", "ranges", "states", "field", "jacobian"]);
  const gates = model.stateNames.flatMap((name, i) => (i > 0 && isGate(model, i) ? [{ name, i }] : []));
  if (gates.length === 0)
    throw new RangeError(
      `plot.gating: no state of ${model.name} relaxes to a steady state that depends on ${model.stateNames[0]} alone`,
    );
  const voltage = model.stateNames[0];
  const [lo, hi] = requireInterval("plot.gating", "window", options.window ?? model.ranges[voltage]);
  const grid = Float64Array.from({ length: 241 }, (_, k) => lo + ((hi - lo) * k) / 240);
  const lines = gates.flatMap(({ name, i }, k) => {
    const at = Array.from(grid, (V) => relaxation(model, V, i));
    const text = symbolText(name, model.symbols);
    const colour = quantityColour(name, model) ?? seriesColour(k + 1);
    return [
      line(
        grid,
        Float64Array.from(at, ({ steady }) => steady),
        colour,
        { name: `${text}<sub>∞</sub>`, showlegend: true, legendgroup: name },
      ),
      line(
        grid,
        Float64Array.from(at, ({ tau }) => tau),
        colour,
        { name: `τ<sub>${text}</sub>`, showlegend: true, xaxis: "x2", yaxis: "y2", legend: "legend2" },
      ),
    ];
  });
  return figure(
    lines,
    `Steady states and time constants of ${gates.map(({ name }) => name).join(", ")} of ${model.name} ` +
      `against ${voltage} from ${lo} to ${hi} mV`,
    330,
    {
      xaxis: axis(axisTitle(voltage, model), { domain: [0, 0.43], range: [lo, hi] }),
      yaxis: axis("steady state", { range: [-0.03, 1.03] }),
      xaxis2: axis(axisTitle(voltage, model), { domain: [0.57, 1], range: [lo, hi], anchor: "y2" }),
      yaxis2: axis("time constant (ms)", { anchor: "x2", rangemode: "nonnegative" }),
      legend: { ...legendAt(1.02), orientation: "h", x: 0, yanchor: "bottom" },
      legend2: { ...legendAt(1.02), orientation: "h", x: 0.57, yanchor: "bottom" },
      margin: { l: 64, r: 18, t: (options.title === undefined ? 18 : 44) + 22, b: 50 },
    },
    options,
  );
}

function relaxation(model: GatedModel, V: number, i: number): { readonly steady: number; readonly tau: number } {
  const y = model.vectorOf(model.states);
  y[0] = V;
  const slope = model.jacobian(y)[i][i];
  return { steady: y[i] - model.field(y)[i] / slope, tau: -1 / slope };
}

/**
 * Whether the slope of a state's equation is negative and the same at any value of this and of all states but the
 * voltage, and its steady state a fraction at either end of the window.
 */
function isGate(model: GatedModel, i: number): boolean {
  const y = model.vectorOf(model.states);
  const row = (): readonly number[] => model.jacobian(y)[i];
  const slope = row()[i];
  y[i] += 0.37;
  const moved = row();
  const fraction = model.ranges[model.stateNames[0]].every(
    (V) => Math.abs(relaxation(model, V, i).steady - 0.5) < 0.5 + 1e-9,
  );
  return (
    slope < 0 &&
    fraction &&
    Math.abs(moved[i] - slope) < 1e-9 * Math.abs(slope) &&
    moved.every((entry, j) => j === 0 || j === i || entry === 0)
  );
}
