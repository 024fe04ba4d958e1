import type { Model } from "../../../model/model.js";
import { make } from "../../page/controls.js";
import { slider } from "../../page/slider.js";
import { startOf } from "../runs/setting.js";
import { present, presentModel, snapshotInSight, type ExplorerState } from "../state/state.js";
import type { Controls } from "./parameter-controls.js";
import { differs, type Store } from "./view.js";

/** A slider for the initial value of each state, which goes back to where runs begin by themselves. */
export function startControls(store: Store, model: Model): Controls {
  const { state } = store;
  let home = rounded(startOf(presentModel(state), { ...present(state).setting, start: {} }));
  const sliders = model.stateNames.map((name) =>
    slider({
      name,
      symbols: model.symbols,
      unit: model.units[name],
      range: model.ranges[name],
      initial: home[name],
      onChange(value) {
        const { [name]: _, ...others } = present(store.state).setting.start;
        store.dispatch({ kind: "set start", start: value === home[name] ? others : { ...others, [name]: value } });
      },
    }),
  );
  const box = make("details", { className: "nc-more" });
  box.append(make("summary", { textContent: "initial state" }), ...sliders.map(({ element }) => element));
  const dependencies = (each: ExplorerState): readonly unknown[] => [
    snapshotInSight(each)?.home,
    present(each).setting.start,
  ];
  return {
    elements: [box],
    update(before, after) {
      if (!differs(before, after, dependencies)) return;
      home = rounded(snapshotInSight(after)?.home ?? home);
      const { start } = present(after).setting;
      model.stateNames.forEach((name, k) => {
        sliders[k].set(start[name] ?? home[name], home[name]);
      });
    },
  };
}

/** It moves with the parameters, and is typed. */
const rounded = (state: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(state).map(([name, value]) => [name, Number(value.toPrecision(6))]));
