import type { Model } from "../../../model/model.js";

/** The first state, the others by unit, and the input: what shares each pair of axes, one below the other. */
export function tracePanels(model: Model): readonly (readonly string[])[] {
  const [first, ...others] = model.stateNames;
  const byUnit = new Map<string, string[]>();
  for (const name of others) byUnit.set(model.units[name], [...(byUnit.get(model.units[name]) ?? []), name]);
  return [[first], ...byUnit.values(), ...(model.input === undefined ? [] : [["input"]])];
}

/** The axes of a run in which something is drawn: as Plotly calls the upright one, its key in a layout, and both. */
interface TraceAxes {
  readonly y: "y";
  readonly key: "yaxis";
  /** Such as "xy2". */
  readonly both: string;
}

/** @param name a state, or "input" */
export function axesOf(model: Model, name: string): TraceAxes {
  const panel = tracePanels(model).findIndex((names) => names.includes(name));
  const number = panel === 0 ? "" : String(panel + 1);
  return { y: `y${number}` as "y", key: `yaxis${number}` as "yaxis", both: `xy${number}` };
}
