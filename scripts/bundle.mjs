// Bundles: the main entry for Node, and what setup() puts into a notebook, the figure library and the runtime of
// src/live.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { build, buildSync } from "esbuild";
import { minifySync } from "rolldown/utils";
import { root } from "./steps.mjs";

export const figureLibrary = () =>
  readFileSync(createRequire(import.meta.url).resolve("plotly.js-cartesian-dist-min"), "utf8");

/** Folders of src from the ground up, as in ARCHITECTURE.md. */
const floors = "checks text numerics model models solve cables spikes networks dynamics experiments figure live".split(
  " ",
);

/**
 * In the runtime our own code alone calls public functions, with what a cell was asked for: nobody hands it what is no
 * model, or misspells an option, or has a population there that learns or is too large. Functions that ask are empty
 * there, and left out with their calls.
 */
const trusting = {
  name: "trusting",
  setup({ onLoad }) {
    const checks = "checks.(require-made|require-model|first-guesses|option-kinds|suggestion)";
    const asking = `${checks}|solve.population.(room|[a-z-]+-plasticity)`;
    onLoad({ filter: new RegExp(`src.(${asking})\\.ts$`) }, ({ path }) => {
      const names = readFileSync(path, "utf8").matchAll(/^export (function|const) (\w+)/gm);
      const empty = { function: path.endsWith("suggestion.ts") ? "() { return ''; }" : "() {}", const: " = {}" };
      return { contents: Array.from(names, ([, kind, name]) => `export ${kind} ${name}${empty[kind]}`).join("\n") };
    });
  },
};

const options = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: "esm",
  splitting: true,
  platform: "browser",
  // Of a scene's file only what runs in a browser is taken; what is left imports these, and asks where it lies.
  packages: "external",
  logOverride: { "empty-import-meta": "silent" },
  target: "es2022",
  charset: "utf8",
  tsconfigRaw: {},
  absWorkingDir: root,
  outdir: join(root, "dist", "live"),
  plugins: [trusting],
};

/** The runtime, and its parts by the names of src/live/parts.ts. */
const entries = {
  runtime: "./src/live/runtime.ts",
  analyses: "./src/live/explorer/analysis/analyses.ts",
  scenes: "./src/live/scene-mount.ts",
  extras: "./src/live/explorer/extras/extras.ts",
  files: "./src/live/explorer/views/export-controls.ts",
  drawings: "./src/live/explorer/apart/drawings.ts",
};

/**
 * The code of the browser: the runtime, which each page runs, with all that two of its parts share; and what each part
 * alone needs, which is run when it is first asked for.
 */
