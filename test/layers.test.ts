import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { sourceOf } from "./sources.js";

/** The folders of ARCHITECTURE.md, from the ground up: each may import those before it. */
const floors = [
  "checks",
  "text",
  "host",
  "numerics",
  "model",
  "models",
  "solve",
  "cables",
  "spikes",
  "networks",
  "dynamics",
  "experiments",
];

/** What each folder may import beside itself, where that is not all that stands before it. */
const below: Readonly<Record<string, { readonly code: readonly string[]; readonly types?: readonly string[] }>> = {
  checks: { code: [] },
  text: { code: [] },
  host: { code: [] },
  numerics: { code: [] },
  model: { code: ["numerics"] },
  models: { code: ["numerics", "model"] },
  solve: { code: ["numerics", "model"] },
  cables: { code: ["numerics", "model", "solve"] },
  spikes: { code: ["numerics"] },
  networks: { code: ["numerics", "model", "solve"] },
  dynamics: { code: ["numerics", "model", "solve", "spikes"] },
  experiments: { code: ["numerics", "model", "solve", "dynamics"] },
  figure: { code: [], types: floors },
  live: { code: [...floors, "figure"] },
  course: { code: [...floors, "figure", "live"] },
};
/** What everything may import: it knows nothing of neurons. */
const ground = ["checks", "text", "host"];
/** Entries of the package; nobody imports them. */
const entries = ["index.ts", "kernel.ts", "grade.ts", "cli.ts"];
const anything = ["kernel", "grade", "lite", "book", "export", "exchange", "pages"]; // and imported by nobody but each other and cli.ts

