// Notebooks as files, and what Jupyter's own tools make of them: nbclient runs them, nbconvert turns them into pages.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { jupyterEnv, venvPython } from "../../scripts/setup.mjs";
import { root } from "../../scripts/steps.mjs";
import { patience } from "../patience.js";

/** A notebook's output as it stands in the file. */
export interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
  readonly ename?: string;
  readonly evalue?: string;
  readonly traceback?: readonly string[];
}

export interface NotebookCell {
  readonly id: string;
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly execution_count?: number | null;
  readonly outputs?: readonly Output[];
  readonly metadata?: { readonly nbgrader?: { readonly grade: boolean } };
}

export function needSetUp(): void {
  if (!existsSync(venvPython)) throw new Error("the project is not set up: npm test does it");
}

/** A new folder that has the packages of the project, as a folder inside it would, and copies of `files`. */
export function workFolder(files: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-work-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  for (const file of files) copyFileSync(file, join(folder, basename(file)));
  return folder;
}

/** Writes a notebook of code cells. */
export function writeNotebook(file: string, cells: readonly string[]): void {
  writeFileSync(
    file,
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } },
      cells: cells.map((source, i) => ({
        cell_type: "code",
        id: `cell-${i}`,
        source,
        metadata: {},
        outputs: [],
        execution_count: null,
      })),
    }),
  );
}

export const readNotebook = (file: string): readonly NotebookCell[] =>
  (JSON.parse(readFileSync(file, "utf8")) as { cells: NotebookCell[] }).cells;

/** A string that may be kept as a list of lines. */
export const joined = (text: string | readonly string[] | undefined): string =>
  typeof text === "string" ? text : (text ?? []).join("");

/** A notebook for nbclient: whether it goes on after errors, and the kernel, by default the one that set-up registers. */
export interface Job {
  readonly file: string;
  readonly allowErrors?: boolean;
  readonly kernel?: string;
}

/** Runs notebooks with one nbclient, all at once, and writes the outputs into those in which no cell stops it. */
export async function executeAll(
  jobs: readonly Job[],
  env: NodeJS.ProcessEnv = {},
): Promise<readonly { readonly cells: readonly NotebookCell[]; readonly error: string }[]> {
  const asked = jobs.map((job) => ({ allowErrors: false, kernel: "tslab", ...job }));
  const script = join(root, "test", "e2e", "execute.py");
  const errors = JSON.parse(await python([script, String(patience / 1000), JSON.stringify(asked)], env)) as string[];
  return jobs.map(({ file }, k) => ({ cells: readNotebook(file), error: errors[k] }));
}

/** @throws Error with what nbclient says, if a cell fails */
export async function execute(file: string): Promise<readonly NotebookCell[]> {
  const [{ cells, error }] = await executeAll([{ file }]);
  if (error !== "") throw new Error(error);
  return cells;
}

/** Registers stock tslab in `folder`, as "stock"; gives the environment in which Jupyter finds it. */
export function stockKernel(folder: string): NodeJS.ProcessEnv {
  const kernel = join(folder, "share", "kernels", "stock");
  mkdirSync(kernel, { recursive: true });
  const tslab = join(root, "node_modules", "tslab", "bin", "tslab");
  writeFileSync(
    join(kernel, "kernel.json"),
    JSON.stringify({
      argv: [process.execPath, tslab, "kernel", "--config-path", "{connection_file}"],
      display_name: "TypeScript",
      language: "typescript",
    }),
  );
  return { JUPYTER_PATH: join(folder, "share") };
}

/** Exports the notebook as a page beside it; resolves to the page's path. */
export async function exportPage(file: string): Promise<string> {
  await python(["-m", "nbconvert", "--to=html", file]);
  return file.replace(/\.ipynb$/, ".html");
}

/** Gives what it writes to stdout. */
async function python(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  needSetUp();
  const tool = spawn(venvPython, args, {
    env: { ...jupyterEnv(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    tool[name].setEncoding("utf8").on("data", (chunk: string) => {
      printed[name] += chunk;
    });
  const [code] = (await once(tool, "close")) as [number | null];
  if (code !== 0) throw new Error(`python ${args.join(" ")} ended with ${code}:\n${printed.stdout}${printed.stderr}`);
  return printed.stdout;
}
