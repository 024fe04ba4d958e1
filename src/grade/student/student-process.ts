/**
 * The program of a student's world: it runs in Deno, without any permission, and has nothing but the language and the
 * package. Nothing here is trusted once the first cell has run: this process gives away values, and decides nothing.
 * `scripts/world.mjs` puts it and the package into one file, in which `host.ts` and `course.ts` stand for the package's
 * own, and calls `live`.
 */
import { explain } from "../wire/explain.js";
import type { CallReply, StudentReply, StudentRequest } from "../wire/messages.js";
import { mapped, put } from "../wire/mapped.js";
import { mostParts, partsOfCall, sizeOf, TooLarge } from "../wire/size.js";
import { decode, encode, type Wire } from "../wire/value.js";
import { bareWorld } from "./bare.js";
import { openChannel } from "./channel.js";
import { beginCourse } from "./course.js";
import { provideFiles } from "./host.js";
import { createRunner, type Runner } from "./runner.js";

declare const Deno: {
  readonly stdin: { readSync(chunk: Uint8Array): number | null };
  readonly stdout: { writeSync(bytes: Uint8Array): number };
  exit(code: number): never;
};

// Kept here, because a cell can replace what it can reach.
const { apply } = Reflect;
const { stdin, stdout, exit } = Deno;
/** A line that the grader takes for the end: Deno's own exit needs a world that is whole. */
const noReply = Uint8Array.of(10);
const channel = openChannel({ read: (chunk) => stdin.readSync(chunk) ?? 0, write: (bytes) => stdout.writeSync(bytes) });
const send = (reply: StudentReply): void => channel.send(reply);
const shownNowhere: unknown = new Proxy(() => shownNowhere, {
  get: (_, name) => (name === "then" ? undefined : shownNowhere),
});
const functions: ((...args: unknown[]) => unknown)[] = [];
const keep = (f: (...args: unknown[]) => unknown): number => {
  put(functions, functions.length, f);
  return functions.length - 1;
};
/** What is left of what the present answer may come to. */
let size = sizeOf(mostParts);

/** A function of the checker, handed to one of the student's: asks the checker and waits. */
function callChecker(handle: number, args: unknown[]): unknown {
  size.take(partsOfCall);
  send({ kind: "callback", handle, args: mapped(args, (a) => encode(a, keep, size)) });
  const request = channel.receive() as StudentRequest | undefined;
  if (request?.kind !== "resume") throw new Error("the grader went away");
  return received(request.reply);
}

function received(reply: CallReply): unknown {
  if ("threw" in reply) throw new Error(reply.threw);
  return decode(reply.value, callChecker);
}

function called(handle: number, wires: readonly Wire[]): CallReply {
  const args = mapped(wires, (wire) => decode(wire, callChecker));
  try {
    const value: unknown = apply(functions[handle], undefined, args);
    // Functions among the arguments stay with the checker; lists come back as they are now.
    return {
      value: encode(value, keep, size),
      args: mapped(args, (arg) => (typeof arg === "function" ? null : encode(arg, keep, size))),
    };
  } catch (thrown) {
    if (thrown instanceof TooLarge) throw thrown;
    return { threw: explain(thrown) };
  }
}

/** @param newRunner makes the scope in which what is lent is made */
async function replyTo(request: StudentRequest, runner: Runner, newRunner: () => Runner): Promise<StudentReply> {
  switch (request.kind) {
    case "begin":
      beginCourse(request.student, request.variants, request.sentences);
      provideFiles(request.files);
      return { kind: "done" };
    case "lend": {
      const lender = newRunner();
      for (const cell of request.cells) {
        const run = await lender.run(cell);
        if (!run.ok) return { kind: "threw", message: run.message };
      }
      for (const name of request.names) runner.fix(name, lender.valueOf(name));
      return { kind: "done" };
    }
    case "run": {
      const run = await runner.run(request.cell);
      return run.ok ? { kind: "done" } : { kind: "threw", message: run.message };
    }
    case "answer": {
      const run = await runner.run(request.cell);
      if (!run.ok) return { kind: "threw", message: run.message };
      size = sizeOf(mostParts);
      try {
        return { kind: "answer", value: encode(run.value, keep, size) };
      } catch (thrown) {
        return { kind: "threw", message: explain(thrown) };
      }
    }
    case "call":
      try {
        return { kind: "returned", reply: called(request.handle, request.args) };
      } catch (thrown) {
        // No event of a call: it ends the answer, as a message does that is too long.
        if (thrown instanceof TooLarge) return { kind: "threw", message: explain(thrown) };
        throw thrown;
      }
    case "resume":
      return { kind: "threw", message: "nothing was asked" };
  }
}

/** Answers the grader until it is gone. @param nullcline the package, as cells import it */
export async function live(nullcline: object): Promise<never> {
  const newRunner = (): Runner =>
    createRunner({ nullcline, tslab: { display: shownNowhere, newDisplay: () => shownNowhere } });
  const runner = newRunner();
  bareWorld();
  try {
    for (let request = channel.receive(); request !== undefined; request = channel.receive())
      send(await replyTo(request as StudentRequest, runner, newRunner));
  } catch {
    // What cells have made of the language serves this program no more. To be silent would look as if it hung.
    stdout.writeSync(noReply);
    return await new Promise<never>(() => {});
  }
  return exit(0);
}
