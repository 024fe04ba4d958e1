import { requireModel } from "../../checks/require-model.js";
import { knownOptions, requireChoice, requireCount, requireFinite, requireThreshold } from "../../checks/require.js";
import type { Model } from "../../model/model.js";
import { modulus } from "../../numerics/complex.js";
import { simulate } from "../../solve/simulate.js";
import { phaseResponse } from "./phase-response.js";

/** By how much pulses move the spikes that follow. */
export interface PhaseShifts {
  /** ms. */
  readonly period: number;
  /** When the pulse comes, from 0 to 1. */
  readonly phase: Float64Array;
  /** In periods, between −1/2 and 1/2; positive: advanced. */
  readonly shift: Float64Array;
}

/** The pulse of `phaseShifts`. */
export interface PhaseShiftsOptions {
  /** What a pulse adds, at once, in the unit of the state. */
  readonly size: number;
  /** Name of the state that is raised; default the first. */
  readonly state?: string;
  /** Number of phases, default 40. */
  readonly count?: number;
}

const forgotten = 1e-7;
const [fewestPeriods, mostPeriods] = [3, 60];

/**
 * Phase response measured as in an experiment: at each phase of its cycle the model gets a pulse and runs on until what
 * the pulse did to all but the phase is forgotten; then its spikes are compared with those that would have come. For a
 * small pulse this is `size` times `phaseResponse`; for a large one it tells what that curve cannot. Phases within a
 * refractory period are left out.
 *
 * @throws RangeError without a stable cycle or a threshold
 */
export function phaseShifts(model: Model, options: PhaseShiftsOptions): PhaseShifts {
  requireModel("phaseShifts", model);
  const { size, state, count = 40 } = knownOptions("phaseShifts", options, ["size", "state", "count"]);
  requireThreshold("phaseShifts", model);
  requireFinite("phaseShifts", "size", size);
  requireCount("phaseShifts", "count", count, 2);
  const raised = requireChoice("phaseShifts", "state", state ?? model.stateNames[0], model.stateNames);
  const fineness = count * Math.ceil(400 / count);
  const { period, states, multipliers } = phaseResponse(model, { count: fineness });
  const slowest = multipliers.length === 0 ? 0 : modulus(multipliers[0]);
  const needed = slowest > 0 ? Math.ceil(Math.log(forgotten) / Math.log(Math.min(slowest, 0.9))) : 0;
  const periods = Math.min(mostPeriods, Math.max(fewestPeriods, needed)) + 1;
  const at = (k: number): number[] => model.stateNames.map((name) => states[name][k]);
  const start = at(0);
  const width = model.stateNames.map((name) => model.ranges[name][1] - model.ranges[name][0]);
  const p = model.vector;
  const pause = model.kernels.refractory(p) / period;
  const phase = Float64Array.from({ length: count }, (_, k) => k / count).filter((share) => share >= pause);
  const shift = phase.map((share) => {
    const y = Float64Array.from(at(Math.round(share * fineness)));
    y[model.stateNames.indexOf(raised)] += size;
    const crosses = model.spiking.reset && model.kernels.threshold(y, p) >= 0;
    if (crosses) model.kernels.reset(y, p);
    const run = simulate(model, { duration: (periods + 1) * period, initial: y, tolerance: 1e-10 });
    const late = run.spikes.filter((t) => t > (periods - 0.5) * period);
    const apart = (t: number): number => {
      const there = run.at(t);
      return Math.hypot(...model.stateNames.map((name, i) => (there[name] - start[i]) / width[i]));
    };
    const spike = late.reduce((best, t) => (apart(t) < apart(best) - 1e-6 ? t : best), late[0] ?? NaN);
    const moved = 1 - share - spike / period;
    return moved - Math.round(moved);
  });
  return { period, phase, shift };
}
