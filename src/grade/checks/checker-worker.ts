/**
 * Holds the checks, the public and the hidden ones, and checks answers that arrive as data. A thread of its own, so
 * that a check can call a student's function as if it were here, and wait.
 */
import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from "node:worker_threads";
import { present } from "../../checks/present.js";
import { findExercise, type Catalogue } from "../../course/catalogue.js";
import type { HiddenChecks } from "../../course/hidden.js";
import { seeded } from "../../course/answers/variant.js";
import type { Verdict } from "../../course/answers/verdict.js";
import { ownThread } from "../processes/meter.js";
import { awaitPost } from "./await-post.js";
import { explain } from "../wire/explain.js";
import type { CallEvent, CallReply, CheckerMessage, CheckRequest, Outcome } from "../wire/messages.js";
import { decode, encode, writeBack, type Wire } from "../wire/value.js";

/** What the grader starts this thread with. */
export interface CheckerData {
  /** URL of the module that exports the `catalogue`. */
  readonly catalogue: string;
  /** URLs of modules that export `hidden`. */
  readonly hidden: readonly string[];
  readonly port: MessagePort;
  /** Counts what the grader has posted to `port`. */
  readonly posted: Int32Array;
  /** Where the thread writes its number. */
  readonly thread: Int32Array;
}

const { catalogue: catalogueUrl, hidden: hiddenUrls, port, posted, thread } = workerData as CheckerData;
Atomics.store(thread, 0, ownThread());
const { catalogue } = (await import(catalogueUrl)) as { catalogue: Catalogue };
const hidden: Record<string, HiddenChecks[string]> = {};
for (const url of hiddenUrls) {
  for (const [id, checks] of Object.entries(((await import(url)) as { hidden: HiddenChecks }).hidden)) {
    findExercise(catalogue, id);
    hidden[id] = checks;
  }
}

/** Thrown into a check when the student's process is gone: whatever the check makes of it, this is the outcome. */
class Gone extends Error {}
let gone: Outcome | undefined;
/** A failure in the student's code, as told apart from one in a check; and whether there was one. */
class StudentError extends Error {}
let studentThrew = false;

let functions: ((...args: unknown[]) => unknown)[] = [];
const keep = (f: (...args: unknown[]) => unknown): number => functions.push(f) - 1;
const post = (message: CheckerMessage): void => port.postMessage(message);

let read = 0;
/** Waits for what comes of the call that was posted last. */
function nextEvent(): CallEvent {
  awaitPost(posted, read);
  read++;
  const event = present(receiveMessageOnPort(port), "a message that was counted").message as CallEvent;
  if (event.kind !== "gone") return event;
  gone = event.outcome;
  throw new Gone();
}

function callStudent(handle: number, args: unknown[]): unknown {
  if (gone) throw new Gone(); // nobody would read the answer, and the next check would take it for its own
  post({ kind: "call", handle, args: args.map((arg) => encode(arg, keep)) });
  for (;;) {
    const event = nextEvent();
    if (event.kind === "callback") post({ kind: "resume", reply: called(event.handle, event.args) });
    else if (event.kind === "returned") {
      if ("threw" in event.reply) {
        studentThrew = true;
        throw new StudentError(event.reply.threw);
      }
      writeBack(
        args,
        event.reply.args.map((arg) => decode(arg, callStudent)),
      );
      return decode(event.reply.value, callStudent);
    }
  }
}

/** One of the check's own functions, called by a student's. */
function called(handle: number, wires: readonly Wire[]): CallReply {
  const f = functions[handle];
  if (!f) return { threw: "there is no such function" };
  const args = wires.map((wire) => decode(wire, callStudent));
  try {
    const value = f(...args);
    return {
      value: encode(value, keep),
      args: args.map((arg) => (typeof arg === "function" ? null : encode(arg, keep))),
    };
  } catch (thrown) {
    if (thrown instanceof Gone) throw thrown;
    return { threw: explain(thrown) };
  }
}

/** All that a student is told of a hidden check. */
const elsewhere =
  "Right where the notebook's check looked, but not everywhere: try other values, large and small ones, edge cases.";

/** Characters of an explanation. */
const longestText = 5000;

