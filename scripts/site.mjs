// `npm run site`: sets the project up and builds dist-site/, the course in JupyterLite, of static files alone.
// `npm run site -- --serve [PORT]` serves it on this machine, and `--under PATH` below a path, as many hosts do;
// `npm run site -- --wheel` builds of it only the kernel, as a Python wheel in dist-wheel/.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { serve } from "./site-server.mjs";
import { setUp, venvPython } from "./setup.mjs";
import { Missing, hash, root, run, script, step } from "./steps.mjs";

/** Where the site is, and the wheel of its kernel. */
export const site = join(root, "dist-site");
const wheels = join(root, "dist-wheel");
/** What its parts are made in: each is made anew when what it is made from has changed. */
const parts = join(root, "node_modules", ".cache", "site");

/** JupyterLab, and its notebook alone, which fits on a phone. */
const apps = ["lab", "notebooks"];
const head = '<title>nullcline</title>\n    <link rel="icon" href="../logo.svg" class="idle favicon">';

/** A link to a notebook in JupyterLab opens on a phone in what fits there, before anything is fetched. */
const toNotebook = `<script>if (matchMedia("(max-width: 700px)").matches && /[?&]path=/.test(location.search))
  location.replace(location.href.replace(/\\/lab\\/(?:index\\.html)?(?=\\?)/, "/notebooks/index.html"));</script>`;

/** What JupyterLite brings for those who build on it. */
const unused = ["rspack.config.js", "rspack.config.analyze.js", "rspack.config.watch.js", "package.json", "doc"];

const settings = {
  "@jupyterlab/apputils-extension:notification": { checkForUpdates: false, fetchNews: "false" },
};

/** Builds what has changed of the kernel's extension. Returns its folder and what it was made from. */
async function builtKernel() {
  await setUp();
  mkdirSync(parts, { recursive: true });
  // now that there are the packages, and what is built of src
  const { buildKernel, kernelInputs } = await import("./site-kernel.mjs");
  const extension = join(parts, "kernel");
  const key = hash(kernelInputs);
  await step("the kernel of the site", `${extension}.stamp`, key, () => buildKernel(extension));
  return { extension, key };
}

/** Builds the wheel of the kernel. Returns its path. */
export async function buildWheel() {
  const { extension } = await builtKernel();
  const { writeWheel } = await import("./wheel.mjs");
  return writeWheel(extension, wheels);
}

/** Builds what has changed. */
export async function buildSite() {
  const { extension, key: ofKernel } = await builtKernel();
  const { writeOfflineWorker } = await import("./site-kernel.mjs");
  const { apiInputs, buildApi } = await import("./book/api.mjs");
  const { bookInputs, buildBook } = await import("./book/book.mjs");
  const [lite, api, book] = ["lite", "api", "book"].map((name) => join(parts, name));
  const made = async (name, folder, key, work) => {
    await step(name, `${folder}.stamp`, key, work);
    return key;
  };
  const contents = hash([
    ...handedOut.map((name) => `notebooks/${name}`),
    "requirements.txt",
    "scripts/site.mjs",
    "scripts/logo.svg",
  ]);
  const keys = [
    await made("JupyterLite", lite, hash([], ofKernel, contents), () => jupyterLite(extension, lite)),
    await made("the API reference", api, hash(apiInputs), () => buildApi(api)),
    await made("the book", book, hash(bookInputs), () => buildBook(book, join(parts, "outputs"))),
  ];
  await step("the site", join(site, ".stamp"), keys.join(" "), () => {
    rmSync(site, { recursive: true, force: true });
    for (const part of [lite, book]) cpSync(part, site, { recursive: true });
    cpSync(api, join(site, "api"), { recursive: true });
    return writeOfflineWorker(site);
  });
}

/** What a reader finds in JupyterLab. */
const handedOut = readdirSync(join(root, "notebooks")).filter((name) => /\.(?:ipynb|md)$/.test(name));

