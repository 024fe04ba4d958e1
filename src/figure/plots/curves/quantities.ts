import { requireModel } from "../../../checks/require-model.js";
import { knownOptions, requireList, requireInterval } from "../../../checks/require.js";
import { axis, figure, figureOptions, line, type Figure, type FigureOptions, type Line } from "../../figure.js";
import type { Model, ModelNames, Offered } from "../../../model/model.js";
import { axisTitle, symbolText, withUnit, type Named } from "../../label.js";
import { quantityColour } from "../../quantity-colours.js";
import { seriesColour } from "../../theme.js";

/** The part of a Model that is read here: named quantities, at states given by voltage. */
export interface QuantityModel extends Named {
  readonly name: string;
  readonly stateNames: readonly string[];
  readonly states: Readonly<Record<string, number>>;
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  quantity(name: string, state: Readonly<Record<string, number>>): number;
}

/** Points to be laid over the curve of a quantity. */
export interface Points {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** What `plot.quantities` takes beside its data. */
export interface QuantitiesPlotOptions extends FigureOptions {
  /** Window of the voltage, mV; by default the model's. */
  readonly window?: readonly [number, number];
  /** Points by the name of the quantity whose colour they get. */
  readonly points?: Readonly<Record<string, Points>>;
  /** What the points are: "yours", "measured". */
  readonly pointsName?: string;
}

/**
 * Named quantities of a model that depend on the voltage, its first state, such as rates and steady states: the other
 * states stay at their initial values. Points in the colour of a curve show how well it agrees with them.
 * @throws ModelError if the model has no such quantity; RangeError for points of a quantity that is not drawn
 */
export function quantities<N extends ModelNames = ModelNames>(
  model: Model<string, N> | QuantityModel,
  names: readonly Offered<N["quantities"]>[],
  options: QuantitiesPlotOptions = {},
): Figure {
  knownOptions("plot.quantities", options, [...figureOptions, "window", "points", "pointsName"]);
  requireModel("plot.quantities", model, ["stateNames", "ranges", "states", "quantity"]);
  requireList("plot.quantities", "names", names, '["mInf", "hInf"]');
  const { points = {}, pointsName = "measured" } = options;
  const voltage = model.stateNames[0];
  const [lo, hi] = requireInterval("plot.quantities", "window", options.window ?? model.ranges[voltage]);
  for (const name of Object.keys(points)) {
    if (!names.includes(name))
      throw new RangeError(
        `plot.quantities: there are points of '${name}', which is not among the quantities drawn: ${names.join(", ")}`,
      );
  }
  const grid = Float64Array.from({ length: 241 }, (_, k) => lo + ((hi - lo) * k) / 240);
  const colours = distinctColours(names, model);
  const series = names.flatMap((name, k): Line[] => {
    const text = symbolText(name, model.symbols);
    const given = points[name];
    return [
      line(
        grid,
        grid.map((V) => model.quantity(name, { ...model.states, [voltage]: V })),
        colours[k],
        { name: text, showlegend: true },
      ),
      ...(given === undefined
        ? []
        : [
            line(Float64Array.from(given.x), Float64Array.from(given.y), colours[k], {
              mode: "markers",
              name: `${text}, ${pointsName}`,
              showlegend: true,
              marker: { color: colours[k], size: 7 },
            }),
          ]),
    ];
  });
  const units = [...new Set(names.map((name) => model.units?.[name] ?? "1"))];
  const list = names.map((name) => symbolText(name, model.symbols)).join(", ");
  const measured = Object.keys(points).length > 0 ? `, with points of ${Object.keys(points).join(", ")}` : "";
  return figure(
    series,
    `${names.join(", ")} of ${model.name} against ${voltage} from ${lo} to ${hi} mV${measured}`,
    340,
    {
      xaxis: axis(axisTitle(voltage, model), { range: [lo, hi] }),
      yaxis: axis(units.length === 1 ? withUnit(list, units[0]) : list),
    },
    options,
  );
}

/** Each its own; where two would have the same, as two rates of one gate, those of the series in their order. */
function distinctColours(names: readonly string[], model: QuantityModel): readonly string[] {
  const own = names.map((name, k) => quantityColour(name, model) ?? seriesColour(k));
  return new Set(own).size === own.length ? own : names.map((_, k) => seriesColour(k));
}
