/** A matrix of two rows, row by row. */
export type Square = readonly [number, number, number, number];

/**
 * e^(J t), by which the linear flow carries the plane in a time: with s half the trace and q² = s² − det J it is
 * e^(st) (cosh(qt) 1 + sinh(qt)/q (J − s)), for imaginary q with cosine and sine.
 */
export function linearFlow([a, b, c, d]: Square, t: number): Square {
  const s = (a + d) / 2;
  const square = s * s - (a * d - b * c);
  const q = Math.sqrt(Math.abs(square));
  // each exponential of its own, as a product of a large one and a small one may be neither
  const [up, down] = [Math.exp((s + q) * t), Math.exp((s - q) * t)];
  const [even, odd] =
    square > 0
      ? [(up + down) / 2, (up - down) / (2 * q)]
      : [Math.exp(s * t) * Math.cos(q * t), Math.exp(s * t) * (q === 0 ? t : Math.sin(q * t) / q)];
  return [even + odd * (a - s), odd * b, odd * c, even + odd * (d - s)];
}
