import type { DataPoint } from "../../../figure/figure.js";
import { light } from "../../../figure/theme.js";
import type { Mark } from "../../page/marks.js";
import { ownColour } from "../../page/page-theme.js";
import type { Picture } from "../../page/picture.js";
import { tracePanels } from "../figures/time-course.js";
import { waveformOf } from "../runs/waveforms.js";
import type { Change } from "../state/change.js";
import { isHidden, offeredModel, present, presentModel, type ExplorerState } from "../state/state.js";
import { distance, roundedInto } from "./gestures.js";

/** px from a handle within which a pointer has it. */
const reach = 16;

interface Handle {
  readonly point: DataPoint;
  /** What happens when it is dragged to a place. */
  change(to: DataPoint): Change;
}

/** Where the current can be taken hold of: the edges of a step, and its height. */
function handlesOf(state: ExplorerState): readonly Handle[] {
  const { model } = offeredModel(state);
  const { setting } = present(state);
  const { input } = model;
  const { waveform, duration, waveformParameters, stimulus } = setting;
  if (input === undefined || stimulus !== null || state.playing !== undefined || isHidden(state)) return [];
  if (waveform !== "step" && waveform !== "constant") return [];
  const axes = `xy${tracePanels(model).length}`;
  const size = presentModel(state).parameters[input];
  const initial = new Map(
    waveformOf(waveform)
      .controls(duration)
      .map((control) => [control.name, control.initial]),
  );
  const at = (name: string): number => waveformParameters[name] ?? initial.get(name) ?? 0;
  const [onset, end] = waveform === "step" ? [at("onset"), at("end")] : [0, duration];
  const height: Handle = {
    point: { axes, x: (onset + end) / 2, y: size },
    change: ({ y }) => ({ kind: "set parameters", values: { [input]: roundedInto(model.ranges[input], y) } }),
  };
  const edge = (name: string, x: number, range: readonly [number, number]): Handle => ({
    point: { axes, x, y: size / 2 },
    change: (to) => ({ kind: "set waveform parameters", values: { [name]: roundedInto(range, to.x) } }),
  });
  const least = duration / 100;
  return waveform === "step"
    ? [height, edge("onset", onset, [0, end - least]), edge("end", end, [onset + least, duration])]
    : [height];
}

/** The handles as marks. */
export const handles = (state: ExplorerState): readonly Mark[] =>
  handlesOf(state).map(({ point }) => ({ kind: "handle", ...point, colour: ownColour(light.orange) ?? light.orange }));

/** What dragging from a point changes; undefined where there is no handle. */
export function grip(state: ExplorerState, main: Picture, point: DataPoint): ((to: DataPoint) => Change) | undefined {
  const near = handlesOf(state)
    .map((handle) => ({ handle, far: distance(main, handle.point, point) }))
    .sort((a, b) => a.far - b.far)
    .find(({ far }) => far < reach);
  return near?.handle.change;
}