export async function browserCode() {
  const { metafile: plain } = await build({ ...options, entryPoints: entries });
  const font = readFileSync(join(root, "data", "fonts", "stix-two-math-subset.woff2"), "base64");
  const { outputFiles, metafile } = await build({
    ...options,
    define: { mathFontBase64: JSON.stringify(font) },
    entryPoints: Object.keys(entries).map((name) => ({ in: `floors:${name}`, out: name })),
    plugins: [...options.plugins, floorAfterFloor(plain.outputs)],
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const outside = imports.filter(({ external }) => external).map(({ path }) => path);
  if (outside.length > 0) throw new Error(`the browser runtime imports what no browser has: ${outside.join(", ")}`);
  const made = outputFiles.map(({ path, text }) => ({ name: basename(path, ".js"), ...partOf(text) }));
  const chunks = inOrder(made.filter(({ name }) => !(name in entries)));
  const [runtime, ...parts] = Object.keys(entries).map((entry) => made.find(({ name }) => name === entry));
  const shared = chunks.map(
    (chunk) => `shared.${idOf(chunk)}=(()=>{${imported(chunk)}${chunk.code};return{${chunk.exports}}})();`,
  );
  return {
    runtime: renameLocals(
      `"use strict";var nullclineRuntime=(()=>{const shared={};${shared.join("")}` +
        `${imported(runtime)}${runtime.code};return{${runtime.exports},shared}})();`,
    ),
    parts: Object.fromEntries(
      parts.map((part) => [
        part.name,
        renameLocals(
          `"use strict";var nullcline_${part.name}=(shared)=>{${imported(part)}${part.code};return{${part.exports}}};`,
        ),
      ]),
    ),
  };
}

const idOf = ({ name }) => name.replace(/\W/g, "_");

/** What code takes of the chunks that are shared. */
const imported = ({ imports }) =>
  imports.map(({ from, fields }) => `const{${fields}}=shared.${idOf({ name: from })};`).join("");

/** Chunks after those from which they take something; a chunk takes from those that more entries share, in no circle. */
function inOrder(chunks, before = []) {
  if (chunks.length === 0) return before;
  const names = before.map(({ name }) => name);
  const ready = chunks.filter(({ imports }) => imports.every(({ from }) => names.includes(from)));
  if (ready.length === 0) throw new Error("chunks of the browser's code take from each other in a circle");
  return inOrder(
    chunks.filter((chunk) => !ready.includes(chunk)),
    [...before, ...ready],
  );
}

/** What of mathjs reads formulas and units: a third of it. */
const readsFormulas = `import { create, createUnitDependencies, multiplyDependencies, parseDependencies, unitDependencies }
  from "mathjs";
let math;
const made = () => (math ??= create({ createUnitDependencies, multiplyDependencies, parseDependencies, unitDependencies }));
export default Object.fromEntries(["createUnit", "multiply", "parse", "unit"].map((name) =>
  [name, (...args) => made()[name](...args)]));`;

/** The part of a package that is needed where equations are typed; nothing is packed there. */
const ofPackages = {
  name: "what reads equations",
  setup({ onResolve, onLoad }) {
    const slim = {
      "mathjs/lib/browser/math.js": readsFormulas,
      temml: `${readFileSync(join(root, "node_modules", "temml", "dist", "temml.min.js"), "utf8")};export default temml;`,
      fflate: "export const gzipSync = () => {}, strToU8 = () => {};",
    };
    onResolve({ filter: /^(mathjs\/lib\/browser\/math\.js|temml|fflate)$/ }, ({ path }) => ({
      path,
      namespace: "slim",
    }));
    onLoad({ filter: /.*/, namespace: "slim" }, ({ path }) => ({ contents: slim[path], resolveDir: root }));
  },
};

/** What reads equations that are typed in a page, with mathjs and Temml: a script by itself, for page and worker. */
export async function equationsCode() {
  const { outputFiles } = await build({
    ...options,
    format: "iife",
    splitting: false,
    packages: "bundle",
    globalName: "nullclineEquations",
    entryPoints: { equations: "./src/live/own/own.ts" },
    define: { mathFontBase64: '""' },
    plugins: [ofPackages],
    legalComments: "none",
  });
  return renameLocals(outputFiles[0].text);
}

/**
 * Modules stand in the order in which they are met, and gzip packs better what stands near its like: an entry that
 * meets floor after floor makes the same code 2 kB smaller.
 */
function floorAfterFloor(outputs) {
  const floorOf = (file) => floors.indexOf(file.split("/")[1]);
  return {
    name: "floor after floor",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^floors:/ }, ({ path }) => ({ path: path.slice(7), namespace: "floors" }));
      onLoad({ filter: /.*/, namespace: "floors" }, ({ path }) => {
        const own = Object.entries(outputs).find(([file]) => basename(file).startsWith(path))[1];
        const parts = [own, ...own.imports.map((chunk) => outputs[chunk.path])];
        const files = parts
          .flatMap(({ inputs }) => Object.keys(inputs))
          .sort((a, b) => floorOf(a) - floorOf(b) || (a < b ? 1 : -1));
        const met = files.map((file, k) => `import * as met${k} from ${JSON.stringify(`./${file}`)};`);
        return {
          contents: [...met, `export * from ${JSON.stringify(entries[path])};`].join("\n"),
          resolveDir: root,
        };
      });
    },
  };
}

/** Of a module: its code, what it imports from which others, and its exports, as the fields of objects. */
function partOf(text) {
  const [, head, code, exports = ""] = /^((?:import(?:\{[^}]*\}from)?"[^"]*";)*)(.*?)(?:export\{([^}]*)\};)?\s*$/s.exec(
    text,
  );
  const fields = (list, field) =>
    list
      .split(",")
      .filter((each) => each !== "")
      .map((each) => field(...each.split(" as ")))
      .join(",");
  return {
    code,
    imports: Array.from(head.matchAll(/import(?:\{([^}]*)\}from)?"([^"]*)";/g), ([, list = "", path]) => ({
      from: basename(path, ".js"),
      fields: fields(list, (name, here = name) => `${name}:${here}`),
    })),
    exports: fields(exports, (here, name = here) => `${name}:${here}`),
  };
}

