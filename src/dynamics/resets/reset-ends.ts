import { equilibriaNear } from "../equilibria/equilibria.js";
import type { EquilibriumEvent } from "../equilibria/equilibrium-branch.js";
import type { BranchEnd } from "../system/diagram.js";
import { modelAt, type VectorFieldFamily } from "../system/vector-field-family.js";
import type { Fly } from "./flight.js";
import { grown, type ResetBranch, type ResetPoint } from "./reset-branch.js";
import { pathOf, type ResetPath } from "./reset-path.js";
import type { SpikeRule } from "./spike-rule.js";

const atEvent = 1e-3; // of the range: so near a saddle-node or a threshold crossing a branch of long periods ends in it
const atSaddle = 0.03; // widths of the ranges: how near a branch of long periods comes to the saddle in which it ends
const onSaddle = 0.01; // how near one that was left for its work does
const slow = 0.02; // of the fastest crossing of the threshold on the branch
const touching = 2e-3; // widths of the ranges below the threshold

/** Where a branch of cycles through resets begins or ends, and why. */
export function describedResetEnd(
  family: VectorFieldFamily,
  { rule, fly }: { readonly rule: SpikeRule; readonly fly: Fly },
  { points, ends }: ResetBranch,
  side: "first" | "last",
  events: readonly EquilibriumEvent[],
): BranchEnd {
  const { n, scale } = family;
  const last = points[side === "first" ? 0 : points.length - 1];
  const cause = ends[side === "first" ? 0 : 1];
  const parameter = last.z[n] * scale[n];
  if (cause === "outside") return { kind: "limit of the range", parameter };
  if (cause === "closed") return { kind: "closed", parameter };
  const shortest = Math.min(...points.map(({ cycle }) => cycle.period));
  if (last.cycle.period > grown * shortest) {
    const distance = nearestSaddle(family, pathOf(fly, last.cycle), last.z[n]);
    if (distance < (cause === "long period" ? atSaddle : onSaddle)) {
      const reason = `the cycle comes within ${distance.toPrecision(2)} widths of the ranges of a saddle`;
      return { kind: "saddle homoclinic", parameter, reason };
    }
    const met = events.find(
      ({ test, point: { z } }) => (test === "fold" || test === "threshold") && Math.abs(z[n] - last.z[n]) < atEvent,
    );
    if (met?.test === "threshold") return { kind: "threshold crossing", parameter };
    if (met && distance === Infinity) return { kind: "saddle-node on invariant circle", parameter };
    return cause === "long period"
      ? { kind: "long period", parameter }
      : { kind: "not continued", parameter, reason: `${cause}, at a period of ${last.cycle.period.toPrecision(4)}` };
  }
  if (slowest(last) < slow * Math.max(...points.map(slowest)))
    return { kind: "grazing", parameter, reason: "a spike is lost: the cycle no more than touches the threshold" };
  if (highestHump(family, rule, pathOf(fly, last.cycle), last.z[n]) > -touching)
    return { kind: "grazing", parameter, reason: "a spike is added: the cycle touches the threshold between spikes" };
  const steep = "the map from spike to spike is so steep there that the cycle can not be followed";
  return { kind: "not continued", parameter, reason: cause === "too steep" ? steep : cause };
}

const slowest = ({ cycle }: ResetPoint): number => Math.min(...cycle.flights.map(({ speed }) => speed));

function nearestSaddle(family: VectorFieldFamily, { states }: ResetPath, at: number): number {
  const { model, n, scale } = family;
  const there = modelAt(family, Float64Array.of(...new Float64Array(n), at));
  const saddles = equilibriaNear(there).filter(({ kind }) => kind === "saddle");
  return Math.min(
    ...saddles.map(({ state }) => {
      const place = model.stateNames.map((name, i) => state[name] / scale[i]);
      return states.reduce((least, y) => Math.min(least, Math.hypot(...y.map((v, i) => v - place[i]))), Infinity);
    }),
  );
}

/** Over the steepness of the threshold: how close to it the cycle comes where it turns back below it. */
function highestHump(family: VectorFieldFamily, rule: SpikeRule, { states, time }: ResetPath, at: number): number {
  const distances = states.map((y) => {
    const z = Float64Array.of(...y, at);
    return rule.threshold(z) / Math.hypot(...rule.gradient(z).subarray(0, family.n));
  });
  return distances.reduce((most, v, k) => {
    const within = k > 0 && time[k - 1] < time[k] && time[k] < time[k + 1]; // no reset on either side
    return within && v > most && v >= distances[k - 1] && v > distances[k + 1] ? v : most;
  }, -Infinity);
}
