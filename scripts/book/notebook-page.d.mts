import type { BookPage } from "./contents.mjs";

/** A notebook as a page to read. */
export function notebookPage(
  page: Pick<BookPage, "cells" | "source">,
  tools: {
    readonly set: (markdown: string) => string;
    readonly outputs: Readonly<Record<string, object>>;
    readonly picture: (svg: string) => string;
    readonly exercises: ReadonlyMap<string, { readonly title: string; readonly hints: readonly string[] }>;
    readonly open: (cell: string) => string;
    readonly waits: (cell: number) => readonly string[];
  },
): string;
