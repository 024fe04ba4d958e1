import { predictionQuestion } from "../figures/prediction.js";
import type { Setting } from "../runs/setting.js";
import type { Snapshot } from "../runs/snapshot.js";
import type { Change } from "./change.js";
import { remembering, travelled } from "./history.js";
import { cursorMoved, passBegun } from "./pass.js";
import { atStep, toldOn } from "./story.js";
import {
  isHidden,
  mostKept,
  noPattern,
  noPrediction,
  offeredModel,
  present,
  type ExplorerState,
  type ModelSettings,
} from "./state.js";

/** Answers that are remembered; the oldest goes first. */
const remembered = 60;
/** Parts of the window: what is run at once when playing begins, and by one step. */
const [firstPart, stepPart] = [1 / 2, 1 / 50];

/** The state after a change; the same state where nothing changed. */
export function reduce(state: ExplorerState, change: Change): ExplorerState {
  const next = toldOn(remembering(state, changed(state, change), change), change);
  const isNew = next.run !== undefined && next.run !== next.shown && !isHidden(next);
  return isNew ? { ...next, shown: next.run } : next;
}

function changed(state: ExplorerState, change: Change): ExplorerState {
  const own = present(state);
  const { prediction, playing } = state;
  switch (change.kind) {
    case "choose model":
      return { ...stopped(state), model: change.model, pointedAt: undefined, span: undefined };
    case "set parameters":
      return withOwn(state, { parameters: otherThanOpened(state, { ...own.parameters, ...change.values }) });
    case "choose preset": {
      const { model } = offeredModel(state);
      const { parameters } = change.name === undefined ? model : model.preset(change.name);
      return withOwn(state, { parameters: otherThanOpened(state, parameters) });
    }
    case "choose pattern": {
      const { opened, patterns } = offeredModel(state);
      const pattern = patterns.find(({ name }) => name === change.name);
      const { stimulus, duration, start, parameters } = pattern ?? { ...opened.setting, start: {}, parameters: {} };
      return withOwn(stopped(state), {
        pattern: pattern?.name ?? noPattern,
        parameters: otherThanOpened(state, parameters),
        setting: { ...own.setting, stimulus, duration, start },
        kept: [],
      });
    }
    case "set start":
      return withSetting(state, { start: change.start });
    case "choose waveform":
      return withSetting(state, { waveform: change.name, waveformParameters: {} });
    case "set waveform parameters":
      return withSetting(state, { waveformParameters: { ...own.setting.waveformParameters, ...change.values } });
    case "set duration":
      return withSetting(state, { duration: change.duration });
    case "toggle panel":
      return withOwn(state, { panels: toggled(own.panels, change.panel) });
    case "set windows":
      return withOwn(state, { windows: change.windows });
    case "toggle on request":
      return withOwn(state, { shows: toggled(own.shows, change.name) });
    case "choose option":
      return withOwn(state, { options: { ...own.options, [change.panel]: change.option } });
    case "keep run": {
      const { shown } = state;
      const others = own.kept.filter((run) => run !== shown);
      return shown === undefined ? state : withOwn(state, { kept: [...others, shown].slice(-mostKept) });
    }
    case "let kept runs go":
      return withOwn(state, { kept: [] });
    case "toggle prediction":
      return { ...stopped(state), prediction: { ...noPrediction, on: !prediction.on, seen: state.run?.key } };
    case "sketch":
      return { ...state, prediction: { ...prediction, sketch: { ...prediction.sketch, ...change.values } } };
    case "reveal":
      return revealed(state, change.said);
    case "play": {
      if (prediction.on) return state; // it would tell
      const due = firstPart * own.setting.duration;
      const next = { paused: change.paused, due, playback: undefined, snapshot: undefined };
      return { ...state, pass: undefined, playing: next };
    }
    case "pause":
      return playing === undefined ? state : { ...state, playing: { ...playing, paused: change.paused } };
    case "step": {
      if (playing === undefined) return state;
      const due = playing.due + stepPart * own.setting.duration;
      return { ...state, playing: { ...playing, paused: true, due } };
    }
    case "begin pass":
      return passBegun(state);
    case "end pass":
      return { ...state, pass: undefined };
    case "move cursor":
      return cursorMoved(state, change.time);
    case "set speed": {
      const next = { ...state, speed: change.speed };
      return state.pass === undefined ? next : passBegun(next);
    }
    case "set sound":
      return { ...state, sound: change.sound };
    case "stop":
      return stopped(state);
    case "point at":
      return { ...state, pointedAt: change.name };
    case "look at":
      return state.cursor === change.time || state.pass !== undefined ? state : { ...state, cursor: change.time };
    case "select span":
      return state.span === change.span ? state : { ...state, span: change.span };
    case "tell step":
      return atStep(state, change.step);
    case "undo":
    case "redo":
      return travelled(state, change.kind);
    case "reset":
      return withOwn(stopped(state), { ...offeredModel(state).opened, panels: own.panels, kept: own.kept });
    case "tell":
      return { ...state, notice: change.notice };
    case "follow link": {
      const { model, predict, settings } = change.linked;
      return {
        ...stopped(state),
        model,
        settings: state.settings.with(model, settings),
        prediction: { ...noPrediction, on: predict },
        pointedAt: undefined,
        span: undefined,
        notice: "",
      };
    }
    case "restore":
      return { ...change.state, answers: state.answers };
    case "run made":
      return withRun(state, change.snapshot);
    case "run went on": {
      if (playing === undefined) return state;
      const { playback, snapshot } = change;
      return { ...state, playing: { ...playing, due: 0, playback, snapshot }, failure: undefined };
    }
    case "run failed":
      return {
        ...state,
        attempted: change.key,
        failure: change.failure,
        playing: playing && { ...playing, paused: true, due: 0 },
      };
    case "answered": {
      const kept = [...state.answers].slice(-(remembered - 1));
      return { ...state, answers: new Map([...kept, [change.key, change.answer]]) };
    }
  }
}

