/** The file that Jupyter writes for a kernel that it is about to start. */
import { readFileSync } from "node:fs";

/** Where the kernel is to be heard, and by which key messages are signed. */
export interface Connection {
  readonly key: string;
  /** The address of a socket, as ZeroMQ takes it. */
  address(socket: SocketName): string;
  /** The ports, by the names that they have in the file. */
  readonly ports: Readonly<Record<string, number>>;
}

/** The sockets of a kernel, as the file names their ports. */
export type SocketName = "shell" | "iopub" | "control" | "stdin" | "hb";

/** @throws Error if the file cannot be read, or is not a connection file */
export function readConnection(file: string): Connection {
  const content = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, unknown>>;
  const { transport = "tcp", ip, key = "", signature_scheme: scheme = "hmac-sha256" } = content;
  const wrong = (what: string, expected: string): Error =>
    new Error(`${file} is no connection file of Jupyter's: ${what}, expected ${expected}`);
  if (typeof ip !== "string") throw wrong(`its ip is ${JSON.stringify(ip)}`, "an address such as 127.0.0.1");
  if (typeof key !== "string") throw wrong("its key is no text", "the key by which messages are signed");
  if (key !== "" && scheme !== "hmac-sha256") throw wrong(`it signs by ${String(scheme)}`, "hmac-sha256");
  if (transport !== "tcp" && transport !== "ipc") throw wrong(`its transport is ${String(transport)}`, "tcp or ipc");
  const names = ["shell", "iopub", "control", "stdin", "hb"].map((name) => `${name}_port`);
  for (const name of names) if (!Number.isInteger(content[name])) throw wrong(`its ${name} is missing`, "a number");
  return {
    key,
    ports: Object.fromEntries(names.map((name) => [name, content[name] as number])),
    address: (socket) => `${transport}://${ip}${transport === "ipc" ? "-" : ":"}${String(content[`${socket}_port`])}`,
  };
}
