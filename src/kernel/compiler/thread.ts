/** The compiler in a thread of its own, so that a long compilation holds up nothing else. */
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { keepTypescriptCode } from "./load-typescript.js";
import { loadTslab } from "../tslab.js";
import { createCompiler } from "./compiler.js";
import { answerTo, type Question } from "./questions.js";

const port = parentPort as MessagePort;
const compiler = createCompiler(loadTslab(workerData as string));
// The first compilation reads the language's library: before anybody waits for it.
compiler.compile("", "const one = 1; console.log(one)", 0);
setTimeout(keepTypescriptCode, 5000).unref();

port.on("message", (question: Question) => port.postMessage(answerTo(compiler, question)));
