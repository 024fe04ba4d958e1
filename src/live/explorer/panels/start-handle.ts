import type { Model } from "../../../model/model.js";
import type { Handle, Way } from "../../page/handle.js";
import { stepOf } from "../../page/slider.js";
import { valueInWords } from "../figures/words.js";
import type { Recording } from "../runs/snapshot.js";
import type { Look, PanelChange } from "./panel.js";

/**
 * Where a run begins, in the plane of two states, or on the line of one.
 * @param up undefined: on the axis
 * @param colour as CSS has it @param ranges within which it is set: closer to, in finer steps
 */
export function startHandle(
  { units }: Model,
  { states }: Recording,
  across: string,
  up: string | undefined,
  colour: string,
  ranges: Look["windows"],
): Handle<PanelChange> {
  const way = (name: string): Way => ({
    name,
    value: states[name][0],
    range: ranges[name],
    step: stepOf(...ranges[name]),
  });
  const names = up === undefined ? [across] : [across, up];
  return {
    name: `start of the run: ${up === undefined ? across : `${across} across, ${up} up`}`,
    at: { axes: "xy", x: states[across][0], y: up === undefined ? 0 : states[up][0] },
    colour,
    across: way(across),
    ...(up !== undefined && { up: way(up) }),
    said: names.map((name) => `${name} = ${valueInWords(states[name][0], units[name])}`).join(", "),
    change: (start) => ({ kind: "set start", start }),
  };
}
