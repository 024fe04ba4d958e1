/** What sets the rate of a leaky integrate-and-fire neuron: the parameters of `leakyIntegrateAndFire`, in any consistent units with tRef in ms. */
export interface LeakyParameters {
  readonly C: number;
  readonly gL: number;
  readonly EL: number;
  readonly Vth: number;
  readonly Vreset: number;
  readonly tRef: number;
}

/**
 * Rate in Hz of the leaky integrate-and-fire neuron under a constant current, in closed form:
 * 1/f = t_ref + τ ln((E_∞ − V_reset)/(E_∞ − V_th)), E_∞ = E_L + I/g_L, τ = C/g_L; 0 up to the rheobase g_L (V_th − E_L).
 * Dayan & Abbott (2001), eq. 5.11, with a refractory period.
 * @param parameters such as `leakyIntegrateAndFire.parameters` (pF, nS, mV, ms)
 * @param current such as pA
 */
export function leakyIntegrateAndFireRate({ C, gL, EL, Vth, Vreset, tRef }: LeakyParameters, current: number): number {
  if (!(Vreset < Vth)) throw new RangeError(`leakyIntegrateAndFireRate: Vreset must lie below Vth, got ${Vreset} and ${Vth} mV`);
  const target = EL + current / gL;
  if (!(target > Vth)) return 0;
  return 1000 / (tRef + (C / gL) * Math.log((target - Vreset) / (target - Vth)));
}

/**
 * Rate in Hz of a quadratic integrate-and-fire neuron, dV/dt = a V² + b V + c with reset from `peak` to `reset`, in closed form:
 * the time is ∫ dV/(a V² + b V + c) from reset to peak. 0 where a stable equilibrium lies in the way.
 * @param coefficients of the quadratic, with time in ms
 * @param tRef refractory period, ms
 */
export function quadraticIntegrateAndFireRate([a, b, c]: readonly [a: number, b: number, c: number], { reset, peak, tRef = 0 }: { readonly reset: number; readonly peak: number; readonly tRef?: number }): number {
  if (!(a > 0)) throw new RangeError(`quadraticIntegrateAndFireRate: the coefficient of V² must be positive, got ${a}`);
  if (!(reset < peak)) throw new RangeError(`quadraticIntegrateAndFireRate: reset must lie below peak, got ${reset} and ${peak}`);
  const bottom = -b / (2 * a);
  const depth = c / a - bottom * bottom; // (V − bottom)² + depth, times a, is dV/dt
  const from = reset - bottom;
  const to = peak - bottom;
  if (depth > 0) {
    const w = Math.sqrt(depth);
    return 1000 / (tRef + (Math.atan(to / w) - Math.atan(from / w)) / (a * w));
  }
  const w = Math.sqrt(-depth);
  if (from <= w) return 0;
  const time = w === 0 ? 1 / from - 1 / to : Math.log(((to - w) * (from + w)) / ((to + w) * (from - w))) / (2 * w);
  return 1000 / (tRef + time / a);
}
