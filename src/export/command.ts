import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../checks/usage-error.js";
import { readNotebook } from "./notebook.js";
import { notebookPage } from "./page.js";

/** A notebook, and where its page goes; both absolute. */
interface Job {
  readonly notebook: string;
  readonly page: string;
}

/** `nullcline export`. @returns the exit code: 1 if a notebook could not be read */
export async function exportCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: "string" } },
  });
  const jobs = jobsOf(positionals, values.out);
  let failed = 0;
  for (const job of jobs) {
    const name = relative("", job.notebook);
    try {
      const { html, remarks } = exported(job, jobs);
      mkdirSync(dirname(job.page), { recursive: true });
      writeFileSync(job.page, html);
      for (const remark of remarks) console.error(`${name}, ${remark}`);
      console.log(`${relative("", job.page)}: ${megabytes(html)} MB, to be opened in any browser`);
    } catch (error) {
      failed++;
      console.error(`nullcline export: ${name}: ${(error as Error).message}`);
    }
  }
  return failed > 0 ? 1 : 0;
}

const megabytes = (html: string): string => (Buffer.byteLength(html) / 1e6).toFixed(1);

/** Links to notebooks that are exported with this one lead to their pages. */
function exported({ notebook, page }: Job, jobs: readonly Job[]): ReturnType<typeof notebookPage> {
  const folder = dirname(notebook);
  const link = (to: string): string => {
    const [, path = "", rest = ""] = /^([^?#]*\.ipynb)([?#].*)?$/.exec(to) ?? [];
    const other = jobs.find((job) => path !== "" && job.notebook === resolve(folder, decodeURI(path)));
    if (other === undefined) return to;
    return encodeURI(relative(dirname(page), other.page).replaceAll("\\", posix.sep)) + rest;
  };
  return notebookPage(readNotebook(readFileSync(notebook, "utf8")), {
    name: basename(notebook, ".ipynb"),
    folder,
    link,
  });
}

/** @throws UsageError for what is no notebook, no folder of any, or two pages in one place */
function jobsOf(given: readonly string[], out: string | undefined): readonly Job[] {
  if (given.length === 0) throw new UsageError("expects a notebook, NAME.ipynb, or a folder of notebooks");
  const found = given.flatMap((path) => {
    if (!existsSync(path)) throw new UsageError(`${path} is not there`);
    if (!statSync(path).isDirectory()) return [{ notebook: path, below: basename(path) }];
    const below = notebooksIn(path);
    if (below.length === 0) throw new UsageError(`there is no notebook, NAME.ipynb, in ${path}`);
    return below.map((name) => ({ notebook: join(path, name), below: name }));
  });
  const stray = found.find(({ notebook }) => !notebook.endsWith(".ipynb"));
  if (stray !== undefined) throw new UsageError(`${stray.notebook} is no notebook: its name does not end in .ipynb`);
  const isPage = out !== undefined && /\.html?$/i.test(out);
  if (isPage && found.length > 1)
    throw new UsageError(`--out ${out} is one page for ${found.length} notebooks: give a folder`);
  if (out !== undefined && !isPage && existsSync(out) && !statSync(out).isDirectory())
    throw new UsageError(`--out ${out} is a file that is no page: expected FILE.html, or a folder`);
  const jobs = found.map(({ notebook, below }) => ({
    notebook: resolve(notebook),
    page: resolve(isPage ? out : pageOf(out === undefined ? notebook : join(out, below))),
  }));
  const own = new Map(jobs.map((job) => [job.page, job.notebook]));
  const twice = jobs.find(({ page, notebook }) => own.get(page) !== notebook);
  if (twice !== undefined) throw new UsageError(`two notebooks would be written to ${relative("", twice.page)}`);
  return [...own].map(([page, notebook]) => ({ notebook, page }));
}

const pageOf = (notebook: string): string => notebook.replace(/\.ipynb$/, ".html");

/** Paths of all notebooks below a folder, but for copies that Jupyter keeps and packages. */
const notebooksIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ipynb") && !/(?:^|[\\/])(?:\.|node_modules[\\/])/.test(path))
    .sort();
