import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { exportCommand } from "../../src/export/command.js";

let folder: string;
const at = (...path: readonly string[]): string => join(folder, ...path);
const notebook = (source: string = "# A"): string =>
  JSON.stringify({ nbformat: 4, metadata: {}, cells: [{ cell_type: "markdown", source }] });
const said: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nullcline-export-"));
  said.length = 0;
  for (const name of ["log", "error"] as const)
    vi.spyOn(console, name).mockImplementation((line) => void said.push(line));
  mkdirSync(at("week", ".ipynb_checkpoints"), { recursive: true });
  writeFileSync(at("a.ipynb"), notebook("[b](week/b.ipynb)"));
  writeFileSync(at("week", "b.ipynb"), notebook());
  writeFileSync(at("week", ".ipynb_checkpoints", "b.ipynb"), notebook());
  writeFileSync(at("old.txt"), "");
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe("nullcline export", () => {
  it("writes the page beside the notebook, over one that is there", async () => {
    writeFileSync(at("a.html"), "an older page");
    expect(await exportCommand([at("a.ipynb")])).toBe(0);
    expect(readFileSync(at("a.html"), "utf8")).toContain("<h1>a</h1>");
    expect(said).toEqual([expect.stringMatching(/a\.html: 0\.\d MB, to be opened in any browser$/)]);
  });
  it("writes it where it is told, and all of a folder into another", async () => {
    expect(await exportCommand([at("a.ipynb"), "--out", at("new", "page.html")])).toBe(0);
    expect(existsSync(at("new", "page.html"))).toBe(true);
    expect(await exportCommand([folder, "--out", at("pages")])).toBe(0);
    expect(readFileSync(at("pages", "a.html"), "utf8")).toContain('href="week/b.html"');
    expect(existsSync(at("pages", "week", "b.html"))).toBe(true);
    expect(existsSync(at("pages", "week", ".ipynb_checkpoints"))).toBe(false);
  });
  it("goes on after a notebook that is none, names it, and ends with 1", async () => {
    writeFileSync(at("week", "a.ipynb"), '{"nbformat": 3}');
    expect(await exportCommand([at("week")])).toBe(1);
    expect(said[0]).toMatch(/^nullcline export: .*a\.ipynb: nbformat is 3, expected 4/);
    expect(existsSync(at("week", "b.html"))).toBe(true);
  });
});

describe("a call that is none", () => {
  it.each<readonly [string, () => readonly string[], RegExp]>([
    ["without a notebook", () => [], /^expects a notebook/],
    ["with one that is not there", () => [at("c.ipynb")], /c\.ipynb is not there$/],
    ["with another file", () => [at("old.txt")], /old\.txt is no notebook: its name does not end in \.ipynb$/],
    ["with two and one page", () => [folder, "--out", at("a.html")], /one page for 2 notebooks: give a folder$/],
    ["with a page that is none", () => [at("a.ipynb"), "--out", at("old.txt")], /is a file that is no page/],
    ["with the notebook as its page", () => [at("a.ipynb"), "--out", at("a.ipynb")], /is a file that is no page/],
  ])("%s, is told and writes nothing", async (_, args, problem) => {
    await expect(exportCommand(args())).rejects.toThrow(problem);
    expect(existsSync(at("a.html"))).toBe(false);
  });
});
