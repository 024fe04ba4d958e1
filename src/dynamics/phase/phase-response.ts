import { requireModel } from "../../checks/require-model.js";
import { knownOptions, requireCount } from "../../checks/require.js";
import type { Model } from "../../model/model.js";
import type { Complex } from "../../numerics/complex.js";
import { modulus } from "../../numerics/complex.js";
import { bracketedRoot } from "../../numerics/root.js";
import type { CyclePoint } from "../cycles/cycle-point.js";
import { cyclesAt } from "../cycles/cycles-at.js";
import { orbitAt } from "../cycles/orbit/orbit-polynomial.js";
import { flights } from "../resets/flight.js";
import { resetCyclesAt } from "../resets/reset-search.js";
import { spikeRule } from "../resets/spike-rule.js";
import type { Evidence } from "../system/diagram.js";
import { inReach } from "../system/reach.js";
import { inputFamily, type VectorFieldFamily } from "../system/vector-field-family.js";
import { resetPhase, smoothPhase, type PhaseOrbit } from "./phase-orbit.js";

/** How a small push, at each phase of its cycle, moves the spikes of a neuron that fires by itself. */
export interface PhaseResponse {
  readonly model: string;
  /** ms. */
  readonly period: number;
  /**
   * From 0 to 1, evenly: 0 where the neuron spikes (just after its reset), or, without a threshold that the cycle
   * crosses, where the first state is largest.
   */
  readonly phase: Float64Array;
  /** The cycle, in the units of the model. */
  readonly states: Readonly<Record<string, Float64Array>>;
  /**
   * By how many periods what follows is advanced for each unit by which a state is raised, where that is small: the
   * adjoint, or infinitesimal, phase response curve. Negative: delayed.
   */
  readonly response: Readonly<Record<string, Float64Array>>;
  /** 1 if pushes of the first state only advance, 2 if they delay in a part of the cycle. */
  readonly type: 1 | 2;
  readonly evidence: Evidence;
  /** Floquet multipliers of the cycle without the trivial one. */
  readonly multipliers: readonly Complex[];
  /** Largest |Z·f·T − 1|, which is 0 for exact curves: the flow itself advances the phase by 1/T. */
  readonly error: number;
}

/** How `phaseResponse` draws its curves. */
export interface PhaseResponseOptions {
  /** Of values over a period, default 500. */
  readonly count?: number;
}

/** Our own rule: delays that make up no more of the curve are those of the spike itself, as in class 1 neurons. */
const negligible = 0.05;

/**
 * The phase response curves of the stable cycle of a model, smooth or through resets, from the adjoint of its
 * linearised flow: Ermentrout (1996) Neural Comput. 8:979; for the jump at a reset, from the exact derivatives of the
 * spike's time. Of several stable cycles the largest.
 *
 * Type 1 and type 2 are the notion of Hansel, Mato & Meunier (1995) Neural Comput. 7:307: a push only advances, or
 * delays in a part of the cycle. Where to draw the line is a rule of ours, as the spike itself leaves a short delay in
 * every class 1 neuron: type 2 if the area below zero is more than 5 % of that above it. Both areas are in `evidence`.
 *
 * @throws RangeError if the model has no stable cycle at its parameters
 */
export function phaseResponse(model: Model, options: PhaseResponseOptions = {}): PhaseResponse {
  requireModel("phaseResponse", model);
  const { count = 500 } = knownOptions("phaseResponse", options, ["count"]);
  requireCount("phaseResponse", "count", count, 20);
  const { family, at } = inputFamily(inReach(model).model);
  const { orbit, multipliers } = model.spiking.reset ? throughResets(family, at, count) : smooth(family, at, count);
  const { period, states, gradients, error } = orbit;
  const named = (list: readonly Float64Array[], power: 1 | -1): Record<string, Float64Array> =>
    Object.fromEntries(
      model.stateNames.map((name, i) => [name, Float64Array.from(list, (y) => y[i] * family.scale[i] ** power)]),
    );
  const response = named(gradients, -1);
  const first = response[model.stateNames[0]].subarray(0, count);
  const area = (sign: 1 | -1): number => first.reduce((sum, v) => sum + Math.max(0, sign * v), 0) / count;
  const [advance, delay] = [area(1), area(-1)];
  return {
    model: model.name,
    period,
    phase: Float64Array.from({ length: count + 1 }, (_, k) => k / count),
    states: named(states, 1),
    response,
    type: delay > negligible * advance ? 2 : 1,
    evidence: {
      "area above zero, periods per unit": advance,
      "area below zero, periods per unit": delay,
      "type 2 from a share of": negligible,
    },
    multipliers,
    error,
  };
}

interface Found {
  readonly orbit: PhaseOrbit;
  readonly multipliers: readonly Complex[];
}

const none = ({ model }: VectorFieldFamily): RangeError =>
  new RangeError(
    `phaseResponse: ${model.name} has no stable cycle at these parameters: it must fire by itself` +
      (model.input === undefined ? "" : `, as with a larger ${model.input}; .with({ ${model.input}: … })`),
  );

function smooth(family: VectorFieldFamily, at: number, count: number): Found {
  const swing = ({ maximum, minimum }: CyclePoint): number => maximum[0] - minimum[0];
  const [largest] = cyclesAt(family, at)
    .cycles.filter(({ unstable }) => unstable === 0)
    .sort((a, b) => swing(b) - swing(a));
  if (largest === undefined) throw none(family);
  return {
    orbit: smoothPhase(family, largest, spikeOf(family, largest), count),
    multipliers: largest.multipliers.nontrivial,
  };
}

function throughResets(family: VectorFieldFamily, at: number, count: number): Found {
  const rule = spikeRule(family);
  const [stable] = resetCyclesAt(family, rule, flights(family, rule), at)
    .cycles.filter(({ multipliers }) => multipliers.every((mu) => modulus(mu) < 1))
    .sort((a, b) => b.flights.length - a.flights.length);
  if (stable === undefined) throw none(family);
  return { orbit: resetPhase(family, stable, count), multipliers: stable.multipliers };
}

/** The fraction of the period at which a cycle spikes: where it crosses the threshold upward, or has its maximum. */
function spikeOf({ model, n, scale }: VectorFieldFamily, { orbit, atMaximum }: CyclePoint): number {
  if (!model.spiking.threshold) return atMaximum;
  const p = model.vector;
  const slot = model.parameterNames.indexOf(model.input ?? model.parameterNames[0]);
  if (slot >= 0) p[slot] = orbit.parameter * scale[n];
  const y = new Float64Array(n);
  const distance = (tau: number): number => {
    orbitAt(orbit.mesh, orbit.nodes, n, ((tau % 1) + 1) % 1, y);
    return model.kernels.threshold(
      y.map((v, i) => v * scale[i]),
      p,
    );
  };
  const looks = 2000;
  for (let k = 0; k < looks; k++) {
    const [a, b] = [atMaximum - (k + 1) / looks, atMaximum - k / looks];
    const [low, high] = [distance(a), distance(b)];
    if (low < 0 && high >= 0) return (bracketedRoot(distance, a, b, low, high, 1e-13) + 1) % 1;
  }
  return atMaximum;
}
