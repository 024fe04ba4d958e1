/** The file of a notebook as JSON, whatever wrote it. */

/** Any record of JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** The value if it is a record, an empty one if it is anything else. */
export const record = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** The value if it is a list, an empty one if it is anything else. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** @throws Error saying why this is no notebook */
export function notebookJson(text: string): Json {
  const own = text.replace(/^\ufeff/, "");
  if (own.trim() === "") throw new Error("not a notebook: the file is empty");
  try {
    return record(JSON.parse(own));
  } catch (error) {
    const cut = /^\s*\{/.test(own) && !/\}\s*$/.test(own);
    throw new Error(
      cut
        ? "not a notebook: it ends in the middle, as after an upload that broke off"
        : `not a notebook: ${(error as Error).message.replace(/\s+/g, " ").slice(0, 120)}`,
      { cause: error },
    );
  }
}
