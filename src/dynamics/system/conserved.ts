import type { Model } from "../../model/model.js";

const alike = 1e-9; // of the largest: what is left of a rate after elimination

/**
 * Sums of states that never change, as the total of a substance in a closed system, in words: where there is one, whole
 * curves of states rest, which no continuation follows. Found by elimination from the rates at some states of the
 * windows.
 */
export function conservedInWords(model: Model): string[] {
  if (model.spiking.reset) return [];
  const names = model.stateNames;
  const n = names.length;
  const samples = Array.from({ length: n + 4 }, (_, k) =>
    model.field(
      names.map((name, i) => {
        const [low, high] = model.ranges[name];
        return low + (high - low) * ((0.5 + 0.618034 * (k + 1) + 0.4142136 * i * (k + 2)) % 1);
      }),
    ),
  );
  if (!samples.every((rates) => rates.every(Number.isFinite))) return [];
  const size = names.map((_, i) => Math.max(...samples.map((rates) => Math.abs(rates[i]))) || 1);
  const rows = samples.map((rates) => Float64Array.from(rates, (v, i) => v / size[i]));
  const pivots: number[] = []; // the state that each row in turn was solved for
  for (;;) {
    const from = pivots.length;
    let best = { row: -1, i: -1, value: alike };
    for (let row = from; row < rows.length; row++)
      for (let i = 0; i < n; i++)
        if (Math.abs(rows[row][i]) > best.value) best = { row, i, value: Math.abs(rows[row][i]) };
    if (best.row < 0) break;
    [rows[from], rows[best.row]] = [rows[best.row], rows[from]];
    const pivot = rows[from].map((v) => v / rows[from][best.i]);
    rows.forEach((row, k) => (rows[k] = k === from ? pivot : row.map((v, i) => v - row[best.i] * pivot[i])));
    pivots.push(best.i);
  }
  return names.flatMap((name, free) => {
    if (pivots.includes(free)) return [];
    const terms = pivots.flatMap((i, row) => {
      const weight = (-rows[row][free] * size[free]) / size[i];
      return Math.abs(weight * size[i]) > 1e-6 * size[free] ? [{ weight, name: names[i] }] : [];
    });
    const sum = [{ weight: 1, name }, ...terms].map(({ weight, name: one }, k) => {
      const factor = Number(Math.abs(weight).toPrecision(6));
      return `${weight < 0 ? "- " : k > 0 ? "+ " : ""}${factor === 1 ? "" : `${factor} `}${one}`;
    });
    return [
      `${sum.join(" ")} never changes, so whole curves of states rest, and branches of them were not followed: write ` +
        `${name} as a quantity, a parameter less the others`,
    ];
  });
}
