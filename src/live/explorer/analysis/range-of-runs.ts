import { axis, figure, line, type Figure } from "../../../figure/figure.js";
import { axisTitle } from "../../../figure/label.js";
import { quantityColour } from "../../../figure/quantity-colours.js";
import { light, widths } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { numberText } from "../../../text/number.js";
import { impossible } from "../runs/possible.js";
import { run, startOf, type Setting } from "../runs/setting.js";

/** What is varied from run to run, and how far to both sides of where it is. */
export interface Varied {
  /** A parameter or a state. */
  readonly name: string;
  readonly spread: number;
  readonly setting: Setting;
}

/** Runs to each side; how high one is drawn, in distances to the next; and rows of a picture, px. */
const [aside, high, row] = [4, 0.85, 44];

/**
 * Runs that differ in one parameter, or in where one state begins: each stands at its value, the present one is black.
 * @throws Error if no other value is possible
 */
export function rangeOfRuns(
  model: Model,
  { name, spread, setting }: Varied,
): { readonly figure: Figure; readonly words: string } {
  const { stateNames, ranges } = model;
  const [first] = stateNames;
  const parameters: Readonly<Record<string, number>> = model.parameters;
  const start = startOf(model, setting);
  const isState = stateNames.includes(name);
  const centre = isState ? start[name] : parameters[name];
  const step = spread / aside;
  const values = Array.from({ length: 2 * aside + 1 }, (_, k) =>
    k === aside ? centre : Number((centre + (k - aside) * step).toPrecision(6)),
  ).filter((value) => impossible(model, name, value) === undefined);
  if (step === 0 || values.length < 2) throw new Error(`${name} can have no other value so near.`);
  const [low, top] = ranges[first];
  const runs = values.map((value) => ({
    value,
    ...(isState
      ? run(model, { ...setting, start: { ...start, [name]: value } })
      : run(model.with({ [name]: value }), setting)),
  }));
  const colour = quantityColour(first, model) ?? light.soft;
  const about = isState ? `${name} at the start` : name;
  const did = runs.map(({ value, spikes, states }) => {
    const end = states[first][states[first].length - 1];
    const what = model.spiking.threshold ? String(spikes.length) : `${first} ends at ${numberText(end, 3)}`;
    return `${numberText(value, 3)}: ${what}`;
  });
  const words = `${model.spiking.threshold ? "Spikes" : "Ends"} by ${about}: ${did.join("; ")}.`;
  return {
    figure: figure(
      runs.map(({ value, time, states }) =>
        line(
          time,
          states[first].map((each) => value + high * step * ((each - low) / (top - low))),
          value === centre ? light.ink : colour,
          {},
          { width: value === centre ? widths.line : widths.thin },
        ),
      ),
      `${first} of ${runs.length} runs, each above its value of ${about}. ${words}`,
      100 + row * runs.length,
      {
        xaxis: axis("time (ms)", { range: [0, setting.duration] }),
        yaxis: axis(isState ? `${axisTitle(name, model)}, at the start` : axisTitle(name, model), {
          range: [values[0] - 0.3 * step, values[values.length - 1] + 1.1 * step],
          tickvals: values,
          ticktext: values.map((value) => numberText(value, 3)),
        }),
      },
    ),
    words,
  };
}