interface Import {
  readonly target: string;
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** All imports and re-exports of a file, lazy ones too; those of the project as paths below its folder. */
function importsOf(file: string, folder: string = "src"): Import[] {
  const source = sourceOf(join(folder, file));
  const hasLazy = /\bimport\s*\(/.test(source.text);
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return;
    const own = specifier.text.startsWith(".");
    const path = specifier.text.replace(/\.js$/, ".ts");
    found.push({ target: own ? posix.join(dirname(file), path) : specifier.text, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    if (hasLazy) ts.forEachChild(node, visit);
  };
  source.statements.forEach(visit);
  return found;
}

test("an import only points down the table of folders in ARCHITECTURE.md", () => {
  const wrong: string[] = [];
  for (const file of files) {
    const [folder = "", inFolder] = file.split("/");
    if (inFolder === undefined) continue; // an entry
    if (!anything.includes(folder)) expect(below, `src/${file}: a folder that the table lacks`).toHaveProperty(folder);
    for (const { target, typeOnly } of imports.get(file) ?? []) {
      if (!imports.has(target)) continue;
      const to = target.split("/")[0];
      const may = below[folder];
      const allowed =
        anything.includes(folder) ||
        to === folder ||
        may.code.includes(to) ||
        ground.includes(to) ||
        (typeOnly && may.types?.includes(to));
      if (!allowed || entries.includes(target)) wrong.push(`src/${file} imports src/${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every import of a file of the project names one that is there", () => {
  const missing = [...imports].flatMap(([file, all]) =>
    all.filter(({ target }) => target.endsWith(".ts") && !imports.has(target)).map(({ target }) => [file, target]),
  );
  expect(missing).toEqual([]);
});

test("no file imports itself by way of others, not even for a type", () => {
  expect(circles(graphOf(imports))).toEqual([]);
});

test("no script imports itself by way of others, not even lazily", () => {
  const scripts = readdirSync("scripts").filter((file) => file.endsWith(".mjs"));
  const graph = graphOf(new Map(scripts.map((file) => [file, importsOf(file, "scripts")])));
  expect(graph.get("test.mjs")).toContain("setup.mjs"); // these are read
  expect(graph.get("setup.mjs")).toContain("build.mjs"); // lazily
  expect(circles(graph)).toEqual([]);
});

/** The rooms of src/dynamics, from the ground up; what stands in no room are the entry points, of which a dissection uses one. */
const rooms = [
  "system",
  "continuation",
  "equilibria",
  "resets",
  "cycles",
  "phase",
  "plane",
  "entry points",
  "dissection",
];
const mostArrows = 23;

test(`the rooms of dynamics import down the list of them, with ${mostArrows} arrows at most`, () => {
  const roomOf = (file: string): string => (file.split("/").length > 2 ? file.split("/")[1] : "entry points");
  const arrows = new Set<string>();
  for (const [file, all] of imports) {
    if (!file.startsWith("dynamics/")) continue;
    expect(rooms, `src/${file}: a room that the list lacks`).toContain(roomOf(file));
    for (const { target } of all)
      if (target.startsWith("dynamics/") && roomOf(target) !== roomOf(file))
        arrows.add(`${roomOf(file)} → ${roomOf(target)}`);
  }
  const upward = [...arrows].filter((arrow) => {
    const [from, to] = arrow.split(" → ").map((room) => rooms.indexOf(room));
    return from < to;
  });
  expect(upward).toEqual([]);
  expect([...arrows].length, [...arrows].sort().join("\n")).toBeLessThanOrEqual(mostArrows);
});

/** In a bundle for a browser the side that package.json names stands for Node's. */
const { browser } = JSON.parse(readFileSync("package.json", "utf8")) as { browser: Readonly<Record<string, string>> };
const inBrowser = (file: string): string =>
  browser[`./src/${file.replace(/\.ts$/, ".js")}`]?.replace("./src/", "") ?? file;

test("the main entry in a browser reaches no module of Node and no package but those that run there", () => {
  const graph = new Map(
    [...imports].map(([file, all]) => [
      file,
      all.filter(({ typeOnly }) => !typeOnly).map(({ target }) => inBrowser(target)),
    ]),
  );
  const reached = reach(graph, "index.ts");
  expect(reached).toContain("host/browser.ts");
  expect(reached).not.toContain("host/node.ts");
  expect([...reached].filter((target) => !imports.has(target)).sort()).toEqual([
    "fflate",
    "mathjs/lib/browser/math.js",
    "temml",
  ]);
});

test("to load the main entry does nothing but define: no statement stands at the top of a module", () => {
  const graph = graphOf(imports);
  const doing = [...reach(graph, "index.ts")]
    .filter((file) => imports.has(file))
    .flatMap((file) => statementsOf(file).map((statement) => `src/${file}: ${statement}`));
  expect(doing).toEqual([]);
});

/** What a module does when it is loaded, beside declaring. */
function statementsOf(file: string): string[] {
  const source = sourceOf(join("src", file));
  const declares = (statement: ts.Statement): boolean =>
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isVariableStatement(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return source.statements.filter((statement) => !declares(statement)).map((statement) => statement.getText(source));
}

test("of the build, the browser takes the same side as of the sources", () => {
  const built = Object.entries(browser).filter(([from]) => from.startsWith("./dist/"));
  const sources = Object.entries(browser).filter(([from]) => from.startsWith("./src/"));
  expect(built.map(([from, to]) => [from, to])).toEqual(
    sources.map(([from, to]) => [
      from.replace("./src/", "./dist/"),
      to.replace("./src/", "./dist/").replace(/ts$/, "js"),
    ]),
  );
});

/** The files that each file imports. */
const graphOf = (all: ReadonlyMap<string, readonly Import[]>): Map<string, readonly string[]> =>
  new Map([...all].map(([file, its]) => [file, its.map(({ target }) => target)]));

/** The circles of a graph: each set of nodes that reach one another. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const reached = new Map([...graph.keys()].map((node) => [node, reach(graph, node)]));
  const left = new Set([...graph.keys()].filter((node) => reached.get(node)?.has(node)));
  const found: string[][] = [];
  for (const node of left) {
    const circle = [...left].filter((other) => reached.get(node)?.has(other) && reached.get(other)?.has(node));
    for (const member of circle) left.delete(member);
    found.push(circle);
  }
  return found;
}

/** The nodes to which an arrow or a chain of arrows leads from `start`. */
function reach(graph: ReadonlyMap<string, readonly string[]>, start: string): Set<string> {
  const found = new Set<string>();
  const next = [...(graph.get(start) ?? [])];
  for (let node = next.pop(); node !== undefined; node = next.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    next.push(...(graph.get(node) ?? []));
  }
  return found;
}
