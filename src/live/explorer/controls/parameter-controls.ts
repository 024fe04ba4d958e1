import type { Model } from "../../../model/model.js";
import { make, menu, slider, type Control } from "../../page/controls.js";

/** Controls, and a way to make them show what is set. */
export interface Controls {
  readonly elements: readonly HTMLElement[];
  refresh(): void;
}

const opened = "as opened";
const custom = "own values";

/**
 * Presets, the sliders in view, and the others behind a summary. `values` holds what differs from the model as it was
 * opened.
 */
export function parameterControls(
  model: Model,
  values: Map<string, number>,
  inView: readonly string[],
  update: () => void,
  point: (name: string | undefined) => void,
): Controls {
  const initial: Readonly<Record<string, number>> = model.parameters;
  const sliders = new Map<string, Control>(
    model.parameterNames.map((name) => [
      name,
      slider({
        name,
        symbols: model.symbols,
        unit: model.units[name],
        range: model.ranges[name],
        initial: initial[name],
        onChange: (value) => {
          if (value === initial[name]) values.delete(name);
          else values.set(name, value);
          presets.select.value = presetOf(model, values);
          update();
        },
      }),
    ]),
  );
  for (const [name, { element }] of sliders) {
    for (const event of ["pointerenter", "focusin"]) element.addEventListener(event, () => point(name));
    for (const event of ["pointerleave", "focusout"]) element.addEventListener(event, () => point(undefined));
  }
  const refresh = (): void => {
    sliders.forEach((control, name) => control.set(values.get(name) ?? initial[name]));
    presets.select.value = presetOf(model, values);
  };
  const presets = menu("preset", [opened, ...Object.keys(model.presets), custom], (name) => {
    // only a slider makes values one's own
    if (name === custom) return void (presets.select.value = presetOf(model, values));
    const chosen: Readonly<Record<string, number>> = name === opened ? initial : model.preset(name).parameters;
    values.clear();
    for (const parameter of model.parameterNames)
      if (chosen[parameter] !== initial[parameter]) values.set(parameter, chosen[parameter]);
    sliders.forEach((control, parameter) => control.set(chosen[parameter]));
    update();
  });
  refresh();
  const rest = model.parameterNames.filter((name) => !inView.includes(name));
  const more = make("details", { className: "nc-more" });
  more.append(
    make("summary", { textContent: `${rest.length} more parameters` }),
    ...rest.map((name) => sliders.get(name)!.element),
  );
  return {
    elements: [
      presets.element,
      ...inView.map((name) => sliders.get(name)!.element),
      ...(rest.length > 0 ? [more] : []),
    ],
    refresh,
  };
}

const presetOf = (model: Model, values: ReadonlyMap<string, number>): string =>
  values.size === 0
    ? opened
    : (Object.keys(model.presets).find((name) =>
        model.parameterNames.every((p) => model.preset(name).parameters[p] === (values.get(p) ?? model.parameters[p])),
      ) ?? custom);

/**
 * A slider for the initial value of each state. @param home the state in which a run begins otherwise; it may move with
 * the parameters
 */
export function startControls(
  model: Model,
  start: Map<string, number>,
  home: () => Readonly<Record<string, number>>,
  update: () => void,
): Controls {
  const homeOf = (name: string): number => Number(home()[name].toPrecision(6));
  const sliders = model.stateNames.map(
    (name) =>
      [
        name,
        slider({
          name,
          symbols: model.symbols,
          unit: model.units[name],
          range: model.ranges[name],
          initial: homeOf(name),
          onChange: (value) => {
            if (value === homeOf(name)) start.delete(name);
            else start.set(name, value);
            update();
          },
        }),
      ] as const,
  );
  const box = make("details", { className: "nc-more" });
  box.append(make("summary", { textContent: "initial state" }), ...sliders.map(([, { element }]) => element));
  return {
    elements: [box],
    refresh: () => sliders.forEach(([name, control]) => control.set(start.get(name) ?? homeOf(name), homeOf(name))),
  };
}
