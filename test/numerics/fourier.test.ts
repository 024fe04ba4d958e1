import { expect, test } from "vitest";
import { fourier } from "../../src/numerics/fourier.js";
import { random } from "../../src/numerics/random.js";

test("the fast transform is the sum that defines it, term by term, for each power of two up to 64", () => {
  const { normal } = random(1);
  for (let n = 1; n <= 64; n *= 2) {
    const [x, y] = [0, 1].map(() => Float64Array.from({ length: n }, () => normal()));
    const [re, im] = [x.slice(), y.slice()];
    fourier(re, im);
    for (let k = 0; k < n; k++) {
      let [a, b] = [0, 0];
      for (let j = 0; j < n; j++) {
        const angle = (-2 * Math.PI * j * k) / n;
        a += x[j] * Math.cos(angle) - y[j] * Math.sin(angle);
        b += x[j] * Math.sin(angle) + y[j] * Math.cos(angle);
      }
      expect(re[k]).toBeCloseTo(a, 10);
      expect(im[k]).toBeCloseTo(b, 10);
    }
  }
});
