import { numberText } from "../../../text/number.js";
import { button, make } from "../../page/controls.js";
import { pagePalette } from "../../page/page-theme.js";
import { makeFilm } from "./film.js";
import { download } from "../views/files.js";
import type { Store } from "../views/view.js";

/** px; an explorer narrower than this is on a telephone, and so is its film. */
const narrow = 620;

/** Where a film is asked for, and where its file goes. */
interface FilmPlace {
  readonly store: Store;
  /** Whether the page may save no file, which it then says. */
  refused(): boolean;
  /** Of a file with such an ending. */
  name(ending: string): string;
  /** Ends it too. */
  readonly signal: AbortSignal;
}

/** The button that makes a film of the run, and ends that; how much of it is made stands beside it. */
export function filmButton({ store, refused, name, signal }: FilmPlace): HTMLElement {
  const tell = (notice: string): void => store.dispatch({ kind: "tell", notice });
  let making: AbortController | undefined;
  const press = button(
    "film",
    () => {
      if (making !== undefined) making.abort(new Error("it was stopped"));
      else if (!refused()) void record();
    },
    "saves a short film of the run as it plays, at the chosen speed, with the picture beside it",
  );
  const bar = make("progress", { max: 1, value: 0, ariaLabel: "how much of the film is made", hidden: true });
  const element = make("span", { className: "nc-play" });
  element.append(press, bar);
  signal.addEventListener("abort", () => making?.abort(signal.reason));

  const record = async (): Promise<void> => {
    const own = new AbortController();
    making = own;
    press.textContent = "stop the film";
    bar.value = 0;
    bar.hidden = false;
    tell("The film is being made.");
    try {
      const upright = (element.closest(".nc-explorer")?.clientWidth ?? narrow) < narrow;
      const { file, ending, seconds } = await makeFilm(store.state, {
        palette: pagePalette(element),
        upright,
        signal: own.signal,
        progress: (part) => (bar.value = part),
      });
      const size = numberText(file.size / 1e6, 2);
      download(name(ending), file);
      tell(`The film is saved: ${name(ending)}, ${numberText(seconds, 2)} s, ${size} MB.`);
    } catch (error) {
      tell(`There is no film: ${error instanceof Error ? error.message : String(error)}.`);
    } finally {
      making = undefined;
      press.textContent = "film";
      bar.hidden = true;
    }
  };
  return element;
}
