import type { Model } from "../../model/model.js";
import { modulus, type Complex } from "../../numerics/complex.js";

/**
 * What an equilibrium can be. The last six are borderline: some eigenvalue is within the tolerance band of `classify`.
 * "line of equilibria" is one point of a line, straight or not, all of which is at rest.
 */
export const equilibriumKinds = [
  "stable node",
  "unstable node",
  "stable focus",
  "unstable focus",
  "saddle",
  "stable degenerate node",
  "unstable degenerate node",
  "center",
  "saddle-node",
  "non-hyperbolic",
  "line of equilibria",
] as const;
/** One of `equilibriumKinds`. */
export type EquilibriumKind = (typeof equilibriumKinds)[number];

/** What can happen along one parameter; what follows "cusp" happens along curves in two. */
export const bifurcationKinds = [
  "saddle-node",
  "saddle-node on invariant circle",
  "supercritical Andronov-Hopf",
  "subcritical Andronov-Hopf",
  "fold of cycles",
  "saddle homoclinic",
  "period doubling",
  "Neimark-Sacker",
  "branch point of cycles",
  "transcritical",
  "pitchfork",
  "transcritical or pitchfork",
  "line of equilibria",
  "degenerate Andronov-Hopf",
  "threshold crossing",
  "border collision",
  "grazing",
  "period adding",
  "cusp",
  "Bogdanov-Takens",
  "Bautin",
  "cusp of cycles",
  "neutral saddle loop",
  "saddle-node loop",
  "1:1 resonance",
  "1:2 resonance",
  "1:3 resonance",
  "1:4 resonance",
] as const;
/** One of `bifurcationKinds`. */
export type BifurcationKind = (typeof bifurcationKinds)[number];

/**
 * How sure a result is: "refined" satisfies its defining equations to rounding, as its residual shows; "bracketed" is
 * proved or seen to lie between two values, and no closer; "suspected" could neither be confirmed nor excluded.
 */
export const statuses = ["refined", "bracketed", "suspected"] as const;
/** One of `statuses`. */
export type Status = (typeof statuses)[number];

/** Values by state name. */
export type NamedState = Readonly<Record<string, number>>;

/** A state vector by name. */
export const namedState = ({ stateNames }: Pick<Model, "stateNames">, y: ArrayLike<number>): NamedState =>
  Object.fromEntries(stateNames.map((name, i) => [name, y[i]]));

/** Real parts below this fraction of the largest eigenvalue count as zero. */
const zeroBand = 1e-7;
/**
 * Two real eigenvalues closer than this fraction of the larger count as equal (a double eigenvalue is known to √ε
 * only).
 */
const doubleBand = 1e-6;

/** How many eigenvalues lie to the right of the imaginary axis, on it, and to the left, within the tolerance band. */
interface Signature {
  readonly unstable: number;
  readonly critical: number;
  readonly stable: number;
}

/**
 * @param size what counts as a large eigenvalue; by default the largest of them, which will not do where there is only
 * one
 */
export function signature(eigenvalues: readonly Complex[], size: number = largest(eigenvalues)): Signature {
  const band = zeroBand * size;
  const unstable = eigenvalues.filter((e) => e.re > band).length;
  const stable = eigenvalues.filter((e) => e.re < -band).length;
  return { unstable, stable, critical: eigenvalues.length - unstable - stable };
}

/**
 * The textbook's word for an equilibrium with these eigenvalues of the Jacobian. In more than two dimensions a focus is
 * an equilibrium with some complex pair and all real parts of one sign; eigenvalues of both signs make a saddle
 * whatever their imaginary parts.
 */
export function classify(eigenvalues: readonly Complex[], size: number = largest(eigenvalues)): EquilibriumKind {
  const { unstable, stable, critical } = signature(eigenvalues, size);
  if (critical > 0) {
    const onAxis = eigenvalues.filter((e) => Math.abs(e.re) <= zeroBand * size);
    if (critical === 1) return "saddle-node";
    return critical === 2 && onAxis.every((e) => Math.abs(e.im) > zeroBand * size) ? "center" : "non-hyperbolic";
  }
  if (unstable > 0 && stable > 0) return "saddle";
  const side = unstable > 0 ? "unstable" : "stable";
  const pairs = eigenvalues.filter((e) => e.im > 0);
  if (pairs.some((e) => e.im > doubleBand * modulus(e))) return `${side} focus`;
  const real = eigenvalues.map((e) => e.re).sort((a, b) => a - b);
  const double =
    pairs.length > 0 ||
    real.some((x, i) => i > 0 && x - real[i - 1] <= doubleBand * Math.max(Math.abs(x), Math.abs(real[i - 1])));
  return double ? `${side} degenerate node` : `${side} node`;
}

const largest = (eigenvalues: readonly Complex[]): number => Math.max(...eigenvalues.map(modulus));
