import { light } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import type { Handle } from "../../page/handle.js";
import { ownColour } from "../../page/page-theme.js";
import { stepOf } from "../../page/slider.js";
import { valueInWords } from "../figures/words.js";
import { bordersOf } from "../runs/borders.js";
import type { PanelChange } from "./panel.js";

const soft = ownColour(light.soft) ?? light.soft;

/**
 * Threshold and reset as lines to be moved, each where it is a parameter's value.
 * @param place of the line for a state at a value, in the axes of a picture; undefined where the picture has none
 */
export function borderHandles(
  model: Model,
  place: (state: string, value: number) => Handle<PanelChange>["at"] | undefined,
): readonly Handle<PanelChange>[] {
  const { parameters, ranges, units, stateNames }: Model = model;
  return bordersOf(model).flatMap(({ kind, state, parameter }) => {
    if (parameter === undefined) return [];
    const value = parameters[parameter];
    const at = place(stateNames[state], value);
    if (at === undefined) return [];
    const range = ranges[parameter];
    const way = { name: parameter, value, range, step: stepOf(...range) };
    return [
      {
        name: `${kind}, ${parameter}`,
        at,
        colour: soft,
        ...(at.x === undefined ? { up: way } : { across: way }),
        said: valueInWords(value, units[parameter]),
        change: (values) => ({ kind: "set parameters", values }),
      },
    ];
  });
}
