import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const documents = [
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "README.md",
  "environment.md",
  "docs/exchange.md",
  "docs/export.md",
  "docs/grading.md",
  "notebooks/source/README.md",
];
/** What set-up, a build or a command writes; what stands for something else; what is no file. By how it begins. */
const others = [
  ...["node_modules", "dist", ".venv", "docs/api", "marks", "results.json", "kernel.json"],
  ...[
    "submitted",
    "ab123",
    "doejane",
    "timestamp.txt",
    ...["gradebook.csv", "explanations.csv", "explanations-new.csv", "marks/explanations.csv"],
    "class.html",
    "moodle.csv",
    "canvas.csv",
    "blackboard.csv",
    "feedback",
    "marked.jsonl",
    "source/07",
    ".nullcline-progress.json",
    ...["moodle-feedback.zip", "roster.csv", "autograder.zip", "setup.sh", "run_autograder"],
    ".ipynb",
    "NN-slug",
    "notebooks/source/NN-slug",
  ],
  ...["text/html", "text/plain", "nullcline/kernel", "nullcline/grade"],
];

/** Every file and folder that the project holds, as a path from its root that begins with a stroke. */
const paths = [
  ...readdirSync(".").map((name) => `/${name}`),
  ...["src", "test", "scripts", "bench", "docs", "notebooks", "data"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
      (path) => `/${folder}/${path.replaceAll("\\", "/")}`,
    ),
  ),
];
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Readonly<Record<string, string>> };
const cli = readFileSync("src/cli.ts", "utf8");
/** Every word of the code, in which a name has to be. */
const words = new Set(
  paths
    .filter((path) => /\.(ts|mjs)$|package\.json$/.test(path) && path !== "/test/documents.test.ts")
    .flatMap((path) => readFileSync(`.${path}`, "utf8").match(/[\w$]+/g) ?? []),
);

/** A file or a folder: it has a stroke or an ending, and nothing that stands for several. */
const isPath = (code: string): boolean =>
  /^[\w.@-]*(\/[\w.@-]+)*\/?$/.test(code) && /\/|\.(ts|js|mjs|json|md|py|txt|csv|ipynb)$/.test(code);

const exists = (code: string): boolean => paths.some((path) => path.endsWith(`/${code.replace(/\/$/, "")}`));

/** What stands between backticks, but for blocks of code. */
const spans = (text: string): string[] =>
  [...text.replace(/```[\s\S]*?```/g, "").matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);

test.each(documents)("%s names files, folders and commands that are there", (document) => {
  const text = readFileSync(document, "utf8");
  const named = spans(text).filter((code) => isPath(code) && !others.some((other) => code.startsWith(other)));
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, to]) => join(dirname(document), to));
  const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
  expect(named.length + links.length).toBeGreaterThan(0);
  expect(named.filter((code) => !exists(code))).toEqual([]);
  expect(links.filter((to) => !existsSync(to))).toEqual([]);
  expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
  const own = [...text.matchAll(/npx nullcline (\w+)/g)].map(([, name]) => name);
  expect(own.filter((name) => !cli.includes(`usage: "${name} `))).toEqual([]);
});

test("ARCHITECTURE.md and CONTRIBUTING.md name functions and types that the code has", () => {
  const code = documents.slice(0, 2).flatMap((document) => spans(readFileSync(document, "utf8")));
  const names = code.filter((each) => !isPath(each)).flatMap((each) => each.match(/[A-Za-z]\w+/g) ?? []);
  expect(names.filter((name) => !words.has(name))).toEqual([]);
});

test("no line of ARCHITECTURE.md has more than 160 characters", () => {
  const lines = readFileSync("ARCHITECTURE.md", "utf8").split("\n");
  expect(lines.filter((line) => [...line].length > 160)).toEqual([]);
});
