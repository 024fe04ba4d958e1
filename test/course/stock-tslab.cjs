// Runs notebooks on stock tslab: its own compiler and scope, as its kernel puts them together, without Jupyter's sockets
// and none of our repairs. One process for all, for most of the time of a notebook is the compiler's start; between
// two notebooks the scope is emptied, as tslab's kernel does it at a restart.
//
//     node stock-tslab.cjs NOTEBOOK… > cells.json
//
// For each notebook the list of its code cells: { id, graded, ok, errors, displays }.
const { readFileSync, writeSync } = require("node:fs");
const { createConverter } = require("tslab/dist/converter");
const { createExecutor } = require("tslab/dist/executor");
const jupyter = require("tslab/dist/jupyter");

const written = [];
console.log = () => {};
for (const name of ["error", "warn"]) console[name] = (...values) => written.push(values.map(String).join(" "));
const displays = [];
jupyter.lastWriteDisplayData = ({ data }) => displays.push(data);

const node = createConverter({ isJS: false, isBrowser: false });
const executor = createExecutor(process.cwd(), { node, browser: node }, console);

async function cellsOf(file) {
  const cells = [];
  for (const cell of JSON.parse(readFileSync(file, "utf8")).cells.filter(({ cell_type: type }) => type === "code")) {
    const ok = await executor.execute([cell.source].flat().join(""));
    const graded = cell.metadata.nbgrader?.grade === true;
    cells.push({ id: cell.id, graded, ok, errors: written.splice(0), displays: displays.splice(0) });
  }
  executor.reset();
  return cells;
}

async function main() {
  const runs = [];
  for (const file of process.argv.slice(2)) runs.push(await cellsOf(file));
  let text = Buffer.from(JSON.stringify(runs));
  while (text.length > 0) text = text.subarray(writeSync(1, text));
  process.exit();
}
void main();
