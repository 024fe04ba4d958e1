export interface BookCell {
  readonly id: string;
  readonly cell_type: string;
  readonly source: readonly string[];
}
export interface BookPage {
  readonly kind: "notebook" | "glossary" | "model" | "document";
  readonly source: string;
  readonly address: string;
  readonly title: string;
  /** Of notebooks. */
  readonly cells: readonly BookCell[];
}
/** What the book holds, in its order. */
export function contents(
  notebooks?: readonly string[],
): { readonly name: string; readonly pages: readonly BookPage[] }[];
