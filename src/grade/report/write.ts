/** Writes everything that a marking comes to. */
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gradebook } from "./gradebook.js";
import type { Results } from "./results.js";

/** @param out a folder that is there */
export function writeReports(out: string, results: Results): void {
  const write = (name: string, text: string): void => {
    // Whoever reads the file sees the whole of it, the old one or the new one.
    writeFileSync(join(out, `${name}.part`), text);
    renameSync(join(out, `${name}.part`), join(out, name));
  };
  write("results.json", `${JSON.stringify(results, undefined, 2)}\n`);
  write("gradebook.csv", gradebook(results));
}
