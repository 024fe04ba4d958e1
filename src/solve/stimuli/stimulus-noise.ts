import { knownOptions, requirePositive } from "../../checks/require.js";
import { exp } from "../../numerics/elementary.js";
import { defaultSeed, random } from "../../numerics/random.js";
import { lastAtMost } from "../../numerics/search.js";
import {
  requireAllFinite,
  within,
  type OrnsteinUhlenbeckOptions,
  type PoissonInputOptions,
  type Stimulus,
} from "./stimulus.js";

/**
 * White noise σξ(t), ⟨ξ(t)ξ(t′)⟩ = δ(t − t′), which `simulate` integrates by "eulerMaruyama". `intensity` is σ: into
 * C dV/dt = … + σξ it lets V diffuse by a variance of σ²t/C². Its unit is that of the input times √ms. Each `seed`
 * gives a path of its own.
 * @throws RangeError for a negative intensity
 */
export function whiteNoise(intensity: number, seed: number = defaultSeed): Stimulus {
  requireAllFinite("whiteNoise", { intensity });
  if (!(intensity >= 0)) throw new RangeError(`whiteNoise: intensity must not be negative, got ${intensity}`);
  random(seed);
  return {
    at: () => 0,
    breaks: () => [],
    piecewiseConstant: true,
    noises: [{ intensity, seed }],
    tex: `${intensity}\\,\\xi(t)`,
    data: { kind: "whiteNoise", intensity, seed },
  };
}

/** Samples of the Ornstein-Uhlenbeck process in one correlation time. */
export const samplesPerTau = 20;

/**
 * Coloured noise: the stationary Ornstein-Uhlenbeck process τ dη = (mean − η) dt + √(2τ) deviation dW, whose values at
 * multiples of τ/20 have exactly its joint distribution (Gillespie 1996, Phys. Rev. E 54:2084); straight lines between,
 * whose variance is 1.6 % less on average. No step of a run spans a kink, so that along such a path a method keeps its
 * order, strong and weak.
 * @throws RangeError for a negative deviation, or a tau that is not positive
 */
export function ornsteinUhlenbeck(options: OrnsteinUhlenbeckOptions): Stimulus {
  const names = ["mean", "deviation", "tau", "seed"] as const;
  const { mean, deviation, tau, seed = defaultSeed } = knownOptions("ornsteinUhlenbeck", options, names);
  requireAllFinite("ornsteinUhlenbeck", { mean, deviation });
  if (!(deviation >= 0)) throw new RangeError(`ornsteinUhlenbeck: deviation must not be negative, got ${deviation}`);
  requirePositive("ornsteinUhlenbeck", "tau", tau, "ms");
  const spacing = tau / samplesPerTau;
  const kept = exp(-1 / samplesPerTau);
  const fresh = Math.sqrt(1 - kept * kept);
  const normal = random(seed).normal;
  const equation = `\\tau\\dot\\eta = ${mean} - \\eta + ${deviation}\\sqrt{2\\tau}\\,\\xi(t)`;
  const knots = (duration: number): number[] =>
    within(
      Array.from({ length: Math.ceil(duration / spacing) }, (_, k) => k * spacing),
      duration,
    );
  const samples = [normal()]; // in standard deviations, made as far as they have been asked for
  return {
    at(t) {
      const k = Math.max(0, Math.floor(t / spacing));
      while (samples.length < k + 2) samples.push(kept * samples[samples.length - 1] + fresh * normal());
      return mean + deviation * (samples[k] + (t / spacing - k) * (samples[k + 1] - samples[k]));
    },
    breaks: knots,
    kinks: knots,
    piecewiseConstant: false,
    noises: [],
    tex: `\\eta(t),\\; ${equation},\\; \\tau = ${tau}\\,\\mathrm{ms}`,
    data: { kind: "ornsteinUhlenbeck", mean, deviation, tau, seed },
  };
}

/**
 * Synaptic bombardment: g(t)(reversal − V), where each arrival of a Poisson train adds `weight` to g, which decays with
 * `tau`.
 * @throws RangeError for a rate or tau that is not positive
 */
export function poissonInput(options: PoissonInputOptions): Stimulus {
  const names = ["rate", "weight", "tau", "reversal", "seed"] as const;
  const { rate, weight, tau, reversal, seed = defaultSeed } = knownOptions("poissonInput", options, names);
  requireAllFinite("poissonInput", { weight, reversal });
  requirePositive("poissonInput", "rate", rate, "arrivals per second");
  requirePositive("poissonInput", "tau", tau, "ms");
  const interval = random(seed).exponential;
  const arrival = `g \\leftarrow g + ${weight}\\text{ at ${rate} arrivals per s}`;
  const arrivals: number[] = []; // made as far as they have been asked for
  const conductance: number[] = []; // g just after each arrival
  let nextArrival = (1000 / rate) * interval();
  const reach = (t: number): void => {
    while (nextArrival <= t) {
      const last = arrivals.length - 1;
      conductance.push(weight + (last < 0 ? 0 : conductance[last] * exp((arrivals[last] - nextArrival) / tau)));
      arrivals.push(nextArrival);
      nextArrival += (1000 / rate) * interval();
    }
  };
  return {
    at(t, V) {
      if (V === undefined) throw new TypeError("poissonInput: the synaptic current depends on V; ask at(t, V)");
      reach(t);
      const k = lastAtMost(t, arrivals.length, (i) => arrivals[i]);
      return k < 0 ? 0 : conductance[k] * exp((arrivals[k] - t) / tau) * (reversal - V);
    },
    breaks(duration) {
      reach(duration);
      return within(arrivals, duration);
    },
    piecewiseConstant: false,
    noises: [],
    tex: `g(t)\\,(${reversal} - V),\\; ${arrival},\\; \\tau = ${tau}\\,\\mathrm{ms}`,
    data: { kind: "poissonInput", rate, weight, tau, reversal, seed },
  };
}
