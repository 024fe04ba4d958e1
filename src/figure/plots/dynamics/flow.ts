import { requireModel } from "../../../checks/require-model.js";
import { knownOptions, requireInterval } from "../../../checks/require.js";
import { axis, figure, figureOptions, line, type Figure, type FigureOptions, type Line } from "../../figure.js";
import { axisTitle, symbolText, withUnit, type Named } from "../../label.js";
import { light, seriesColour, widths } from "../../theme.js";

/** The part of a one-variable Model that is read here. */
export interface LineModel extends Named {
  readonly stateNames: readonly string[];
  readonly parameters: Readonly<Record<string, number>>;
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  field(state: ArrayLike<number>): number[];
}

/** The part of an Equilibrium that is read here. */
export interface EquilibriumMark {
  readonly kind: string;
  readonly state: Readonly<Record<string, number>>;
}

/** What `plot.flow` and `plot.potential` take beside their models. */
export interface FlowPlotOptions extends FigureOptions {
  readonly equilibria?: readonly EquilibriumMark[];
  /** Window of the state; by default the model's. */
  readonly window?: readonly [number, number];
}

const samples = 401;

/**
 * The flow on a line: velocity against state, arrows on the axis where it leads, filled circles at stable and open ones
 * at unstable equilibria. Several models (without arrows) are told apart by the parameters in which they differ.
 * @throws RangeError for a model with more than one state
 */
export function flow(models: LineModel | readonly LineModel[], options: FlowPlotOptions = {}): Figure {
  knownOptions("plot.flow", options, [...figureOptions, "equilibria", "window"]);
  const list = Array.isArray(models) ? (models as readonly LineModel[]) : [models as LineModel];
  const [first, name, x] = windowOf("plot.flow", list, options);
  const curves = list.map((model, k) =>
    line(
      x,
      x.map((v) => model.field([v])[0]),
      seriesColour(k),
      { name: label(model, list), showlegend: list.length > 1 },
    ),
  );
  const axisLine = line(
    Float64Array.of(x[0], x[samples - 1]),
    new Float64Array(2),
    light.ink,
    { hoverinfo: "skip" },
    { width: widths.thin },
  );
  const arrows = list.length === 1 ? [arrowsAlong(first, x)] : [];
  const velocity = `d${symbolText(name, first.symbols)}/dt`;
  return figure(
    [axisLine, ...curves, ...arrows, ...equilibriumMarks(options.equilibria ?? [], name, () => 0)],
    `${velocity} against ${name} from ${x[0]} to ${x[samples - 1]}; ${told(options.equilibria, name)}`,
    320,
    {
      xaxis: axis(axisTitle(name, first), { range: [x[0], x[samples - 1]] }),
      yaxis: axis(withUnit(velocity, rateUnit(first.units?.[name]))),
    },
    options,
  );
}

/**
 * The landscape U with dx/dt = −dU/dx, zero at its lowest point: the state rolls downhill, valleys are stable
 * equilibria.
 * @throws RangeError for a model with more than one state
 */
export function potential(model: LineModel, options: FlowPlotOptions = {}): Figure {
  knownOptions("plot.potential", options, [...figureOptions, "equilibria", "window"]);
  const [, name, x] = windowOf("plot.potential", [model], options);
  const U = landscape(model, x);
  const at = (value: number): number => {
    const k = Math.min(
      samples - 2,
      Math.max(0, Math.floor(((value - x[0]) / (x[samples - 1] - x[0])) * (samples - 1))),
    );
    return U[k] + ((U[k + 1] - U[k]) * (value - x[k])) / (x[k + 1] - x[k]);
  };
  return figure(
    [
      line(x, U, light.purple, { fill: "tozeroy", fillcolor: light.purpleWash }),
      ...equilibriumMarks(options.equilibria ?? [], name, at),
    ],
    `potential against ${name}; ${told(options.equilibria, name)}`,
    320,
    {
      xaxis: axis(axisTitle(name, model), { range: [x[0], x[samples - 1]] }),
      yaxis: axis(withUnit("U", potentialUnit(model.units?.[name]))),
    },
    options,
  );
}

