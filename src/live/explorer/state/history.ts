import { retraced, stepped } from "../../steps.js";
import type { Change } from "./change.js";
import type { ExplorerState, Moment } from "./state.js";

/** What is undone as one: the kind of a change, and what it is about. Undefined for what undo passes over. */
function undoable(change: Change): string | undefined {
  switch (change.kind) {
    case "set parameters":
    case "set waveform parameters":
      return `${change.kind} ${Object.keys(change.values).join(" ")}`;
    case "set start":
    case "set duration":
    case "set windows":
    case "keep run":
    case "let kept runs go":
      return change.kind;
    case "choose model":
    case "choose preset":
    case "choose pattern":
    case "choose waveform":
    case "follow link":
    case "reset":
    case "toggle on request":
      return `${change.kind} ${JSON.stringify(change)}`;
    case "toggle panel":
    case "choose option":
    case "toggle prediction":
    case "sketch":
    case "reveal":
    case "play":
    case "pause":
    case "step":
    case "begin pass":
    case "end pass":
    case "move cursor":
    case "set speed":
    case "set sound":
    case "stop":
    case "point at":
    case "look at":
    case "select span":
    case "tell step":
    case "undo":
    case "redo":
    case "tell":
    case "restore":
    case "run made":
    case "run went on":
    case "run failed":
    case "answered":
      return undefined;
  }
}

/** The state after a change, which remembers what was set before it. */
export function remembering(before: ExplorerState, after: ExplorerState, change: Change): ExplorerState {
  const label = undoable(change);
  if (label === undefined || (before.settings === after.settings && before.model === after.model)) return after;
  const { model, settings, history } = before;
  return { ...after, history: stepped(history, { model, settings }, label) };
}

/** A step back or forward; the same state where there is none. */
export function travelled(state: ExplorerState, way: "undo" | "redo"): ExplorerState {
  const step = retraced<Moment>(state.history, { model: state.model, settings: state.settings }, way);
  if (step === undefined) return state;
  const { to, steps } = step;
  return {
    ...state,
    model: to.model,
    settings: withPanelsOf(state, to.settings),
    playing: undefined,
    pass: undefined,
    attempted: undefined,
    history: steps,
  };
}

/** Which pictures are in view stays: undo is about the neuron, and the runs of it that were kept. */
const withPanelsOf = ({ settings }: ExplorerState, others: Moment["settings"]): Moment["settings"] =>
  others.map((each, k) => {
    const { panels, options } = settings[k];
    return { ...each, panels, options };
  });
