/**
 * One result in several formats, by MIME type. A reader's program shows the richest one it knows; `"text/plain"` is
 * what remains in a terminal, a diff or a screen reader, so it is never left out.
 */
export interface MimeBundle {
  readonly "text/plain": string;
  readonly [mimeType: string]: string | object;
}

/** A text that outlives the process. */
export interface TextStore {
  /** How a sentence calls it: the name of its file. */
  readonly name: string;
  /** The text, or undefined where there is none yet. @throws Error where it cannot be read */
  read(): string | undefined;
  /** Replaces the text: a reader sees the old one or the new one, never half of one. @throws Error */
  write(text: string): void;
  /** Puts a text that is damaged out of the way. @returns its new name @throws Error */
  setAside(): string;
}

/** The master of a notebook: its name, "08-hodgkin-huxley", and its source. */
export interface MasterText {
  readonly name: string;
  readonly source: string;
}

/** Finds a master by the notebook's number, "07"; undefined in a copy of the course without masters. */
export type Masters = (number: string) => MasterText | undefined;

/** What is used of mathjs. */
export interface MathJs {
  parse(text: string): unknown;
  unit(text: string): unknown;
  multiply(unit: unknown, by: number): unknown;
  createUnit(name: string, definition: object, options: object): unknown;
}

/** What is used of Temml. */
export interface Temml {
  renderToString(tex: string, options: object): string;
}

/**
 * What Node and a browser do each in their own way. `node.ts` and `browser.ts` implement it; all code imports
 * `node.ts`, for which a bundler takes `browser.ts`, as the field `browser` of package.json says. Nothing is read or
 * loaded before it is asked for.
 */
export interface Host {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A file of the package as text, by its path, "data/hodgkin-huxley-1952.json". @throws Error if it is not there */
  file(path: string): string;
  /** The code of the whole figure library. @throws Error, with what to install, if it is not there */
  figureLibrary(): string;
  gzip(content: string): Uint8Array;
  /** Shows a result below the running cell; outside a notebook, prints its plain text. */
  display(bundle: MimeBundle): void;
  /** Where progress in the course is kept: beside the notebook, or in the browser's storage. */
  progress(): TextStore;
  readonly masters: Masters;
  mathjs(): MathJs;
  temml(): Temml;
}
