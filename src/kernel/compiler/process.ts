/**
 * The compiler in a process of its own, so that a long compilation holds up nothing else. Its last argument is the
 * notebook's folder, or says that the grader asks. Where Node makes a snapshot of it, it gets as far as it can without
 * a notebook: TypeScript is loaded, the declarations of the language and of this package are read, and the engine has
 * met the code.
 */
import { fileURLToPath } from "node:url";
import { startupSnapshot } from "node:v8";
import { compileForGrader } from "../../grade/student/compiler-process.js";
import { forGrader } from "../scripts.js";
import { loadTslab } from "../tslab.js";
import { createCompiler } from "./compiler.js";
import { answering } from "./questions.js";

const started = "const one = 1; console.log(one)";

/** What notebooks begin with, for the engine and for what is kept of the declarations. */
const usual = [
  started,
  'import { simulate, hodgkinHuxley } from "nullcline"',
  "const run = simulate(hodgkinHuxley, { duration: 10 }); run.spikes.length",
  "interface Point { x: number }\nfunction far({ x }: Point) { return [x, ...[1]].map((each) => each + 1); }\nawait 1",
];

/** What the compiler compiles before anybody asks: the engine makes fast code of what it has met. */
const practice = [started, "const two = one + 1", "let text = `two`", "two * text.length", "const three = one + two"];

function prepare(): void {
  const folder = fileURLToPath(new URL("../..", import.meta.url));
  process.chdir(folder);
  const compiler = createCompiler(loadTslab(folder));
  let declarations = "";
  for (const code of usual) {
    const compiled = compiler.compile(declarations, code, 1);
    if (compiled.ok) declarations = compiled.declarations;
  }
  // Completion is left out: it sorts by a collator of the engine's, which no snapshot can hold.
  compiler.inspect(declarations, "simulate(", 9);
  compiler.close();
}

function serve(): void {
  process.on("SIGINT", () => {}); // for the cell that runs
  process.on("disconnect", () => process.exit());
  process.send?.("started");
  const compiler = createCompiler(loadTslab(process.argv.at(-1) as string));
  process.on(
    "message",
    answering(compiler, (reply) => process.send?.(reply), setImmediate, practice),
  );
}

const main = (): void => (process.argv.at(-1) === forGrader ? compileForGrader() : serve());

if (startupSnapshot.isBuildingSnapshot()) {
  prepare();
  startupSnapshot.setDeserializeMainFunction(main);
} else main();
