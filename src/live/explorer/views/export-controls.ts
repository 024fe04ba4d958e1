import { button, make } from "../../page/controls.js";
import type { Picture } from "../../page/picture.js";
import { exploreLine } from "../state/code-line.js";
import { offeredModel, present, presentModel } from "../state/state.js";
import { csv, download, png } from "./files.js";
import type { Controls } from "./parameter-controls.js";
import type { Store } from "./view.js";

/** What can be taken along: the picture, the numbers, and the line of code that gives the same. */
export function exportControls(store: Store, main: Picture): Controls {
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
  const fileName = (ending: string): string => `${offeredModel(store.state).label.replace(/[^\w-]+/g, "-")}.${ending}`;
  const savePng = (): void => void png(main.file()).then((blob) => download(fileName("png"), blob));
  const saveSvg = (): void => download(fileName("svg"), new Blob([main.file()], { type: "image/svg+xml" }));
  const saveCsv = (): void => {
    const { shown } = store.state;
    if (shown !== undefined) download(fileName("csv"), new Blob([csv(shown)], { type: "text/csv" }));
  };
  return {
    elements: [
      button("PNG", savePng, "save the traces as a picture"),
      button("SVG", saveSvg, "save the traces as a drawing"),
      button("CSV", saveCsv, "save the numbers of the traces"),
      box,
    ],
    update: writeLine,
  };
}
