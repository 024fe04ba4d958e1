import { shiftedMatrix, type Complex, type ComplexVector } from "./complex.js";
import { transpose } from "./dense.js";
import { nullSpace } from "./linear-solve.js";

const mostIterations = 200;

/**
 * Eigenvalues of a real n × n matrix, the largest real part first, each pair with the positive imaginary part first.
 * Francis's implicit double-shift QR iteration on a balanced Hessenberg matrix: Golub & Van Loan (2013) Matrix
 * Computations, 7.4–7.5.
 */
export function eigenvalues(matrix: ArrayLike<number>, n: number): Complex[] {
  const H = Float64Array.from(matrix);
  if (!H.every(Number.isFinite)) return Array.from({ length: n }, () => ({ re: NaN, im: NaN }));
  balance(H, n);
  toHessenberg(H, n);
  const found: Complex[] = [];
  let high = n - 1;
  for (let iteration = 0; high >= 0; ) {
    let low = high;
    while (
      low > 0 &&
      Math.abs(H[low * n + low - 1]) >
        Number.EPSILON * (Math.abs(H[(low - 1) * n + low - 1]) + Math.abs(H[low * n + low]))
    )
      low--;
    // never seen; better a small error than a page that hangs
    if (iteration > mostIterations && low <= high - 2) low = high;
    if (low > high - 2) {
      if (low === high) found.push({ re: H[high * n + high], im: 0 });
      else found.push(...pair(H[low * n + low], H[low * n + high], H[high * n + low], H[high * n + high]));
      high = low - 1;
      iteration = 0;
    } else francisStep(H, n, low, high, ++iteration % 10 === 0);
  }
  return found.sort((a, b) => b.re - a.re || b.im - a.im);
}

/** A right eigenvector of length 1 for an eigenvalue; `which` chooses within the eigenspace of a repeated one. */
export function eigenvector(matrix: ArrayLike<number>, n: number, eigenvalue: Complex, which = 0): ComplexVector {
  const A = Float64Array.from(matrix);
  if (!A.every(Number.isFinite)) return { re: new Float64Array(n).fill(NaN), im: new Float64Array(n).fill(NaN) };
  const scale = balance(A, n);
  const real = eigenvalue.im === 0;
  const basis = real
    ? nullSpace(
        A.map((value, k) => (k % (n + 1) === 0 ? value - eigenvalue.re : value)),
        n,
        n,
        1e-9,
      )
    : nullSpace(shiftedMatrix(A, n, eigenvalue), 2 * n, 2 * n, 1e-13);
  const x = basis[Math.min(which, basis.length - 1)];
  const re = Float64Array.from({ length: n }, (_, i) => x[i] * scale[i]);
  const im = Float64Array.from({ length: n }, (_, i) => (real ? 0 : x[i + n] * scale[i]));
  const length = Math.hypot(...re, ...im);
  return { re: re.map((v) => v / length), im: im.map((v) => v / length) };
}

/** p with Aᵀ p = λ̄ p, so that ⟨p, A x⟩ = λ ⟨p, x⟩ for ⟨p, x⟩ = Σ p̄_i x_i; of length 1. */
export function adjointEigenvector(matrix: Float64Array, n: number, eigenvalue: Complex): ComplexVector {
  return eigenvector(transpose(matrix, n), n, { re: eigenvalue.re, im: -eigenvalue.im });
}

/**
 * D⁻¹ A D with rows and columns of like size, D of powers of two. Returns D. Parlett & Reinsch (1969) Numer. Math.
 * 13:293.
 */
function balance(A: Float64Array, n: number): Float64Array {
  const scale = new Float64Array(n).fill(1);
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < n; i++) {
      let row = 0,
        column = 0;
      for (let j = 0; j < n; j++) {
        if (j === i) continue;
        row += Math.abs(A[i * n + j]);
        column += Math.abs(A[j * n + i]);
      }
      if (row === 0 || column === 0) continue;
      let factor = 1;
      const sum = row + column;
      for (; column < row / 2; column *= 4) factor *= 2;
      for (; column >= row * 2; column /= 4) factor /= 2;
      if ((column + row) / factor >= 0.95 * sum) continue;
      changed = true;
      scale[i] *= factor;
      for (let j = 0; j < n; j++) A[i * n + j] /= factor;
      for (let j = 0; j < n; j++) A[j * n + i] *= factor;
    }
  }
  return scale;
}

