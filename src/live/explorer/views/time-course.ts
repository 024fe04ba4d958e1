import type { Figure } from "../../../figure/figure.js";
import { picture, type Picture } from "../../page/picture.js";
import { hiddenFigure, sketchPoints, withSketch } from "../figures/prediction.js";
import { runFigure, withRoomToDraw } from "../figures/time-course.js";
import type { Recording } from "../runs/snapshot.js";
import { drawnParameters, drawnPoints } from "../runs/waveforms.js";
import {
  drawnInput,
  isHidden,
  offeredModel,
  present,
  presentModel,
  snapshotInSight,
  type ExplorerState,
} from "../state/state.js";
import { drawByDragging, type DrawableAxes } from "./gestures.js";
import { differs, type Store, type View } from "./view.js";

/** The run against time, into which a current or a prediction is drawn. */
interface TimeCourse extends View {
  readonly picture: Picture;
}

/** @param signal ends it */
export function timeCourse(store: Store, signal: AbortSignal): TimeCourse {
  const main = picture(signal);
  drawByDragging(main, (axes) => drawableAxes(store, axes));
  return {
    picture: main,
    element: main.element,
    update(before, after) {
      const hidden = isHidden(after);
      main.element.classList.toggle("nc-tap", hidden || drawnInput(after) !== undefined);
      const dependencies = (state: ExplorerState): readonly unknown[] => [
        snapshotInSight(state),
        present(state).kept,
        state.prediction.sketch,
        isHidden(state),
        drawnInput(state),
      ];
      if (!differs(before, after, dependencies)) return;
      const figure = figureOf(after);
      if (figure !== undefined) main.show(figure);
    },
  };
}

function figureOf(state: ExplorerState): Figure | undefined {
  const snapshot = snapshotInSight(state);
  if (snapshot === undefined) return undefined;
  const { recording, duration } = snapshot;
  if (state.playing !== undefined) return runFigure(recording);
  const figure = isHidden(state) ? frameOf(recording, state) : runFigure(recording, present(state).kept);
  const sketched = withSketch(figure, state.prediction.sketch, duration);
  const input = drawnInput(state);
  return input === undefined ? sketched : withRoomToDraw(sketched, presentModel(state), input);
}

/** A hidden run's frame, with the run that was seen last if it is of the same equations. */
function frameOf(hidden: Recording, state: ExplorerState): Figure {
  const { model } = offeredModel(state);
  const { shown } = state;
  const comparable = shown?.model?.data.fingerprint === model.data.fingerprint;
  return hiddenFigure(runFigure(hidden), model, comparable ? runFigure(shown) : undefined);
}

/** What can be drawn on: the current below, or a prediction of the first state above. */
function drawableAxes({ state, dispatch }: Store, axes: string): DrawableAxes | undefined {
  const { duration } = present(state).setting;
  const { ranges, stateNames } = offeredModel(state).model;
  const input = drawnInput(state);
  if (state.playing !== undefined) return undefined;
  if (axes !== "xy" && input !== undefined)
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
