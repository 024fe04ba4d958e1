import { dot, norm } from "../../numerics/dense.js";
import { nullSpace } from "../../numerics/linear-solve.js";
import { stateJacobian, type VectorFieldFamily } from "../system/vector-field-family.js";

/** Directions, of length 1 in the units of the family, of the two branches that cross at a branch point. */
export type Crossing = readonly [Float64Array, Float64Array];

const singular = 1e-6; // of a pivot, over the largest
const difference = 2 ** -14; // along a direction, for a second derivative
const apart = 1e-4; // of the discriminant, over the squares of the coefficients: below, directions are not told apart
const upright = 1e-5; // of a direction: the parameter stands still to the precision of the second derivatives

/**
 * The two solutions of the algebraic branching equation pᵀ f_zz d d = 0 among the null vectors d of the derivatives at
 * a point where branches of equilibria cross: Keller (1977) Applications of Bifurcation Theory, Academic Press, 359.
 * Undefined where the null space has not two dimensions, or the two are not told apart.
 */
export function crossingAt(family: VectorFieldFamily, z: Float64Array): Crossing | undefined {
  const { n, size } = family;
  const J = new Float64Array(n * size);
  family.jacobian(z, J);
  const transposed = Float64Array.from({ length: size * n }, (_, k) => J[(k % n) * size + Math.floor(k / n)]);
  const [p] = n > 1 ? nullSpace(transposed, size, n, singular) : [Float64Array.of(1)];
  const dependent = p.reduce((best, v, i) => (Math.abs(v) > Math.abs(p[best]) ? i : best), 0);
  const others = J.filter((_, k) => Math.floor(k / size) !== dependent);
  const basis = nullSpace(others, n - 1, size, singular);
  if (basis.length !== 2) return undefined;
  const [a, b] = orthonormal(basis[0], basis[1]);
  const aa = bend(family, z, p, a, a),
    ab = bend(family, z, p, a, b),
    bb = bend(family, z, p, b, b);
  const discriminant = ab * ab - aa * bb;
  if (!(discriminant > apart * (aa * aa + ab * ab + bb * bb))) return undefined;
  // x² aa + 2xy ab + y² bb = 0, each root by the formula in which nothing cancels
  const half = -(ab + (ab < 0 ? -1 : 1) * Math.sqrt(discriminant));
  const along = (x: number, y: number): Float64Array => {
    const d = a.map((v, i) => x * v + y * b[i]);
    const length = norm(d);
    return d.map((v) => v / length);
  };
  return [along(half, aa), along(bb, half)];
}

/** Whether one of the branches keeps its parameter where they cross, as it does at a pitchfork. */
export const isPitchfork = (crossing: Crossing): boolean =>
  crossing.some((direction) => Math.abs(direction[direction.length - 1]) < upright);

function orthonormal(first: Float64Array, second: Float64Array): readonly [Float64Array, Float64Array] {
  const share = dot(first, second);
  const rest = second.map((v, i) => v - share * first[i]);
  const length = norm(rest);
  return [first, rest.map((v) => v / length)];
}

/** pᵀ f_zz u v, by central differences of the derivatives. */
function bend(family: VectorFieldFamily, z: Float64Array, p: Float64Array, u: Float64Array, v: Float64Array): number {
  const { n, size } = family;
  const side = (sign: number): number => {
    const J = new Float64Array(n * size);
    family.jacobian(
      z.map((x, i) => x + sign * difference * u[i]),
      J,
    );
    return p.reduce((sum, weight, i) => sum + weight * dot(J.subarray(i * size, (i + 1) * size), v), 0);
  };
  return (side(1) - side(-1)) / (2 * difference);
}

/**
 * Whether the branch that crosses another is a straight line of equilibria, all at one value of the parameter, as in a
 * linear system of determinant 0: the field then stays zero along the direction of its zero eigenvalue.
 */
export function liesOnLine(family: VectorFieldFamily, z: Float64Array): boolean {
  const { n } = family;
  const J = stateJacobian(family, z);
  const size = J.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  const [direction] = nullSpace(J, n, n, 1e-6);
  const f = new Float64Array(n);
  return [-0.5, -0.1, 0.1, 0.5].every((share) => {
    family.field(
      z.map((v, i) => (i < n ? v + share * direction[i] : v)),
      f,
    );
    return f.every((v) => Math.abs(v) < 1e-9 + 1e-8 * size);
  });
}
