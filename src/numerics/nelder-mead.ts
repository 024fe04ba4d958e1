/** The lowest place that was found, and how low it is. */
export interface Lowest {
  readonly at: readonly number[];
  readonly value: number;
}

const [reflection, expansion, contraction, shrinkage] = [1, 2, 0.5, 0.5] as const;

/**
 * A low place of f in the unit cube: Nelder & Mead (1965) Comput. J. 7:308. Points outside are put back to the nearest
 * face. Needs no derivatives and takes jumps, as counts of spikes have them; may stop at a place that is not the
 * lowest.
 * @param start a corner of the first simplex; the others lie `size` from it, one along each axis
 * @param evaluations of f, at most
 */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  { size, evaluations }: { readonly size: number; readonly evaluations: number },
): Lowest {
  const n = start.length;
  let left = evaluations;
  const point = (x: readonly number[]): Lowest => {
    const at = x.map((xi) => Math.min(1, Math.max(0, xi)));
    left--;
    return { at, value: f(at) };
  };
  const simplex = [
    point(start),
    ...start.map((_, k) => point(start.map((x, j) => (j === k ? x + (x + size > 1 ? -size : size) : x)))),
  ];
  const sort = (): void => void simplex.sort((a, b) => a.value - b.value);
  sort();
  while (left > 0) {
    const worst = simplex[n];
    const middle = start.map((_, j) => simplex.slice(0, n).reduce((sum, { at }) => sum + at[j], 0) / n);
    const along = (step: number): Lowest => point(middle.map((x, j) => x + step * (x - worst.at[j])));
    const reflected = along(reflection);
    if (reflected.value < simplex[0].value) {
      const expanded = along(expansion);
      simplex[n] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < simplex[n - 1].value) simplex[n] = reflected;
    else {
      const better = reflected.value < worst.value;
      const contracted = along(better ? contraction : -contraction);
      if (contracted.value < Math.min(reflected.value, worst.value)) simplex[n] = contracted;
      else
        for (let k = 1; k <= n; k++)
          simplex[k] = point(simplex[k].at.map((x, j) => simplex[0].at[j] + shrinkage * (x - simplex[0].at[j])));
    }
    sort();
  }
  return simplex[0];
}
