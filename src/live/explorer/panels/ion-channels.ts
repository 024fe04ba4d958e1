import type { Model } from "../../../model/model.js";

/** A current that flows through channels to a reversal potential: names of a quantity and of a parameter. */
export interface IonCurrent {
  readonly current: string;
  readonly reversal: string;
}

/** A model's named currents: quantities in the unit of its input. */
export const currentsOf = ({ input, quantities, units }: Model): readonly string[] =>
  input === undefined ? [] : quantities.filter((name) => name.startsWith("I") && units[name] === units[input]);

/** In the unit of the voltage, and as a part of a current: by how much and how little it must change, to be driven. */
const [aside, nothing] = [10, 1e-9];

/** The model's states away from where a gate is shut: the middle of each window. */
export const middleOf = ({ ranges, stateNames }: Model): Record<string, number> =>
  Object.fromEntries(stateNames.map((name) => [name, (ranges[name][0] + ranges[name][1]) / 2]));

/** The model with something of each conductance that a slider has taken away. */
export function withChannels(model: Model): Model {
  const parameters: Readonly<Record<string, number>> = model.parameters;
  const gone = model.parameterNames.filter((name) => /^g/i.test(name) && parameters[name] === 0);
  return gone.length === 0 ? model : model.with(Object.fromEntries(gone.map((name) => [name, 1])));
}

/**
 * The currents of which a model says where they turn: each vanishes where the voltage is a parameter of its own, found
 * by trying, as models call these as they like.
 */
export function ionCurrents(given: Model): readonly IonCurrent[] {
  const known = found.get(given.data.fingerprint);
  if (known !== undefined) return known;
  const model = withChannels(given);
  const [V] = model.stateNames;
  const parameters: Readonly<Record<string, number>> = model.parameters;
  const candidates = model.parameterNames.filter(
    (name) => name.startsWith("E") && model.units[name] === model.units[V],
  );
  const at = (current: string, voltage: number): number =>
    Math.abs(model.quantity(current, { ...middleOf(model), [V]: voltage }));
  const made = currentsOf(model).flatMap((current) => {
    const vanishes = (name: string): boolean => {
      const driven = at(current, parameters[name] + aside);
      return driven > 0 && at(current, parameters[name]) <= nothing * driven;
    };
    const reversal = candidates.find(vanishes);
    return reversal === undefined ? [] : [{ current, reversal }];
  });
  found.set(given.data.fingerprint, made);
  return made;
}
const found = new Map<string, readonly IonCurrent[]>();
