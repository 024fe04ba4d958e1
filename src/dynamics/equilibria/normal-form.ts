import type { Model } from "../../model/model.js";
import { taylor } from "../../model/graph/taylor.js";
import { divide, innerProduct, modulus, solveShifted, type ComplexVector } from "../../numerics/complex.js";
import { dot, norm, transpose } from "../../numerics/dense.js";
import { adjointEigenvector, eigenvector } from "../../numerics/eigen.js";
import { nullSpace, solve } from "../../numerics/linear-solve.js";

/** Second derivative of the field at y as a bilinear form: B(u, v)_i = Σ ∂²f_i/∂y_j∂y_k u_j v_k, exact to rounding. */
function bilinear(model: Model, y: Float64Array): (u: Float64Array, v: Float64Array) => Float64Array {
  const second = (u: Float64Array): Float64Array => coefficient(model, y, u, 2);
  return (u, v) => {
    const plus = second(u.map((x, i) => x + v[i])),
      minus = second(u.map((x, i) => x - v[i]));
    return plus.map((x, i) => (x - minus[i]) / 2);
  };
}

/** Third derivative, C(u, u, v). */
function trilinear(model: Model, y: Float64Array): (u: Float64Array, v: Float64Array) => Float64Array {
  const third = (u: Float64Array): Float64Array => coefficient(model, y, u, 3);
  return (u, v) => {
    const plus = third(u.map((x, i) => x + v[i])),
      minus = third(u.map((x, i) => x - v[i])),
      alone = third(v);
    return plus.map((x, i) => x - minus[i] - 2 * alone[i]);
  };
}

const coefficient = (model: Model, y: Float64Array, u: Float64Array, order: number): Float64Array =>
  Float64Array.from(taylor(model.graph, model.roots.field, y, model.vector, u, order), (series) => series[order]);

function jacobianAt(model: Model, y: Float64Array): Float64Array {
  const J = new Float64Array(y.length ** 2);
  model.kernels.jacobian(y, model.vector, J);
  return J;
}

/** The centre manifold of a saddle-node: dz/dt = c (λ − λ_SN) + a z² + …, z the coordinate along q with ⟨p, q⟩ = 1. */
export interface FoldForm {
  readonly a: number;
  readonly c: number;
  /** Null vector of the Jacobian, of length 1 in the model's units, and the adjoint one. */
  readonly q: Float64Array;
  readonly p: Float64Array;
}

/**
 * Quadratic coefficient a = ½⟨p, B(q, q)⟩ and c = ⟨p, ∂f/∂λ⟩ at a saddle-node: Kuznetsov (2004) Elements of Applied
 * Bifurcation Theory, 5.4.1.
 */
export function foldForm(model: Model, y: Float64Array, parameter: string): FoldForm {
  const n = y.length;
  const J = jacobianAt(model, y);
  const [q] = nullVector(J, n);
  const [adjoint] = nullVector(transpose(J, n), n);
  const product = dot(adjoint, q);
  const p = adjoint.map((v) => v / product);
  const P = model.parameterNames.length,
    k = model.parameterNames.indexOf(parameter);
  const D = new Float64Array(n * P);
  model.kernels.parameterJacobian(y, model.vector, D);
  return { a: dot(p, coefficient(model, y, q, 2)), c: p.reduce((total, v, i) => total + v * D[i * P + k], 0), q, p };
}

function nullVector(J: Float64Array, n: number): Float64Array[] {
  const { re } = eigenvector(J, n, { re: 0, im: 0 });
  return [norm(re) > 0 ? re : nullSpace(J, n, n, 1e-9)[0]];
}

/**
 * A first Lyapunov coefficient, and the sum of the sizes of its terms: l1 is zero to rounding where it is below 1e-10
 * of that.
 */
interface LyapunovCoefficient {
  readonly l1: number;
  readonly size: number;
}

/**
 * First Lyapunov coefficient of an Andronov-Hopf point with eigenvalues ±iω, negative if the cycle born there is
 * stable:
 *
 *     l1 = Re[⟨p, C(q, q, q̄)⟩ − 2⟨p, B(q, A⁻¹B(q, q̄))⟩ + ⟨p, B(q̄, (2iω − A)⁻¹B(q, q))⟩] / 2ω
 *
 * Kuznetsov (2004), eq. 5.39, with ⟨q, q⟩ = ⟨p, q⟩ = 1 in the model's units. MatCont prints ω·l1.
 */
export function lyapunovCoefficient(model: Model, y: Float64Array, omega: number): LyapunovCoefficient {
  const n = y.length;
  const A = jacobianAt(model, y);
  const q = eigenvector(A, n, { re: 0, im: omega });
  const p = normalised(adjointEigenvector(A, n, { re: 0, im: omega }), q);
  const B = bilinear(model, y),
    C = trilinear(model, y);
  const u = q.re,
    v = q.im;
  const uu = B(u, u),
    vv = B(v, v),
    uv = B(u, v);

  // B(q, q̄) = B(u, u) + B(v, v) is real; h11 = A⁻¹ B(q, q̄)
  const h11 = sum(uu, vv);
  solve(A.slice(), n, h11);
  // h20 = (2iω − A)⁻¹ B(q, q), with B(q, q) = B(u, u) − B(v, v) + 2i B(u, v)
  const minusSquare: ComplexVector = { re: difference(vv, uu), im: uv.map((x) => -2 * x) };
  const h20 = solveShifted(A, n, { re: 0, im: 2 * omega }, minusSquare);

  // C(q, q, q̄) = C(u,u,u) + C(v,v,u) + i [C(u,u,v) + C(v,v,v)]
  const cubic: ComplexVector = { re: sum(C(u, u), C(v, u)), im: sum(C(u, v), C(v, v)) };
  const first: ComplexVector = { re: B(u, h11), im: B(v, h11) }; // B(q, h11)
  // B(q̄, h20) = B(u, s) + B(v, t) + i [B(u, t) − B(v, s)] for h20 = s + it
  const second: ComplexVector = { re: sum(B(u, h20.re), B(v, h20.im)), im: difference(B(u, h20.im), B(v, h20.re)) };
  const [a, b, c] = [cubic, first, second].map((term) => innerProduct(p, term));
  const size = (modulus(a) + 2 * modulus(b) + modulus(c)) / (2 * omega); // the real parts alone may vanish each
  return { l1: a.re / (2 * omega) + (-2 * b.re) / (2 * omega) + c.re / (2 * omega), size };
}

const sum = (a: Float64Array, b: Float64Array): Float64Array => a.map((x, i) => x + b[i]);
const difference = (a: Float64Array, b: Float64Array): Float64Array => a.map((x, i) => x - b[i]);

/** p over conj⟨p, q⟩, so that ⟨p, q⟩ = 1. */
function normalised(p: ComplexVector, q: ComplexVector): ComplexVector {
  const { re, im } = innerProduct(p, q);
  const values = Array.from(p.re, (x, i) => divide({ re: x, im: p.im[i] }, { re, im: -im }));
  return { re: Float64Array.from(values, (v) => v.re), im: Float64Array.from(values, (v) => v.im) };
}
