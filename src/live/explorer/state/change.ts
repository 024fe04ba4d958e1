import type { Answer } from "../analysis/analyses.js";
import type { Playback } from "../runs/playback.js";
import type { Sound, Speed } from "../runs/speeds.js";
import type { Snapshot } from "../runs/snapshot.js";
import type { Linked } from "./link.js";
import type { ExplorerState } from "./state.js";

/** What a reader does: plain data, which a link or a story may hold. It is about the model in sight. */
type ReaderChange =
  | { readonly kind: "choose model"; readonly model: number }
  | { readonly kind: "set parameters"; readonly values: Readonly<Record<string, number>> }
  /** Undefined: as the model was opened. */
  | { readonly kind: "choose preset"; readonly name: string | undefined }
  /** A whole setting by its name, or `noPattern`. */
  | { readonly kind: "choose pattern"; readonly name: string }
  /** Initial states that are not at rest, all of them. */
  | { readonly kind: "set start"; readonly start: Readonly<Record<string, number>> }
  | { readonly kind: "choose waveform"; readonly name: string }
  | { readonly kind: "set waveform parameters"; readonly values: Readonly<Record<string, number>> }
  /** ms. */
  | { readonly kind: "set duration"; readonly duration: number }
  | { readonly kind: "toggle panel"; readonly panel: string }
  | { readonly kind: "choose option"; readonly panel: string; readonly option: string }
  /** Of states that are not seen whole, and of "time", all of them. */
  | { readonly kind: "set windows"; readonly windows: Readonly<Record<string, readonly [number, number]>> }
  /** Something that is drawn in the phase plane on request. */
  | { readonly kind: "toggle on request"; readonly name: string }
  | { readonly kind: "keep run" }
  | { readonly kind: "let kept runs go" }
  | { readonly kind: "toggle prediction" }
  /** By the places of the points. */
  | { readonly kind: "sketch"; readonly values: Readonly<Record<number, number>> }
  /** Undefined: a sketch alone was the prediction. */
  | { readonly kind: "reveal"; readonly said: number | undefined }
  | { readonly kind: "play"; readonly paused: boolean }
  | { readonly kind: "pause"; readonly paused: boolean }
  | { readonly kind: "step" }
  | { readonly kind: "begin pass" }
  | { readonly kind: "end pass" }
  /** ms into the run: by the slider below it, or as time passes. */
  | { readonly kind: "move cursor"; readonly time: number }
  | { readonly kind: "set speed"; readonly speed: Speed }
  | { readonly kind: "set sound"; readonly sound: Sound }
  | { readonly kind: "stop" }
  | { readonly kind: "point at"; readonly name: string | undefined }
  /** ms into the run, where a pointer rests; undefined: nowhere. A pass goes on. */
  | { readonly kind: "look at"; readonly time: number | undefined }
  /** Ends in ms, the one that moves last; undefined: none. */
  | { readonly kind: "select span"; readonly span: readonly [number, number] | undefined }
  /** To another step of the story. */
  | { readonly kind: "tell step"; readonly step: number }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  /** The model in sight as it opened. */
  | { readonly kind: "reset" }
  | { readonly kind: "tell"; readonly notice: string }
  | { readonly kind: "follow link"; readonly linked: Linked }
  /** Back to an earlier state, or on to a later one: what was computed since stays known. */
  | { readonly kind: "restore"; readonly state: ExplorerState };

/** What was computed for a state. */
export type ResultChange =
  | { readonly kind: "run made"; readonly snapshot: Snapshot }
  | { readonly kind: "run went on"; readonly playback: Playback; readonly snapshot: Snapshot }
  | { readonly kind: "run failed"; readonly key: string; readonly failure: string }
  | { readonly kind: "answered"; readonly key: string; readonly answer: Answer };

/** All that changes a state. */
export type Change = ReaderChange | ResultChange;