const toggled = (names: readonly string[], name: string): readonly string[] =>
  names.includes(name) ? names.filter((each) => each !== name) : [...names, name];

function withOwn(state: ExplorerState, changes: Partial<ModelSettings>): ExplorerState {
  return { ...state, settings: state.settings.with(state.model, { ...present(state), ...changes }) };
}

function withSetting(state: ExplorerState, changes: Partial<Setting>): ExplorerState {
  return withOwn(state, { setting: { ...present(state).setting, ...changes } });
}

function otherThanOpened(
  state: ExplorerState,
  values: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const opened: Readonly<Record<string, number>> = offeredModel(state).model.parameters;
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== opened[name]));
}

/**
 * Without a run that goes on, or is passed through; the run of fixed length is made anew, as a failure may have been
 * the other's.
 */
const stopped = (state: ExplorerState): ExplorerState =>
  state.playing === undefined
    ? state.pass === undefined
      ? state
      : { ...state, pass: undefined }
    : { ...state, pass: undefined, playing: undefined, attempted: undefined };

/** With another run, which is hidden while the reader predicts; a sketch stays until a run of its own was revealed. */
function withRun(state: ExplorerState, run: Snapshot): ExplorerState {
  const { prediction } = state;
  const next = { ...state, run, attempted: run.key, failure: undefined };
  if (!isHidden(next) || prediction.asked === run.key) return next;
  const stale = prediction.asked === undefined || prediction.asked === prediction.seen;
  return { ...next, prediction: { ...prediction, asked: run.key, sketch: stale ? {} : prediction.sketch } };
}

function revealed(state: ExplorerState, said: number | undefined): ExplorerState {
  const { run, prediction } = state;
  if (run === undefined || !isHidden(state)) return state;
  const verdict = said === undefined ? "" : predictionQuestion(run.model, run.duration).verdict(said, run.recording);
  return { ...stopped(state), prediction: { ...prediction, seen: run.key, verdict } };
}
