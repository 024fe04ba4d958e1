import { line, type Figure } from "../../../figure/figure.js";
import { light, widths } from "../../../figure/theme.js";
import { untilGone, type Recording } from "../runs/snapshot.js";
import { differences } from "./differences.js";
import { keptDashes } from "./time-course.js";

/** A phase plane over the paths of runs that were kept, grey, and dashed as they are in the run. */
export function overKeptPaths(
  { data, layout }: Figure,
  kept: readonly Recording[],
  present: Recording,
  [across, up]: readonly [string, string],
): Figure {
  if (kept.length === 0) return { data, layout };
  const names = differences([...kept, present]);
  const paths = kept.map((run, n) => {
    const { states } = run.model === undefined ? run : untilGone(run.model, run);
    const name = `kept: ${names[n]}`;
    return line(states[across], states[up], light.soft, { name }, { width: widths.thin, dash: keptDashes[n] });
  });
  const shades = data.filter(({ type }) => type === "heatmap");
  const { description } = layout.meta as { readonly description: string };
  const meta = { description: `${description}; behind it, kept: ${names.slice(0, -1).join("; ")}` };
  const rest = data.filter((trace) => !shades.includes(trace));
  return { data: [...shades, ...paths, ...rest], layout: { ...layout, meta } };
}
