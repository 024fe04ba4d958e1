/** Jupyter's messages as ZeroMQ frames: `identity… <IDS|MSG> signature header parent metadata content buffer…`. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Header, Message } from "./message.js";

const delimiter = "<IDS|MSG>";
/** Signatures that are remembered, so that a message that is sent once more is known. */
const remembered = 65_536;

/** Reads the messages of one connection. */
export interface Decoder {
  /**
   * @throws Error if the frames are not a message, are not signed with the connection's key, or came before
   */
  decode(frames: readonly Buffer[]): Message;
}

/** @param key of the connection; an empty one means that nothing is signed */
export function createDecoder(key: string): Decoder {
  const seen = new Set<string>();
  return {
    decode(frames) {
      const message = decode(frames, key);
      const start = frames.findIndex((frame) => frame.toString() === delimiter);
      const signature = String(frames[start + 1]);
      if (key === "") return message;
      if (seen.has(signature)) throw new Error("a message that came before");
      seen.add(signature);
      if (seen.size > remembered) for (const oldest of [...seen].slice(0, remembered / 2)) seen.delete(oldest);
      return message;
    },
  };
}

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
  const [header, parent, metadata, content] = parts.map((part) => JSON.parse(part.toString()) as unknown);
  if (!isHeader(header)) throw new Error("a message whose header has no msg_id, msg_type and session");
  if (!isRecord(content)) throw new Error(`a ${header.msg_type} whose content is no object`);
  return {
    identities: frames.slice(0, start),
    header,
    parent: isRecord(parent) ? (parent as Partial<Header>) : {},
    content,
    metadata: isRecord(metadata) ? metadata : {},
    buffers: frames.slice(start + 6),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isHeader = (value: unknown): value is Header =>
  isRecord(value) && ["msg_id", "msg_type", "session"].every((name) => typeof value[name] === "string");

/** The frames of a message, signed with `key`; an empty key means that nothing is signed. */
export function encode(message: Message, key: string): (Uint8Array | string)[] {
  const { identities, header, parent, metadata = {}, content, buffers = [] } = message;
  const parts = [header, parent, metadata, content].map((part) => JSON.stringify(part));
  return [...identities, delimiter, key === "" ? "" : sign(parts, key), ...parts, ...buffers];
}

function sign(parts: readonly (Buffer | string)[], key: string): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}
