import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import type { Model } from "../../../model/model.js";

type NamedState = Readonly<Record<string, number>>;

const known = new Map<string, NamedState | undefined>();
/** Sliders move one model at a time. */
const remembered = 40;

/**
 * The stable equilibrium of a model with an input, without any stimulus: the one nearest to the model's own initial
 * state, each state measured by its range. Undefined where there is none, and for a model without an input, which is
 * looked at for the way it goes to its equilibrium.
 */
export function restOf(model: Model): NamedState | undefined {
  if (model.input === undefined) return undefined;
  const key = `${model.data.fingerprint} ${model.vector.join(" ")}`;
  if (!known.has(key)) {
    const [oldest] = known.keys();
    if (known.size >= remembered) known.delete(oldest);
    const { states, ranges } = model;
    const distance = (state: NamedState): number =>
      Math.hypot(...model.stateNames.map((name) => (state[name] - states[name]) / (ranges[name][1] - ranges[name][0])));
    const stable = equilibria(model)
      .filter((equilibrium) => equilibrium.stable)
      .sort((a, b) => distance(a.state) - distance(b.state));
    known.set(key, stable[0]?.state);
  }
  return known.get(key);
}
