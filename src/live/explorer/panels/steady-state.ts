import type { Figure } from "../../../figure/figure.js";
import { quantities } from "../../../figure/plots/curves/quantities.js";
import type { Model } from "../../../model/model.js";
import type { Panel } from "./panel.js";

/** Curves of the gates' steady states against V. */
export const steadyStatePanel: Panel = {
  name: "steady state",
  suits: (model) => model.quantities.some(isSteadyState),
  opens: (model) => model.stateNames.length > 2, // they have no plane to be seen in
  draw: ({ model }) => ({ figure: steadyStates(model) }),
};

const isSteadyState = (quantity: string): boolean => quantity.endsWith("Inf");

/** Analytic curves that agree at so many voltages are the same curves. */
const probes = 9;
let last: { readonly key: string; readonly figure: Figure } | undefined;

/**
 * The same figure as before for as long as its curves stay where they are, as those of gates do while the input moves:
 * it need not be drawn again.
 */
function steadyStates(model: Model): Figure {
  const names = model.quantities.filter(isSteadyState);
  const [first] = model.stateNames;
  const [low, high] = model.ranges[first];
  const voltages = Array.from({ length: probes }, (_, k) => low + ((k + 0.5) * (high - low)) / probes);
  const key = [
    model.data.fingerprint,
    ...names.flatMap((name) => voltages.map((V) => model.quantity(name, { ...model.states, [first]: V }))),
  ].join(" ");
  if (last?.key !== key) last = { key, figure: quantities(model, names, { height: 330 }) };
  return last.figure;
}