/**
 * A notebook says which edition of it this is, so that an older one, kept in a browser, is known; and what JupyterLab
 * notes of the kernel when it opens one, without which it would take it for changed, and keep it.
 * @param about what it notes of any notebook
 */
function handed(name, about) {
  const text = readFileSync(join(root, "notebooks", name), "utf8");
  if (!name.endsWith(".ipynb")) return text;
  const notebook = JSON.parse(text);
  Object.assign(notebook.metadata, about);
  notebook.metadata.nullcline.edition = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

async function jupyterLite(extension, folder) {
  const contents = join(parts, "contents");
  rmSync(contents, { recursive: true, force: true });
  mkdirSync(contents, { recursive: true });
  const { kernelspec, languageInfo } = await import("../dist/kernel/front/info.js");
  const { version } = createRequire(import.meta.url)("typescript/package.json");
  const about = { kernelspec, language_info: languageInfo(version) };
  for (const name of handedOut) writeFileSync(join(contents, name), handed(name, about));
  writeFileSync(join(parts, "overrides.json"), JSON.stringify(settings));
  writeFileSync(
    join(parts, "jupyter-lite.json"),
    JSON.stringify({
      "jupyter-lite-schema-version": 0,
      "jupyter-config-data": {
        appName: "nullcline",
        defaultKernelName: "tslab",
        disabledExtensions: ["@jupyterlite/application-extension:service-worker-manager"],
        exposeAppInBrowser: true,
        faviconUrl: "./logo.svg",
        nullclineOffline: true,
      },
    }),
  );
  writeFileSync(
    join(parts, "jupyter_lite_config.json"),
    JSON.stringify({
      LiteBuildConfig: {
        apps,
        contents: ["contents"],
        federated_extensions: [extension],
        ignore_sys_prefix: ["federated_extensions"],
        settings_overrides: ["overrides.json"],
        no_sourcemaps: true,
        no_unused_shared_packages: true,
        output_dir: folder,
      },
    }),
  );
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(parts, ".jupyterlite.doit.db"), { force: true }); // it would take for done what was just removed
  await run([venvPython, "-m", "jupyterlite_core", "build"], "JupyterLite could not be built", parts);
  for (const app of apps) {
    const page = join(folder, app, "index.html");
    const text = readFileSync(page, "utf8").replace(/<title>.*<\/title>/, head);
    const withWidth = (viewport) => `${viewport}\n    ${toNotebook}`; // before it a phone takes itself for wide
    writeFileSync(page, app === "lab" ? text.replace(/<meta name="viewport"[^>]*>/, withWidth) : text);
    const ofApp = join(folder, app, "jupyter-lite.json");
    const { "jupyter-config-data": config, ...rest } = JSON.parse(readFileSync(ofApp, "utf8"));
    delete config.faviconUrl; // the site's own is in the file above
    writeFileSync(ofApp, JSON.stringify({ ...rest, "jupyter-config-data": config }));
  }
  cpSync(join(root, "scripts", "logo.svg"), join(folder, "logo.svg"));
  for (const name of unused) rmSync(join(folder, name), { recursive: true, force: true });
}

if (process.argv[1] === import.meta.filename)
  await script(async (args) => {
    const { values, positionals } = parseArgs({
      args,
      options: { serve: { type: "boolean" }, wheel: { type: "boolean" }, under: { type: "string", default: "/" } },
      allowPositionals: true,
    });
    const [given = "8000"] = positionals;
    const port = Number(given);
    if (!Number.isInteger(port) || port < 0 || port > 65535 || positionals.length > 1)
      throw new Missing(`--serve expects a port, a number from 0 to 65535, got ${positionals.join(" ")}`);
    if (values.wheel) return console.log(`nullcline: the kernel is in ${await buildWheel()}`);
    await buildSite();
    if (!values.serve) return console.log(`nullcline: the site is in ${site}`);
    const server = await serve(site, { port, under: values.under });
    console.log(`nullcline: ${server.url} (Ctrl-C ends it)`);
  });
