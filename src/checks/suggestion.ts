/**
 * " Did you mean 'gNa'?" if a candidate is within two edits of `name`, else "". One that differs in case and
 * underscores only, as tauN from `tau_n`, comes before all others. What is no text, as code without types may hand
 * over, is told to be none.
 */
export function suggestion(name: string, candidates: Iterable<string>): string {
  if (typeof name !== "string") return ` A name is a text, such as '${[...candidates][0] ?? "V"}'.`;
  let best: string | undefined;
  let least = Math.min(2, Math.floor(name.length / 2)) + 1;
  for (const candidate of candidates) {
    const distance = letters(candidate) === letters(name) ? 0 : editDistance(name, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best === undefined ? "" : ` Did you mean '${best}'?`;
}

/** A name without what is typed in two ways: capitals and underscores. */
const letters = (name: string): string => name.replaceAll("_", "").toLowerCase();

/** Number of insertions, deletions and substitutions that turn a into b (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}
