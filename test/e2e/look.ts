// node --loader ts-node/esm test/e2e/look.ts NOTEBOOK FOLDER: runs a notebook in JupyterLab and writes a picture of
// each screenful.
import { mkdirSync } from "node:fs";
import { basename } from "node:path";
import { launch } from "./browser.js";
import { startLab } from "./jupyterlab.js";

const [notebook, folder] = process.argv.slice(2);
if (!notebook || !folder) {
  console.error("usage: look.ts NOTEBOOK FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const lab = await startLab([notebook], await launch());
try {
  const opened = await lab.open(basename(notebook));
  await opened.runAll();
  for (const [i, outputs] of (await opened.outputs()).entries()) {
    for (const { output_type, ename, evalue } of outputs)
      if (output_type === "error") console.log(`cell ${i}: ${ename}: ${evalue}`);
  }
  for (const error of lab.pageErrors) console.log(`in the page: ${error}`);
  for (const file of await opened.screenshots(folder)) console.log(file);
} finally {
  await lab.close();
}
