/**
 * The declarations of the language as one file. TypeScript has them in sixty, and puts these together anew for each
 * program, which is for each cell.
 */
/** The name of the file, among the others. */
export const libraryName = "lib.cells.d.ts";

const ascii: Readonly<Record<string, string>> = { "\u2212": "-", "\u2013": "-", "\u2014": "-", "\u2019": "'" };
const reference = /^\/\/\/ *<reference (?:lib="([^"]+)"|no-default-lib="true") *\/>.*$/gm;

/**
 * The text of the file.
 * @param names of the files that are wanted, such as lib.es2023.d.ts
 * @param read gives the text of one
 * @throws Error if one is not there
 */
export function libraryText(names: readonly string[], read: (name: string) => string | undefined): string {
  const texts = new Map<string, string>();
  function add(name: string): void {
    if (texts.has(name)) return;
    const text = read(name);
    if (text === undefined) throw new Error(`TypeScript has no file ${name}`);
    texts.set(name, "");
    for (const [, wanted] of text.matchAll(reference)) if (wanted !== undefined) add(`lib.${wanted}.d.ts`);
    texts.delete(name); // behind what it builds on
    // One letter beyond Latin-1, all of them in comments, and the engine keeps two bytes for each of half a million.
    texts.set(
      name,
      text.replace(reference, "").replace(/[^\0-\xff]/g, (letter) => ascii[letter] ?? "?"),
    );
  }
  for (const name of names) add(name);
  return `/// <reference no-default-lib="true"/>\n${[...texts.values()].join("\n")}`;
}
