import type { Model } from "../../../model/model.js";
import { make, menu } from "../../page/controls.js";
import { slider } from "../../page/slider.js";
import type { Setting } from "../runs/setting.js";
import { impossibleDuration } from "../runs/possible.js";
import { drawnByHand, recordingMethod, waveformOf, waveforms } from "../runs/waveforms.js";
import { present } from "../state/state.js";
import { drawControls } from "./draw-controls.js";
import type { Controls } from "./parameter-controls.js";
import type { Store } from "./view.js";

/** The menu of waveforms, and below the input's slider those of the waveform and of the length of the run. */
interface StimulusControls extends Controls {
  readonly menu: readonly HTMLElement[];
}

/** @param model as it was opened @param usual ms, the length of the run to which the reset button goes back */
export function stimulusControls({ state, dispatch }: Store, model: Model, usual: number): StimulusControls {
  const { input } = model;
  const range: readonly [number, number] = [usual / 5, usual * 5];
  const length = slider({
    name: "run",
    symbols: {},
    unit: "ms",
    range,
    initial: usual,
    refuse: (duration) => impossibleDuration(duration, usual),
    onChange: (duration) => dispatch({ kind: "set duration", duration }),
  });
  const about = make("p", { className: "nc-about" });
  const more = make("details", { className: "nc-more" });
  more.append(make("summary", { textContent: "what is injected, and what is measured" }), about);
  const given = input !== undefined && present(state).setting.stimulus !== null;
  if (given) about.textContent = `The stimulus is given; ${input} is added to it. ${recordingMethod}`;
  const chosen = input === undefined || given ? undefined : waveformControls(dispatch, model, input);
  return {
    menu: chosen === undefined ? [] : [chosen.menu],
    elements: [
      ...(chosen === undefined ? [] : [chosen.sliders]),
      length.element,
      ...(input === undefined ? [] : [more]),
    ],
    update(before, after) {
      const { setting } = present(after);
      if (before !== undefined && setting === present(before).setting) return;
      length.set(setting.duration);
      if (chosen === undefined) return;
      about.textContent = `${waveformOf(setting.waveform).about} ${recordingMethod}`;
      chosen.show(setting);
    },
  };
}

interface WaveformControls {
  readonly menu: HTMLElement;
  readonly sliders: HTMLElement;
  /** Makes them those of a setting. */
  show(setting: Setting): void;
}

/** @param input the model's */
function waveformControls(dispatch: Store["dispatch"], model: Model, input: string): WaveformControls {
  const names = waveforms.map(({ name }) => name);
  const choice = menu("current", names, (name) => dispatch({ kind: "choose waveform", name }));
  const sliders = make("div", { className: "nc-sliders" });
  const [range, unit] = [model.ranges[input], model.units[input]];
  const set = (values: Readonly<Record<string, number>>): void => dispatch({ kind: "set waveform parameters", values });
  let built: Setting | undefined;
  let refresh: (values: Readonly<Record<string, number>>) => void;
  const build = ({ waveform, duration, waveformParameters }: Setting): void => {
    let values = waveformParameters;
    const each = waveformOf(waveform).controls(duration);
    const own = each.map((control) =>
      slider({
        name: control.name,
        symbols: {},
        unit: control.unit ?? unit,
        range: control.unit === undefined ? range : control.range,
        initial: control.initial,
        refuse: (value) =>
          control.refuse?.(value, (name) => values[name] ?? each.find((other) => other.name === name)?.initial ?? 0),
        onChange: (value) => set({ [control.name]: value }),
      }),
    );
    const drawing = waveform === drawnByHand ? drawControls(duration, range, unit, set) : undefined;
    sliders.replaceChildren(...own.map(({ element }) => element), ...(drawing?.elements ?? []));
    refresh = (next) => {
      values = next;
      each.forEach(({ name, initial }, k) => {
        own[k].set(next[name] ?? initial);
      });
      drawing?.show(next);
    };
  };
  return {
    menu: choice.element,
    sliders,
    show(setting) {
      choice.select.value = setting.waveform;
      if (built?.waveform !== setting.waveform || built.duration !== setting.duration) build(setting);
      built = setting;
      refresh(setting.waveformParameters);
    },
  };
}
