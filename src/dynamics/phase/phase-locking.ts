import { requireModel } from "../../checks/require-model.js";
import { knownOptions, requireChoice, requireCount, requireFinite, requireThreshold } from "../../checks/require.js";
import type { Model } from "../../model/model.js";
import type { NamedState } from "../system/kinds.js";
import { phaseResponse, type PhaseResponse } from "./phase-response.js";

/** What the spikes of one cell do to the other: as the `Coupling` of a population. */
export interface SynapticPair {
  readonly kind: "synaptic";
  /** The state to which a spike adds its weight at once, such as gGABA of a neuron `withSynapses`. */
  readonly onto: string;
  /** In the unit of that state. */
  readonly weight: number;
  /** From a spike to what it does, ms, default 0. */
  readonly delay?: number;
}

/** How one cell acts on the other. */
export type PairCoupling =
  | SynapticPair
  | {
      readonly kind: "electrical";
      /** 1/ms: strength × (V of the other − V) is added to dV/dt, V being the first state. */
      readonly strength: number;
    }
  /** What is added to the derivative of the first state. */
  | ((own: NamedState, other: NamedState) => number);

/** A difference of phase at which two cells stay. */
export interface LockedPhase {
  /** By how much of a period the second cell is ahead, 0 to 1. */
  readonly phase: number;
  readonly stable: boolean;
  /** 1/ms: the rate at which a small deviation grows, negative where stable. */
  readonly rate: number;
}

/** What becomes of the phases of two like cells that act weakly on each other. */
export interface PhaseLocking {
  readonly response: PhaseResponse;
  /** By how much the other cell is ahead, 0 to 1. */
  readonly phase: Float64Array;
  /** H: by how much the coupling speeds the phase up, periods per ms. */
  readonly interaction: Float64Array;
  /** Its odd part, (H(φ) − H(−φ))/2: the difference of phase changes by −2 times that. */
  readonly odd: Float64Array;
  readonly locked: readonly LockedPhase[];
}

/** How `phaseLocking` computes. */
export interface PhaseLockingOptions {
  /** Of values over a period, default 500. */
  readonly count?: number;
}

/**
 * Two like cells, each acting weakly on the other: the interaction function H(φ) = ∫ Z(θ) G(θ, θ + φ) dθ, and the
 * differences of phase at which they lock, the zeros of its odd part, stable where that rises. Kuramoto (1984) Chemical
 * Oscillations, Waves, and Turbulence, ch. 5; Hansel, Mato & Meunier (1995) Neural Comput. 7:307.
 *
 * Of a synapse the whole course is in the cycle: Z of the state onto which a spike adds is the phase response to all
 * that follows from it, and G a pulse. So the same cell and the same weights go into `simulatePair`:
 *
 *     const cell = withSynapses(neuron, [{ name: "GABA", kind: "exponential", tau: 5, reversal: -75 }]);
 *     phaseLocking(cell, { kind: "synaptic", onto: "gGABA", weight: 0.1 }).locked;
 *
 * The strength of the coupling scales H and does not move its zeros: where the cells lock holds for weak coupling.
 *
 * @throws RangeError if the model has no stable cycle at its parameters, or no state of that name
 */
export function phaseLocking(model: Model, coupling: PairCoupling, options: PhaseLockingOptions = {}): PhaseLocking {
  requireModel("phaseLocking", model);
  const { count = 500 } = knownOptions("phaseLocking", options, ["count"]);
  requireCount("phaseLocking", "count", count, 20);
  const response = phaseResponse(model, { count });
  const { phase } = response;
  if (typeof coupling !== "function") requireChoice("phaseLocking", "kind", coupling.kind, ["synaptic", "electrical"]);
  const interaction =
    typeof coupling !== "function" && coupling.kind === "synaptic"
      ? bySpikes(model, coupling, response)
      : byStates(model, coupling, response);
  const odd = interaction.map((v, k) => (v - interaction[count - k]) / 2);
  return { response, phase, interaction, odd, locked: zerosOf(odd, count) };
}

