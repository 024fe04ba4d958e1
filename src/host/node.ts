import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { requireInstalled } from "./installed.js";
import type { Host, Masters, MathJs, MimeBundle, Temml, TextStore } from "./host.js";

const require = createRequire(import.meta.url);
let folder = new URL("../../", import.meta.url);

/** Node's side of what differs between Node and a browser. */
export const host: Host = {
  environment: process.env,
  file(path) {
    const url = new URL(path, folder);
    if (!existsSync(url))
      throw new Error(
        `${fileURLToPath(url)} is not there; the package is not built. Run "npm run build" in the project's folder.`,
      );
    return readFileSync(url, "utf8");
  },
  figureLibrary() {
    requireInstalled("the whole figure library", "plotly.js-dist");
    return readFileSync(require.resolve("plotly.js-dist"), "utf8");
  },
  gzip: (content) => gzipSync(content, { level: 9 }),
  display(bundle) {
    const publish = notebookPublisher();
    if (publish) publish({ data: bundle, metadata: {}, transient: {} }, false);
    else console.log(bundle["text/plain"]);
  },
  progress: () => fileStore(process.cwd(), ".nullcline-progress"),
  masters: (number) => mastersIn(fileURLToPath(new URL("notebooks/source/", folder)))(number),
  // In one file: reading the many hundred files of its main entry takes eight times as long.
  mathjs: () => require("mathjs/lib/browser/math.js") as MathJs,
  temml: () => require("temml") as Temml,
};

/**
 * Says where the files of the package are: data, and what `setup` puts into a notebook. Only a bundle needs it, which
 * is not among them.
 * @param path of the package's folder
 */
export function locatePackage(path: string): void {
  if (typeof path !== "string") throw new TypeError(`locatePackage takes a path, a text; got ${String(path)}`);
  folder = new URL(pathToFileURL(path).href.replace(/\/?$/, "/"));
}

/** tslab's own way to send a `display_data` message; its public API sends one MIME type per call only. */
type Publish = (content: { data: MimeBundle; metadata: object; transient: object }, update: boolean) => void;

/** The publisher of the tslab that runs this process, which need not be the tslab that `import "tslab"` would find. */
function notebookPublisher(): Publish | undefined {
  for (const [path, module] of Object.entries(require.cache)) {
    if (!/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(path)) continue;
    const jupyter = module?.exports as { lastWriteDisplayData?: Publish | null } | undefined;
    if (jupyter?.lastWriteDisplayData) return jupyter.lastWriteDisplayData;
  }
  return undefined;
}

/** A text in the file `name`.json of a folder; a damaged one becomes `name`.unreadable.json. */
export function fileStore(directory: string, name: string): TextStore {
  const file = join(directory, `${name}.json`);
  const spoilt = `${name}.unreadable.json`;
  return {
    name: `${name}.json`,
    read: () => (existsSync(file) ? readFileSync(file, "utf8") : undefined),
    write(text) {
      const draft = `${file}.${process.pid}.tmp`;
      writeFileSync(draft, text);
      renameSync(draft, file);
    },
    setAside() {
      renameSync(file, join(directory, spoilt));
      return spoilt;
    },
  };
}

/** The masters in a folder, which may be missing or, as in a graded copy, closed. */
export function mastersIn(directory: string): Masters {
  return (number) => {
    const file = readable(directory).find(
      (name) => name.startsWith(`${number}-`) && name.endsWith(".ts") && !name.endsWith(".hidden.ts"),
    );
    if (file === undefined) return undefined;
    return { name: file.slice(0, -".ts".length), source: readFileSync(join(directory, file), "utf8") };
  };
}

function readable(directory: string): readonly string[] {
  try {
    return existsSync(directory) ? readdirSync(directory) : [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_ACCESS_DENIED") return [];
    throw error;
  }
}
