// `npm run site -- --wheel`: the kernel of the site as a Python wheel, for those who build a JupyterLite of their own.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { root } from "./steps.mjs";

const distribution = "jupyterlite-nullcline-kernel";
/** A zip has no earlier time: the same files make the same bytes whenever they are packed. */
const mtime = new Date(1980, 0, 1);

/** Writes the wheel of an extension's folder into another folder. Returns its path. */
export function writeWheel(extension, folder) {
  const { name, version } = JSON.parse(readFileSync(join(extension, "package.json"), "utf8"));
  const stem = `${distribution.replaceAll("-", "_")}-${version}`;
  const place = `${stem}.data/data/share/jupyter/labextensions/${name}`;
  const installed = { packageManager: "python", packageName: distribution };
  const files = {
    ...Object.fromEntries(filesOf(extension).map((file) => [`${place}/${file}`, readFileSync(join(extension, file))])),
    [`${place}/install.json`]: Buffer.from(`${JSON.stringify(installed)}\n`),
    [`${stem}.dist-info/licenses/LICENSE`]: readFileSync(join(root, "LICENSE")),
    [`${stem}.dist-info/METADATA`]: Buffer.from(metadata(version)),
    [`${stem}.dist-info/WHEEL`]: Buffer.from(
      "Wheel-Version: 1.0\nGenerator: nullcline\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    ),
  };
  const record = `${stem}.dist-info/RECORD`;
  files[record] = Buffer.from([...Object.entries(files).map(recorded), `${record},,`, ""].join("\n"));
  const wheel = join(folder, `${stem}-py3-none-any.whl`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(wheel, zipSync(files, { mtime, level: 9 }));
  return wheel;
}

const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll("\\", "/"))
    .sort();

/** A line of RECORD: a path, the digest of the file and its size. */
const recorded = ([path, content]) =>
  `${path},sha256=${createHash("sha256").update(content).digest("base64url")},${content.length}`;

function metadata(version) {
  const { homepage, author, keywords } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return `Metadata-Version: 2.4
Name: ${distribution}
Version: ${version}
Summary: A kernel for TypeScript with nullcline, models of neurons, in the pages of JupyterLite
Home-page: ${homepage}
Author: ${author}
Keywords: ${keywords.join(",")}
License-Expression: MIT AND Apache-2.0 AND CC-BY-4.0
License-File: LICENSE
Classifier: Framework :: Jupyter :: JupyterLite
Classifier: Framework :: Jupyter :: JupyterLab :: Extensions :: Prebuilt
Requires-Python: >=3.10
Requires-Dist: jupyterlite-core>=0.8,<0.9
Description-Content-Type: text/markdown

With this package installed, \`jupyter lite build\` makes a JupyterLite in which notebooks for the kernel \`tslab\` run: TypeScript,
types checked, with \`import … from "nullcline"\`. Nothing is asked of another host.
`;
}
