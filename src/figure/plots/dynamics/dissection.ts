import { requireMade, type Made } from "../../../checks/require-made.js";
import type { Data } from "plotly.js-dist";
import { knownOptions, requireChoice } from "../../../checks/require.js";
import type { Dissection } from "../../../dynamics/dissection/dissect.js";
import { withArticle } from "../../../text/article.js";
import { figureOptions, line, type Figure } from "../../figure.js";
import { light, widths } from "../../theme.js";
import { bifurcationDiagram, type BifurcationDiagramPlotOptions } from "./bifurcation-diagram.js";

const arrows = 4; // on each stable piece
const shownBursts = 2;
const shownOfRun = 0.1; // of a run that does not burst

const dissections: Made = { what: "a dissection", parts: ["fast", "run", "slow"], by: "dissect(…)" };

/**
 * A dissection: the diagram of the fast subsystem along the slow state, and the run of the whole model over it.
 * Triangles on the stable branches say which way the slow state moves there: to the right where it rises (for cycles on
 * average), to the left where it falls. Of a run that bursts the last two bursts are drawn.
 */
export function dissection(result: Dissection, options: BifurcationDiagramPlotOptions = {}): Figure {
  knownOptions("plot.dissection", options, [...figureOptions, "state"]);
  requireMade("plot.dissection", result, dissections);
  const { fast, run, slow, burst } = result;
  const diagram = bifurcationDiagram(fast, options);
  const state = options.state ?? Object.keys(run.states).find((name) => name !== slow) ?? slow;
  requireChoice("plot.dissection", "state", state, Object.keys(run.states));
  const end = run.time[run.time.length - 1];
  const from = end - (burst === undefined ? shownOfRun * end : shownBursts * burst.period);
  const first = run.time.findIndex((t) => t >= from);
  const orbit = line(
    run.states[slow].slice(first),
    run.states[state].slice(first),
    light.ink,
    { name: "run of the whole model", showlegend: true, legendrank: 1003, opacity: 0.7 },
    { width: widths.thin },
  );
  const under = (diagram.layout.meta as { readonly description: string }).description;
  const description = `${under}. Over it the run of the whole model, which ${saidOf(result)}`;
  return {
    data: [...diagram.data, orbit, ...directions(result, state)],
    layout: { ...diagram.layout, meta: { description } },
  };
}

/** In words, what the run does. */
function saidOf({ behaviour, burst }: Dissection): string {
  if (behaviour === "undecided") return "neither rests nor spikes evenly nor bursts clearly";
  if (burst === undefined) return behaviour;
  const type = burst.type === undefined ? "of no type that could be named" : burst.type;
  const name = burst.name === undefined ? "" : `, ${withArticle(burst.name)} burster`;
  return `bursts every ${Number(burst.period.toPrecision(3))} ms: ${type}${name}`;
}

/** Triangles on the stable branches, to the right where the slow state rises. */
function directions({ fast, flow, slow }: Dissection, state: string): Data[] {
  const equilibria = fast.branches
    .flatMap(({ segments }) => segments)
    .map(({ states }, k) => ({ piece: flow.equilibria[k], values: states[state] }));
  const maxima = fast.cycles.flatMap(({ segments }) => segments).filter(({ stable }) => stable);
  const cycles = flow.cycles
    .filter(({ stable }) => stable)
    .map((piece) => ({ piece, values: piece.slow.map((at) => valueAt(maxima, at, state)) }));
  const places = [...equilibria, ...cycles].flatMap(({ piece, values }) =>
    piece.stable ? evenly(piece.slow).map((k) => ({ x: piece.slow[k], y: values[k], rate: piece.rate[k] })) : [],
  );
  return ([1, -1] as const).flatMap((sign): Data[] => {
    const drawn = places.filter(({ rate, y }) => rate * sign > 0 && Number.isFinite(y));
    if (drawn.length === 0) return [];
    return [
      {
        type: "scatter",
        mode: "markers",
        name: sign > 0 ? `${slow} rises` : `${slow} falls`,
        legendrank: 1004,
        showlegend: true,
        x: Float64Array.from(drawn, ({ x }) => x),
        y: Float64Array.from(drawn, ({ y }) => y),
        marker: {
          symbol: sign > 0 ? "triangle-right" : "triangle-left",
          size: 11,
          color: light.orange,
          line: { color: light.ink, width: widths.thin },
        },
      },
    ];
  });
}

/** Indices of points of a piece that lie about evenly between its ends, without these. */
function evenly(slow: Float64Array): number[] {
  const [a, b] = [slow[0], slow[slow.length - 1]];
  const found = Array.from({ length: arrows }, (_, j) => {
    const at = a + ((b - a) * (j + 0.5)) / arrows;
    return slow.reduce((best, value, k) => (Math.abs(value - at) < Math.abs(slow[best] - at) ? k : best), 0);
  });
  return [...new Set(found)];
}

/** The maximum of a state over the stable cycle at a value of the slow state, NaN if there is none. */
function valueAt(segments: Dissection["fast"]["cycles"][number]["segments"], at: number, state: string): number {
  for (const { parameter, maximum } of segments)
    for (let k = 1; k < parameter.length; k++) {
      const [a, b] = [parameter[k - 1], parameter[k]];
      if (a === b || (at - a) * (at - b) > 0) continue;
      return maximum[state][k - 1] + ((at - a) / (b - a)) * (maximum[state][k] - maximum[state][k - 1]);
    }
  return NaN;
}
