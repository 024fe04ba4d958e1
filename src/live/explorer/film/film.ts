import type { Palette } from "../../../figure/theme.js";
import type { ExplorerState } from "../state/state.js";
import { encoded } from "./encoders.js";
import { filmed } from "./frames.js";
import { reelOf } from "./reel.js";

/** A film as a file. */
interface Film {
  readonly file: Blob;
  /** Of its name. */
  readonly ending: "webm" | "mp4";
  /** How long it takes to see. */
  readonly seconds: number;
}

/** How a film looks, and who waits for it. */
interface Wanted {
  readonly palette: Palette;
  /** The run above the picture beside it, for a telephone. */
  readonly upright: boolean;
  /** Ends it, with the signal's reason. */
  readonly signal: AbortSignal;
  /** @param part of it that is made, up to 1 */
  progress(part: number): void;
}

/**
 * A film of the run in sight, as it is played at the chosen speed, with the picture beside it; nothing of it leaves the
 * page. @throws Error in words where there is no such run, or where the browser makes no films
 */
export async function makeFilm(state: ExplorerState, { palette, upright, signal, progress }: Wanted): Promise<Film> {
  const reel = reelOf(state);
  const { canvas, draw } = await filmed(state, palette, upright);
  const frames = { canvas, count: reel.frames, draw: (k: number) => draw(reel.timeAt(k)) };
  const { file, ending } = await encoded(frames, signal, progress);
  return { file, ending, seconds: reel.seconds };
}
