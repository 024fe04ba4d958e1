import { knownOptions, requireRecord, requireFinite } from "../../checks/require.js";
import { dot } from "../../numerics/dense.js";
import { solve } from "../../numerics/linear-solve.js";

/** A record of a conductance: ms after the step, mS/cm². */
export interface ConductanceRecord {
  readonly time: ArrayLike<number>;
  readonly conductance: ArrayLike<number>;
}

/** The best curve of a given form through a record. */
export interface GateFit {
  /** Exponent of the activation gate. */
  readonly power: number;
  /** Time constant of activation, ms. */
  readonly tau: number;
  /** Where the conductance would end if nothing inactivated, mS/cm². */
  readonly plateau: number;
  /** Time constant of inactivation, ms; Infinity where there is none. */
  readonly tauInactivation: number;
  /** Root of the mean squared distance from the points, mS/cm². */
  readonly rms: number;
  /** The fitted curve, from the step to the end of the record: 200 points. */
  readonly time: Float64Array;
  readonly conductance: Float64Array;
}

/** The form of the curve that is fitted. */
export interface FitInactivatingGateOptions {
  /** Exponent of the activation gate, positive; Hodgkin and Huxley take 4 for n and 3 for m. */
  readonly power: number;
}

/** The form of the curve that is fitted, and where it begins. */
export interface FitGateOptions extends FitInactivatingGateOptions {
  /** Conductance before the step, mS/cm²; 0 where none is given. */
  readonly from?: number;
}

/**
 * Fits a conductance that rises as a power of one gate, after a step of the membrane potential:
 * g(t) = (p^(1/k) − (p^(1/k) − g0^(1/k)) e^(−t/τ))^k, with plateau p, power k and conductance g0 before the step.
 * Hodgkin & Huxley (1952) J. Physiol. 117:500, equation 11, is the case k = 4.
 */
export function fitGate(record: ConductanceRecord, options: FitGateOptions): GateFit {
  requireRecord("fitGate", "record", record, "{ time: …, conductance: … }");
  const { power, from = 0 } = knownOptions("fitGate", options, ["power", "from"]);
  assertRecord(record, "fitGate", 3);
  assertPower(power, "fitGate");
  if (!(requireFinite("fitGate", "from", from, "mS/cm²") >= 0))
    throw new RangeError(`fitGate: the conductance before the step must not be negative, got from = ${from} mS/cm²`);
  const start = from ** (1 / power);
  const form = (t: number, [plateau, tau]: readonly number[]): number => {
    const end = plateau ** (1 / power);
    return (end - (end - start) * Math.exp(-t / tau)) ** power;
  };
  const largest = Math.max(...Array.from(record.conductance));
  const guesses = timeScales.flatMap((tau) => [1, 1.5].map((over) => [over * largest, tau]));
  const { values, rms } = leastSquares(record, form, guesses);
  return {
    power,
    plateau: values[0],
    tau: values[1],
    tauInactivation: Infinity,
    rms,
    ...drawn(record, (t) => form(t, values)),
  };
}

/**
 * Fits a conductance that rises as a power of one gate and is shut by another: g(t) = p (1 − e^(−t/τ))^k e^(−t/τh).
 * Hodgkin & Huxley (1952), equation 19, is the case k = 3: activation before the step, and inactivation long after it,
 * are neglected.
 */
export function fitInactivatingGate(record: ConductanceRecord, options: FitInactivatingGateOptions): GateFit {
  requireRecord("fitInactivatingGate", "record", record, "{ time: …, conductance: … }");
  const { power } = knownOptions("fitInactivatingGate", options, ["power"]);
  assertRecord(record, "fitInactivatingGate", 4);
  assertPower(power, "fitInactivatingGate");
  const form = (t: number, [plateau, tau, tauH]: readonly number[]): number =>
    plateau * (1 - Math.exp(-t / tau)) ** power * Math.exp(-t / tauH);
  const largest = Math.max(...Array.from(record.conductance));
  const guesses = timeScales.flatMap((tau) =>
    timeScales.filter((slow) => slow >= tau).map((slow) => [2 * largest, tau, slow]),
  );
  const { values, rms } = leastSquares(record, form, guesses);
  return {
    power,
    plateau: values[0],
    tau: values[1],
    tauInactivation: values[2],
    rms,
    ...drawn(record, (t) => form(t, values)),
  };
}

/** Where time constants are looked for, ms. */
const timeScales = [0.1, 0.3, 1, 3, 10] as const;
const drawnPoints = 200;

function drawn(
  { time }: ConductanceRecord,
  g: (t: number) => number,
): { readonly time: Float64Array; readonly conductance: Float64Array } {
  const end = Math.max(...Array.from(time));
  const grid = Float64Array.from({ length: drawnPoints }, (_, i) => (end * i) / (drawnPoints - 1));
  return { time: grid, conductance: grid.map(g) };
}

type Form = (t: number, values: readonly number[]) => number;

/**
 * Positive values that bring a form closest to the points, from the best of several guesses: Levenberg (1944) and
 * Marquardt (1963), in the logarithms of the values.
 */
function leastSquares(
  { time, conductance }: ConductanceRecord,
  form: Form,
  guesses: readonly (readonly number[])[],
): { readonly values: readonly number[]; readonly rms: number } {
  const n = time.length;
  const errors = (logs: readonly number[]): number[] => {
    const values = logs.map(Math.exp);
    return Array.from(time, (t, i) => form(t, values) - conductance[i]);
  };
  const cost = (e: readonly number[]): number => e.reduce((sum, x) => sum + x * x, 0);
  let [best] = guesses
    .map((guess) => guess.map(Math.log))
    .map((logs) => ({ logs, e: errors(logs) }))
    .sort((a, b) => cost(a.e) - cost(b.e));
  let damping = 1e-2;
  for (let iteration = 0; iteration < 500 && damping < 1e12; iteration++) {
    const { logs, e } = best;
    const step = 1e-6;
    const slopes = logs.map((_, k) => {
      const [up, down] = [1, -1].map((sign) => errors(logs.map((x, j) => (j === k ? x + sign * step : x))));
      return up.map((x, i) => (x - down[i]) / (2 * step));
    });
    const A = slopes.flatMap((a, j) =>
      slopes.map((b, k) => dot(a, b) * (j === k ? 1 + damping : 1) + (j === k ? 1e-14 * cost(e) : 0)),
    );
    const change = Float64Array.from(slopes, (a) => -dot(a, e));
    solve(Float64Array.from(A), slopes.length, change);
    const tried = logs.map((x, k) => x + change[k]);
    const triedErrors = errors(tried);
    if (cost(triedErrors) < cost(e)) {
      const gain = 1 - cost(triedErrors) / cost(e);
      best = { logs: tried, e: triedErrors };
      damping /= 10;
      if (gain < 1e-14) break;
    } else damping *= 10;
  }
  return { values: best.logs.map(Math.exp), rms: Math.sqrt(cost(best.e) / n) };
}

function assertRecord({ time, conductance }: ConductanceRecord, where: string, least: number): void {
  if (time?.length !== conductance?.length || !(time?.length >= least)) {
    throw new RangeError(
      `${where} needs a record with as many conductances as times, at least ${least}, ` +
        `got ${conductance?.length} and ${time?.length}`,
    );
  }
}

function assertPower(power: number, where: string): void {
  if (!(typeof power === "number" && power > 0))
    throw new RangeError(`${where}: power must be positive, such as 4, got ${String(power)}`);
}
