/**
 * The discrete Fourier transform in place, X_k = Σ x_j e^(−2πi jk/n), by halves: Cooley & Tukey (1965).
 * @param re real parts @param im imaginary parts, as many: a power of two
 */
export function fourier(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  for (let k = 1, j = 0; k < n; k++) {
    let bit = n >> 1;
    for (; (j & bit) !== 0; bit >>= 1) j ^= bit;
    j ^= bit;
    if (k < j) {
      [re[k], re[j]] = [re[j], re[k]];
      [im[k], im[j]] = [im[j], im[k]];
    }
  }
  for (let size = 2; size <= n; size *= 2)
    for (let k = 0; k < size / 2; k++) {
      const angle = (-2 * Math.PI * k) / size;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      for (let a = k; a < n; a += size) {
        const b = a + size / 2;
        const [u, v] = [re[b] * c - im[b] * s, re[b] * s + im[b] * c];
        [re[b], im[b]] = [re[a] - u, im[a] - v];
        re[a] += u;
        im[a] += v;
      }
    }
}
