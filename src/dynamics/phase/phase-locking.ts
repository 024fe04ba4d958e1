import { knownOptions, requireCount, requireFinite, requirePositive } from "../../checks/require.js";
import type { Model } from "../../model/model.js";
import { exp } from "../../numerics/elementary.js";
import type { NamedState } from "../system/kinds.js";
import { phaseResponse, type PhaseResponse } from "./phase-response.js";

/** How one cell acts on the first state of the other; rates are added to its derivative. */
export type PairCoupling =
  | {
      readonly kind: "electrical";
      /** 1/ms: strength × (V of the other − V). */
      readonly strength: number;
    }
  | {
      readonly kind: "synaptic";
      /** Of a synapse that is fully open: 1/ms × (reversal − V); without a reversal the unit of V over ms. */
      readonly strength: number;
      /** In the unit of V. */
      readonly reversal?: number;
      /** ms, time constants of e^(−t/decay) − e^(−t/rise) after each spike, which has its peak at 1. */
      readonly rise: number;
      readonly decay: number;
      /** ms, default 0. */
      readonly delay?: number;
    }
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
 * The strength of the coupling scales H and does not move its zeros: where the cells lock holds for weak coupling.
 *
 * @throws RangeError if the model has no stable cycle at its parameters
 */
export function phaseLocking(model: Model, coupling: PairCoupling, options: PhaseLockingOptions = {}): PhaseLocking {
  const { count = 500 } = knownOptions("phaseLocking", options, ["count"]);
  requireCount("phaseLocking", "count", count, 20);
  const response = phaseResponse(model, { count });
  const act = actionOf(model, coupling, response);
  const [first] = model.stateNames;
  const Z = response.response[first];
  const phase = response.phase;
  // a jump at the spike counts half on either side
  const weight = (k: number): number => (k === 0 || k === count ? 0.5 : 1) / count;
  const interaction = phase.map((_, shift) => {
    let sum = 0;
    for (let k = 0; k <= count; k++) {
      const other = k + shift;
      sum += weight(k) * Z[k] * act(k, other >= count && !(other === count && k === count) ? other - count : other);
    }
    return sum;
  });
  const odd = interaction.map((v, k) => (v - interaction[count - k]) / 2);
  return { response, phase, interaction, odd, locked: zerosOf(odd, count) };
}

/** The rate at phases of the cell and of the other, given by their index. */
function actionOf(
  model: Model,
  coupling: PairCoupling,
  { period, states, phase }: PhaseResponse,
): (own: number, other: number) => number {
  const [first] = model.stateNames;
  const V = states[first];
  if (typeof coupling === "function") {
    const named = Array.from(phase, (_, k) =>
      Object.fromEntries(model.stateNames.map((name) => [name, states[name][k]])),
    );
    return (own, other) => coupling(named[own], named[other]);
  }
  const strength = requireFinite("phaseLocking", "strength", coupling.strength);
  if (coupling.kind === "electrical") return (own, other) => strength * (V[other] - V[own]);
  const { reversal, delay = 0 } = coupling;
  const rise = requirePositive("phaseLocking", "rise", coupling.rise, "ms");
  const decay = requirePositive("phaseLocking", "decay", coupling.decay, "ms");
  if (!(decay > rise))
    throw new RangeError(`phaseLocking: decay must be longer than rise = ${rise} ms, got ${decay} ms`);
  const at = (t: number): number =>
    exp(-t / decay) / (1 - exp(-period / decay)) - exp(-t / rise) / (1 - exp(-period / rise));
  const top = (Math.log(decay / rise) * rise * decay) / (decay - rise);
  const peak = exp(-top / decay) - exp(-top / rise);
  const open = Float64Array.from(phase, (share) => {
    const since = share * period - requireFinite("phaseLocking", "delay", delay, "ms");
    return at(since - Math.floor(since / period) * period) / peak;
  });
  return (own, other) => strength * open[other] * (reversal === undefined ? 1 : reversal - V[own]);
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
