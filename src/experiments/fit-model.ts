import { requireModel } from "../checks/require-model.js";
import { knownOptions, requireCount, requireParameter } from "../checks/require.js";
import { nelderMead } from "../numerics/nelder-mead.js";
import type { Model } from "../model/model.js";

/** What `fitModel` takes. */
export interface FitModelOptions<P extends string = string> {
  /** Where each parameter that may change is looked for: { VT: [-60, -40] }. It begins at the model's own values. */
  readonly ranges: { readonly [K in P]?: readonly [number, number] };
  /** How many models are tried; 300 by default. */
  readonly trials?: number;
}

/** The best model that `fitModel` tried. */
export interface FittedModel<P extends string = string> {
  readonly model: Model<P>;
  readonly error: number;
}

const defaultTrials = 300;

/**
 * Changes parameters of a model until `error` is small: Nelder & Mead (1965) Comput. J. 7:308, in ranges. It needs no
 * derivatives, so the error may count spikes. There is no promise that nothing lies lower: begin elsewhere and see
 * whether it comes to the same place.
 * @param error of a model, such as how far its spikes are from recorded ones; infinite where a model makes no sense
 * @throws RangeError for a parameter that the model lacks, a range that does not hold its value, or an error that is
 * NaN
 */
export function fitModel<P extends string>(
  model: Model<P>,
  error: (model: Model<P>) => number,
  options: FitModelOptions<P>,
): FittedModel<P> {
  requireModel("fitModel", model);
  const { ranges, trials = defaultTrials } = knownOptions("fitModel", options, ["ranges", "trials"]);
  requireCount("fitModel", "trials", trials);
  const free = Object.entries(ranges as Readonly<Record<string, readonly [number, number]>>).map(([given, range]) => {
    const name = requireParameter("fitModel", model, given);
    const [low, high] = range;
    const value = model.parameters[name];
    if (!(low < high && value >= low && value <= high))
      throw new RangeError(
        `fitModel: the range of ${name} must be [low, high] around its value of ${value}, got [${low}, ${high}]`,
      );
    return { name, low, high, value };
  });
  if (free.length === 0)
    throw new RangeError("fitModel: ranges names no parameter that may change, such as { gL: [5, 20] }");
  const at = (place: readonly number[]): Model<P> =>
    model.with(
      Object.fromEntries(free.map(({ name, low, high }, k) => [name, low + (high - low) * place[k]])) as {
        readonly [K in P]?: number;
      },
    );
  const found = nelderMead(
    (place) => {
      const value = error(at(place));
      if (Number.isNaN(value)) throw new RangeError("fitModel: the error of a model is NaN; it must be a number");
      return value;
    },
    free.map(({ low, high, value }) => (value - low) / (high - low)),
    { size: 0.15, evaluations: trials },
  );
  return { model: at(found.at), error: found.value };
}