/** H where a spike adds to a state: the phase response of that state, at the phase when the spike arrives. */
function bySpikes(
  model: Model,
  coupling: SynapticPair,
  { period, phase, states, response }: PhaseResponse,
): Float64Array {
  const where = "phaseLocking";
  knownOptions(`${where}: coupling`, coupling, ["kind", "onto", "weight", "delay"]);
  requireThreshold(where, model);
  requireSpikes(model, states);
  const Z = response[requireChoice(where, "onto", coupling.onto, model.stateNames)];
  const weight = requireFinite(where, "weight", coupling.weight, model.units[coupling.onto]);
  const late = requireFinite(where, "delay", coupling.delay ?? 0, "ms") / period;
  const count = phase.length - 1;
  const jump = (Z[0] + Z[count]) / 2; // at the spike itself Z has the value on either side by halves
  return phase.map((ahead) => {
    const place = (((late - ahead) % 1) + 1) * count;
    const k = Math.floor(place) % count;
    const part = place - Math.floor(place);
    const before = k === 0 ? jump : Z[k];
    return (weight * (part === 0 ? before : (1 - part) * Z[k] + part * Z[k + 1])) / period;
  });
}

/** @throws RangeError for a cycle that stays below the threshold: such a cell has no spikes to send */
function requireSpikes(model: Model, states: PhaseResponse["states"]): void {
  if (model.spiking.reset) return; // its cycle goes through a spike
  const p = model.vector;
  const above = states[model.stateNames[0]].some(
    (_, k) =>
      model.kernels.threshold(
        Float64Array.from(model.stateNames, (name) => states[name][k]),
        p,
      ) > 0,
  );
  if (!above)
    throw new RangeError(
      `phaseLocking: ${model.name} oscillates below its threshold, so that it sends no spikes; ` +
        'couple it by { kind: "electrical" } or by a function',
    );
}

/** H where the states of the other act all the time, averaged over a period. */
function byStates(
  model: Model,
  coupling: Exclude<PairCoupling, SynapticPair>,
  { states, phase, response }: PhaseResponse,
): Float64Array {
  const act = actionOf(model, coupling, states, phase.length);
  const Z = response[model.stateNames[0]];
  const count = phase.length - 1;
  // a jump at the spike counts half on either side
  const weight = (k: number): number => (k === 0 || k === count ? 0.5 : 1) / count;
  return phase.map((_, shift) => {
    let sum = 0;
    for (let k = 0; k <= count; k++) {
      const other = k + shift;
      sum += weight(k) * Z[k] * act(k, other >= count && !(other === count && k === count) ? other - count : other);
    }
    return sum;
  });
}

/** The rate at phases of the cell and of the other, given by their index. */
function actionOf(
  model: Model,
  coupling: Exclude<PairCoupling, SynapticPair>,
  states: PhaseResponse["states"],
  length: number,
): (own: number, other: number) => number {
  if (typeof coupling === "function") {
    const named = Array.from({ length }, (_, k) =>
      Object.fromEntries(model.stateNames.map((name) => [name, states[name][k]])),
    );
    return (own, other) => coupling(named[own], named[other]);
  }
  knownOptions("phaseLocking: coupling", coupling, ["kind", "strength"]);
  const V = states[model.stateNames[0]];
  const strength = requireFinite("phaseLocking", "strength", coupling.strength);
  return (own, other) => strength * (V[other] - V[own]);
}

/** Where the odd part is zero; 0 and 1/2 always are. */
function zerosOf(odd: Float64Array, count: number): LockedPhase[] {
  const size = odd.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  if (size === 0) return [];
  const slopeAt = (k: number): number => {
    const [before, after] = [(k - 1 + count) % count, (k + 1) % count];
    return ((odd[after] - odd[before]) * count) / 2;
  };
  const locked = (phase: number, slope: number): LockedPhase => ({ phase, stable: slope > 0, rate: -2 * slope });
  const found = [locked(0, slopeAt(0))];
  for (let k = 1; k < count / 2 - 1; k++) {
    const [a, b] = [odd[k], odd[k + 1]];
    if (a * b > 0 || a === b || Math.max(Math.abs(a), Math.abs(b)) < 1e-9 * size) continue;
    const phase = (k + a / (a - b)) / count;
    const slope = (b - a) * count;
    found.push(locked(phase, slope), locked(1 - phase, slope));
  }
  found.push(locked(0.5, count % 2 === 0 ? slopeAt(count / 2) : (odd[(count + 1) / 2] - odd[(count - 1) / 2]) * count));
  return found.sort((a, b) => a.phase - b.phase);
}
