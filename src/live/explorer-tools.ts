import type { Model } from "../model/model.js";
import type { Trajectory } from "../solve/trajectory.js";
import { button, make } from "./controls.js";
import type { ExplorableModel } from "./explorable.js";
import type { Picture } from "./picture.js";
import { stimulusOf, unstimulated, type Setting } from "./settings.js";
import { csv, download, exploreLine, png } from "./tools.js";

export interface Exported {
  readonly main: Picture;
  shown(): Trajectory | undefined;
  entry(): ExplorableModel;
  base(): Model;
  present(): Model;
  setting(): Setting;
}

/** What can be taken along: the picture, the numbers, and the line of code that gives the same. */
export function exporter({ main, shown, entry, present, setting }: Exported): readonly HTMLElement[] {
  const code = make("textarea", { readOnly: true, rows: 2, className: "nc-code", ariaLabel: "code that opens this setting" });
  const box = make("details", { className: "nc-more nc-share" });
  box.append(make("summary", { textContent: "as code" }), code);
  box.addEventListener("toggle", () => {
    const model = unstimulated(present(), setting());
    const { name, defaults } = entry().code;
    const changes = Object.fromEntries(model.parameterNames.filter((parameter) => model.parameters[parameter] !== defaults[parameter]).map((parameter) => [parameter, model.parameters[parameter]]));
    code.value = exploreLine(name, changes, setting().duration, stimulusOf(present(), setting())?.data);
    code.select();
  });
  const file = (): string => entry().label.replace(/[^\w-]+/g, "-");
  return [
    button("PNG", () => void png(main.file()).then((blob) => download(`${file()}.png`, blob)), "save the traces as a picture"),
    button("SVG", () => download(`${file()}.svg`, new Blob([main.file()], { type: "image/svg+xml" })), "save the traces as a drawing"),
    button("CSV", () => {
      const trajectory = shown();
      if (trajectory !== undefined) download(`${file()}.csv`, new Blob([csv(trajectory)], { type: "text/csv" }));
    }, "save the numbers of the traces"),
    box,
  ];
}

/** A notebook's shortcuts would take the arrow keys away from a slider: JupyterLab knows the attribute, others hear no event. */
export function keepKeys(element: HTMLElement): void {
  element.dataset["lmSuppressShortcuts"] = "true";
  element.addEventListener("keydown", (event) => event.stopPropagation());
}
