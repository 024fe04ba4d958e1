/** What a student wrote and drew for an exercise, taken from the file that was handed in. Nothing of it is believed. */
import { gradeId, withoutSignPost } from "../../course/masters/notebook.js";
import { textOf } from "../intake/text.js";

/** A student's work on one exercise. */
export interface OwnWork {
  /** Text of the exercise's cell; "" if there is none. */
  readonly code: string;
  /** Line of the cell at which `code` begins, from 1: what a compiler says counts from the top of the cell. */
  readonly line: number;
  /** Addresses of the pictures drawn between this exercise and the next one: "data:image/…". */
  readonly pictures: readonly string[];
}

/** Pictures of one exercise, characters of one, and characters of code that a page shows. */
const [most, longest, longestCode] = [2, 400_000, 6000];

type Json = Readonly<Record<string, unknown>>;
const record = (value: unknown): Json => (typeof value === "object" && value !== null ? (value as Json) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const joined = (value: unknown): string =>
  list(Array.isArray(value) ? value : [value])
    .filter((part) => typeof part === "string")
    .join("");

/**
 * @param bytes of a notebook that could be read before
 * @param common texts of cells that everybody got and that show no answer: their pictures are nobody's work
 */
export function ownWork(
  bytes: Uint8Array,
  exercises: readonly string[],
  common: ReadonlySet<string> = new Set(),
): Map<string, OwnWork> {
  const book = record(JSON.parse(textOf(bytes).replace(/^\ufeff/, "")));
  const cells = [...list(book["cells"]), ...list(book["worksheets"]).flatMap((sheet) => list(record(sheet)["cells"]))];
  const work = new Map<string, OwnWork>();
  let current: string | undefined;
  for (const cell of cells.map(record)) {
    const name = record(record(cell["metadata"])["nbgrader"])["grade_id"];
    const begun = exercises.find((id) => name === gradeId("exercise", id));
    const text = joined(cell["source"] ?? cell["input"]);
    if (begun !== undefined) {
      current = begun;
      const code = withoutSignPost(text);
      const line = text.slice(0, text.length - code.length).split("\n").length;
      work.set(begun, { code: code.slice(0, longestCode), line, pictures: [] });
    }
    const own = current === undefined ? undefined : work.get(current);
    if (current === undefined || !own || common.has(text.trim())) continue;
    const pictures = [...own.pictures, ...list(cell["outputs"]).flatMap(picturesOf)].slice(0, most);
    work.set(current, { ...own, pictures });
  }
  return work;
}

function picturesOf(output: unknown): string[] {
  const data = record(record(output)["data"]);
  const png = joined(data["image/png"]).replace(/\s/g, "");
  const drawn = [...joined(data["text/html"]).matchAll(/<img class="nullcline-still"[^>]{0,2000}? src="([^"]*)"/g)];
  return [...(png === "" ? [] : [`data:image/png;base64,${png}`]), ...drawn.map(([, address]) => address)].filter(
    isPicture,
  );
}

/** A picture by itself: in an `<img>` it runs no script and asks for nothing. */
const isPicture = (address: string): boolean =>
  address.length < longest &&
  (/^data:image\/png;base64,[A-Za-z0-9+/=]+$/.test(address) ||
    /^data:image\/svg\+xml,[\w%!'()*+,\-./:;=?@~$ ]+$/.test(address));
