import { requireInterval } from "../../checks/require.js";
import { told } from "../../checks/told.js";
import { suggestion } from "../../checks/suggestion.js";
import type { Interval } from "../../model/graph/interval.js";
import type { Model } from "../../model/model.js";

/** The part of state space in which an analysis looks, by state name; states not named have the range of the model. */
export type Window = Readonly<Record<string, readonly [number, number]>>;

/**
 * The interval of each state, in order.
 * @throws TypeError for what is no record, RangeError for an unknown state or an interval that does not increase
 */
export function windowOf(where: string, model: Model, window: Window): Interval[] {
  const [first] = model.stateNames;
  if (window === null || typeof window !== "object" || Array.isArray(window))
    throw new TypeError(`${where} expects a window by state, as in { ${first}: [low, high] }, got ${told(window)}`);
  for (const name of Object.keys(window)) {
    if (!model.stateNames.includes(name))
      throw new RangeError(
        `${where}: ${model.name} has no state '${name}'; it has ${model.stateNames.join(", ")}. A window is given by ` +
          `state, as in { ${first}: [low, high] }.${suggestion(name, model.stateNames)}`,
      );
  }
  return model.stateNames.map((name) =>
    requireInterval(where, `the window of '${name}'`, window[name] ?? model.ranges[name]),
  );
}
