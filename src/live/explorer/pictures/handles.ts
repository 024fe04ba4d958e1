import { light } from "../../../figure/theme.js";
import type { Handle, Way } from "../../page/handle.js";
import { ownColour } from "../../page/page-theme.js";
import { stepOf } from "../../page/slider.js";
import { axesOf } from "../figures/trace-panels.js";
import { borderHandles } from "../panels/border-handles.js";
import { valueInWords } from "../figures/words.js";
import { nearRange } from "../runs/near-range.js";
import { waveformOf } from "../runs/waveforms.js";
import type { Change } from "../state/change.js";
import { isHidden, offeredModel, present, presentModel, snapshotInSight, type ExplorerState } from "../state/state.js";

/** What can be taken hold of in the run: the current, where it is a step or constant, the threshold and the reset. */
export function handlesOf(state: ExplorerState): readonly Handle<Change>[] {
  const snapshot = snapshotInSight(state);
  if (isHidden(state) || snapshot === undefined) return [];
  const model = presentModel(state);
  const borders = borderHandles(model, (name, value) => ({ axes: axesOf(model, name).both, y: value }));
  return [...currentHandles(state), ...borders];
}

const orange = ownColour(light.orange) ?? light.orange;

/** The height of the current, and the edges of a step. */
function currentHandles(state: ExplorerState): readonly Handle<Change>[] {
  const { model, opening } = offeredModel(state);
  const { setting } = present(state);
  const { input } = model;
  const { waveform, duration, waveformParameters, stimulus } = setting;
  if (input === undefined || stimulus !== null || state.playing !== undefined) return [];
  if (waveform !== "step" && waveform !== "constant") return [];
  const { both: axes } = axesOf(model, "input");
  const size = presentModel(state).parameters[input];
  const initial = new Map(
    waveformOf(waveform)
      .controls(duration)
      .map((control) => [control.name, control.initial]),
  );
  const at = (name: string): number => waveformParameters[name] ?? initial.get(name) ?? 0;
  const [onset, end] = waveform === "step" ? [at("onset"), at("end")] : [0, duration];
  const near = nearRange(model, opening.input);
  const height: Handle<Change> = {
    name: `height of the current, ${input}`,
    at: { axes, x: (onset + end) / 2, y: size },
    colour: orange,
    up: { name: input, value: size, range: model.ranges[input], step: stepOf(...near) },
    said: valueInWords(size, model.units[input]),
    change: (values) => ({ kind: "set parameters", values }),
  };
  const edge = (name: string, value: number, range: Way["range"]): Handle<Change> => ({
    name: `${name} of the current`,
    at: { axes, x: value, y: size / 2 },
    colour: orange,
    across: { name, value, range, step: stepOf(0, duration) },
    said: valueInWords(value, "ms"),
    change: (values) => ({ kind: "set waveform parameters", values }),
  });
  const least = duration / 100;
  return waveform === "step"
    ? [height, edge("onset", onset, [0, end - least]), edge("end", end, [onset + least, duration])]
    : [height];
}
