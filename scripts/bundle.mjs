// Bundles: the main entry for Node, and what setup() puts into a notebook, the figure library and the runtime of
// src/live.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
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
  format: "iife",
  globalName: "nullclineRuntime",
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

/**
 * Modules stand in the order in which they are met, and gzip packs better what stands near its like: an entry that
 * meets floor after floor makes the same code 2 kB smaller.
 */
export async function browserRuntime() {
  const entry = "./src/live/runtime.ts";
  const [{ inputs }] = Object.values((await build({ ...options, entryPoints: [entry] })).metafile.outputs);
  const floorOf = (file) => floors.indexOf(file.split("/")[1]);
  const files = Object.keys(inputs).sort((a, b) => floorOf(a) - floorOf(b) || (a < b ? 1 : -1));
  const contents = [
    ...files.map((file, k) => `import * as met${k} from ${JSON.stringify(`./${file}`)};`),
    `export * from ${JSON.stringify(entry)};`,
  ].join("\n");
  const font = readFileSync(join(root, "data", "fonts", "stix-two-math-subset.woff2"), "base64");
  const define = { mathFontBase64: JSON.stringify(font) };
  const { outputFiles, metafile } = await build({ ...options, define, stdin: { contents, resolveDir: root } });
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  if (outside.length > 0) throw new Error(`the browser runtime imports what no browser has: ${outside.join(", ")}`);
  return renameLocals(outputFiles[0].text);
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
  writeFileSync(join(out, "runtime.gz.b85.txt"), pack(await browserRuntime()));
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
