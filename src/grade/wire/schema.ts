/**
 * What a student's process may say, checked where it comes in. Whatever has run there may have written the message, so
 * nothing about it is believed: not its kind, nor the type, length or depth of anything in it.
 */
import type { CallReply, StudentReply } from "./messages.js";
import { mostParts, partsOfCall, partsOfText, sizeOf, type Size } from "./size.js";
import type { Wire } from "./value.js";

/** Characters of a message for whoever marks; `explain` makes no longer ones. */
const longest = 300;
/** Levels of a value: `encode` makes two for each level of objects. */
const deepest = 40;
/** Parts of JSON that `encode` makes of one part at most: a tag, its name and what it holds. */
const partsOfOne = 4;

/** What the messages about one answer may come to: more than `encode` makes of the largest that there may be. */
export const messageSize = (): Size => sizeOf(partsOfOne * mostParts);

/**
 * A reply that can be relied upon to be one.
 * @param size of which is taken what values it holds
 * @throws TypeError naming the part that is not as it should be; TooLarge if values come to more than is left
 */
export function studentReply(message: unknown, size: Size = messageSize()): StudentReply {
  const { kind, message: text, value, reply, handle, args } = record(message, "a reply");
  switch (kind) {
    case "done":
      return { kind };
    case "threw":
      return { kind, message: textOf(text) };
    case "answer":
      return { kind, value: wire(value, size) };
    case "returned":
      return { kind, reply: callReply(reply, size) };
    case "callback":
      size.take(partsOfCall);
      return { kind, handle: wholeNumber(handle), args: wires(args, size) };
    default:
      throw new TypeError("a reply of unknown kind");
  }
}

function callReply(reply: unknown, size: Size): CallReply {
  const { threw, value, args } = record(reply, "what came of a call");
  return threw === undefined ? { value: wire(value, size), args: wires(args, size) } : { threw: textOf(threw) };
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

const wires = (values: unknown, size: Size): Wire[] => {
  if (!Array.isArray(values) || values.length > 100) throw new TypeError("arguments are no list, or very many");
  return values.map((value) => wire(value, size));
};

/** What JSON can say is the form of a value, within limits; `decode` refuses what no `encode` has made. */
function wire(value: unknown, size: Size): Wire {
  const walk = (part: unknown, depth: number): void => {
    if (part === undefined) throw new TypeError("a value is missing");
    size.take(1);
    if (typeof part === "string") size.take(partsOfText(part));
    if (typeof part !== "object" || part === null) return;
    if (depth > deepest) throw new TypeError("a value is too deep");
    for (const [name, inner] of Object.entries(part)) {
      if (!Array.isArray(part)) size.take(partsOfText(name));
      walk(inner, depth + 1);
    }
  };
  walk(value, 0);
  return value as Wire;
}
