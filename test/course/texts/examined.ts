/** Texts for an exercise in words, written before its check was read, or after it was mended and before it was tried. */
export interface Examined {
  /** As different students write who understood: terse, at length, in other words, with numbers, in a second language. */
  readonly right: readonly string[];
  /** By what is wrong: sides confused, claims denied, another cause, words without sentences. */
  readonly wrong: Readonly<Record<string, string>>;
}
