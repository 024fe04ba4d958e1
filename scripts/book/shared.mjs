// Files that pages share, each under a name that says what is in it, so that it is fetched once: the style with its
// fonts, the script, the figure library, pictures.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";
import { root } from "../steps.mjs";

const require = createRequire(import.meta.url);
const place = "book/assets";

/** Puts a file among those that pages share. @returns its address in the site */
export function shared(folder, name, content) {
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const address = `${place}/${name.replace(/(?=\.\w+$)/, `.${digest}`)}`;
  const file = join(folder, address);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return address;
}

/** Writes what every page has. @returns their addresses */
export async function writeSharedFiles(folder) {
  const put = (name, content) => shared(folder, name, content);
  const { unpack } = await import("../../dist/live/page/unpack.js");
  const { partNames } = await import("../../dist/live/parts.js");
  const unpacked = (name) => unpack(readFileSync(join(root, "dist", "live", `${name}.gz.b85.txt`), "utf8"));
  const { outputFiles } = await build({
    entryPoints: {
      style: join(root, "scripts", "book", "style", "book.css"),
      page: join(root, "dist", "book", "page.js"),
      answering: join(root, "dist", "book", "answering", "begin.js"),
    },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    loader: { ".woff2": "file" },
    assetNames: "[name].[hash]",
    outdir: join(folder, place),
    absWorkingDir: root,
  });
  for (const { path, contents } of outputFiles) if (path.endsWith(".woff2")) write(path, contents);
  const text = (name) => outputFiles.find(({ path }) => basename(path) === name).text;
  const licence = require.resolve("@fontsource-variable/source-serif-4/LICENSE");
  write(join(folder, place, "fonts-licence.txt"), readFileSync(licence));
  return {
    style: put("style.css", text("style.css")),
    script: put("page.js", text("page.js")),
    answering: put("answering.js", text("answering.js")),
    library: put("library.js", await unpacked("plotly")),
    runtime: put("runtime.js", await unpacked("runtime")),
    parts: Object.fromEntries(
      await Promise.all(
        [...partNames, "equations"].map(async (name) => [name, put(`${name}.js`, await unpacked(name))]),
      ),
    ),
    logo: put("logo.svg", readFileSync(join(root, "scripts", "logo.svg"))),
  };
}

function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
