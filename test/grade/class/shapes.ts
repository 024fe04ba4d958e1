/** What becomes of a notebook on its way from the student's editor to the platform. */
import { strToU8, zipSync } from "fflate";
import { cellOf, codeCell, type Book, type Cell } from "../hand-in.js";
import { at, ids, notebook } from "./answers.js";

/** A file as a student hands it in. */
export interface Shaped {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const file = `${notebook}.ipynb`;
const utf8 = (book: Book): Uint8Array => strToU8(JSON.stringify(book, undefined, 1));
const plain = (book: Book): Shaped => ({ name: file, bytes: utf8(book) });
const text = ({ source }: Cell): string => [source].flat().join("");

/** With cells changed: the function may change the book that it gets. */
const changed =
  (change: (book: Book) => void) =>
  (book: Book): Shaped => {
    change(book);
    return plain(book);
  };
const named =
  (name: string) =>
  (book: Book): Shaped => ({ name, bytes: utf8(book) });
const encoded =
  (encode: (text: string) => Uint8Array) =>
  (book: Book): Shaped => ({ name: file, bytes: encode(JSON.stringify(book)) });
const utf16 =
  (bigEndian: boolean) =>
  (words: string): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${words}`, "utf16le");
    return Uint8Array.from(bigEndian ? bytes.swap16() : bytes);
  };

/** nbformat 3: worksheets, and `input` where 4 has `source`. */
function inFormat3({ cells }: Book): Shaped {
  const old = cells.map(({ cell_type, source, metadata }) =>
    cell_type === "code"
      ? { cell_type, input: source, language: "python", metadata, outputs: [], collapsed: false, prompt_number: 1 }
      : { cell_type, source, metadata },
  );
  const book = { metadata: { name: "" }, nbformat: 3, nbformat_minor: 0, worksheets: [{ cells: old, metadata: {} }] };
  return { name: file, bytes: strToU8(JSON.stringify(book)) };
}

function splitInLines(book: Book): void {
  const i = at(book, "exercise", "9.2");
  const cell = book.cells[i];
  const lines = text(cell).split("\n");
  const parts = [lines.slice(0, 2), lines.slice(2)].map((part) => part.join("\n"));
  book.cells.splice(i, 1, { ...cell, source: parts[0] }, codeCell(parts[1]));
}

function mergeWithCheck(book: Book): void {
  for (const id of ids.slice(1, 6)) {
    const [exercise, check] = [at(book, "exercise", id), at(book, "check", id)];
    book.cells[exercise].source = `${text(book.cells[exercise])}\n${text(book.cells[check])}`;
    book.cells.splice(check, 1);
  }
}

function moveBelowCheck(book: Book): void {
  for (const id of ["9.1", "9.4"]) {
    const [moved] = book.cells.splice(at(book, "exercise", id), 1);
    book.cells.splice(at(book, "check", id) + 1, 0, moved);
  }
}

/** An older try of 9.4 above the one that counts, with all its names: nbgrader 1083. */
function copyWithId(book: Book): void {
  const i = at(book, "exercise", "9.4");
  book.cells.splice(i, 0, { ...book.cells[i], source: "const betaH = (V: number): number => 0;" });
}

function big(book: Book): void {
  const picture = { output_type: "display_data", data: { "image/png": "iVBORw0KGgo".repeat(2e6) }, metadata: {} };
  book.cells.filter(({ cell_type: type }) => type === "code")[1]["outputs"] = [picture];
}

const zipped = (files: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync(files, { level: 1 });
const bomb = (): Uint8Array => zipSync({ [file]: new Uint8Array(90e6) }, { level: 9 });
const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(0.7 * bytes.length));

/** All that may become of it, by what a teacher would call it. */
export const shapes = {
  "as Jupyter saves it": plain,
  "written in nbformat 3": inFormat3,
  "with a BOM": encoded((words) => strToU8(`\ufeff${words}`)),
  "in UTF-16, little endian": encoded(utf16(false)),
  "in UTF-16, big endian": encoded(utf16(true)),
  "with line ends of Windows": changed((book) => {
    for (const cell of book.cells) cell.source = text(cell).replaceAll("\n", "\r\n");
  }),
  "without metadata and cell ids": changed((book) => {
    book.metadata = {};
    for (const cell of book.cells) {
      cell.metadata = {};
      delete cell.id;
    }
  }),
  "exercise cells turned into text (nbgrader 1941)": changed((book) => {
    for (const id of ["9.1", "9.2"]) cellOf(book, "exercise", id).cell_type = "markdown";
    cellOf(book, "exercise", "9.3").cell_type = "raw";
  }),
  "check cells turned into text": changed((book) => {
    for (const id of ids.slice(0, 4)) cellOf(book, "check", id).cell_type = "raw";
  }),
  "an exercise split into two cells": changed(splitInLines),
  "exercises merged with their checks": changed(mergeWithCheck),
  "exercises moved below their checks": changed(moveBelowCheck),
  "an exercise twice under one id (nbgrader 1083)": changed(copyWithId),
  "check cells deleted (nbgrader 1682)": changed((book) => {
    book.cells = book.cells.filter(({ id }) => !id?.startsWith("check"));
  }),
  "check cells rewritten (nbgrader 483)": changed((book) => {
    for (const id of ids) cellOf(book, "check", id).source = `const { log } = console; log("${id}: all right");`;
  }),
  "own cells that throw, between": changed(({ cells }) => {
    for (const i of [30, 20, 10]) cells.splice(i, 0, codeCell('throw new Error("scratch");'));
  }),
  "with 22 MB of output": changed(big),
  ".IPYNB": named(`${notebook}.IPYNB`),
  ".ipynb.txt": named(`${file}.txt`),
  ".json": named(`${notebook}.json`),
  "under a name of its own": named("Homework final (2).ipynb"),
  "as Untitled.ipynb": named("Untitled.ipynb"),
  "in a zip": (book: Book) => ({ name: "homework.zip", bytes: zipped({ [file]: utf8(book) }) }),
  "in a zip of a Mac, in a folder": (book: Book) => ({
    name: "Archive.zip",
    bytes: zipped({ [`HH/${file}`]: utf8(book), [`__MACOSX/HH/._${file}`]: strToU8("\0") }),
  }),
  "in a zip in a zip": (book: Book) => ({
    name: "all.zip",
    bytes: zipped({ "inner.zip": zipped({ [file]: utf8(book) }) }),
  }),
  "cut off in the middle": (book: Book) => ({ name: file, bytes: cut(utf8(book)) }),
  "an empty file": () => ({ name: file, bytes: new Uint8Array() }),
  "a PDF": () => ({ name: "homework.pdf", bytes: strToU8("%PDF-1.7 …") }),
  "`null` as JSON": () => ({ name: file, bytes: strToU8("null") }),
  "a damaged zip": (book: Book) => ({ name: "homework.zip", bytes: cut(zipped({ [file]: utf8(book) })) }),
  "a zip bomb": () => ({ name: "homework.zip", bytes: bomb() }),
  "a zip that leads out of itself": (book: Book) => ({
    name: "homework.zip",
    bytes: zipped({ [`../../${file}`]: utf8(book) }),
  }),
} satisfies Readonly<Record<string, (book: Book) => Shaped>>;

export type Shape = keyof typeof shapes;

const with_ = (id: string, code: string) => (book: Book) => {
  cellOf(book, "exercise", id).source = code;
};
const first = (code: string) => (book: Book) => {
  book.cells.splice(2, 0, codeCell(code));
};

/** What somebody does to be given more than is due, or to the others' harm; and which exercises it costs. */
export const attacks: Readonly<Record<string, { readonly costs: readonly string[]; do(book: Book): void }>> = {
  "an endless loop in a cell (otter 469)": {
    costs: ["9.1"],
    do: with_("9.1", "const rate = 1;\nwhile (true) {}"),
  },
  "an endless loop in an answer": {
    costs: ["9.4"],
    do: with_("9.4", "const betaH = (V: number): number => { for (;;) V++; };"),
  },
  "all memory taken (cocalc 4588)": {
    costs: ["9.3"],
    do: with_("9.3", "const whySilent = 1;\nconst hog: number[][] = [];\nfor (;;) hog.push(new Array(1e6).fill(1.5));"),
  },
  "awaits what never comes": {
    costs: ["9.2"],
    do: with_("9.2", 'await new Promise(() => {});\nconst off = "";'),
  },
  "asks for the file system": {
    costs: ["9.5"],
    do: with_("9.5", 'const mistakes = require("fs").readFileSync("/etc/passwd", "utf8").split("\\n");'),
  },
  "speaks in the grader's name (nbgrader 483)": {
    costs: ["9.6"],
    do: with_(
      "9.6",
      `const stepOfTheAxon = (): number => { console.log(JSON.stringify({ kind: "right", points: 99 })); return 0; };`,
    ),
  },
  "rewrites the language": {
    costs: ["9.4"],
    do(book) {
      first(`Object.defineProperty(Object.prototype, "kind", { get: () => "right" });
Object.defineProperty(Object.prototype, "status", { get: () => "passed" });
JSON.stringify = () => '{"kind":"answer","value":{"is":"number","value":1}}';`)(book);
      with_("9.4", "const betaH = (V: number): number => 0;")(book);
    },
  },
  "a look-up table of what the check asks": {
    costs: ["9.4"],
    do: with_("9.4", "const betaH = (V: number): number => ({ 0: 1 / (Math.exp(3) + 1), 30: 0.5 })[V] ?? 0;"),
  },
  "text of a cell is no text": {
    costs: ["9.3"],
    do(book) {
      cellOf(book, "exercise", "9.3").source = { toString: 1 } as unknown as string;
    },
  },
  "answers with a Proxy that does not end": {
    costs: ["9.5"],
    do: with_("9.5", "const mistakes = new Proxy([], { get() { for (;;) {} }, ownKeys() { for (;;) {} } }) as any;"),
  },
  "says that all points are its own": {
    costs: [],
    do(book) {
      for (const id of ids) {
        const { metadata } = cellOf(book, "check", id);
        metadata["nbgrader"] = { ...(metadata["nbgrader"] as object), points: 1000 };
      }
      book.metadata["score"] = 10_000;
    },
  },
};
