import type { DataPoint, Figure } from "../../../figure/figure.js";
import { make } from "../../page/controls.js";
import { type Drag, whileDragged } from "../../page/drag.js";
import type { Mark } from "../../page/marks.js";
import { picture, type Picture } from "../../page/picture.js";
import { marksOfRun } from "../figures/cursor.js";
import { hiddenFigure, sketchPoints, withSketch } from "../figures/prediction.js";
import { runFigure, withRoomToDraw } from "../figures/time-course.js";
import { seenWithin, timeWithin } from "../figures/time-window.js";
import { axesOf } from "../figures/trace-panels.js";
import type { Seen } from "../panels/panel.js";
import { nearRange } from "../runs/near-range.js";
import type { MadeRun, Recording } from "../runs/snapshot.js";
import { drawnParameters, drawnPoints } from "../runs/waveforms.js";
import {
  drawnInput,
  isHidden,
  offeredModel,
  present,
  presentModel,
  snapshotInSight,
  spanInSight,
  type ExplorerState,
} from "../state/state.js";
import { differs, type Store, type View } from "../views/view.js";
import { brush } from "./brush.js";
import { drawing, type DrawableAxes } from "./drawing.js";
import { handlesOf } from "./handles.js";
import { leadHeight } from "./heights.js";
import { scrubber } from "./scrubber.js";
import { zoom } from "./zoom.js";

/** The run against time, into which a current or a prediction is drawn. */
interface TimeCourse extends View {
  readonly picture: Picture;
}

/** @param signal ends it */
export function timeCourse(store: Store, signal: AbortSignal): TimeCourse {
  const main = picture(signal, leadHeight);
  const { element: panel } = main;
  const scrub = scrubber(store);
  const closer = zoom(
    "time course",
    main,
    () => axesSeen(store.state),
    (windows) => seeTime(store, windows["time"]),
  );
  scrub.element.append(closer.element);
  const element = make("div", { className: "nc-lead" });
  element.append(main.frame, scrub.element);
  whileDragged(
    main,
    (point, event) =>
      (event.shiftKey ? closer.pan(event) : undefined) ??
      drawingFrom(store, point) ??
      main.grip(point, event.pointerType) ??
      brush(
        store,
        point,
        event,
        () => closer.pinches(),
        () => scrub.focus(),
      ),
  );
  panel.addEventListener("pointermove", (event) => {
    const point = main.dataAt(event);
    if (event.buttons !== 0) return;
    panel.style.cursor = point !== undefined && main.grip(point, event.pointerType) !== undefined ? "grab" : "";
    if (store.state.playing === undefined && !isHidden(store.state))
      store.dispatch({ kind: "look at", time: point?.x });
  });
  panel.addEventListener("pointerleave", () => store.dispatch({ kind: "look at", time: undefined }));
  return {
    picture: main,
    element,
    update(before, after) {
      scrub.update(before, after);
      const hidden = isHidden(after);
      panel.classList.toggle("nc-tap", hidden || drawnInput(after) !== undefined);
      const dependencies = (state: ExplorerState): readonly unknown[] => [
        snapshotInSight(state),
        present(state).kept,
        present(state).windows["time"],
        state.prediction.sketch,
        isHidden(state),
        drawnInput(state),
      ];
      const anew = differs(before, after, dependencies);
      const figure = anew ? figureOf(after) : undefined;
      if (figure !== undefined) main.show(figure);
      const snapshot = snapshotInSight(after);
      if (snapshot === undefined || !(anew || differs(before, after, (state) => [state.cursor, state.span]))) return;
      const at = hidden || after.playing !== undefined ? undefined : after.cursor;
      const span = spanInSight(after);
      const band: readonly Mark[] = span === undefined ? [] : [{ kind: "band", from: span[0], to: span[1] }];
      main.mark([...band, ...(at === undefined ? [] : marksOfRun(snapshot.recording, at))]);
      main.hold(handlesOf(after), store.dispatch);
    },
  };
}

/** The run in sight as a figure; undefined where there is none. */
export function figureOf(state: ExplorerState): Figure | undefined {
  const snapshot = snapshotInSight(state);
  if (snapshot === undefined) return undefined;
  const { recording, duration } = snapshot;
  const { kept, setting, windows } = present(state);
  const { model, opening } = offeredModel(state);
  const currents = setting.stimulus === null ? nearRange(model, opening.input) : undefined;
  if (state.playing !== undefined) return runFigure(recording, [], currents);
  const figure = isHidden(state) ? frameOf(recording, state) : runFigure(recording, recordingsOf(kept), currents);
  const sketched = withSketch(figure, state.prediction.sketch, duration);
  const input = drawnInput(state);
  const drawn = input === undefined ? sketched : withRoomToDraw(sketched, presentModel(state), input);
  return seenWithin(drawn, timeWithin(windows["time"], duration));
}

/** The time that is seen of a run at rest, and, which stays, the window of its first state. */
function axesSeen(state: ExplorerState): readonly [Seen, Seen] | undefined {
  const snapshot = snapshotInSight(state);
  if (snapshot === undefined || state.playing !== undefined) return undefined;
  const { duration, model } = snapshot;
  const whole = [0, duration] as const;
  const [first] = model.stateNames;
  const up = model.ranges[first];
  return [
    { name: "time", range: timeWithin(present(state).windows["time"], duration) ?? whole, whole },
    { name: first, range: up, whole: up },
  ];
}

/** Sees other times; all of them where the window is undefined or as wide. */
function seeTime({ state, dispatch }: Store, window: readonly [number, number] | undefined): void {
  const { windows } = present(state);
  const { time: _, ...others } = windows;
  const seen = timeWithin(window, snapshotInSight(state)?.duration ?? 0);
  dispatch({ kind: "set windows", windows: seen === undefined ? others : { ...others, time: seen } });
}

const recordingsOf = (kept: readonly MadeRun[]): readonly Recording[] => kept.map(({ recording }) => recording);

/** A hidden run's frame, with the run that was seen last if it is of the same equations. */
function frameOf(hidden: Recording, state: ExplorerState): Figure {
  const { model } = offeredModel(state);
  const { shown } = state;
  const comparable = shown?.recording.model?.data.fingerprint === model.data.fingerprint;
  return hiddenFigure(runFigure(hidden), model, comparable ? runFigure(shown.recording) : undefined);
}

/** The drag from a point that draws a curve, where one can be drawn. */
function drawingFrom(store: Store, point: DataPoint): Drag | undefined {
  const drawable = drawableAxes(store, point.axes);
  return drawable && drawing(drawable);
}

/** What can be drawn on: the current below, or a prediction of the first state above. */
function drawableAxes({ state, dispatch }: Store, axes: string): DrawableAxes | undefined {
  const { duration } = present(state).setting;
  const { model } = offeredModel(state);
  const { ranges, stateNames } = model;
  const input = drawnInput(state);
  if (state.playing !== undefined) return undefined;
  if (input !== undefined && axes === axesOf(model, "input").both)
    return {
      duration,
      points: drawnPoints,
      range: ranges[input],
      draw: (values) => dispatch({ kind: "set waveform parameters", values: drawnParameters(values) }),
    };
  if (axes !== "xy" || !isHidden(state)) return undefined;
  const [low, high] = ranges[stateNames[0]];
  return {
    duration,
    points: sketchPoints,
    range: [low, high + 0.1 * (high - low)],
    draw: (values) => dispatch({ kind: "sketch", values }),
  };
}
