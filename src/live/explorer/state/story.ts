import type { Change } from "./change.js";
import { present, type ExplorerState } from "./state.js";
import type { StoryEvent } from "./story-step.js";

/** The state at a step of its story. */
export const atStep = (state: ExplorerState, step: number): ExplorerState => ({
  ...state,
  told: Math.max(0, Math.min(state.story.length, step)),
  toldFrom: present(state).setting.start,
});

/** The state in which the story has gone on, if all that its step waited for has come about. */
export function toldOn(state: ExplorerState, change: Change): ExplorerState {
  const until = state.story[state.told]?.until;
  return until !== undefined && isMet(until, state, change) ? atStep(state, state.told + 1) : state;
}

/** What is asked of a run is asked when one has been made, as that in sight may be of an earlier setting. */
function isMet({ spikes, parameters, view, start }: StoryEvent, state: ExplorerState, change: Change): boolean {
  const { panels, setting } = present(state);
  if (view !== undefined && !panels.includes(view)) return false;
  if (start === true && (setting.start === state.toldFrom || Object.keys(setting.start).length === 0)) return false;
  if (spikes === undefined && parameters === undefined) return change.kind !== "tell step";
  if (change.kind !== "run made") return false;
  const { recording, model } = change.snapshot;
  const values: Readonly<Record<string, number>> = model.parameters;
  return (
    (spikes === undefined || isWithin(recording.spikes.length, spikes)) &&
    Object.entries(parameters ?? {}).every(([name, range]) => isWithin(values[name] ?? NaN, range))
  );
}

const isWithin = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;
