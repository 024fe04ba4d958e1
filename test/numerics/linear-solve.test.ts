import { describe, expect, test } from "vitest";
import { divide, modulus, multiply, product, solveShifted } from "../../src/numerics/complex.js";
import { eliminate, determinant, nullSpace, solve } from "../../src/numerics/linear-solve.js";
import { seeded } from "../dynamics/normal-forms.js";

/** The Hilbert matrix 1/(i + j + 1), whose inverse has whole entries and whose determinant is known exactly. */
const hilbert = (n: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, k) => 1 / (Math.floor(k / n) + (k % n) + 1));

describe("elimination with row pivoting", () => {
  test("A X = B for several right-hand sides at once, where the first pivot is zero", () => {
    const A = Float64Array.of(0, 2, 1, 1, 0, 0, 3, 1, 2);
    const B = Float64Array.of(7, 1, 1, 0, 11, 1); // X = [[1, 0], [2, 1/3], [3, 1/3]]
    expect(solve(A, 3, B, 2)).toBe(true);
    [1, 0, 2, 1 / 3, 3, 1 / 3].forEach((x, k) => expect(B[k]).toBeCloseTo(x, 14));
  });

  test("a singular matrix is refused, its determinant 0", () => {
    const A = Float64Array.of(1, 2, 2, 4);
    expect(determinant(A, 2)).toBe(0);
    expect(solve(A, 2, Float64Array.of(1, 1))).toBe(false);
  });

  test("the determinant changes its sign with each exchange of rows, and is NaN where an entry is", () => {
    expect(determinant(Float64Array.of(0, 1, 0, 0, 0, 1, 1, 0, 0), 3)).toBe(1); // an even permutation
    expect(determinant(Float64Array.of(0, 1, 0, 1, 0, 0, 0, 0, 1), 3)).toBe(-1);
    expect(determinant(hilbert(4), 4) * 6048000).toBeCloseTo(1, 10); // OEIS A005249
    expect(determinant(Float64Array.of(NaN, 0, 0, 1), 2)).toBeNaN();
  });

  test("part of the columns can be eliminated with pivots from part of the rows: the rest is the Schur complement", () => {
    // [[a, b], [c, d]] with a 2 × 2: d − c a⁻¹ b = 10 − (1, 1)·(1, 1/2) = 8.5
    const A = Float64Array.of(0, 2, 1, 1, 0, 1, 1, 1, 10);
    expect(eliminate(A, 3, 3, 2, 2, new Int32Array(2))).toBe(true);
    expect(A[8]).toBeCloseTo(8.5, 14);
  });

  test("the null space of a flat matrix, and of a square one without full rank", () => {
    const [x, ...others] = nullSpace(Float64Array.of(1, 0, -1, 0, 1, -2), 2, 3, 1e-12);
    expect(others).toEqual([]);
    [1, 2, 1].forEach((v, k) => expect(x[k] / x[0]).toBeCloseTo(v, 14));
    expect(nullSpace(new Float64Array(9).fill(1), 3, 3, 1e-12).length).toBe(2);
  });
});

describe("complex numbers", () => {
  test("(1 + 2i)(3 − i) = 5 + 5i, and back", () => {
    const z = multiply({ re: 1, im: 2 }, { re: 3, im: -1 });
    expect(z).toEqual({ re: 5, im: 5 });
    expect(divide(z, { re: 3, im: -1 })).toEqual({ re: 1, im: 2 });
    expect(product([z, { re: 0, im: 1 }])).toEqual({ re: -5, im: 5 });
    expect(modulus({ re: 3, im: -4 })).toBe(5);
  });

  test("(A − σ) x = b to rounding, for 50 random matrices", () => {
    const random = seeded(5);
    for (let trial = 0; trial < 50; trial++) {
      const n = 4;
      const A = Float64Array.from({ length: n * n }, () => random() - 0.5);
      const shift = { re: random(), im: 1 + random() };
      const b = { re: Float64Array.from({ length: n }, random), im: Float64Array.from({ length: n }, random) };
      const x = solveShifted(A, n, shift, b);
      for (let i = 0; i < n; i++) {
        const shifted = multiply(shift, { re: x.re[i], im: x.im[i] });
        const row = (v: Float64Array): number => v.reduce((sum, value, j) => sum + A[i * n + j] * value, 0);
        expect(row(x.re) - shifted.re).toBeCloseTo(b.re[i], 12);
        expect(row(x.im) - shifted.im).toBeCloseTo(b.im[i], 12);
      }
    }
  });
});
