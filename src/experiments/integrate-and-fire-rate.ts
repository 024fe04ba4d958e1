import { requireFinite, requirePositive, requireRecord } from "../checks/require.js";

/**
 * What sets the rate of a leaky integrate-and-fire neuron: the parameters of `leakyIntegrateAndFire`, in any consistent
 * units with tRef in ms.
 */
export interface LeakyParameters {
  /** Capacitance. */
  readonly C: number;
  /** Conductance and reversal potential of the leak. */
  readonly gL: number;
  readonly EL: number;
  /** Threshold, and the potential to which it is reset. */
  readonly Vth: number;
  readonly Vreset: number;
  /** Refractory period, ms. */
  readonly tRef: number;
}

/**
 * Rate in Hz of the leaky integrate-and-fire neuron under a constant current, in closed form:
 * 1/f = t_ref + τ ln((E_∞ − V_reset)/(E_∞ − V_th)), E_∞ = E_L + I/g_L, τ = C/g_L; 0 up to the rheobase g_L (V_th −
 * E_L).
 * Dayan & Abbott (2001), eq. 5.11, with a refractory period.
 * @param parameters such as `leakyIntegrateAndFire.parameters` (pF, nS, mV, ms)
 * @param current such as pA
 * @throws RangeError for a current or a parameter that is no number, or Vreset above Vth
 */
export function leakyIntegrateAndFireRate(parameters: LeakyParameters, current: number): number {
  const where = "leakyIntegrateAndFireRate";
  requireRecord(where, "parameters", parameters, "leakyIntegrateAndFire.parameters");
  const { C, gL, EL, Vth, Vreset, tRef } = parameters;
  requireFinite(where, "current", current);
  for (const [name, value] of Object.entries({ C, gL })) requirePositive(where, name, value);
  for (const [name, value] of Object.entries({ EL, Vth, Vreset, tRef })) requireFinite(where, name, value);
  if (!(Vreset < Vth))
    throw new RangeError(`leakyIntegrateAndFireRate: Vreset must lie below Vth, got ${Vreset} and ${Vth} mV`);
  const target = EL + current / gL;
  if (!(target > Vth)) return 0;
  return 1000 / (tRef + (C / gL) * Math.log((target - Vreset) / (target - Vth)));
}

/** The parameters of `quadraticIntegrateAndFire`. */
export interface QuadraticParameters {
  /** Capacitance. */
  readonly C: number;
  /** Curvature. */
  readonly k: number;
  /** Rest and threshold at I = 0. */
  readonly Vr: number;
  readonly Vt: number;
  /** Where a spike ends, and where the next run begins. */
  readonly Vpeak: number;
  readonly Vreset: number;
}

/**
 * Rate in Hz of the quadratic integrate-and-fire neuron under a constant current, in closed form: the period is ∫ C
 * dV/(k (V − V_r)(V − V_t) + I) from V_reset to V_peak, an arctangent above the rheobase k (V_t − V_r)²/4 and a
 * logarithm below it, where the neuron fires only if it is reset above its threshold (else 0): two branches that
 * coexist with rest. Izhikevich (2007) Dynamical Systems in Neuroscience, section 3.3.8.
 * @param parameters such as `quadraticIntegrateAndFire.parameters` (uF/cm^2, mS/cm^2/mV, mV)
 * @param current such as uA/cm^2
 * @throws RangeError for a current or a parameter that is no number, or Vreset above Vpeak
 */
export function quadraticIntegrateAndFireRate(parameters: QuadraticParameters, current: number): number {
  const where = "quadraticIntegrateAndFireRate";
  requireRecord(where, "parameters", parameters, "quadraticIntegrateAndFire.parameters");
  const { C, k, Vr, Vt, Vpeak, Vreset } = parameters;
  requireFinite(where, "current", current);
  for (const [name, value] of Object.entries({ C, k })) requirePositive(where, name, value);
  for (const [name, value] of Object.entries({ Vr, Vt, Vpeak, Vreset })) requireFinite(where, name, value);
  if (!(Vreset < Vpeak))
    throw new RangeError(`quadraticIntegrateAndFireRate: Vreset must lie below Vpeak, got ${Vreset} and ${Vpeak} mV`);
  const bottom = (Vr + Vt) / 2; // C dV/dt = k ((V − bottom)² + depth)
  const depth = current / k - ((Vt - Vr) / 2) ** 2;
  const from = Vreset - bottom;
  const to = Vpeak - bottom;
  const w = Math.sqrt(Math.abs(depth));
  if (depth > 0) return (1000 * k * w) / (C * (Math.atan(to / w) - Math.atan(from / w)));
  if (from <= w) return 0;
  const integral = w === 0 ? 1 / from - 1 / to : Math.log(((to - w) * (from + w)) / ((to + w) * (from - w))) / (2 * w);
  return (1000 * k) / (C * integral);
}