/**
 * The same code with its local names given anew, function by function alike: packed it is 4 % smaller than with those
 * that esbuild gives. The name by which a page finds the code stays.
 */
function renameLocals(code) {
  const { code: text, errors } = minifySync("runtime.js", code, { compress: true, mangle: { toplevel: false } });
  if (errors.length > 0) throw new Error(`the browser runtime cannot be renamed: ${errors[0].message}`);
  return text;
}

/** Writes what `setup()` puts into a notebook. */
export async function packForNotebooks() {
  const out = join(root, "dist", "live");
  const { pack } = await import("../dist/live/cell/pack.js");
  writeFileSync(join(out, "plotly.gz.b85.txt"), pack(figureLibrary()));
  const { runtime, parts } = await browserCode();
  for (const [name, code] of Object.entries({ runtime, ...parts, equations: await equationsCode() }))
    writeFileSync(join(out, `${name}.gz.b85.txt`), pack(code));
}

/** Writes the main entry as one file: to find and read its several hundred takes Node six times as long. */
export function bundleForNode() {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, "dist", "index.js")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    charset: "utf8",
  });
  const { text } = outputFiles[0];
  // Where two modules use one name the bundler numbers it; a function goes on saying its own.
  const renamed = [...text.slice(text.lastIndexOf("export {")).matchAll(/(\w+) as (\w+)/g)];
  const names = `for (const [name, value] of [${renamed.map(([, here, name]) => `["${name}", ${here}]`).join(", ")}])
  if (typeof value === "function") Object.defineProperty(value, "name", { value: name });
`;
  const out = join(root, "dist", "node"); // as deep as host/, which finds the package's files from where it is
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "nullcline.js"), text + names);
}

/**
 * Writes what makes a page of a notebook, so that it needs no package but those that are installed with this one: what
 * sets Markdown, in place; the style of a page, with its fonts; and its script.
 */
export function bundleForExport() {
  const folder = join(root, "dist", "export");
  const shared = { bundle: true, format: "esm", charset: "utf8", absWorkingDir: root };
  const markdown = join(folder, "markdown.js");
  buildSync({
    ...shared,
    entryPoints: [markdown],
    outfile: markdown,
    allowOverwrite: true,
    platform: "node",
    target: "node20",
    minify: true,
    legalComments: "inline",
    external: ["live", "text"].map((each) => join(root, "dist", each, "*")),
  });
  buildSync({
    ...shared,
    entryPoints: {
      page: join(root, "src", "export", "style", "page.css"),
      "page-script": join(folder, "in-page.js"),
    },
    outdir: folder,
    minify: true,
    target: "es2022",
    loader: { ".woff2": "dataurl" },
  });
}

/** The kernel's processes and its watchdog, by the module with which each begins (`src/kernel/scripts.ts`). */
const kernelScripts = {
  kernel: "front/process.js",
  compiler: "compiler/process.js",
  executor: "executor/process.js",
  watchdog: "executor/watchdog.js",
  spare: "front/spare.cjs",
};

/** Writes each of the kernel's processes as one file, and beside them TypeScript without comments and long names. */
export function bundleKernel() {
  const require = createRequire(import.meta.url);
  buildSync({
    entryPoints: [require.resolve("typescript")],
    outfile: join(root, "dist", "node", `typescript-${require("typescript/package.json").version}.cjs`),
    format: "cjs",
    platform: "node",
    target: "node20",
    minify: true,
    legalComments: "inline",
  });
  for (const [name, entry] of Object.entries(kernelScripts))
    buildSync({
      entryPoints: [join(root, "dist", "kernel", entry)],
      bundle: true,
      outfile: join(root, "dist", "node", `${name}.cjs`), // as deep as host/ and kernel/scripts.js
      format: "cjs",
      platform: "node",
      target: "node20",
      external: ["typescript", "zeromq"],
      define: { "import.meta.url": "here" },
      banner: { js: 'const here = require("node:url").pathToFileURL(__filename).href;' },
    });
}
