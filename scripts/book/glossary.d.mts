export interface Entry {
  readonly term: string;
  readonly meaning: string;
  readonly id: string;
  readonly words: readonly string[];
}
/** The terms, each with its meaning and the words by which a text may use it. */
export function readGlossary(): readonly Entry[];
/** One page's way to the glossary. */
export function termsOf(
  glossary: readonly Entry[],
  page: { readonly address: string },
): { readonly met: ReadonlySet<string>; mark(tokens: readonly unknown[]): void };
/** The page of the glossary, its meanings set by `set`, with the pages that use a term. */
export function glossaryPage(
  glossary: readonly Entry[],
  set: (markdown: string) => string,
  uses: ReadonlyMap<string, readonly { readonly address: string; readonly title: string }[]>,
): string;
