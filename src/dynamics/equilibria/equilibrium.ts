import type { Model } from "../../model/model.js";
import { distance, modulus, type Complex } from "../../numerics/complex.js";
import { eigenvalues, eigenvector } from "../../numerics/eigen.js";
import {
  classify,
  namedState,
  signature,
  type EquilibriumKind,
  type NamedState,
  type Status,
} from "../system/kinds.js";
import { residualAt } from "./newton.js";

/** A state that does not change: dy/dt = 0. */
export interface Equilibrium {
  readonly state: NamedState;
  readonly kind: EquilibriumKind;
  /** All eigenvalues of the Jacobian have negative real parts. */
  readonly stable: boolean;
  /** 1/ms; the largest real part first. */
  readonly eigenvalues: readonly Complex[];
  /** One of length 1 for each eigenvalue: a complex number for each state. */
  readonly eigenvectors: readonly Readonly<Record<string, Complex>>[];
  /** Largest |dy_i/dt| over the width of the range of that state, 1/ms. */
  readonly residual: number;
  readonly status: Status;
  /**
   * Where the model reduces to one equation in one state: that state, and an interval in which this is proved to be the
   * only solution.
   */
  readonly isolation?: { readonly state: string; readonly low: number; readonly high: number };
}

/** Where an equilibrium lies, and what is known of its surroundings. */
export interface Located {
  readonly y: Float64Array;
  readonly status: Status;
  readonly isolation?: Equilibrium["isolation"];
  /** It is one point of a line of equilibria. */
  readonly onLine?: true;
}

/** An equilibrium, labelled by its eigenvalues. */
export function describeEquilibrium(model: Model, { y, status, isolation, onLine }: Located): Equilibrium {
  const n = y.length;
  const J = new Float64Array(n * n);
  model.kernels.jacobian(y, model.vector, J);
  const values = eigenvalues(J, n);
  const size = Math.max(rateScale(model), ...values.map(modulus));
  const { stable } = signature(values, size);
  const eigenvectors = values.map((value, k) => {
    const same = values.slice(0, k).filter((other) => distance(other, value) <= 1e-9 * modulus(value)).length;
    const { re, im } = eigenvector(J, n, value, same);
    return Object.fromEntries(model.stateNames.map((name, i) => [name, { re: re[i], im: im[i] }]));
  });
  return {
    state: namedState(model, y),
    kind: onLine ? "line of equilibria" : classify(values, size),
    stable: stable === n,
    eigenvalues: values,
    eigenvectors,
    residual: residualAt(model, y),
    status,
    ...(isolation ? { isolation } : {}),
  };
}

/**
 * For a model of one state: the smaller |df/dy| at the ends of its range, against which its one eigenvalue is zero or
 * not.
 */
function rateScale(model: Model): number {
  if (model.stateNames.length > 1) return 0;
  const J = new Float64Array(1);
  return Math.min(
    ...model.ranges[model.stateNames[0]].map((y) => {
      model.kernels.jacobian(Float64Array.of(y), model.vector, J);
      return Number.isFinite(J[0]) ? Math.abs(J[0]) : 0;
    }),
  );
}
