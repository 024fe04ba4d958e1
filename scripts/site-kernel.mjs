// The kernel of the site: an extension of JupyterLab made of three programs, of the front in the page and of the two
// workers behind it, with the declarations that the compiler reads and the files that the package asks for.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import { build } from "esbuild";
import { usedTypescript } from "./site-typescript.mjs";
import { root } from "./steps.mjs";

const require = createRequire(import.meta.url);
const name = "nullcline-kernel";
const { version: typescript } = require("typescript/package.json");
const { version: tslab } = require("tslab/package.json");
const { version } = require("../package.json");

const options = {
  bundle: true,
  write: false,
  format: "iife",
  platform: "browser",
  target: "es2022",
  charset: "utf8",
  absWorkingDir: root,
  define: { "import.meta.url": "location.href" }, // each program is one file
  // Of Node's modules the sources use two, each of which there is as a library that runs anywhere.
  alias: { "node:util": "node-inspect-extracted", "node:path": "path-browserify", path: "path-browserify" },
};

/** Writes the extension into a folder. */
export async function buildKernel(folder) {
  rmSync(folder, { recursive: true, force: true });
  const files = join(folder, "static");
  mkdirSync(files, { recursive: true });
  const put = (file, text) => {
    const digest = createHash("sha256").update(text).digest("hex").slice(0, 12);
    const hashed = file.replace(/(?=\.\w+$)/, `.${digest}`);
    writeFileSync(join(files, hashed), text);
    return hashed;
  };
  const declarations = put("declarations.json", JSON.stringify(await declarationFiles()));
  const libraries = Object.fromEntries(
    await Promise.all(
      ["mathjs/lib/browser/math.js", "temml"].map(async (library) => [
        library,
        put("library.js", await alone(library)),
      ]),
    ),
  );
  const programs = {
    compiler: put("compiler.js", await compiler(declarations)),
    runner: put("runner.js", await runner(libraries)),
  };
  const entry = put("remoteEntry.js", await front(programs));
  writeFileSync(join(files, "kernel.json"), JSON.stringify({ programs, typescript })); // for pages without JupyterLab
  const asked = readdirSync(join(root, "dist", "live")).filter((file) => file.endsWith(".b85.txt"));
  for (const path of ["data", ...asked.map((file) => `dist/live/${file}`)])
    cpSync(join(root, path), join(files, "package", path), { recursive: true });
  const manifest = {
    name,
    version,
    jupyterlab: { extension: true, _build: { load: `static/${entry}`, extension: "./extension" } },
    jupyterlite: { liteExtension: true },
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

const bundled = async (contents, more) => {
  const { outputFiles } = await build({ ...options, ...more, stdin: { contents, resolveDir: root } });
  return outputFiles[0].text;
};

const front = (programs) =>
  bundled(
    `import { offer } from "./dist/lite/remote-entry.js";
offer(${JSON.stringify({ name, typescript, programs })});`,
    { minify: true },
  );

/** A library by itself, which a worker reads when it is first asked for. */
const alone = (library) =>
  bundled(`import library from ${JSON.stringify(library)}; globalThis.nullclineLibrary = library;`, { minify: true });

/** Names of functions are seen by students, as of `simulate`, and are left as they are. */
const runner = (libraries) =>
  bundled(
    `import * as nullcline from "./dist/index.js";
import { displayWith, keepProgressIn, locatePackage } from "./dist/host/browser.js";
import { figuresAreLive } from "./dist/live/cell/setup.js";
import { beginExecutor } from "./dist/kernel/browser/executor-worker.js";
locatePackage(new URL("package/", location.href).href);
const asModule = Object.freeze({ __proto__: null, ...nullcline, [Symbol.toStringTag]: "Module" });
beginExecutor({
  packages: { nullcline: () => asModule },
  versions: ${JSON.stringify({ tslab, typescript, node: process.version })},
  showBy: (show) => displayWith((data) => show({ data, metadata: {} })),
}, keepProgressIn, figuresAreLive);`,
    { minifyWhitespace: true, minifySyntax: true, plugins: [laterRead(libraries)] },
  );

/** In place of a library, what reads it, at once, when it is first asked for. */
const laterRead = (libraries) => ({
  name: "libraries that are read later",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:mathjs|temml)/ }, ({ path }) => ({ path, namespace: "later" }));
    onLoad({ filter: /.*/, namespace: "later" }, ({ path }) => ({
      contents: `let library;
function read() {
  importScripts(new URL(${JSON.stringify(libraries[path])}, location.href).href);
  return globalThis.nullclineLibrary;
}
module.exports = new Proxy({}, { get: (_, name) => (library ??= read())[name] });`,
    }));
  },
});

