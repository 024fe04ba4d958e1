import { modelFromData } from "../../../model/model-from-data.js";
import type { Model } from "../../../model/model.js";
import type { AnalysisKind, Answer } from "../analysis/analyses.js";
import type { Question } from "../analysis/question.js";
import { plainLook } from "../panels/panel.js";
import { panels } from "../panels/panels.js";
import type { Playback } from "../runs/playback.js";
import { usualSpeed, type Pass, type Sound, type Speed } from "../runs/speeds.js";
import { plainSetting, type Setting } from "../runs/setting.js";
import { noSteps, type Steps } from "../../steps.js";
import type { MadeRun, Snapshot } from "../runs/snapshot.js";
import { drawnByHand } from "../runs/waveforms.js";
import type { StoryStep } from "./story-step.js";
import { explorableModels, startIn, type ExplorableModel, type ExplorerPayload } from "./payload.js";

/**
 * All that an explorer is at a moment: what the reader has set and what has been computed for it. It is never changed:
 * `reduce` gives the next one, which shares with it what stayed, so that earlier states are cheap to keep, and views
 * find by identity what is new.
 */
export interface ExplorerState {
  /** The models of the menu, as they open: the same in all states of an explorer. */
  readonly offer: readonly OfferedModel[];
  /** The model in sight, by its place in the menu. */
  readonly model: number;
  /** What the reader has set, for each model of the menu. */
  readonly settings: readonly ModelSettings[];
  readonly prediction: Prediction;
  /** The run that goes on; undefined: a run of fixed length. */
  readonly playing: Playing | undefined;
  /** Of a run that is passed through; undefined: the cursor stays where it is. */
  readonly pass: Pass | undefined;
  /** How fast time passes, in a pass and while a run goes on. */
  readonly speed: Speed;
  /** What is heard of it. */
  readonly sound: Sound;
  /** The parameter whose symbol is lit in the equations. */
  readonly pointedAt: string | undefined;
  /** What is told beside the figure, and at which of its steps the reader is. */
  readonly story: readonly StoryStep[];
  readonly told: number;
  /** Where the run began when that step did. */
  readonly toldFrom: Setting["start"];
  /** ms: the time in the run at which all pictures have a dot. */
  readonly cursor: number | undefined;
  /** ms: the ends of the time that is selected, the one that moves last. */
  readonly span: readonly [number, number] | undefined;
  /** What was set before, and what was taken back. */
  readonly history: History;
  /** What came of the reader's last link, in a sentence. */
  readonly notice: string;

  /** The last run of fixed length. */
  readonly run: Snapshot | undefined;
  /** The last run of fixed length that was in sight: `run`, unless that is hidden. */
  readonly shown: MadeRun | undefined;
  /** Key of the setting of which a run was made, or tried, last. */
  readonly attempted: string | undefined;
  /** Why there is no run of the present setting, in a sentence. */
  readonly failure: string | undefined;
  /** Of analyses, by the keys of their questions. */
  readonly answers: ReadonlyMap<string, Answer>;
}

/** A model of the menu, as it opens. */
export interface OfferedModel extends ExplorableModel {
  readonly model: Model;
  readonly opened: ModelSettings;
}

/** What a reader has set for one model. */
export interface ModelSettings {
  /** Parameters that are not as the model was opened. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly setting: Setting;
  /** The named setting that was chosen last, or `noPattern`. */
  readonly pattern: string;
  /** Names of the panels that are open. */
  readonly panels: readonly string[];
  /** What is chosen in the panels' own menus, by the panel's name. */
  readonly options: Readonly<Record<string, string>>;
  /** What is seen of a state, or of "time", ms, where it is not all of its window. */
  readonly windows: Readonly<Record<string, readonly [number, number]>>;
  /** What is drawn in the phase plane on request: some of `onRequest`. */
  readonly shows: readonly string[];
  /** Runs that are drawn behind later ones, the oldest first: at most `mostKept`. */
  readonly kept: readonly MadeRun[];
}

/** More runs than these are not told apart behind another. */
export const mostKept = 4;

/** The pattern of settings that have no name. */
export const noPattern = "none";

/** A reader who commits before seeing: what was foretold, and what has been seen. */
interface Prediction {
  readonly on: boolean;
  /** Key of the run that the reader has seen last; any other is hidden. */
  readonly seen: string | undefined;
  /** Key of the run that was hidden last. */
  readonly asked: string | undefined;
  /** How the prediction for `seen` turned out, in a sentence. */
  readonly verdict: string;
  /** Values of the first state at the points of a sketch, by their place. */
  readonly sketch: Readonly<Record<number, number>>;
}

