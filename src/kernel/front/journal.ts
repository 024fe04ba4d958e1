/** A file to which lines are added. */
import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import type { Journal } from "./history.js";

/** The journal in a file, which need not be there yet. */
export const fileJournal = (file: string): Journal => ({
  read: () => (existsSync(file) ? readFileSync(file, "utf8") : ""),
  append: (text) => appendFileSync(file, text),
  remove: () => rmSync(file, { force: true }),
});
