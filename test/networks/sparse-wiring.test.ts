import { expect, test } from "vitest";
import { sparseWiring } from "../../src/networks/sparse-wiring.js";

const groups = [
  { count: 40, inputs: 9 },
  { count: 10, inputs: 10 },
];

test("every cell listens to so many of each group, none twice", () => {
  const { first, targets } = sparseWiring(groups, 3);
  const heard = Array.from({ length: 50 }, (): number[] => []);
  for (let from = 0; from < 50; from++)
    for (let s = first[from]; s < first[from + 1]; s++) heard[targets[s]].push(from);
  for (const sources of heard) {
    expect(new Set(sources).size).toBe(19);
    expect(sources.filter((k) => k < 40)).toHaveLength(9);
  }
});

test("who is heard is drawn evenly: of 40 cells of 9 inputs each 11.25 on average, within four standard deviations", () => {
  const counts = new Float64Array(40);
  for (let seed = 1; seed <= 100; seed++) {
    const { first } = sparseWiring(groups, seed);
    counts.forEach((_, k) => (counts[k] += first[k + 1] - first[k]));
  }
  // 50 draws in each of 100 networks, each with probability 9/40
  const spread = Math.sqrt(5000 * (9 / 40) * (31 / 40));
  for (const n of counts) expect(Math.abs(n - 1125)).toBeLessThan(4 * spread);
});
