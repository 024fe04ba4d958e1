import { describe, expect, test } from "vitest";
import { adjointEigenvector, eigenvalues, eigenvector } from "../../src/numerics/eigen.js";
import { seeded } from "../dynamics/normal-forms.js";

const product = (A: readonly number[], n: number, x: ArrayLike<number>): number[] =>
  Array.from({ length: n }, (_, i) => A.slice(i * n, (i + 1) * n).reduce((sum, a, j) => sum + a * x[j], 0));

describe("eigenvalues and eigenvectors of small matrices", () => {
  test("a companion matrix has the roots of its polynomial", () => {
    // (λ − 1)(λ + 2)(λ² − 2λ + 5): roots 1, −2, 1 ± 2i
    const A = [1, -1, -9, 10, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];
    const found = eigenvalues(A, 4);
    for (const [re, im] of [
      [1, 2],
      [1, -2],
      [1, 0],
      [-2, 0],
    ])
      expect(found.some((e) => Math.hypot(e.re - re, e.im - im) < 1e-12)).toBe(true);
  });

  test("rates nine decades apart keep their relative accuracy", () => {
    const [a, b] = [-1e6, -1e-3];
    const found = eigenvalues([a, 0, 1e3, b], 2);
    expect(found.map(({ re }) => re)).toEqual([b, a]);
  });

  test("A x = λ x and Aᵀ p = λ̄ p to rounding, trace and sum agree, for 200 random matrices", () => {
    const random = seeded(7);
    for (let k = 0; k < 200; k++) {
      const n = 1 + (k % 5);
      const A = Array.from({ length: n * n }, (_, i) => (random() - 0.5) * 10 ** (3 * ((i * 7919) % 3)));
      const size = Math.max(...A.map(Math.abs));
      const found = eigenvalues(A, n);
      const trace = Array.from({ length: n }, (_, i) => A[i * (n + 1)]).reduce((a, b) => a + b, 0);
      expect(Math.abs(found.reduce((sum, e) => sum + e.re, 0) - trace)).toBeLessThan(1e-12 * size * n);
      for (const { re, im } of found) {
        const x = eigenvector(A, n, { re, im });
        const [u, v] = [product(A, n, x.re), product(A, n, x.im)];
        for (let i = 0; i < n; i++) {
          expect(Math.abs(u[i] - (re * x.re[i] - im * x.im[i]))).toBeLessThan(1e-9 * size);
          expect(Math.abs(v[i] - (re * x.im[i] + im * x.re[i]))).toBeLessThan(1e-9 * size);
        }
        const p = adjointEigenvector(Float64Array.from(A), n, { re, im });
        const left = Array.from({ length: n }, (_, j) =>
          A.reduce((sum, a, k2) => sum + (k2 % n === j ? a * p.re[Math.floor(k2 / n)] : 0), 0),
        );
        for (let i = 0; i < n; i++) expect(Math.abs(left[i] - (re * p.re[i] + im * p.im[i]))).toBeLessThan(1e-9 * size);
      }
    }
  });

  test("a repeated eigenvalue with a whole plane of eigenvectors gives two that span it", () => {
    const [u, v] = [0, 1].map((which) => eigenvector([-1, 0, 0, -1], 2, { re: -1, im: 0 }, which).re);
    expect(Math.abs(u[0] * v[1] - u[1] * v[0])).toBeCloseTo(1, 12);
  });
});
