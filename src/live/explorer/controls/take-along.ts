import type { Model } from "../../../model/model.js";
import type { Trajectory } from "../../../solve/trajectory.js";
import { button, make } from "../../page/controls.js";
import type { ExplorableModel } from "../state/payload.js";
import type { Picture } from "../../page/picture.js";
import type { Setting } from "../runs/setting.js";
import { csv, download, exploreLine, png } from "./files.js";

export interface Exported {
  readonly main: Picture;
  shown(): Trajectory | undefined;
  entry(): ExplorableModel;
  present(): Model;
  setting(): Setting;
  predicts(): boolean;
}

export interface Exporter {
  readonly elements: readonly HTMLElement[];
  /** Makes a line of code that is in view the one of the present setting. */
  refresh(): void;
}

/** What can be taken along: the picture, the numbers, and the line of code that gives the same. */
export function exporter({ main, shown, entry, present, setting, predicts }: Exported): Exporter {
  const code = make("textarea", {
    readOnly: true,
    rows: 2,
    className: "nc-code",
    ariaLabel: "code that opens this setting",
  });
  const box = make("details", { className: "nc-more nc-share" });
  box.append(make("summary", { textContent: "as code" }), code);
  const refresh = (): void => {
    if (box.open) code.value = exploreLine(entry().code, present(), setting(), predicts());
  };
  box.addEventListener("toggle", () => {
    refresh();
    code.select();
  });
  const file = (): string => entry().label.replace(/[^\w-]+/g, "-");
  const elements = [
    button(
      "PNG",
      () => void png(main.file()).then((blob) => download(`${file()}.png`, blob)),
      "save the traces as a picture",
    ),
    button(
      "SVG",
      () => download(`${file()}.svg`, new Blob([main.file()], { type: "image/svg+xml" })),
      "save the traces as a drawing",
    ),
    button(
      "CSV",
      () => {
        const trajectory = shown();
        if (trajectory !== undefined) download(`${file()}.csv`, new Blob([csv(trajectory)], { type: "text/csv" }));
      },
      "save the numbers of the traces",
    ),
    box,
  ];
  return { elements, refresh };
}
