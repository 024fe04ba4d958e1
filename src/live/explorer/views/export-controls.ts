import { button, make } from "../../page/controls.js";
import type { Picture } from "../../page/picture.js";
import { exploreLine } from "../state/code-line.js";
import { offeredModel, present, presentModel } from "../state/state.js";
import { filmButton } from "../film/film-button.js";
import { csv, download, png, savesNothing } from "./files.js";
import type { Controls } from "./parameter-controls.js";
import type { Store } from "./view.js";

/** What a page has of this part of the browser's code, which is brought when a reader first asks for it. */
export interface FilesCode {
  readonly exportControls: typeof exportControls;
}

/**
 * What can be taken along: the picture, a film, the numbers, and the line of code that gives the same.
 * @param signal ends what is being made
 */
export function exportControls(store: Store, main: Picture, signal: AbortSignal): Controls {
  const code = make("textarea", {
    readOnly: true,
    rows: 2,
    className: "nc-code",
    ariaLabel: "code that opens this setting",
  });
  const box = make("details", { className: "nc-more nc-share" });
  box.append(make("summary", { textContent: "as code" }), code);
  const writeLine = (): void => {
    const { state } = store;
    const { setting } = present(state);
    if (box.open) code.value = exploreLine(offeredModel(state).code, presentModel(state), setting, state.prediction.on);
  };
  box.addEventListener("toggle", () => {
    writeLine();
    code.select();
  });
  const numbers = make("textarea", {
    readOnly: true,
    rows: 6,
    className: "nc-numbers",
    ariaLabel: "numbers of the traces",
  });
  numbers.hidden = true;
  const refused = (instead: string): boolean => {
    if (!savesNothing()) return false;
    store.dispatch({ kind: "tell", notice: `This frame may save no files. ${instead}` });
    return true;
  };
  const fileName = (ending: string): string => `${offeredModel(store.state).label.replace(/[^\w-]+/g, "-")}.${ending}`;
  const alone = "Open the page by itself to save a picture or a film.";
  const savePng = (): void => {
    if (!refused(alone)) void png(main.file()).then((blob) => download(fileName("png"), blob));
  };
  const saveSvg = (): void => {
    if (!refused(alone)) download(fileName("svg"), new Blob([main.file()], { type: "image/svg+xml" }));
  };
  const saveCsv = (): void => {
    const { shown } = store.state;
    if (shown === undefined) return;
    if (refused("The numbers stand in the field below: copy them.")) {
      numbers.value = csv(shown.recording);
      numbers.hidden = false;
      numbers.select();
    } else download(fileName("csv"), new Blob([csv(shown.recording)], { type: "text/csv" }));
  };
  return {
    elements: [
      button("PNG", savePng, "save the traces as a picture"),
      button("SVG", saveSvg, "save the traces as a drawing"),
      filmButton({ store, refused: () => refused(alone), name: fileName, signal }),
      button("CSV", saveCsv, "save the numbers of the traces"),
      numbers,
      box,
    ],
    update: writeLine,
  };
}
