/** The compiler in a worker of a page. */
import converter from "tslab/dist/converter.js";
import metadata from "tslab/dist/metadata.js";
import { createCompiler } from "../compiler/compiler.js";
import { answering } from "../compiler/questions.js";
import type { Tslab } from "../tslab.js";
import { folder } from "./places.js";
import { files, inside } from "./typescript.js";
import type { ToCompiler, WorkerScope } from "./messages.js";

const { postMessage, addEventListener } = globalThis as unknown as WorkerScope;

/** @param declarations the address of a JSON record of files: the language's declarations, and those of packages */
export async function beginCompiler(declarations: string): Promise<void> {
  const waiting: ToCompiler[] = [];
  let receive = (message: ToCompiler): void => void waiting.push(message);
  addEventListener("message", ({ data }: MessageEvent<ToCompiler>) => receive(data));

  const response = await fetch(declarations);
  if (!response.ok) throw new Error(`${declarations}: ${response.status} ${response.statusText}`);
  for (const [path, text] of Object.entries((await response.json()) as Record<string, string>)) files.write(path, text);
  const tslab = { ...converter, ...metadata, typescript: inside } as unknown as Tslab;
  const compiler = createCompiler(tslab);
  // The first compilation reads the language's library: before anybody waits for it.
  compiler.compile("", 'import { setup } from "nullcline"; setup()', 0);
  const answer = answering(compiler, postMessage, (work) => void setTimeout(work));
  receive = (message) => {
    if (message.kind === "question") answer(message.question);
    else if (message.text === undefined) files.remove(`${folder}/${message.path}`);
    else files.write(`${folder}/${message.path}`, message.text);
  };
  for (const message of waiting) receive(message);
}
