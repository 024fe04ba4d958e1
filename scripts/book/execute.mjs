// A program: runs a notebook as somebody does who has predicted everything rightly and answered nothing, and writes
// what its cells put out. `execute.mjs NOTEBOOK FOLDER FILE`: the folder becomes the notebook's, the file is written.
import { readFileSync, writeFileSync } from "node:fs";
import { unsaid } from "../../dist/course/masters/notebook.js";
import { findPrediction, predictions } from "../../dist/course/predictions/predictions.js";
import { createSession } from "../../dist/kernel/session.js";

const [notebook, folder, out] = process.argv.slice(2);
const { cells } = JSON.parse(readFileSync(notebook, "utf8"));
const session = createSession(folder);
const outputs = {};
for (const { id, cell_type, source } of cells) {
  if (cell_type !== "code") continue;
  const said = source
    .join("")
    .replace(unsaid, (_, call, of) => `${call}${JSON.stringify(findPrediction(predictions, of).right)},`);
  const { ok, error, result, stdout, stderr, displays } = await session.execute(said);
  if (!ok) throw new Error(`${notebook}, ${id}: ${error.traceback.join("\n")}`);
  outputs[id] = { result, stdout, stderr, displays: displays.map(({ data }) => data) };
}
session.close();
writeFileSync(out, JSON.stringify(outputs));
