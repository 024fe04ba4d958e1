import { printUnit } from "../../../figure/label.js";
import type { Model } from "../../../model/model.js";
import { numberText } from "../../../text/number.js";

/** A value may be typed so many times the width of its slider away from it: there no membrane lives any more. */
const farthest = 1000;

/**
 * Why a parameter or a state of a model cannot have a value, in a sentence; undefined where it can. What can be is
 * wider than the slider: only what contradicts the meaning of the name, or would be no answer but a wait, is refused.
 */
export function impossible(model: Model, name: string, value: number): string | undefined {
  const unit = model.units[name] ?? "1";
  const [low, high] = model.ranges[name];
  const is = `${name} = ${numberText(value, 4)}${unit === "1" ? "" : ` ${printUnit(unit)}`}`;
  if (!Number.isFinite(value)) return `${name} must be a number.`;
  if (model.stateNames.includes(name)) {
    const gate = unit === "1" && low === 0 && high === 1;
    if (gate && (value < 0 || value > 1)) return `${is} cannot be: a gate lies between 0, closed, and 1, open.`;
  } else if (/F(\/|$)/.test(unit) && value <= 0) {
    return `${is} cannot be: a capacitance is above 0, else no charge would change V.`;
  } else if (/S(\/|$)/.test(unit) && value < 0 && low >= 0) {
    return `${is} cannot be: a conductance is 0 or more; did you mean ${numberText(-value, 4)}?`;
  } else if (unit === "ms" && (value < 0 || (value === 0 && low > 0))) {
    return `${is} cannot be: a time constant is above 0; did you mean ${numberText(value === 0 ? low : -value, 4)}?`;
  }
  if (value === 0 && model.parameterNames.includes(name) && isDivisor(model, name))
    return `${is} cannot be: the equations divide by ${name}.`;
  const [least, most] = [low - farthest * (high - low), high + farthest * (high - low)];
  return value < least || value > most
    ? `${is} is too far: its slider goes from ${numberText(low)} to ${numberText(high)}.`
    : undefined;
}

/** Whether the least change of a parameter about 0 turns the field over, as where something is divided by it. */
function isDivisor(model: Model, name: string): boolean {
  const { stateNames, ranges, parameters } = model;
  const least = 1e-9 * (ranges[name][1] - ranges[name][0]);
  const [above, below] = [least, -least].map((value) => model.with({ [name]: value }));
  const usual = model.with({ [name]: parameters[name] || ranges[name][1] });
  return [0.25, 0.6].some((part) => {
    const y = stateNames.map((state) => (1 - part) * ranges[state][0] + part * ranges[state][1]);
    const [up, down, whole] = [above, below, usual].map((each) => each.field(y));
    return up.some((rate, k) => !(Math.abs(rate - down[k]) <= 1e-3 * Math.abs(whole[k])));
  });
}

/** Why a run cannot last so long, ms; undefined where it can. @param usual ms, with which its model opens */
export function impossibleDuration(duration: number, usual: number): string | undefined {
  if (!(duration > 0)) return `A run of ${numberText(duration)} ms cannot be: it lasts longer than 0 ms.`;
  const most = longest * usual;
  return duration > most
    ? `A run of ${numberText(duration)} ms is too long to be drawn at each move: at most ${numberText(most)} ms.`
    : undefined;
}

/** A run lasts at most so many times as long as the one with which its model opens. */
export const longest = 20;
