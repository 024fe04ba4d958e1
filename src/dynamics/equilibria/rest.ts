import { requireModel } from "../../checks/require-model.js";
import type { Model } from "../../model/model.js";
import type { NamedState } from "../system/kinds.js";
import { equilibria } from "./equilibria.js";
import type { Equilibrium } from "./equilibrium.js";

/**
 * Where a model rests when left alone, at its present parameters: the stable equilibrium nearest to its initial state,
 * each state measured by its range. Undefined if it has none.
 */
export function restingEquilibrium(model: Model): Equilibrium | undefined {
  return nearestStable(model, equilibria(model));
}

/** As `restingEquilibrium`. @throws RangeError, in the name of `where`, if the model does not rest */
export function requireRest(where: string, model: Model): Equilibrium {
  const found = equilibria(model);
  const rest = nearestStable(model, found);
  if (rest !== undefined) return rest;
  const [first] = model.stateNames;
  const others = found.map(({ kind, state }) => `${kind} at ${first} = ${state[first].toPrecision(5)}`);
  const at = model.input === undefined ? "" : ` at ${model.input} = ${model.parameters[model.input]}`;
  throw new RangeError(
    `${where}: ${model.name} does not rest${at}: ` +
      (others.length > 0 ? `its equilibria are unstable (${others.join(", ")})` : "it has no equilibrium"),
  );
}

/**
 * The state in which a model rests when left alone, by state name: the stable equilibrium nearest to its initial state.
 * @throws RangeError if it has no stable equilibrium
 */
export function restingState(model: Model): NamedState {
  requireModel("restingState", model);
  return requireRest("restingState", model).state;
}

function nearestStable({ states, stateNames, ranges }: Model, found: readonly Equilibrium[]): Equilibrium | undefined {
  const distance = ({ state }: Equilibrium): number =>
    Math.hypot(...stateNames.map((name) => (state[name] - states[name]) / (ranges[name][1] - ranges[name][0])));
  return found.filter(({ stable }) => stable).sort((a, b) => distance(a) - distance(b))[0];
}
