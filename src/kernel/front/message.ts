/** Messages of Jupyter's protocol, apart from how they travel. */
import { newIdentifier } from "../identifier.js";

/** The header of a message, as Jupyter's protocol names its parts. */
export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
  /** Of a front end that believes the kernel to have several threads of execution. */
  readonly subshell_id?: unknown;
}

/** A message. */
export interface Message {
  /** Where a reply is routed; on the publishing socket, the topic. */
  readonly identities: readonly Uint8Array[];
  readonly header: Header;
  readonly parent: Partial<Header>;
  readonly content: Readonly<Record<string, unknown>>;
  /** The kernel reads and sends it for comms alone, as it does `buffers`: none is as good as an empty one. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly buffers?: readonly Uint8Array[];
}

/** The version of Jupyter's protocol that the kernel speaks. */
export const protocolVersion = "5.5";

/** The message of type `type` that `cause` brings about. */
export function answer(cause: Message, type: string, content: Message["content"]): Message {
  return { identities: cause.identities, header: newHeader(type, cause.header), parent: cause.header, content };
}

/** A message that nobody asked for. */
export function announcement(type: string, content: Message["content"]): Message {
  return {
    identities: [],
    header: newHeader(type, { session: newIdentifier(), username: "kernel" }),
    parent: {},
    content,
  };
}

function newHeader(type: string, { session, username }: Pick<Header, "session" | "username">): Header {
  return {
    msg_id: newIdentifier(),
    msg_type: type,
    session,
    username: username ?? "kernel",
    date: new Date().toISOString(),
    version: protocolVersion,
  };
}
