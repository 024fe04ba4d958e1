import { requireFinite } from "../../checks/require.js";
import { told } from "../../checks/told.js";

/**
 * A stimulus as plain JSON: the arguments it was made with. `stimulusFromData` makes it again, in a browser or another
 * process.
 * Amplitudes are in the unit of the input to which the stimulus is added, times in ms.
 */
export type StimulusData =
  | { readonly kind: "constant"; readonly amplitude: number }
  | { readonly kind: "step"; readonly amplitude: number; readonly from: number; readonly to: number | null }
  | { readonly kind: "pulses"; readonly amplitude: number; readonly width: number; readonly at: readonly number[] }
  | {
      readonly kind: "pulseTrain";
      readonly amplitude: number;
      readonly width: number;
      readonly period: number;
      readonly from: number;
      readonly count: number | null;
    }
  | { readonly kind: "ramp"; readonly slope: number; readonly from: number; readonly to: number | null }
  | { readonly kind: "sampled"; readonly times: readonly number[]; readonly values: readonly number[] }
  | { readonly kind: "sine"; readonly amplitude: number; readonly frequency: number; readonly phase: number }
  | {
      readonly kind: "zap";
      readonly amplitude: number;
      readonly low: number;
      readonly high: number;
      readonly sweep: number;
    }
  | { readonly kind: "whiteNoise"; readonly intensity: number; readonly seed: number }
  | ({ readonly kind: "ornsteinUhlenbeck" } & Required<OrnsteinUhlenbeckOptions>)
  | ({ readonly kind: "poissonInput" } & Required<PoissonInputOptions>)
  | { readonly kind: "sum"; readonly terms: readonly StimulusData[] };

/** A noise with the correlation of exp(−|Δt|/tau). */
export interface OrnsteinUhlenbeckOptions {
  readonly mean: number;
  /** Its standard deviation, in the unit of the input. */
  readonly deviation: number;
  /** Correlation time, ms. */
  readonly tau: number;
  /** 1 by default; each seed gives a path of its own. */
  readonly seed?: number;
}

/** Synaptic conductance driven by a Poisson train of arrivals. */
export interface PoissonInputOptions {
  /** Arrivals per second, over all synapses. */
  readonly rate: number;
  /**
   * What one arrival adds to the conductance: the unit of the input per mV (mS/cm^2, or nS where the input is in pA).
   */
  readonly weight: number;
  /** Decay time of the conductance, ms. */
  readonly tau: number;
  /** Reversal potential of the synapse, mV. */
  readonly reversal: number;
  /** 1 by default; each seed gives a train of its own. */
  readonly seed?: number;
}

/** What is injected into a model: added to the parameter that the model names as its input. Immutable. */
export interface Stimulus {
  /**
   * Value at time t; where the stimulus jumps, the value just after. V is the membrane potential, on which synaptic
   * input depends.
   */
  at(t: number, V?: number): number;
  /** The times in (0, duration), ascending, at which the stimulus jumps or kinks. */
  breaks(duration: number): readonly number[];
  /** Those of `breaks` where it kinks and does not jump, if there are many: steps end there, and the run goes on. */
  readonly kinks?: (duration: number) => readonly number[];
  /** Whether the value changes at `breaks` only. */
  readonly piecewiseConstant: boolean;
  /**
   * White noises in it, which have no value at a time: `at` gives their mean, 0, and the method "eulerMaruyama" adds
   * them.
   */
  readonly noises: readonly WhiteNoise[];
  /** Its formula in LaTeX, without "I(t) =". */
  readonly tex: string;
  readonly data: StimulusData;
}

/** σξ(t) with ⟨ξ(t)ξ(t′)⟩ = δ(t − t′): its integral over a time T has variance σ²T. */
export interface WhiteNoise {
  /** σ, in the unit of the input times √ms. */
  readonly intensity: number;
  readonly seed: number;
}

/** The sum of several stimuli. @throws RangeError for none */
export function sum(...terms: readonly Stimulus[]): Stimulus {
  if (terms.length === 0) throw new RangeError("sum needs at least one stimulus");
  for (const term of terms) requireStimulus("sum", term);
  return {
    at: (t, V) => terms.reduce((total, term) => total + term.at(t, V), 0),
    breaks: (duration) => ascending(terms.flatMap((term) => term.breaks(duration))),
    kinks: (duration) => {
      const parts = terms.map((term) => stopsOf(term, duration));
      const jumps = new Set(parts.flatMap((part) => part.jumps));
      return ascending(parts.flatMap((part) => part.kinks)).filter((t) => !jumps.has(t));
    },
    piecewiseConstant: terms.every((term) => term.piecewiseConstant),
    noises: terms.flatMap((term) => term.noises),
    tex: terms
      .map(({ tex }) => (terms.length > 1 && tex.includes("\\text") ? `\\left(${tex}\\right)` : tex))
      .join(" + "),
    data: { kind: "sum", terms: terms.map((term) => term.data) },
  };
}

/** Where a run has to stop: at jumps, and what else `breaks` has, to begin anew, at kinks for the end of a step. */
export interface Stops {
  readonly jumps: readonly number[];
  readonly kinks: readonly number[];
}

/** @param dt of a grid of steps: kinks on it need no stop */
export function stopsOf(stimulus: Stimulus | undefined, duration: number, dt?: number): Stops {
  const breaks = stimulus?.breaks(duration) ?? [];
  const kinks = stimulus?.kinks?.(duration) ?? [];
  if (kinks.length === 0) return { jumps: breaks, kinks };
  const known = new Set(kinks);
  const jumps = breaks.filter((t) => !known.has(t));
  return { jumps, kinks: dt === undefined ? kinks : kinks.filter((t) => Math.abs(t / dt - Math.round(t / dt)) > 1e-9) };
}

function ascending(times: readonly number[]): number[] {
  return [...new Set(times)].sort((a, b) => a - b);
}

/** @throws TypeError for anything but a Stimulus, with the likely mistake */
export function requireStimulus(where: string, stimulus: unknown): asserts stimulus is Stimulus {
  const { at, breaks } = (stimulus ?? {}) as Partial<Stimulus>;
  if (typeof at === "function" && typeof breaks === "function") return;
  const mistake =
    typeof stimulus === "number"
      ? `; did you mean constant(${stimulus})?`
      : typeof stimulus === "function"
        ? "; call it first, or, for a function of time, use sampled(times, values)"
        : "";
  throw new TypeError(
    `${where}: a stimulus is made by constant, step, pulses, ramp, …; got ${told(stimulus)}${mistake}`,
  );
}

/** Those times that fall within a run. */
export function within(times: readonly number[], duration: number): number[] {
  return times.filter((t) => t > 0 && t < duration);
}

/** @throws RangeError naming the stimulus and the argument that is not a finite number */
export function requireAllFinite(where: string, values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) requireFinite(where, name, value);
}
