import type { Data, ScatterData } from "plotly.js-dist";
import type { BifurcationKind, EquilibriumKind } from "../../../dynamics/system/kinds.js";
import { light, widths } from "../../theme.js";

type Symbol = NonNullable<NonNullable<ScatterData["marker"]>["symbol"]>;

interface Mark {
  readonly symbol: Symbol;
  readonly size: number;
  readonly color: string;
  readonly line: { readonly color: string; readonly width: number };
}

const mark = (symbol: Symbol, fill: string, edge: string, size: number = 11): Mark => ({
  symbol,
  size,
  color: fill,
  line: { color: edge, width: widths.line },
});

/**
 * Filled is stable, open is unstable; a dot within stands for rotation; a saddle is a diamond; squares are borderline.
 */
export const equilibriumMark: Readonly<Record<EquilibriumKind, Mark>> = {
  "stable node": mark("circle", light.blue, light.ink),
  "stable focus": mark("circle-dot", light.blue, light.ink),
  "stable degenerate node": mark("circle", light.sky, light.ink),
  "unstable node": mark("circle", light.paper, light.vermillion),
  "unstable focus": mark("circle-open-dot", light.vermillion, light.vermillion),
  "unstable degenerate node": mark("circle", light.paper, light.orange),
  saddle: mark("diamond", light.paper, light.purple, 10),
  center: mark("circle-open-dot", light.ink, light.ink),
  "saddle-node": mark("square", light.orange, light.ink, 9),
  "non-hyperbolic": mark("square", light.paper, light.ink, 9),
  "line of equilibria": mark("square", light.brown, light.ink, 9),
};

/** Mark, and the short name beside it. */
export const bifurcationMark: Readonly<Record<BifurcationKind, Mark & { readonly short: string }>> = {
  "saddle-node": { ...mark("square", light.ink, light.ink, 8), short: "SN" },
  "saddle-node on invariant circle": { ...mark("square", light.orange, light.ink, 9), short: "SNIC" },
  "supercritical Andronov-Hopf": { ...mark("diamond", light.green, light.ink, 9), short: "AH" },
  "subcritical Andronov-Hopf": { ...mark("diamond", light.vermillion, light.ink, 9), short: "AH" },
  "degenerate Andronov-Hopf": { ...mark("diamond", light.paper, light.ink, 9), short: "AH" },
  "fold of cycles": { ...mark("triangle-up", light.purple, light.ink, 9), short: "FC" },
  "saddle homoclinic": { ...mark("star", light.orange, light.ink, 9), short: "HC" },
  "period doubling": { ...mark("triangle-down", light.sky, light.ink, 9), short: "PD" },
  "Neimark-Sacker": { ...mark("hexagon", light.sky, light.ink, 9), short: "NS" },
  "branch point of cycles": { ...mark("cross", light.sky, light.ink, 9), short: "BPC" },
  transcritical: { ...mark("cross", light.brown, light.ink, 9), short: "TC" },
  pitchfork: { ...mark("triangle-left", light.brown, light.ink, 9), short: "PF" },
  "transcritical or pitchfork": { ...mark("cross", light.paper, light.ink, 9), short: "BP" },
  "line of equilibria": { ...mark("line-ns", light.brown, light.brown, 9), short: "line" },
  "threshold crossing": { ...mark("triangle-right", light.soft, light.ink, 9), short: "threshold" },
  "border collision": { ...mark("pentagon", light.soft, light.ink, 9), short: "BC" },
  grazing: { ...mark("line-ew", light.ink, light.ink, 9), short: "graze" },
  "period adding": { ...mark("x", light.sky, light.ink, 8), short: "PA" },
  cusp: { ...mark("triangle-left", light.purple, light.ink, 9), short: "cusp" },
  "Bogdanov-Takens": { ...mark("star-square", light.vermillion, light.ink, 9), short: "BT" },
  Bautin: { ...mark("star-diamond", light.green, light.ink, 9), short: "Bautin" },
  "cusp of cycles": { ...mark("triangle-left", light.green, light.ink, 9), short: "CPC" },
  "neutral saddle loop": { ...mark("star", light.paper, light.ink, 9), short: "NSL" },
  "1:1 resonance": { ...mark("hexagon", light.paper, light.ink, 9), short: "R1" },
  "1:2 resonance": { ...mark("hexagon", light.orange, light.ink, 9), short: "R2" },
  "1:3 resonance": { ...mark("hexagon", light.green, light.ink, 9), short: "R3" },
  "1:4 resonance": { ...mark("hexagon", light.purple, light.ink, 9), short: "R4" },
  "saddle-node loop": { ...mark("star", light.vermillion, light.ink, 9), short: "SNL" },
};

/**
 * Bifurcations as markers, a trace and a line of the legend for each kind.
 * @param placed where one stands
 * @param told of a place, as Plotly's template, when a reader points at it
 */
export const bifurcationMarks = <Point extends { readonly kind: BifurcationKind }>(
  points: readonly Point[],
  placed: (point: Point) => readonly [number, number],
  told: string,
): Data[] =>
  [...new Set(points.map(({ kind }) => kind))].map((kind) => {
    const places = points.filter((point) => point.kind === kind).map(placed);
    const { short: _, ...marker } = bifurcationMark[kind];
    return {
      type: "scatter",
      mode: "markers",
      name: kind,
      legendrank: 1002,
      showlegend: true,
      x: places.map(([x]) => x),
      y: places.map(([, y]) => y),
      marker,
      hovertemplate: `${kind}<br>${told}<extra></extra>`,
    };
  });
