import { classify, type EquilibriumKind } from "../../dynamics/system/kinds.js";
import { axis, type Figure, figure, line, note } from "../../figure/figure.js";
import { equilibriumMark } from "../../figure/plots/dynamics/kinds.js";
import { phasePlane } from "../../figure/plots/dynamics/phase-plane.js";
import { trace } from "../../figure/plots/runs/trace.js";
import { light, widths } from "../../figure/theme.js";
import type { Model } from "../../model/model.js";
import { linearPlane } from "../../models/linear-plane.js";
import { simulate } from "../../solve/simulate.js";
import type { Trajectory } from "../../solve/trajectory.js";
import { withArticle } from "../../text/article.js";
import { numberText } from "../../text/number.js";
import { untilGone } from "../explorer/runs/snapshot.js";
import { capital, type Preparation, type Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

const [traces, determinants] = [
  [-4, 4],
  [-3, 5],
] as const;
const starts = [
  [2.4, 1],
  [1, 2.4],
  [-1, 2.4],
  [-2.4, 1],
  [-2.4, -1],
  [-1, -2.4],
  [1, -2.4],
  [2.4, -1],
] as const;
/** ms. */
const duration = 8;
/** px. */
const height = 360;

/**
 * The five equilibria of a linear system by the trace and the determinant of its matrix: Strogatz (1994), Fig. 5.2.8.
 */
export const scene: Scene<null> = {
  name: "traceDeterminantPlane",
  controls: () => [
    { name: "trace", symbol: "\\text{trace }T", unit: "1/ms", range: traces, initial: -0.8 },
    { name: "determinant", symbol: "\\text{determinant }\\Delta", unit: "1/ms^2", range: determinants, initial: 3 },
  ],
  draw({ trace: tau, determinant: delta }, [plane]) {
    const model = plane.with(matrixOf(tau, delta));
    const discriminant = (tau * tau) / 4 - delta;
    const root = Math.sqrt(Math.abs(discriminant));
    const values =
      discriminant >= 0
        ? [
            { re: tau / 2 + root, im: 0 },
            { re: tau / 2 - root, im: 0 },
          ]
        : [
            { re: tau / 2, im: root },
            { re: tau / 2, im: -root },
          ];
    const label = classify(values, Math.max(1, ...values.map(({ re, im }) => Math.hypot(re, im))));
    // in a linear system what has an eigenvalue of 0 has a whole line of equilibria along its eigenvector
    const kind = delta === 0 ? "line of equilibria" : label;
    const runs = starts.map(([x, y]) => simulate(model, { duration, initial: { x, y } }));
    const told =
      discriminant > 0
        ? `${numberText(values[0].re)} and ${numberText(values[1].re)}`
        : discriminant === 0
          ? `${numberText(tau / 2)}, twice`
          : `${numberText(tau / 2)} ± ${numberText(root)}i`;
    const long = simulate(model, { duration: 2 * duration });
    const one = simulate(model, { duration: lastSeen(plane, long) });
    const { states: path } = untilGone(model, long);
    const portrait = phasePlane(
      { model, equilibria: [{ state: { x: 0, y: 0 }, kind }], trajectories: runs.map((run) => untilGone(model, run)) },
      { height },
    );
    const followed = line(
      path["x"],
      path["y"],
      light.blue,
      { name: "the one shown over time", showlegend: true },
      { width: widths.bold },
    );
    return {
      figures: [
        map(tau, delta, kind),
        { ...portrait, data: [...portrait.data, followed] },
        trace(one, { panels: [["x", "y"]], window: { x: plane.ranges["x"] }, height }),
      ],
      words: `${capital(kind)}: eigenvalues ${told} per ms. ${meaning(kind, tau, root)}`,
    };
  },
  pick: (index, { x, y }) => (index === 0 ? { trace: x, determinant: y } : undefined),
};

/** ms: when a run leaves the plane's window for good, or its end. What grows beyond would fill its panel with walls. */
function lastSeen({ ranges }: Model, { time, states }: Trajectory): number {
  const isSeen = (at: number): boolean =>
    Object.entries(states).every(([name, values]) => {
      const [low, high] = ranges[name];
      return low <= values[at] && values[at] <= high;
    });
  let last = time.length - 1;
  while (last > 1 && !isSeen(last)) last--;
  return time[last];
}

/** A linear plane, whose matrix the sliders set. */
export const prepare = (): Preparation<null> => ({ models: [linearPlane], data: null });

/**
 * The plane of trace and determinant to move in: the five equilibria of a linear system, with trajectories and x(t),
 * y(t).
 */
export function traceDeterminantPlane(): void {
  showScene(scene, prepare());
}

/** What the eigenvalues mean for what is seen. */
function meaning(kind: EquilibriumKind, tau: number, root: number): string {
  const turn = `Trajectories go round once in ${numberText((2 * Math.PI) / root)} ms`;
  switch (kind) {
    case "stable focus":
      return `${turn} and come closer by a factor e in ${numberText(-2 / tau)} ms.`;
    case "unstable focus":
      return `${turn} and move away by a factor e in ${numberText(2 / tau)} ms.`;
    case "center":
      return `${turn} and neither come closer nor move away: the border between the two foci.`;
    case "saddle":
      return (
        "One is positive: all trajectories leave in the end, " +
        "except the two that come in along the other eigenvector."
      );
    case "stable node":
      return (
        "Both are negative: trajectories come back without turning, " +
        "the fast direction first, along the slow one at last."
      );
    case "unstable node":
      return "Both are positive: trajectories leave without turning.";
    case "line of equilibria":
      return "One is 0: along its eigenvector every point is at rest.";
    default:
      return "This is a border between kinds: a small change of the matrix decides.";
  }
}

/** Matrices along which eigenvectors stay where they are and a focus turns in circles. */
function matrixOf(tau: number, delta: number): Record<"a" | "b" | "c" | "d", number> {
  const square = (tau * tau) / 4 - delta;
  const s = Math.sqrt(Math.abs(square));
  return { a: tau / 2, d: tau / 2, b: square >= 0 ? s : -s, c: s };
}

function map(tau: number, delta: number, kind: keyof typeof equilibriumMark): Figure {
  const t = Float64Array.from({ length: 81 }, (_, k) => traces[0] + ((traces[1] - traces[0]) * k) / 80);
  const ends = Float64Array.of(...traces);
  const names: readonly (readonly [number, number, string])[] = [
    [-3, 0.75, "stable<br>node"],
    [3, 0.75, "unstable<br>node"],
    [-1.1, 3.6, "stable<br>focus"],
    [1.1, 3.6, "unstable<br>focus"],
    [0, -1.6, "saddle"],
  ];
  return figure(
    [
      line(
        t,
        t.map((value) => (value * value) / 4),
        light.soft,
        { hoverinfo: "skip" },
      ),
      line(ends, new Float64Array(2), light.soft, { hoverinfo: "skip" }),
      line(
        new Float64Array(2),
        Float64Array.of(0, determinants[1]),
        light.soft,
        { hoverinfo: "skip" },
        { dash: "dash" },
      ),
      {
        type: "scatter",
        mode: "markers",
        x: [tau],
        y: [delta],
        marker: { ...equilibriumMark[kind], size: 15 },
        showlegend: false,
        name: kind,
      },
    ],
    `The plane of trace and determinant; the point, ${withArticle(kind)}, is at ` +
      `${numberText(tau)}, ${numberText(delta)}`,
    height,
    {
      xaxis: axis("trace T (1/ms)", { range: [...traces] }),
      yaxis: axis("determinant Δ (1/ms²)", { range: [...determinants] }),
      annotations: names.map(([x, y, text]) => note(x, y, text, { font: { size: 12, color: light.soft } })),
    },
  );
}
