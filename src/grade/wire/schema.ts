/**
 * What a student's process may say, checked where it comes in. Whatever has run there may have written the message, so
 * nothing about it is believed: not its kind, nor the type, length or depth of anything in it.
 */
import type { CallReply, StudentReply } from "./messages.js";
import type { Wire } from "./value.js";

/** Characters of a message for whoever marks; `explain` makes no longer ones. */
const longest = 300;
/** Levels of a value: `encode` makes two for each level of objects. */
const deepest = 40;
const most = 1_100_000;

/**
 * A reply that can be relied upon to be one.
 * @throws TypeError naming the part that is not as it should be
 */
export function studentReply(message: unknown): StudentReply {
  const { kind, message: text, value, reply, handle, args } = record(message, "a reply");
  switch (kind) {
    case "done":
      return { kind };
    case "threw":
      return { kind, message: textOf(text) };
    case "answer":
      return { kind, value: wire(value) };
    case "returned":
      return { kind, reply: callReply(reply) };
    case "callback":
      return { kind, handle: wholeNumber(handle), args: wires(args) };
    default:
      throw new TypeError("a reply of unknown kind");
  }
}

function callReply(reply: unknown): CallReply {
  const { threw, value, args } = record(reply, "what came of a call");
  return threw === undefined ? { value: wire(value), args: wires(args) } : { threw: textOf(threw) };
}

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new TypeError(`${what} is no record`);
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value.slice(0, longest);
  throw new TypeError("what was thrown is told in something else than text");
}

function wholeNumber(value: unknown): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw new TypeError("a function has no number");
}

const wires = (values: unknown): Wire[] => {
  if (!Array.isArray(values) || values.length > 100) throw new TypeError("arguments are no list, or very many");
  return values.map(wire);
};

/** What JSON can say is the form of a value, within limits; `decode` refuses what no `encode` has made. */
function wire(value: unknown): Wire {
  let count = 0;
  const walk = (part: unknown, depth: number): void => {
    if (part === undefined) throw new TypeError("a value is missing");
    if (typeof part !== "object" || part === null) return;
    if (depth > deepest || ++count > most) throw new TypeError("a value is too deep or too large");
    for (const inner of Object.values(part)) walk(inner, depth + 1);
  };
  walk(value, 0);
  return value as Wire;
}
