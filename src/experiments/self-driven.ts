import { requireThreshold } from "../checks/require.js";
import type { Model } from "../model/model.js";
import { runParameters } from "../solve/driven-system.js";
import type { Trajectory } from "../solve/trajectory.js";

/**
 * Whether a spike arises after `from` ms that the cell makes by itself: above its threshold potential the membrane's
 * own currents still carry the voltage upward. A strong pulse can lift any membrane over any voltage; only an excitable
 * one goes on by itself. A model with a reset spikes by decree, so for it each crossing counts.
 *
 * A spike that is under way at `from` does not count.
 * @throws RangeError for a run of a hand-written right-hand side, or of a model that does not say what a spike is
 */
export function firesByItself(run: Trajectory, from = 0): boolean {
  const model = spikingModel(run);
  if (model.spiking.reset) return run.spikes.some((t) => t > from);
  const unstimulated = model.vector;
  const { p, slot } = runParameters(model);
  const columns = model.stateNames.map((name) => run.states[name]);
  const y = new Float64Array(columns.length);
  const own = new Float64Array(columns.length);
  let below = false;
  for (let row = 0; row < run.time.length; row++) {
    if (run.time[row] < from) continue;
    for (let i = 0; i < y.length; i++) y[i] = columns[i][row];
    if (slot >= 0) p[slot] = run.input[row]; // a threshold may read it
    const above = model.kernels.threshold(y, p) > 0;
    below ||= !above;
    if (!above || !below) continue;
    model.kernels.field(y, unstimulated, own);
    if (own[0] > 0) return true;
  }
  return false;
}

/** The model of a run, which has to say what a spike is. @throws RangeError if it does not */
export function spikingModel({ model }: Trajectory): Model {
  if (model === undefined)
    throw new RangeError(
      "a right-hand side written as a function does not say what a spike is; run a model made with defineModel",
    );
  requireThreshold("a spike", model);
  return model;
}
