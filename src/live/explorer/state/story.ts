import type { Change } from "./change.js";
import type { ExplorerState } from "./state.js";
import type { StoryEvent } from "./story-step.js";

const within = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;

/** Whether a change has brought about what a step of a story waits for. */
function met({ spikes, parameters, view, start }: StoryEvent, change: Change): boolean {
  if (change.kind === "toggle panel") return view === change.panel;
  if (change.kind === "set start") return start === true && Object.keys(change.start).length > 0;
  if (change.kind !== "run made" || view !== undefined || start !== undefined) return false;
  const { recording, model } = change.snapshot;
  const own: Readonly<Record<string, number>> = model.parameters;
  return (
    (spikes === undefined || within(recording.spikes.length, spikes)) &&
    Object.entries(parameters ?? {}).every(([name, range]) => within(own[name] ?? NaN, range))
  );
}

/** The state in which the story has gone on, if the change was what its step waited for. */
export function toldOn(state: ExplorerState, change: Change): ExplorerState {
  const until = state.story[state.told]?.until;
  return until !== undefined && met(until, change) ? { ...state, told: state.told + 1 } : state;
}
