import type { Model } from "../../model/model.js";
import { vectorFieldFamily, type VectorFieldFamily } from "../system/vector-field-family.js";
import { cutsOf, equilibriumBranches, type ContinuedEquilibria } from "./equilibrium-branch.js";

const mostWidenings = 4; // each by up to thrice the window

/** The branches of equilibria of a model in some windows. */
export interface BranchesInReach {
  readonly family: VectorFieldFamily;
  readonly branches: readonly ContinuedEquilibria[];
  /** What was not searched. */
  readonly incomplete: readonly string[];
}

/**
 * All branches of equilibria over a range of a parameter, in windows that grow, where they are guesses, to what the
 * branches reach. The window of a state in which a branch runs away stays as it was.
 */
export function branchesInReach(
  model: Model,
  guessed: readonly string[],
  parameter: string,
  range: readonly [number, number],
): BranchesInReach {
  const first = branchesIn(model, parameter, range);
  let tried = first;
  for (let k = 0; k < mostWidenings; k++) {
    const cut = cutStates(tried, guessed, range);
    if (cut.length === 0) return tried;
    tried = branchesIn(widened(tried, cut), parameter, range, tried);
  }
  const endless = cutStates(tried, guessed, range);
  if (endless.length === 0) return tried;
  const before = Object.fromEntries(endless.map((name) => [name, model.ranges[name]]));
  return branchesIn(model.inRanges({ ...tried.family.model.ranges, ...before }), parameter, range, first);
}

/** @param from branches in other windows: they are followed anew, and no others are looked for */
function branchesIn(
  model: Model,
  parameter: string,
  range: readonly [number, number],
  from?: BranchesInReach,
): BranchesInReach {
  const family = vectorFieldFamily(model, [parameter], [range]);
  const known = from?.branches.map(({ points }) =>
    points[Math.floor(points.length / 2)].z.map((v, i) => (v * from.family.scale[i]) / family.scale[i]),
  );
  const incomplete = [...(from?.incomplete ?? [])];
  return { family, branches: equilibriumBranches(family, range, incomplete, known), incomplete };
}

/** The states in a guessed window that a branch leaves. */
const cutStates = (
  { family, branches }: BranchesInReach,
  guessed: readonly string[],
  range: readonly [number, number],
): string[] => [...new Set(cutsOf(family, branches, range).map(({ name }) => name))].filter((n) => guessed.includes(n));

/** The model with the windows of some states as wide as the branches go. */
function widened({ family, branches }: BranchesInReach, names: readonly string[]): Model {
  const { model, scale } = family;
  const ranges = { ...model.ranges };
  for (const name of names) {
    const i = model.stateNames.indexOf(name);
    let [low, high] = ranges[name];
    for (const { z } of branches.flatMap(({ points }) => points)) {
      low = Math.min(low, z[i] * scale[i]);
      high = Math.max(high, z[i] * scale[i]);
    }
    ranges[name] = [low, high];
  }
  return model.inRanges(ranges);
}
