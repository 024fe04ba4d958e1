import { quantityColour } from "../../../figure/quantity-colours.js";
import type { Model } from "../../../model/model.js";
import { make, menu } from "../../page/controls.js";
import { ownColour } from "../../page/page-theme.js";
import { slider, type Control } from "../../page/slider.js";
import { nearRange } from "../runs/near-range.js";
import { impossible } from "../runs/possible.js";
import { present, type ExplorerState } from "../state/state.js";
import { differs, type Store } from "./view.js";

/** Controls of a model's settings: several elements, which stand between those of others. */
export interface Controls {
  readonly elements: readonly HTMLElement[];
  /** Makes them show what is set. */
  update(before: ExplorerState | undefined, after: ExplorerState): void;
}

/** The controls of a model's parameters. */
interface ParameterControls extends Controls {
  /** The slider of the input, which drives all else. */
  readonly drive: readonly HTMLElement[];
}

const asOpened = "as opened";
const ownValues = "own values";

/**
 * The presets, the sliders in view, and the others behind a summary.
 * @param model as it was opened
 * @param inView parameters whose sliders are in view; undefined: the input and the conductances
 */
export function parameterControls(
  { state, dispatch }: Store,
  model: Model,
  inView?: readonly string[],
): ParameterControls {
  const opened: Readonly<Record<string, number>> = model.parameters;
  const sliders = new Map<string, Control>(
    model.parameterNames.map((name) => [
      name,
      slider({
        name,
        symbols: model.symbols,
        unit: model.units[name],
        range: model.ranges[name],
        ...(name === model.input && inView === undefined && { near: nearRange(model, opened[name]) }),
        initial: opened[name],
        colour: ownColour(quantityColour(name, model)),
        refuse: (value) => impossible(model, name, value),
        onChange: (value) => dispatch({ kind: "set parameters", values: { [name]: value } }),
      }),
    ]),
  );
  for (const [name, { element }] of sliders) {
    for (const event of ["pointerenter", "focusin"])
      element.addEventListener(event, () => dispatch({ kind: "point at", name }));
    for (const event of ["pointerleave", "focusout"])
      element.addEventListener(event, () => dispatch({ kind: "point at", name: undefined }));
  }
  const presets = Object.keys(model.presets).map((name) => [name, model.preset(name).parameters] as const);
  const presetOf = (values: Readonly<Record<string, number>>): string => {
    if (Object.keys(values).length === 0) return asOpened;
    const same = (preset: Readonly<Record<string, number>>): boolean =>
      model.parameterNames.every((name) => preset[name] === (values[name] ?? opened[name]));
    return presets.find(([, preset]) => same(preset))?.[0] ?? ownValues;
  };
  let chosen = presetOf(present(state).parameters);
  const { element, select } = menu("preset", [asOpened, ...presets.map(([name]) => name), ownValues], (name) => {
    if (name === ownValues)
      select.value = chosen; // only a slider makes values one's own
    else dispatch({ kind: "choose preset", name: name === asOpened ? undefined : name });
  });
  element.classList.add("nc-presets"); // what it has set is said by the sliders
  const first = inView ?? inputAndConductances(model);
  const elementsOf = (names: readonly string[]): HTMLElement[] =>
    names.flatMap((name) => sliders.get(name)?.element ?? []);
  const others = model.parameterNames.filter((name) => !first.includes(name));
  const drive = model.input !== undefined && first.includes(model.input) ? sliders.get(model.input) : undefined;
  const more = make("details", { className: "nc-more" });
  more.append(make("summary", { textContent: `${others.length} more parameters` }), ...elementsOf(others));
  return {
    drive: drive === undefined ? [] : [drive.element],
    elements: [
      element,
      ...elementsOf(drive === undefined ? first : first.filter((name) => name !== model.input)),
      ...(others.length > 0 ? [more] : []),
    ],
    update(before, after) {
      if (!differs(before, after, (next) => [present(next).parameters])) return;
      const { parameters } = present(after);
      for (const [name, control] of sliders) control.set(parameters[name] ?? opened[name]);
      chosen = presetOf(parameters);
      select.value = chosen;
      if (chosen !== ownValues) drive?.widen(chosen !== asOpened); // where another neuron fires, only its range says
    },
  };
}

/** The input and all conductances, or all parameters where there are none. */
function inputAndConductances({ input, parameterNames, units }: Model): readonly string[] {
  const conductances = parameterNames.filter((name) => /^[mun]?S(\/|$)/.test(units[name]));
  const others = conductances.length > 0 ? conductances : parameterNames.filter((name) => name !== input);
  return [...(input === undefined ? [] : [input]), ...others];
}
