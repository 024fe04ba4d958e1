export interface Typesetter {
  set(markdown: string): string;
  readonly headings: readonly { readonly level: number; readonly id: string; readonly title: string }[];
}
/** For one page. */
export function typesetter(options: {
  readonly link: (to: string, name: "href" | "src") => string;
  readonly terms?: { mark(tokens: readonly unknown[]): void };
}): Typesetter;
/** Text within HTML. */
export function escaped(text: string): string;