async function compiler(declarations) {
  const { compilerRepairs } = await import("../dist/kernel/tslab-repairs.js");
  const { folder, tslabFolder } = await import("../dist/kernel/browser/places.js");
  const programs = dirname(require.resolve("tslab/dist/converter.js"));
  return bundled(
    `import { beginCompiler } from "./dist/kernel/browser/compiler-worker.js";
beginCompiler(new URL(${JSON.stringify(declarations)}, location.href).href);`,
    {
      minify: true,
      define: {
        ...options.define,
        "process.version": JSON.stringify(process.version),
        "process.cwd": "nullclineFolder",
        __dirname: JSON.stringify(`${tslabFolder}/dist`),
      },
      banner: { js: `const nullclineFolder = () => ${JSON.stringify(folder)};` },
      plugins: [repairedTslab(compilerRepairs), usedTypescript(programs)],
    },
  );
}

/** tslab's compiler with its repairs, on the project's TypeScript. */
const repairedTslab = (repairs) => ({
  name: "tslab, repaired",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@tslab\/typescript-for-tslab$/ }, () => ({ path: "typescript", namespace: "clothed" }));
    onLoad({ filter: /.*/, namespace: "clothed" }, () => ({
      contents: `module.exports = require(${JSON.stringify(join(root, "dist", "kernel", "browser", "typescript.js"))}).clothed;`,
      resolveDir: root,
    }));
    onLoad({ filter: /[\\/]tslab[\\/]dist[\\/]converter\.js$/ }, ({ path }) => ({
      contents: repairs.reduce(
        (text, { from, to }) => {
          if (text.split(from).length !== 2)
            throw new Error(`${path} is not the tslab that the repairs are for: ${from}`);
          return text.replace(from, () => to);
        },
        readFileSync(path, "utf8"),
      ),
    }));
  },
});

/** Parts of the language that no course explains. */
const unexplained = /decorators|intl|proxy|reflect|sharedmemory|wellknown|weakref/;
/** The types of figures: of their nine parts in ten that explain each field of Plotly's the page has none. */
const plotlyTypes = "dist/figure/plotly.d.ts";
const withoutComments = (text) => text.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, "").replace(/^ +/gm, "");

/** The declarations of the language, of the package's main entry and of tslab, by the paths at which they are read. */
async function declarationFiles() {
  const { folder, library, tslabFolder } = await import("../dist/kernel/browser/places.js");
  const files = {};
  const lib = dirname(require.resolve("typescript"));
  const ofLanguage = (part) => {
    const text = readFileSync(join(lib, `lib.${part}.d.ts`), "utf8");
    if (files[`${library}/lib.${part}.d.ts`] !== undefined) return;
    files[`${library}/lib.${part}.d.ts`] = unexplained.test(part) ? withoutComments(text) : text;
    for (const [, next] of text.matchAll(/<reference lib="([^"]+)"/g)) ofLanguage(next);
  };
  for (const part of ["es2024", "esnext.disposable", "esnext.decorators"]) ofLanguage(part);
  const place = `${folder}/node_modules/nullcline`;
  const ofPackage = (file) => {
    if (files[`${place}/${file}`] !== undefined) return;
    const text = readFileSync(join(root, file), "utf8");
    files[`${place}/${file}`] = file === plotlyTypes ? withoutComments(text) : text;
    for (const [, next] of text.matchAll(/(?:from|import\()\s*"(\.[^"]+)\.js"/g))
      ofPackage(posix.join(posix.dirname(file), `${next}.d.ts`));
  };
  ofPackage("dist/index.d.ts");
  const types = { name: "nullcline", version, types: "./dist/index.d.ts" };
  files[`${place}/package.json`] = JSON.stringify(types);
  const ofTslab = dirname(require.resolve("tslab/package.json"));
  for (const file of ["package.json", "dist/public.d.ts"])
    files[`${tslabFolder}/${file}`] = readFileSync(join(ofTslab, file), "utf8");
  return files;
}

/** In this order: the notebooks, what every page of JupyterLab needs, what it may ask, the book, and the API reference. */
const ofSite = [
  /^(?:index\.html|files\/|api\/contents\/)/,
  /^(?!api\/|book\/).*\.(?:html|ipynb|json|md)$|^(?:extensions|bootstrap|config)/,
  /^(?!api\/|book\/)/,
  /^book\//,
  /./,
];

/** Writes what keeps the whole site in a reader's browser. */
export async function writeOfflineWorker(folder) {
  const rank = (file) => ofSite.findIndex((part) => part.test(file));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => statSync(join(folder, file)).isFile() && file !== "service-worker.js" && !/(?:^|\/)\./.test(file))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const digest = (file) =>
    createHash("sha256")
      .update(readFileSync(join(folder, file)))
      .digest("hex")
      .slice(0, 12);
  const kept = Object.fromEntries(files.map((file) => [file, digest(file)]));
  const text = await bundled(
    `import { serveOffline } from "./dist/lite/offline-worker.js"; serveOffline(${JSON.stringify(kept)});`,
    { minify: true },
  );
  writeFileSync(join(folder, "service-worker.js"), text);
}

const scripts = ["site-kernel", "site-typescript", "models", "plotly-types"].map((script) => `scripts/${script}.mjs`);

/** What the extension is made from. */
export const kernelInputs = ["src", "data", "package-lock.json", ...scripts];
