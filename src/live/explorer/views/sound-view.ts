import { menu } from "../../page/controls.js";
import { partOf, type Program } from "../../page/load.js";
import type { ExtrasCode, Voice } from "../extras/extras.js";
import { sounds, type Sound } from "../runs/speeds.js";
import type { Recording } from "../runs/snapshot.js";
import { paceOn } from "../state/pass.js";
import { snapshotInSight, type ExplorerState } from "../state/state.js";
import type { Store, View } from "./view.js";

/** Seconds; a cursor that goes farther at once was put there. */
const longest = 0.5;

/** A stretch of a run that passes in some seconds. */
interface Heard {
  readonly recording: Recording;
  /** ms. */
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}

/**
 * The menu of what is heard of a run that is played, or goes on; it follows once a frame. What makes the sound is
 * brought when one is first chosen. @param signal ends it
 */
export function soundView({ dispatch }: Store, program: Program, signal: AbortSignal): View {
  let context: AudioContext | undefined;
  let voice: Voice | undefined;
  const choose = (name: string): void => {
    dispatch({ kind: "set sound", sound: name as Sound });
    if (name === "off" || context !== undefined) return void context?.resume();
    if (typeof AudioContext === "undefined") {
      dispatch({ kind: "set sound", sound: "off" });
      dispatch({ kind: "tell", notice: "This browser makes no sound." });
      return;
    }
    const made = new AudioContext(); // here, where the reader asks for it: elsewhere browsers keep it silent
    context = made;
    signal.addEventListener("abort", () => void made.close());
    partOf<ExtrasCode>(program, "extras").then(
      (extras) => {
        voice = extras.voice(made);
      },
      (error: unknown) =>
        dispatch({ kind: "tell", notice: `What makes the sound could not be loaded: ${String(error)}.` }),
    );
  };
  const { element, select } = menu("sound", sounds, choose);
  return {
    element,
    update(before, after) {
      select.value = after.sound;
      if (voice === undefined) return;
      const heard = after.sound === "off" || before === undefined ? undefined : passed(before, after);
      if (heard === undefined) {
        if (after.pass === undefined && after.playing?.paused !== false) voice.rest();
        return;
      }
      const { recording, from, to, seconds } = heard;
      if (after.sound === "pitch") voice.sing(recording, from, to, seconds);
      else voice.click(recording, from, to, seconds);
    },
  };
}

/** What has passed between two frames. */
function passed(before: ExplorerState, after: ExplorerState): Heard | undefined {
  const recording = snapshotInSight(after)?.recording;
  if (recording === undefined) return undefined;
  const [from, to, each] =
    after.playing === undefined
      ? [before.cursor, after.cursor, before.pass?.pace]
      : [before.playing?.playback?.now, after.playing.playback?.now, paceOn(after)];
  if (from === undefined || to === undefined || each === undefined || to <= from) return undefined;
  const seconds = (to - from) / each;
  return seconds > longest ? undefined : { recording, from, to, seconds };
}
