import { requireMadeOrSeveral, run as madeRun } from "../../../checks/require-made.js";
import { knownOptions, requireInterval, requireRecord } from "../../../checks/require.js";
import type { Layout } from "plotly.js-dist";
import {
  axis,
  figure,
  figureOptions,
  legendAt,
  line,
  type Figure,
  type FigureOptions,
  type Line,
} from "../../figure.js";
import type { DefinedIn, ModelNames, Offered } from "../../../model/model.js";
import type { Trajectory } from "../../../solve/trajectory.js";
import { axisTitle, symbolText, type Named } from "../../label.js";
import { textWidth } from "../../svg/svg-text.js";
import { quantityColour } from "../../quantity-colours.js";
import { fonts, light, seriesColour, widths } from "../../theme.js";

/** What a voltage trace is drawn from: the part of a Trajectory that is read here. Times in ms. */
export interface Recording {
  readonly time: Float64Array;
  readonly states: Readonly<Record<string, Float64Array>>;
  readonly input: Float64Array;
  /** Without them none is marked, and none counted in words. */
  readonly spikes?: Float64Array | undefined;
  readonly model?:
    | (Named & { readonly name?: string; readonly input?: string | undefined; readonly stateNames?: readonly string[] })
    | undefined;
  quantity(name: string): Float64Array;
}

/** One whose spikes are known, ms. */
export type SpikingRecording = Recording & { readonly spikes: Float64Array };

/** One run, several of the same kind, or several with names. */
export type Recordings = Recording | readonly Recording[] | Readonly<Record<string, Recording>>;

/** What `plot.trace` takes beside its data. */
export interface TracePlotOptions<S extends string = string> extends FigureOptions {
  /**
   * What to draw, from top to bottom; a list shares one panel: `["V", ["m", "h", "n"], "input"]`.
   * A name is a state, a quantity of the model, or `"input"`. Default: the first state, and the input if it varies.
   */
  readonly panels?: readonly (Offered<S> | readonly Offered<S>[])[];
  /**
   * Colours, by the names of several runs or, for one run, of what is drawn. Default: of one run those of
   * `quantityColour`, of several the series' in their order.
   */
  readonly colours?: Readonly<Record<string, string>>;
  /** What is seen of a panel, by its first name; default: all that there is. */
  readonly window?: Readonly<Record<string, readonly [number, number]>>;
}

/**
 * States against time, one panel below the other, with the spikes marked as ticks above the first.
 * @throws RangeError if a panel names something that the run does not have.
 */
export function trace<N extends ModelNames = ModelNames>(
  runs: Trajectory<N> | readonly Trajectory<N>[] | Readonly<Record<string, Trajectory<N>>> | Recordings,
  options: TracePlotOptions<DefinedIn<N> | "input"> = {},
): Figure {
  knownOptions("plot.trace", options, [...figureOptions, "panels", "colours", "window"]);
  requireMadeOrSeveral("plot.trace", runs, madeRun);
  const { window = {} } = options;
  for (const [name, seen] of Object.entries(requireRecord("plot.trace", "window", window, "{ V: [-80, 40] }")))
    requireInterval("plot.trace", `the window of '${name}'`, seen);
  const named = byName(runs);
  const first = named[0]?.[1];
  if (first === undefined) throw new RangeError("plot.trace needs at least one run, got an empty list");
  const panels = (options.panels ?? defaultPanels(named.map(([, run]) => run))).map((panel) =>
    typeof panel === "string" ? [panel] : panel,
  );
  const overlaid = named.length > 1;
  // The input is then a command, not a current.
  const clamped = first.model?.input !== undefined && first.model.units?.[first.model.input] === "mV";
  const tops = stack(panels.map((_, k) => (k === 0 ? 2.4 : 1)));

  const data: Line[] = [];
  const axes: Partial<Layout> = {};
  panels.forEach((names, k) => {
    const id = k === 0 ? "y" : (`y${k + 1}` as const);
    const values = named.flatMap(([, run]) => names.map((name) => column(run, name)));
    const gates =
      names.every((name) => first.model?.units?.[name] === "1") &&
      values.every((y) => y.every((v) => v >= 0 && v <= 1));
    axes[`yaxis${k === 0 ? "" : k + 1}` as "yaxis"] = axis(panelTitle(names, first, k > 0), {
      domain: [...tops[k]],
      ...(gates ? { range: [-0.04, 1.04] } : {}),
      ...(options.window?.[names[0]] === undefined ? {} : { range: [...options.window[names[0]]] }),
      ...(k > 0 ? { nticks: (options.height ?? Infinity) < 280 ? 3 : 4 } : {}),
    });
    if (names.length > 1 && !overlaid) axes[`legend${k === 0 ? "" : k + 1}` as "legend"] = legendAt(tops[k][1]);
    named.forEach(([label, run], j) =>
      names.forEach((name, i) => {
        const colour =
          options.colours?.[overlaid ? label : name] ??
          (overlaid
            ? seriesColour(j)
            : (quantityColour(name, first.model) ?? seriesColour(names.length > 1 ? i + 1 : 0)));
        data.push(
          line(
            run.time,
            column(run, name),
            colour,
            {
              yaxis: id,
              name: overlaid ? label : symbolText(known(name, first), first.model?.symbols),
              showlegend: overlaid ? k === 0 && i === 0 : names.length > 1,
              ...(overlaid ? { legendgroup: label } : names.length > 1 && k > 0 ? { legend: `legend${k + 1}` } : {}),
              ...(name === "input" && !overlaid && !clamped ? { fill: "tozeroy", fillcolor: light.orangeWash } : {}),
            },
            { dash: overlaid ? dashes[i % dashes.length] : "solid", width: widths.line },
          ),
        );
      }),
    );
    if (k === 0)
      data.push(
        ...named.flatMap(([label, run], j) =>
          spikeTicks(
            run,
            names[0],
            options.window?.[names[0]],
            values,
            overlaid ? (options.colours?.[label] ?? seriesColour(j)) : light.ink,
            label,
            j,
          ),
        ),
      );
  });

  const [from, to] = [
    Math.min(...named.map(([, run]) => run.time[0] ?? 0)),
    Math.max(...named.map(([, run]) => run.time.at(-1) ?? 0)),
  ];
  return figure(
    data,
    describe(named, panels, from, to),
    250 + 104 * (panels.length - 1),
    {
      ...axes,
      xaxis: axis("time (ms)", {
        range: [from, to],
        anchor: panels.length === 1 ? "y" : (`y${panels.length}` as "y2"),
      }),
    },
    options,
  );
}

