import { requireModel } from "../../checks/require-model.js";
import { exp } from "../../numerics/elementary.js";
import type { Model } from "../../model/model.js";
import { flights } from "../resets/flight.js";
import type { ResetCycle } from "../resets/reset-cycle.js";
import { extremesOf, pathOf } from "../resets/reset-path.js";
import { resetCyclesAt } from "../resets/reset-search.js";
import { spikeRule } from "../resets/spike-rule.js";
import type { Complex } from "../../numerics/complex.js";
import type { Status } from "../system/kinds.js";
import { inReach } from "../system/reach.js";
import { found, type Found } from "../system/found.js";
import { windowOf, type Window } from "../system/window.js";
import { inputFamily, type VectorFieldFamily } from "../system/vector-field-family.js";
import type { CyclePoint } from "./cycle-point.js";
import { cyclesAt } from "./cycles-at.js";
import { simulatedPoint } from "./cycle-search.js";
import { orbitAt } from "./orbit/orbit-polynomial.js";

/** A closed orbit, at the present parameters of the model. */
export interface LimitCycle {
  /** All Floquet multipliers but the trivial one lie inside the unit circle. */
  readonly stable: boolean;
  /** ms. */
  readonly period: number;
  /** Without the trivial one; the largest modulus first. */
  readonly multipliers: readonly Complex[];
  /** |trivial multiplier − 1|: 0 for an exact orbit, and for a cycle through resets, which has no trivial one. */
  readonly trivialError: number;
  /**
   * One period, the first point repeated at the end; `time` in ms. It begins at the maximum of the first state, a cycle
   * through resets just after a spike; each reset stands there twice, with the states before and after it.
   */
  readonly time: Float64Array;
  readonly states: Readonly<Record<string, Float64Array>>;
  readonly minimum: Readonly<Record<string, number>>;
  readonly maximum: Readonly<Record<string, number>>;
  /**
   * Largest defect of the collocation equations over a period, or difference between the ends of one through resets, in
   * widths of the ranges.
   */
  readonly residual: number;
  /** Of a model with a reset: whether the cycle is a smooth one, which stays below the threshold and never spikes. */
  readonly belowThreshold: boolean;
  /** "suspected": a trajectory that goes round and round, of which one turn is given; no solution was found near it. */
  readonly status: Status;
}

const points = 400;

/**
 * The limit cycles of a model, stable and unstable, by ascending size, each solved by collocation; of a model with
 * a reset those that stay below the threshold, and those that go through the reset, each a fixed point of the map from
 * spike to spike: the stable ones of up to 24 spikes in a period, and those of one spike whether stable or not.
 *
 * In the plane they are found by simulation forward and backward in time, from the equilibria outward and from either
 * side of each cycle. In more dimensions stable ones are found by simulation, the others on the branches that
 * continuation in the input parameter gives (`bifurcations` over its slider range): an unstable cycle that is connected
 * to neither is not found.
 *
 * What was left out, as a branch that ended with the work it was given, is in the list's `incomplete`.
 *
 * @param window only cycles that lie within it; states that it does not name are not confined
 * @throws RangeError for a window of an unknown state, or one that does not increase
 */
export function limitCycles(model: Model, window: Window = {}): Found<LimitCycle> {
  requireModel("limitCycles", model);
  const incomplete: string[] = [];
  const box = windowOf("limitCycles", model, window);
  const confined = Object.keys(window);
  const all = [...(model.spiking.reset ? throughResets(model, incomplete) : []), ...smoothCycles(model, incomplete)];
  const within = all
    .filter(({ minimum, maximum }) =>
      model.stateNames.every(
        (name, i) => !confined.includes(name) || (minimum[name] >= box[i][0] && maximum[name] <= box[i][1]),
      ),
    )
    .sort((a, b) => size(model, a) - size(model, b));
  return found(within, incomplete);
}

function smoothCycles(model: Model, incomplete: string[]): LimitCycle[] {
  if (model.stateNames.length < 2) return [];
  const { family, at } = inputFamily(inReach(model).model);
  const { cycles, suspected, incomplete: left } = cyclesAt(family, at);
  incomplete.push(...left);
  return [
    ...cycles.map((point) => describeCycle(family, point, "refined")),
    ...suspected.map((orbit) => describeCycle(family, simulatedPoint(family, orbit), "suspected")),
  ];
}

function throughResets(model: Model, incomplete: string[]): LimitCycle[] {
  const { family, at } = inputFamily(model);
  const rule = spikeRule(family),
    fly = flights(family, rule);
  const { scale } = family;
  const { cycles, irregular } = resetCyclesAt(family, rule, fly, at);
  if (irregular)
    incomplete.push("spikes come in no order that repeats itself within 24 of them: chaos, or bursts of more");
  return cycles.map((cycle: ResetCycle): LimitCycle => {
    const { period, multipliers, unstable, residual } = cycle;
    const { time, states } = pathOf(fly, cycle);
    const { minimum, maximum } = extremesOf(fly, cycle);
    return {
      ...{
        stable: unstable === 0,
        period,
        multipliers,
        trivialError: 0,
        residual,
        status: "refined",
        belowThreshold: false,
      },
      time: Float64Array.from(time),
      states: Object.fromEntries(
        model.stateNames.map((name, i) => [name, Float64Array.from(states, (y) => y[i] * scale[i])]),
      ),
      minimum: inUnits(family, minimum),
      maximum: inUnits(family, maximum),
    };
  });
}

/** States of a family, by name, in the units of its model. */
const inUnits = ({ model, scale }: VectorFieldFamily, values: Float64Array): Record<string, number> =>
  Object.fromEntries(model.stateNames.map((name, i) => [name, values[i] * scale[i]]));

const size = (model: Model, { minimum, maximum }: LimitCycle): number =>
  maximum[model.stateNames[0]] - minimum[model.stateNames[0]];

function describeCycle(family: VectorFieldFamily, point: CyclePoint, status: Status): LimitCycle {
  const { model, n, scale } = family;
  const { orbit, multipliers, minimum, maximum, residual, unstable } = point;
  const period = exp(orbit.logPeriod);
  const samples = new Float64Array((points + 1) * n),
    y = new Float64Array(n);
  const top = point.atMaximum;
  // Evenly in arc length of the mesh rather than in time, so that a spike is not cut off: the mesh is fine where the
  // orbit bends.
  const fraction = (k: number): number => {
    const position = (k / points) * (orbit.mesh.length - 1),
      j = Math.min(Math.floor(position), orbit.mesh.length - 2);
    return orbit.mesh[j] + (position - j) * (orbit.mesh[j + 1] - orbit.mesh[j]);
  };
  const time = new Float64Array(points + 1);
  const shares = Array.from({ length: points }, (_, k) => (fraction(k) - top + 1) % 1).sort((a, b) => a - b);
  [...[0, ...shares.slice(1)], 1].forEach((share, k) => {
    orbitAt(orbit.mesh, orbit.nodes, n, (share + top) % 1, y);
    time[k] = share * period;
    samples.set(y, k * n);
  });
  return {
    stable: unstable === 0,
    period,
    multipliers: multipliers.nontrivial,
    trivialError: Math.hypot(multipliers.trivial.re - 1, multipliers.trivial.im),
    time,
    states: Object.fromEntries(
      model.stateNames.map((name, i) => [name, time.map((_, k) => samples[k * n + i] * scale[i])]),
    ),
    minimum: inUnits(family, minimum),
    maximum: inUnits(family, maximum),
    residual,
    belowThreshold: model.spiking.reset,
    status,
  };
}