/** A run that goes on. */
export interface Playing {
  readonly paused: boolean;
  /** ms that are to be run in the next frame, beside what the passing of time brings. */
  readonly due: number;
  /** Undefined until the first frame. */
  readonly playback: Playback | undefined;
  /** Of the last window. */
  readonly snapshot: Snapshot | undefined;
}

/** What a reader had set at a moment, to which undo leads back. */
export type Moment = Pick<ExplorerState, "model" | "settings">;

/** The moments before and after the present one. */
export type History = Steps<Moment>;

/** A prediction of which nothing is said yet. */
export const noPrediction = { seen: undefined, asked: undefined, verdict: "", sketch: {} } as const;

/** The state in which an explorer opens. */
export function initialState(payload: ExplorerPayload): ExplorerState {
  const offer = explorableModels(payload).map((explorable): OfferedModel => {
    const model = modelFromData(explorable.data);
    const { duration } = explorable.opening;
    return {
      ...explorable,
      model,
      opened: {
        parameters: {},
        setting: { ...plainSetting(duration, payload.stimulus), start: startIn(model, payload.start) },
        pattern: noPattern,
        panels: panels.filter((panel) => panel.suits(model) && panel.opens(model)).map(({ name }) => name),
        options: {},
        ...plainLook,
      },
    };
  });
  return {
    offer,
    model: 0,
    settings: offer.map(({ opened }) => opened),
    prediction: { ...noPrediction, on: payload.predict },
    playing: undefined,
    pass: undefined,
    speed: usualSpeed,
    sound: "off",
    pointedAt: undefined,
    story: payload.story ?? [],
    told: 0,
    toldFrom: offer[0].opened.setting.start,
    cursor: undefined,
    span: undefined,
    history: noSteps,
    notice: "",
    ...nothingComputed,
  };
}

const nothingComputed = {
  run: undefined,
  shown: undefined,
  attempted: undefined,
  failure: undefined,
  answers: new Map<string, Answer>(),
} as const;

/** What a reader has set, alone: what is kept of an explorer that leaves the page. */
export const withoutResults = (state: ExplorerState): ExplorerState => ({
  ...state,
  ...nothingComputed,
  playing: undefined,
  pass: undefined,
});

/** The model in sight as it opens. */
export const offeredModel = ({ offer, model }: ExplorerState): OfferedModel => offer[model];

/** What the reader has set for the model in sight. */
export const present = ({ settings, model }: ExplorerState): ModelSettings => settings[model];

/** The model in sight at the parameters that are set. */
export function presentModel(state: ExplorerState): Model {
  const { parameters } = present(state);
  const model = models.get(parameters) ?? offeredModel(state).model.with(parameters);
  models.set(parameters, model);
  return model;
}
/** Each record of parameters belongs to one model. */
const models = new WeakMap<ModelSettings["parameters"], Model>();

/** Text that is equal for two states of an explorer whose runs are the same. */
export const settingKey = (state: ExplorerState): string =>
  JSON.stringify([state.model, [...presentModel(state).vector], present(state).setting]);

/** Whether the run waits for the reader's prediction. */
export const isHidden = ({ prediction, run }: ExplorerState): boolean =>
  prediction.on && run !== undefined && run.key !== prediction.seen;

/** The input of the model in sight, if its current is the one that the reader draws. */
export function drawnInput(state: ExplorerState): string | undefined {
  const { waveform, stimulus } = present(state).setting;
  return waveform === drawnByHand && stimulus === null ? offeredModel(state).model.input : undefined;
}

/** What the pictures show of the model in sight. */
export function snapshotInSight(state: ExplorerState): Snapshot | undefined {
  const snapshot = state.playing?.snapshot ?? state.run;
  return snapshot?.index === state.model ? snapshot : undefined;
}

/** The selected time of the run in sight, ms, the earlier end first; undefined where none of it is within the run. */
export function spanInSight(state: ExplorerState): readonly [number, number] | undefined {
  const snapshot = snapshotInSight(state);
  if (state.span === undefined || snapshot === undefined || state.playing !== undefined || isHidden(state))
    return undefined;
  const [from, to] = state.span.map((t) => Math.min(snapshot.duration, Math.max(0, t))).sort((a, b) => a - b);
  return from < to ? [from, to] : undefined;
}

/** What the open panels need to have computed elsewhere and is not there yet. */
export function openQuestions(state: ExplorerState): readonly Question<AnalysisKind>[] {
  const snapshot = snapshotInSight(state);
  if (snapshot === undefined || isHidden(state)) return [];
  const own = present(state);
  return panels
    .filter(({ name }) => own.panels.includes(name))
    .flatMap((panel) => [
      ...(panel.further?.(snapshot, own, own.options[panel.name]) ?? []),
      ...(panel.question === undefined ? [] : [panel.question(snapshot, own.options[panel.name])]),
    ])
    .filter(({ key }) => !state.answers.has(key));
}
