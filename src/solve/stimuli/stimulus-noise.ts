import { exp } from "../../numerics/elementary.js";
import { random } from "../../numerics/random.js";
import {
  assertFinite,
  within,
  type OrnsteinUhlenbeckOptions,
  type PoissonInputOptions,
  type Stimulus,
} from "./stimulus.js";

/**
 * White noise σξ(t), ⟨ξ(t)ξ(t′)⟩ = δ(t − t′), for the method "eulerMaruyama". `intensity` is σ: into C dV/dt = … + σξ
 * it lets V diffuse by a variance of σ²t/C². Its unit is that of the input times √ms.
 */
export function whiteNoise(intensity: number, seed: number): Stimulus {
  assertFinite({ intensity }, "whiteNoise");
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
const samplesPerTau = 20;

/**
 * Coloured noise: the stationary Ornstein-Uhlenbeck process τ dη = (mean − η) dt + √(2τ) deviation dW, whose values at
 * multiples of τ/20 have exactly its joint distribution (Gillespie 1996, Phys. Rev. E 54:2084); straight lines between,
 * whose variance is
 * 1.6 % less on average.
 */
export function ornsteinUhlenbeck({ mean, deviation, tau, seed }: OrnsteinUhlenbeckOptions): Stimulus {
  assertFinite({ mean, deviation, tau }, "ornsteinUhlenbeck");
  if (!(deviation >= 0)) throw new RangeError(`ornsteinUhlenbeck: deviation must not be negative, got ${deviation}`);
  if (!(tau > 0)) throw new RangeError(`ornsteinUhlenbeck: tau must be a positive number of ms, got ${tau}`);
  const spacing = tau / samplesPerTau;
  const kept = exp(-1 / samplesPerTau);
  const fresh = Math.sqrt(1 - kept * kept);
  const normal = random(seed).normal;
  const samples = [normal()]; // in standard deviations, made as far as they have been asked for
  return {
    at(t) {
      const k = Math.max(0, Math.floor(t / spacing));
      while (samples.length < k + 2) samples.push(kept * samples[samples.length - 1] + fresh * normal());
      return mean + deviation * (samples[k] + (t / spacing - k) * (samples[k + 1] - samples[k]));
    },
    breaks: (duration) =>
      within(
        Array.from({ length: Math.ceil(duration / spacing) }, (_, k) => k * spacing),
        duration,
      ),
    piecewiseConstant: false,
    noises: [],
    tex: `\\eta(t),\\; \\tau\\dot\\eta = ${mean} - \\eta + ${deviation}\\sqrt{2\\tau}\\,\\xi(t),\\; \\tau = ${tau}\\,\\mathrm{ms}`,
    data: { kind: "ornsteinUhlenbeck", mean, deviation, tau, seed },
  };
}

/**
 * Synaptic bombardment: g(t)(reversal − V), where each arrival of a Poisson train adds `weight` to g, which decays with
 * `tau`.
 */
export function poissonInput({ rate, weight, tau, reversal, seed }: PoissonInputOptions): Stimulus {
  assertFinite({ rate, weight, tau, reversal }, "poissonInput");
  if (!(rate > 0))
    throw new RangeError(`poissonInput: rate must be a positive number of arrivals per second, got ${rate}`);
  if (!(tau > 0)) throw new RangeError(`poissonInput: tau must be a positive number of ms, got ${tau}`);
  const interval = random(seed).exponential;
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
      let lo = -1; // the last arrival at or before t
      let hi = arrivals.length;
      while (hi - lo > 1) {
        const middle = (lo + hi) >> 1;
        if (arrivals[middle] <= t) lo = middle;
        else hi = middle;
      }
      return lo < 0 ? 0 : conductance[lo] * exp((arrivals[lo] - t) / tau) * (reversal - V);
    },
    breaks(duration) {
      reach(duration);
      return within(arrivals, duration);
    },
    piecewiseConstant: false,
    noises: [],
    tex: `g(t)\\,(${reversal} - V),\\; g \\leftarrow g + ${weight}\\text{ at ${rate} arrivals per s},\\; \\tau = ${tau}\\,\\mathrm{ms}`,
    data: { kind: "poissonInput", rate, weight, tau, reversal, seed },
  };
}
