/** How panels are drawn that are rarely opened: the entry of a part of the browser's code by itself. */
import type { DrawnApart, PanelDrawing } from "../panels/panel.js";
import { impedanceDrawing } from "./impedance.js";
import { intervalsDrawing } from "./intervals.js";
import { linearDrawing } from "./linear.js";
import { sectionDrawing } from "./section.js";
import { spaceDrawing } from "./space.js";
import { spectrumDrawing } from "./spectrum.js";
import { twoQuantitiesDrawing } from "./two-quantities.js";

/** By the name that an outline says. */
export const drawings: Readonly<Record<DrawnApart, PanelDrawing>> = {
  space: spaceDrawing,
  "two quantities": twoQuantitiesDrawing,
  section: sectionDrawing,
  spectrum: spectrumDrawing,
  linear: linearDrawing,
  intervals: intervalsDrawing,
  impedance: impedanceDrawing,
};

/** What a page has of it. */
export interface DrawingsCode {
  readonly drawings: typeof drawings;
}