const dashes = ["solid", "dash", "dot", "dashdot"] as const;

function byName(runs: Recordings): (readonly [string, Recording])[] {
  if (Array.isArray(runs)) return (runs as readonly Recording[]).map((run, k) => [`run ${k + 1}`, run] as const);
  if ("time" in runs && runs.time instanceof Float64Array) {
    const run = runs as Recording;
    return [[run.model?.name ?? "run", run]];
  }
  return Object.entries(runs as Readonly<Record<string, Recording>>);
}

function defaultPanels(runs: readonly Recording[]): readonly string[] {
  const varies = runs.some(({ input }) => input.some((value) => value !== input[0]));
  return [Object.keys(runs[0].states)[0], ...(varies ? ["input"] : [])];
}

function column(run: Recording, name: string): Float64Array {
  if (name === "input") return run.input;
  const state = run.states[name];
  if (state !== undefined) return state;
  return run.quantity(name);
}

/** The input is known by the parameter to which it is added. */
const known = (name: string, run: Recording): string => (name === "input" ? (run.model?.input ?? name) : name);

function panelTitle(names: readonly string[], run: Recording, low: boolean): string {
  const titles = names.map((name) => axisTitle(known(name, run), run.model));
  const units = new Set(titles.map((title) => / \(.*\)$/.exec(title)?.[0] ?? ""));
  if (units.size > 1) return titles.join(", ");
  const unit = [...units][0];
  const list = titles.map((title) => title.slice(0, title.length - unit.length)).join(", ");
  return low && textWidth(list + unit, fonts.text) > 90 ? `${list}<br>${unit.trim()}` : list + unit;
}

/** Fractions of the height for panels of the given weights, from the top down, with a gap between. */
function stack(weights: readonly number[]): (readonly [number, number])[] {
  const gap = 0.06;
  const free = 1 - gap * (weights.length - 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let top = 1;
  return weights.map((weight) => {
    const bottom = top - (free * weight) / total;
    const panel = [Math.max(0, bottom), top] as const;
    top = bottom - gap;
    return panel;
  });
}

function spikeTicks(
  run: Recording,
  name: string,
  window: readonly [number, number] | undefined,
  values: readonly Float64Array[],
  colour: string,
  label: string,
  row: number,
): Line[] {
  const { spikes = [] } = run;
  if (spikes.length === 0) return [];
  const [lo, hi] = window ?? extent(values);
  const height = hi + (hi - lo || 1) * (window === undefined ? 0.07 + 0.05 * row : -0.05 - 0.06 * row);
  return [
    {
      type: "scatter",
      mode: "markers",
      name: "spikes",
      legendgroup: label,
      showlegend: false,
      x: spikes,
      y: new Float64Array(spikes.length).fill(height),
      marker: { symbol: "line-ns-open", size: 8, color: colour, line: { width: 1.5, color: colour } },
      hovertemplate: `spike of ${name} at %{x} ms<extra></extra>`,
    },
  ];
}

function extent(columns: readonly Float64Array[]): readonly [number, number] {
  let [lo, hi] = [Infinity, -Infinity];
  for (const values of columns) for (const value of values) [lo, hi] = [Math.min(lo, value), Math.max(hi, value)];
  return [lo, hi];
}

function describe(
  named: readonly (readonly [string, Recording])[],
  panels: readonly (readonly string[])[],
  from: number,
  to: number,
): string {
  const names = panels.flat().map((name) => (name === "input" ? "the input" : name));
  const counts = named.flatMap(([label, { spikes }]) => {
    const head = named.length > 1 ? `${label}: ` : "";
    return spikes ? [`${head}${spikes.length} ${spikes.length === 1 ? "spike" : "spikes"}`] : [];
  });
  return [`${names.join(", ")} against time from ${from} to ${to} ms`, ...counts].join("; ");
}
