/** The largest 1, 2 or 5 times a power of ten that is no wider than this. */
export function roundWidth(widest: number): number {
  const power = 10 ** Math.floor(Math.log10(widest));
  return power * ([1, 2, 5].findLast((step) => step <= widest / power) ?? 1);
}
