import { line, type Figure, type Line } from "../../../figure/figure.js";
import { widths } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { numberText } from "../../../text/number.js";
import type { Answer } from "../analysis/analyses.js";
import type { PlaneOverlay } from "../analysis/plane-overlay.js";
import { valueInWords } from "./words.js";

/** Curves that a worker has found for a plane, if they are there. */
export const overlayIn = (answer: Answer | undefined): readonly PlaneOverlay[] =>
  answer !== undefined && "result" in answer && "curves" in answer.result ? [answer.result] : [];

/** Thin lines of one name, which the legend has once. */
export const overlayLines = (
  overlay: PlaneOverlay | undefined,
  [across, up]: readonly [string, string],
  name: string,
  colour: string,
): readonly Line[] =>
  (overlay?.curves ?? []).map((curve, k) =>
    line(
      curve[across],
      curve[up],
      colour,
      { name, legendgroup: name, showlegend: k === 0, hoverinfo: "skip" },
      { width: widths.hair },
    ),
  );

/** A plane with lines below all but its shades. */
export function overLines({ data, layout }: Figure, lines: readonly Line[]): Figure {
  const shades = data.filter(({ type }) => type === "heatmap");
  return { data: [...shades, ...lines, ...data.filter((trace) => !shades.includes(trace))], layout };
}

/** "Levels of INa: from −800 to 0 in steps of 100 µA/cm²." */
export function levelsInWords(model: Model, name: string, overlay: PlaneOverlay | undefined): string {
  if (overlay === undefined) return `The levels of ${name} are being worked out.`;
  const { levels } = overlay;
  const n = levels.length;
  if (n < 2) return `${name} is the same everywhere here.`;
  const step = valueInWords(levels[1] - levels[0], model.units[name]);
  return `Levels of ${name}: from ${numberText(levels[0])} to ${numberText(levels[n - 1])} in steps of ${step}.`;
}