function check({ exercise: id, student, seed, answer }: CheckRequest): Outcome {
  [functions, gone, studentThrew] = [[], undefined, false];
  const exercise = findExercise(catalogue, id);
  let given: unknown;
  try {
    given = decode(answer, callStudent);
  } catch (thrown) {
    return { status: "failed", message: explain(thrown) };
  }
  const drawn = (): (() => number) => seeded(`${seed} ${id} ${student}`);
  const [random, { right }] = [drawn(), exercise.answerOf(student)];
  const verdict = exercise.judge(given, student);
  if (gone) return gone;
  if (verdict.kind === "error" && !studentThrew) blame(verdict.feedback, () => isSound(exercise.judge(right, student)));
  /** The outcome, with the parts that are right at places that are drawn too. */
  const withParts = (outcome: Outcome): Outcome => {
    const parts = exercise.partsOf(given, student, random);
    return gone ?? (parts.length > 0 ? { ...outcome, parts } : outcome);
  };
  if (verdict.kind === "unanswered") return outcomeOf(verdict);
  if (verdict.kind !== "right") return withParts(outcomeOf(verdict));
  try {
    if (!exercise.holdsElsewhere(given, student, random) && !gone)
      return withParts({ status: "failed", message: `${publicly}, but not: ${anew}`, feedback: elsewhere });
  } catch (thrown) {
    return gone ?? withParts(threwHidden(thrown, () => exercise.holdsElsewhere(right, student, drawn())));
  }
  if (gone) return gone;
  for (const { name, holds } of hidden[id] ?? []) {
    try {
      if (!holds(given as never, exercise.variantOf(student), random) && !gone)
        return { status: "failed", message: `${publicly}, but not: ${name}`, feedback: elsewhere };
    } catch (thrown) {
      return gone ?? threwHidden(thrown, () => holds(right as never, exercise.variantOf(student), drawn()));
    }
    if (gone) return gone;
  }
  return { status: "passed", message: "" };
}

const publicly = "right at the public check";
const anew = "is right at places that are drawn anew";

/**
 * What throws may be made to by an answer. What throws for the right one as well is a failure of the check, which costs
 * nobody points.
 * @param onRight does the same with the right answer
 * @throws Error if that throws
 */
function blame(what: string, onRight: () => unknown): void {
  try {
    onRight();
  } catch {
    throw new Error(what);
  }
}

function isSound(verdict: Verdict): void {
  if (verdict.kind === "error") throw new Error(verdict.feedback);
}

/** What a student's code throws may hold what it was asked: not a word of it goes on. */
function threwHidden(thrown: unknown, onRight: () => unknown): Outcome {
  if (!(thrown instanceof StudentError)) blame(explain(thrown), onRight);
  const what = thrown instanceof StudentError ? "threw in a hidden one" : `a hidden check failed: ${explain(thrown)}`;
  return { status: "error", message: `${publicly}; ${what}`, feedback: elsewhere };
}

function outcomeOf(verdict: Exclude<Verdict, { kind: "right" }>): Outcome {
  const feedback = verdict.feedback ? { feedback: verdict.feedback } : {};
  switch (verdict.kind) {
    case "unanswered":
      return { status: "missing", message: "not answered", ...feedback };
    case "misconception":
      return verdict.lacks
        ? { status: "failed", message: `not so: ${verdict.name}`, lacks: verdict.name, ...feedback }
        : { status: "failed", message: `misconception: ${verdict.name}`, misconception: verdict.name, ...feedback };
    case "wrong":
      return { status: "failed", message: verdict.feedback || "wrong", ...feedback };
    case "error":
      return { status: "error", message: verdict.feedback, ...feedback };
  }
}

present(parentPort, "a thread that started this one").on("message", (request: CheckRequest) => {
  let outcome: Outcome;
  try {
    outcome = check(request);
    const { exercise: id, student, answer } = request;
    if (typeof answer === "string" && findExercise(catalogue, id).answerOf(student).written)
      outcome = { ...outcome, text: answer.slice(0, longestText) };
  } catch (thrown) {
    if (!gone) return post({ kind: "failed", message: explain(thrown) });
    outcome = gone;
  }
  post({ kind: "outcome", outcome });
});
post({ kind: "ready" });
