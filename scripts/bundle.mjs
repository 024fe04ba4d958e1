// Packs what setup() puts into a notebook: the figure library and the runtime of src/live, each as gzip in base64.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { root } from "./setup.mjs";

const pack = (code) => gzipSync(code, { level: 9 }).toString("base64");

export const packLibrary = () =>
  pack(readFileSync(createRequire(import.meta.url).resolve("plotly.js-cartesian-dist-min")));

export function packRuntime() {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, "src", "live", "runtime.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    globalName: "nullclineRuntime",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    tsconfigRaw: {},
  });
  return pack(outputFiles[0].text);
}

export function bundle() {
  const out = join(root, "dist", "live");
  writeFileSync(join(out, "plotly.gz.b64"), packLibrary());
  writeFileSync(join(out, "runtime.gz.b64"), packRuntime());
}