/** −∫ dx/dt dx by Simpson's rule on each interval, shifted so that its least value is 0. */
function landscape(model: LineModel, x: Float64Array): Float64Array {
  const f = (v: number): number => model.field([v])[0];
  const U = new Float64Array(samples);
  for (let k = 1; k < samples; k++)
    U[k] = U[k - 1] - ((x[k] - x[k - 1]) / 6) * (f(x[k - 1]) + 4 * f((x[k - 1] + x[k]) / 2) + f(x[k]));
  const least = Math.min(...U);
  return U.map((u) => u - least);
}

function windowOf(
  where: string,
  models: readonly LineModel[],
  options: FlowPlotOptions,
): readonly [LineModel, string, Float64Array] {
  const first = models[0];
  if (models.length === 0) throw new RangeError(`${where}: a flow needs at least one model, got an empty list`);
  for (const model of models) {
    requireModel(where, model, ["stateNames", "parameters", "ranges", "field"]);
    if (model.stateNames.length !== 1)
      throw new RangeError(
        `${where}: a flow on a line has one state, but the model has ${model.stateNames.join(", ")}; ` +
          "for two states see plot.phasePlane",
      );
  }
  const name = first.stateNames[0];
  const [low, high] = requireInterval(where, "window", options.window ?? first.ranges[name]);
  return [first, name, Float64Array.from({ length: samples }, (_, k) => low + ((high - low) * k) / (samples - 1))];
}

/** Triangles on the axis that point where the state goes. */
function arrowsAlong(model: LineModel, x: Float64Array): Line {
  const at = Float64Array.from({ length: 17 }, (_, k) => x[Math.round(((k + 0.5) / 17) * (samples - 1))]);
  return {
    type: "scatter",
    mode: "markers",
    x: at,
    y: new Float64Array(at.length),
    hoverinfo: "skip",
    showlegend: false,
    marker: {
      symbol: Array.from(at, (v) => (model.field([v])[0] > 0 ? "triangle-right" : "triangle-left")),
      size: 9,
      color: light.soft,
    },
  };
}

function equilibriumMarks(equilibria: readonly EquilibriumMark[], name: string, height: (x: number) => number): Line[] {
  if (equilibria.length === 0) return [];
  const x = Float64Array.from(equilibria, (e) => e.state[name]);
  return [
    {
      type: "scatter",
      mode: "markers",
      x,
      y: x.map(height),
      showlegend: false,
      text: equilibria.map((e) => e.kind),
      hovertemplate: "%{text} at %{x}<extra></extra>",
      marker: {
        symbol: equilibria.map((e) => (e.kind.startsWith("stable") ? "circle" : "circle-open")),
        size: 12,
        color: light.ink,
        line: { width: 2, color: light.ink },
      },
    },
  ];
}

/** The parameters in which this model differs from the others, "I = 10". */
function label(model: LineModel, all: readonly LineModel[]): string {
  const differing = Object.keys(model.parameters).filter((p) =>
    all.some((other) => other.parameters[p] !== model.parameters[p]),
  );
  return differing
    .map((p) =>
      withUnit(`${symbolText(p, model.symbols)} = ${model.parameters[p]}`, model.units?.[p]).replace(
        / \((.*)\)$/,
        " $1",
      ),
    )
    .join(", ");
}

const rateUnit = (unit: string | undefined): string => (unit === undefined || unit === "1" ? "1/ms" : `${unit}/ms`);
const potentialUnit = (unit: string | undefined): string =>
  unit === undefined || unit === "1" ? "1/ms" : `${unit}^2/ms`;

const told = (equilibria: readonly EquilibriumMark[] | undefined, name: string): string =>
  equilibria === undefined || equilibria.length === 0
    ? "no equilibria marked"
    : equilibria.map((e) => `${e.kind} at ${e.state[name].toPrecision(4)}`).join(", ");
