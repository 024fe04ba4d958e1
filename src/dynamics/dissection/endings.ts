import type { BifurcationDiagram, BifurcationPoint } from "../system/diagram.js";
import type { BifurcationKind } from "../system/kinds.js";
import type { SlowFlow } from "./slow-flow.js";

/** Izhikevich's (2000) short words for what ends rest or spiking. */
export const endings = ["fold", "circle", "Hopf", "subHopf", "homoclinic", "fold cycle"] as const;
/** One of `endings`. */
export type Ending = (typeof endings)[number];

/** Where a stable branch of the fast subsystem ends, as the slow state is carried along it. */
export interface BranchEnding {
  readonly ending: Ending;
  /** The bifurcation of the fast subsystem. */
  readonly point: BifurcationPoint;
}

const endsRest: Partial<Record<BifurcationKind, Ending>> = {
  "saddle-node": "fold",
  "saddle-node on invariant circle": "circle",
  "supercritical Andronov-Hopf": "Hopf",
  "subcritical Andronov-Hopf": "subHopf",
};
const endsSpiking: Partial<Record<BifurcationKind, Ending>> = {
  "saddle homoclinic": "homoclinic",
  "saddle-node on invariant circle": "circle",
  "fold of cycles": "fold cycle",
  "supercritical Andronov-Hopf": "Hopf",
};

/** What bursters are called beside their type, as Rinzel (1987) and Izhikevich (2000) have it. */
export const bursterNames: Readonly<Record<string, string>> = {
  "fold/homoclinic": "square-wave",
  "fold/circle": "triangular",
  "circle/circle": "parabolic",
  "subHopf/fold cycle": "elliptic",
  "fold/Hopf": "tapered",
};

const near = 1e-4; // of the range: a cycle of infinite period is left that far from its bifurcation

/**
 * What ends a stable piece of a branch in the direction in which the slow state moves; in words why not, where nothing
 * that is named stands there.
 */
export function endingOf(
  { points, range, parameter }: BifurcationDiagram,
  what: "rest" | "spiking",
  { slow }: SlowFlow,
  direction: number,
): BranchEnding | string {
  const edges = [slow[0], slow[slow.length - 1]];
  const at = direction > 0 ? Math.max(...edges) : Math.min(...edges);
  const width = near * (range[1] - range[0]);
  const kinds = what === "rest" ? endsRest : endsSpiking;
  const close = points.filter((point) => Math.abs(point.parameter - at) < width);
  for (const point of close.filter(({ status }) => status !== "suspected")) {
    const ending = kinds[point.kind];
    if (ending !== undefined) return { ending, point };
  }
  if (range.some((border) => Math.abs(border - at) < width))
    return `${what} does not end within the range of ${parameter}`;
  const told = close.map(({ kind, status }) => `${kind}, ${status}`).join("; ");
  return (
    `${what} ends at ${parameter} = ${at.toPrecision(5)}, ` +
    (told === "" ? "where no bifurcation was found" : `which is no ending that has a name (${told})`)
  );
}
