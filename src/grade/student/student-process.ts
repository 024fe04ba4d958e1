/**
 * Where a student's notebook runs. Nothing here is trusted once its first cell has run: this process gives away values,
 * and decides nothing.
 * Started by `startStudent` with Node's permission model: it reads the package and its dependencies, writes nothing,
 * starts nothing.
 */
import { createRequire } from "node:module";
import { explain } from "../wire/explain.js";
import type { CallReply, StudentReply, StudentRequest } from "../wire/messages.js";
import { decode, encode, type Wire } from "../wire/value.js";
import { openChannel } from "./channel.js";
import { closeNetwork, tameProcess } from "./confine.js";
import { createRunner, type Runner } from "./runner.js";

const channel = openChannel();
const send = (reply: StudentReply): void => channel.send(reply);
const leave = (process as unknown as { reallyExit(code: number): never }).reallyExit.bind(process);
const runner = await prepare();

async function prepare(): Promise<Runner> {
  const [folder, courseModule] = process.argv.slice(2) as [string, string | undefined];
  try {
    const made = await createRunner(folder, courseModule);
    closeNetwork(createRequire(import.meta.url));
    tameProcess();
    send({ kind: "done" });
    return made;
  } catch (thrown) {
    send({ kind: "threw", message: explain(thrown) });
    throw thrown;
  }
}

const functions: ((...args: unknown[]) => unknown)[] = [];
const keep = (f: (...args: unknown[]) => unknown): number => functions.push(f) - 1;

/** A function of the checker, handed to one of the student's: asks the checker and waits. */
function callChecker(handle: number, args: unknown[]): unknown {
  send({ kind: "callback", handle, args: args.map((a) => encode(a, keep)) });
  const request = channel.receive() as StudentRequest | undefined;
  if (request?.kind !== "resume") throw new Error("the grader went away");
  return received(request.reply);
}

function received(reply: CallReply): unknown {
  if ("threw" in reply) throw new Error(reply.threw);
  return decode(reply.value, callChecker);
}

function called(handle: number, wires: readonly Wire[]): CallReply {
  const args = wires.map((wire) => decode(wire, callChecker));
  try {
    const value = functions[handle](...args);
    // Functions among the arguments stay with the checker; lists come back as they are now.
    return {
      value: encode(value, keep),
      args: args.map((arg) => (typeof arg === "function" ? null : encode(arg, keep))),
    };
  } catch (thrown) {
    return { threw: explain(thrown) };
  }
}

async function replyTo(request: StudentRequest): Promise<StudentReply> {
  switch (request.kind) {
    case "run": {
      const run = await runner.run(request.cell);
      return run.ok ? { kind: "done" } : { kind: "threw", message: run.message };
    }
    case "answer": {
      const run = await runner.run(request.cell);
      if (!run.ok) return { kind: "threw", message: run.message };
      try {
        return { kind: "answer", value: encode(run.value, keep) };
      } catch (thrown) {
        return { kind: "threw", message: explain(thrown) };
      }
    }
    case "call":
      return { kind: "returned", reply: called(request.handle, request.args) };
    case "resume":
      return { kind: "threw", message: "nothing was asked" };
  }
}

setInterval(() => {}, 2 ** 30); // a cell that awaits what never comes takes too long; it does not end the process
for (let request = channel.receive(); request !== undefined; request = channel.receive())
  send(await replyTo(request as StudentRequest));
leave(0);
