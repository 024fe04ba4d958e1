/** Jupyter's messages as ZeroMQ frames: `identity… <IDS|MSG> signature header parent metadata content`. */
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** The header of a message, as Jupyter's protocol 5.3 names its parts. */
export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/** A message without its metadata, which the kernel neither reads nor sends. */
export interface Message {
  /** Where a reply is routed; on the publishing socket, the topic. */
  readonly identities: readonly Buffer[];
  readonly header: Header;
  readonly parent: Partial<Header>;
  readonly content: Readonly<Record<string, unknown>>;
}

const delimiter = "<IDS|MSG>";

/**
 * @throws Error if the frames are not a message, or not signed with `key`; an empty key means that nothing is signed.
 */
export function decode(frames: readonly Buffer[], key: string): Message {
  const start = frames.findIndex((frame) => frame.toString() === delimiter);
  const [signature, ...parts] = frames.slice(start + 1, start + 6);
  if (start < 0 || signature === undefined || parts.length < 4) throw new Error("a message without its parts");
  if (key !== "") {
    const expected = Buffer.from(sign(parts, key));
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected))
      throw new Error("a message that is not signed with the connection's key");
  }
  const [header, parent, , content] = parts.map((part) => JSON.parse(part.toString()) as unknown);
  return {
    identities: frames.slice(0, start),
    header: header as Header,
    parent: parent as Partial<Header>,
    content: content as Message["content"],
  };
}

/** The frames of a message, signed with `key`; an empty key means that nothing is signed. */
export function encode(message: Message, key: string): (Buffer | string)[] {
  const parts = [message.header, message.parent, {}, message.content].map((part) => JSON.stringify(part));
  return [...message.identities, delimiter, key === "" ? "" : sign(parts, key), ...parts];
}

/** The message of type `type` that `cause` brings about. */
export function answer(cause: Message, type: string, content: Message["content"]): Message {
  return { identities: cause.identities, header: newHeader(type, cause.header), parent: cause.header, content };
}

/** A message that nobody asked for. */
export function announcement(type: string, content: Message["content"]): Message {
  return {
    identities: [],
    header: newHeader(type, { session: randomUUID(), username: "kernel" }),
    parent: {},
    content,
  };
}

function newHeader(type: string, { session, username }: Pick<Header, "session" | "username">): Header {
  return { msg_id: randomUUID(), msg_type: type, session, username, date: new Date().toISOString(), version: "5.3" };
}

function sign(parts: readonly (Buffer | string)[], key: string): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}
