// What the cells of the notebooks put out. A notebook is executed once, and again when it or what runs it has changed.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { hash, root, run, step } from "../steps.mjs";

/** What of src no output depends on. */
const others = ["book", "exchange", "export", "grade", "lite", "pages", "cli.ts", "grade.ts"];

/**
 * @param notebooks paths of notebooks in the project
 * @param cache a folder in which outputs are kept
 * @returns for each notebook what its cells put out, by the id of the cell
 */
export async function executed(notebooks, cache) {
  mkdirSync(cache, { recursive: true });
  const sources = readdirSync(join(root, "src")).filter((name) => !others.includes(name));
  const runner = hash([
    ...sources.map((name) => `src/${name}`),
    "data",
    "package-lock.json",
    "scripts/book/execute.mjs",
  ]);
  const nameOf = (path) => basename(path, ".ipynb");
  const files = new Map(
    notebooks.map((path) => [path, join(cache, `${nameOf(path)}.${hash([path], runner).slice(0, 16)}.json`)]),
  );
  const missing = notebooks.filter((path) => !existsSync(files.get(path)));
  if (missing.length > 0)
    await step(`outputs of ${missing.length} notebooks`, "", undefined, async () => {
      const next = async () => {
        for (let path = missing.shift(); path !== undefined; path = missing.shift())
          await execute(path, files.get(path), cache);
      };
      await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, next));
    });
  return new Map(notebooks.map((path) => [path, JSON.parse(readFileSync(files.get(path), "utf8"))]));
}

async function execute(notebook, out, cache) {
  const name = basename(notebook, ".ipynb");
  for (const old of readdirSync(cache)) if (old.startsWith(`${name}.`)) rmSync(join(cache, old));
  const folder = mkdtempSync(join(cache, "run-")); // the reader's progress is kept in it
  try {
    const program = join(root, "scripts", "book", "execute.mjs");
    await run([process.execPath, program, join(root, notebook), folder, out], `${notebook} can not be executed`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