function toHessenberg(H: Float64Array, n: number): void {
  for (let k = 0; k < n - 2; k++) {
    const below = Array.from({ length: n - k - 1 }, (_, i) => H[(k + 1 + i) * n + k]);
    reflect(H, n, k + 1, below, 0, n - 1, 0, n - 1);
  }
  for (let i = 2; i < n; i++) for (let j = 0; j < i - 1; j++) H[i * n + j] = 0;
}

function francisStep(H: Float64Array, n: number, low: number, high: number, exceptional: boolean): void {
  const at = (i: number, j: number): number => H[i * n + j];
  const m = high - 1;
  const kick = Math.abs(at(high, m)) + Math.abs(at(m, m - 1)); // an arbitrary shift when the usual one cycles
  const sum = exceptional ? 1.5 * kick : at(m, m) + at(high, high);
  const product = exceptional ? kick * kick : at(m, m) * at(high, high) - at(m, high) * at(high, m);
  let x = at(low, low) * at(low, low) + at(low, low + 1) * at(low + 1, low) - sum * at(low, low) + product;
  let y = at(low + 1, low) * (at(low, low) + at(low + 1, low + 1) - sum);
  let z = at(low + 1, low) * at(low + 2, low + 1);
  for (let k = low; k < high; k++) {
    const v = k < high - 1 ? [x, y, z] : [x, y];
    reflect(H, n, k, v, Math.max(low, k - 1), high, low, Math.min(k + 3, high));
    if (k > low) for (let i = k + 1; i < k + v.length; i++) H[i * n + k - 1] = 0;
    if (k === high - 1) break;
    x = at(k + 1, k);
    y = at(k + 2, k);
    z = k < high - 2 ? at(k + 3, k) : 0;
  }
}

/**
 * H ← P H P with the Householder reflection P that maps `v`, at rows `first` and on, to a multiple of the first unit
 * vector.
 */
function reflect(
  H: Float64Array,
  n: number,
  first: number,
  v: number[],
  columnLow: number,
  columnHigh: number,
  rowLow: number,
  rowHigh: number,
): void {
  const length = Math.hypot(...v);
  if (length === 0) return;
  const u = v.slice();
  u[0] += u[0] >= 0 ? length : -length;
  const beta = 2 / u.reduce((sum, value) => sum + value * value, 0);
  for (let j = columnLow; j <= columnHigh; j++) {
    let sum = 0;
    for (let i = 0; i < u.length; i++) sum += u[i] * H[(first + i) * n + j];
    for (let i = 0; i < u.length; i++) H[(first + i) * n + j] -= beta * sum * u[i];
  }
  for (let i = rowLow; i <= rowHigh; i++) {
    let sum = 0;
    for (let j = 0; j < u.length; j++) sum += u[j] * H[i * n + first + j];
    for (let j = 0; j < u.length; j++) H[i * n + first + j] -= beta * sum * u[j];
  }
}

/** Eigenvalues of [[a, b], [c, d]], without cancellation. */
function pair(a: number, b: number, c: number, d: number): Complex[] {
  const half = (a - d) / 2;
  const discriminant = half * half + b * c;
  if (discriminant < 0) {
    const re = (a + d) / 2,
      im = Math.sqrt(-discriminant);
    return [
      { re, im },
      { re, im: -im },
    ];
  }
  const shift = half + (half >= 0 ? 1 : -1) * Math.sqrt(discriminant);
  return [
    { re: d + shift, im: 0 },
    { re: shift === 0 ? d : d - (b * c) / shift, im: 0 },
  ];
}
