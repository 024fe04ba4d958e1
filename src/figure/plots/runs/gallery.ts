import { extremesOf } from "../../extremes.js";
import { requireMadeOrSeveral, run as madeRun } from "../../../checks/require-made.js";
import { knownOptions, requireRecord, requireCount } from "../../../checks/require.js";
import type { Layout } from "plotly.js-dist";
import {
  axis,
  figure,
  figureOptions,
  line,
  note,
  type Figure,
  type FigureOptions,
  type Line,
  type Note,
} from "../../figure.js";
import { fonts, light, seriesColour, widths } from "../../theme.js";
import type { SpikingRecording } from "./trace.js";

/** What `plot.gallery` takes beside its data. */
export interface GalleryPlotOptions extends FigureOptions {
  /** Panels side by side. */
  readonly columns?: number;
}

const columnsByDefault = 4;
const rowHeight = 118; // px
const gap = { across: 0.03, title: 0.2, input: 0.16, below: 0.1 }; // of the width of the figure; of the height of a row

/**
 * Small multiples: many runs in one view, each panel with its first state above and its input below, without scales;
 * the length of a run stands at its lower right. Runs of one panel are told apart by name, the same names in every
 * panel.
 * @param panels by title: one run, or several by name
 */
export function gallery(
  panels: Readonly<Record<string, SpikingRecording | Readonly<Record<string, SpikingRecording>>>>,
  options: GalleryPlotOptions = {},
): Figure {
  knownOptions("plot.gallery", options, [...figureOptions, "columns"]);
  requireRecord("plot.gallery", "panels", panels, '{ "regular spiking": run }');
  for (const panel of Object.values(panels)) requireMadeOrSeveral("plot.gallery", panel, madeRun);
  const entries = Object.entries(panels).map(
    ([title, panel]) => [title, isRecording(panel) ? [["", panel] as const] : Object.entries(panel)] as const,
  );
  if (entries.length === 0) throw new RangeError("plot.gallery needs at least one run, got none");
  const columns = Math.min(
    requireCount("plot.gallery", "columns", options.columns ?? columnsByDefault),
    entries.length,
  );
  const rows = Math.ceil(entries.length / columns);
  const data: Line[] = [];
  const axes: Record<string, unknown> = {};
  const notes: Note[] = [];
  entries.forEach(([title, runs], k) => {
    const [row, column] = [Math.floor(k / columns), k % columns];
    const width = (1 - gap.across * (columns - 1)) / columns;
    const [left, top, height] = [column * (width + gap.across), 1 - row / rows, 1 / rows];
    const right = left + width;
    const level = {
      state: top - gap.title * height,
      input: top - (1 - gap.below - gap.input) * height,
      floor: top - (1 - gap.below) * height,
    };
    const [x, state, input] = [`x${k + 1}`, `y${2 * k + 1}`, `y${2 * k + 2}`].map((id) =>
      id.length === 2 && id[1] === "1" ? id[0] : id,
    );
    const [, first] = runs[0];
    const to = first.time[first.time.length - 1];
    Object.assign(axes, {
      [axisKey(x)]: axis("", { visible: false, domain: [left, right], range: [0, to], anchor: input as "y" }),
      [axisKey(state)]: axis("", {
        visible: false,
        domain: [level.input + 0.02 * height, level.state],
        anchor: x as "x",
      }),
      [axisKey(input)]: axis("", {
        visible: false,
        domain: [level.floor, level.input],
        range: inputRange(runs.map(([, run]) => run)),
        anchor: x as "x",
      }),
    });
    runs.forEach(([name, run], j) => {
      const own = {
        xaxis: x,
        yaxis: state,
        ...(name === "" ? {} : { name, legendgroup: name, showlegend: k === 0 }),
      } as Partial<Line>;
      data.push(line(run.time, Object.values(run.states)[0], seriesColour(j), own, { width: widths.thin }));
    });
    data.push(
      line(first.time, first.input, light.soft, { xaxis: x, yaxis: input, hoverinfo: "skip" }, { width: widths.thin }),
    );
    notes.push(
      note(left, top, title, { xref: "paper", yref: "paper", xanchor: "left", yanchor: "top" }),
      note(right, level.floor, `${Math.round(to)} ms`, {
        xref: "paper",
        yref: "paper",
        xanchor: "right",
        yanchor: "top",
        font: { size: fonts.small - 2, color: light.soft },
      }),
    );
  });
  const counts = entries.map(
    ([title, runs]) =>
      `${title}: ${runs.map(([name, run]) => `${name === "" ? "" : `${name} `}${run.spikes.length}`).join(", ")}`,
  );
  return figure(
    data,
    `Runs side by side, with their numbers of spikes: ${counts.join("; ")}`,
    rows * rowHeight + 36,
    {
      ...(axes as Partial<Layout>),
      annotations: notes,
      margin: { l: 10, r: 10, t: entries.some(([, runs]) => runs.length > 1) ? 34 : 12, b: 12 },
    },
    options,
  );
}

const axisKey = (id: string): string => `${id[0]}axis${id.slice(1)}`;

function isRecording(panel: SpikingRecording | Readonly<Record<string, SpikingRecording>>): panel is SpikingRecording {
  return panel.time instanceof Float64Array;
}

/** A little more than the inputs reach, and never nothing. */
function inputRange(runs: readonly SpikingRecording[]): [number, number] {
  const [low, high] = extremesOf(runs.flatMap(({ input }) => extremesOf(input)));
  const margin = 0.08 * (high - low) || 1;
  return [low - margin, high + margin];
}
