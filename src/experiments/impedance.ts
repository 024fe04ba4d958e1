import { requireModel } from "../checks/require-model.js";
import { knownOptions, requireInput, requireNumbers } from "../checks/require.js";
import { maximum } from "../numerics/root.js";
import type { Model } from "../model/model.js";
import type { Equilibrium } from "../dynamics/equilibria/equilibrium.js";
import { requireRest } from "../dynamics/equilibria/rest.js";
import { modulus, solveShifted, type Complex } from "../numerics/complex.js";

/** About what `impedance`, `resonance` and `zapResponse` linearise. */
export interface ImpedanceOptions {
  /** A stable equilibrium; by default that at which the model rests, as `restingState` has it. */
  readonly rest?: Equilibrium;
}

/** How much the first state of a model at rest moves to and fro with a small sinusoidal input. */
export interface Impedance {
  /** Hz. */
  readonly frequency: Float64Array;
  /** |Z|, in `unit`. */
  readonly magnitude: Float64Array;
  /** Of Z, radians: positive where the response leads the input. */
  readonly phase: Float64Array;
  /** Of the state over that of the input: mV/(uA/cm^2) is kΩ·cm². */
  readonly unit: string;
  /** The rest about which the model is linearised. */
  readonly rest: Equilibrium;
}

/** Whether a resting model responds most to some frequency above zero. */
export interface Resonance {
  /** |Z| has its maximum at a frequency above 0. A focus alone does not make a resonator. */
  readonly resonates: boolean;
  /** Hz, of the maximum of |Z|; 0 if it does not resonate. */
  readonly frequency: number;
  /** |Z| at its maximum over |Z| at 0, the quality Q of Hutcheon & Yarom (2000) Trends Neurosci. 23:216. */
  readonly quality: number;
  /** Hz, of the damped oscillation with which the model returns to rest; 0 if it returns without. */
  readonly natural: number;
  /** The rest about which the model is linearised. */
  readonly rest: Equilibrium;
}

/**
 * The impedance of a model at rest, exact in the limit of small inputs: Z(iω) is the response of the first state to the
 * input, e₁ᵀ(iω − A)⁻¹ ∂f/∂I with A the Jacobian there.
 *
 * @param frequencies Hz
 * @throws RangeError if the model has no input or does not rest
 */
export function impedance(model: Model, frequencies: ArrayLike<number>, options: ImpedanceOptions = {}): Impedance {
  requireModel("impedance", model);
  const input = requireInput("impedance", model);
  const { rest = requireRest("impedance", model) } = knownOptions("impedance", options, ["rest"]);
  const Z = transfer(model, rest, input);
  const values = Array.from(requireNumbers("impedance", "frequencies", frequencies, "[0, 10, 100]"), (f) => {
    if (!(f >= 0)) throw new RangeError(`impedance: frequencies must be 0 or more, in Hz, got ${f}`);
    return Z((2 * Math.PI * f) / 1000);
  });
  return {
    frequency: Float64Array.from(frequencies),
    magnitude: Float64Array.from(values, modulus),
    phase: Float64Array.from(values, ({ re, im }) => Math.atan2(im, re)),
    unit: `${model.units[model.stateNames[0]]}/(${model.units[input]})`,
    rest,
  };
}

/**
 * Whether a model resonates at rest, from the maximum of its impedance.
 * @throws RangeError if the model has no input or does not rest
 */
export function resonance(model: Model, options: ImpedanceOptions = {}): Resonance {
  requireModel("resonance", model);
  const input = requireInput("resonance", model);
  const { rest = requireRest("resonance", model) } = knownOptions("resonance", options, ["rest"]);
  const Z = transfer(model, rest, input);
  const size = (angular: number): number => modulus(Z(angular));
  const rates = rest.eigenvalues.map(modulus);
  const [low, high] = [1e-3 * Math.min(...rates), 1e3 * Math.max(...rates)];
  const at = (k: number): number => low * (high / low) ** (k / samples);
  let best = 0;
  for (let k = 1; k <= samples; k++) if (size(at(k)) > size(at(best))) best = k;
  const top = at(Math.min(samples, best + 1));
  const { at: omega } = maximum(size, at(Math.max(0, best - 1)), top, 1e-10 * top);
  const quality = size(omega) / size(0);
  const resonates = best > 0 && quality > 1 + 1e-9;
  const slowest = rest.eigenvalues
    .filter((e) => e.im > 0)
    .reduce<Complex | undefined>((least, e) => (least === undefined || e.re > least.re ? e : least), undefined);
  return {
    resonates,
    frequency: resonates ? hertz(omega) : 0,
    quality: resonates ? quality : 1,
    natural: slowest ? hertz(slowest.im) : 0,
    rest,
  };
}

const samples = 600;
const hertz = (omega: number): number => (1000 * omega) / (2 * Math.PI);

/** Z(iω), ω in 1/ms. */
function transfer(model: Model, rest: Equilibrium, input: string): (omega: number) => Complex {
  const n = model.stateNames.length,
    P = model.parameterNames.length,
    k = model.parameterNames.indexOf(input);
  const y = model.vectorOf(rest.state);
  const A = new Float64Array(n * n),
    D = new Float64Array(n * P);
  model.kernels.jacobian(y, model.vector, A);
  model.kernels.parameterJacobian(y, model.vector, D);
  const minusInput = { re: Float64Array.from({ length: n }, (_, i) => -D[i * P + k]), im: new Float64Array(n) };
  return (omega) => {
    const x = solveShifted(A, n, { re: 0, im: omega }, minusInput); // (iω − A)⁻¹ ∂f/∂I
    return { re: x.re[0], im: x.im[0] };
  };
}
