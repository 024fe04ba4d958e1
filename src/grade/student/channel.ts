/**
 * A process's side of the pipes to the grader: one JSON text a line, read and written without the event loop, so that a
 * student's function can be interrupted by a question in the middle, and so that nothing in the process can listen in
 * or answer in its place by accident.
 */

/** Reads and writes messages, and waits meanwhile. */
export interface Channel {
  /** The next message; waits for it. Undefined when the grader is gone. */
  receive(): unknown;
  send(message: unknown): void;
}

/** The two ends of pipes, which block. */
export interface Pipes {
  /** Fills what it can of `chunk` and says how much; 0 at the end. */
  read(chunk: Uint8Array): number;
  /** Writes what it can and says how much. */
  write(bytes: Uint8Array): number;
}

/** To be opened before any code runs that is not trusted: it keeps what it needs for itself. */
export function openChannel({ read, write }: Pipes): Channel {
  // Kept here, because a cell can replace what it can reach.
  const { parse, stringify } = JSON;
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
  const decode = decoder.decode.bind(decoder);
  const encode = encoder.encode.bind(encoder);
  const chunk = new Uint8Array(1 << 16);
  let rest: Uint8Array = new Uint8Array(0);
  return {
    receive() {
      const parts: Uint8Array[] = [rest];
      for (let at = rest.indexOf(10); ; ) {
        const last = parts[parts.length - 1];
        if (at >= 0) {
          rest = last.slice(at + 1);
          parts[parts.length - 1] = last.subarray(0, at);
          return parse(decode(joined(parts))) as unknown;
        }
        const size = read(chunk);
        if (size === 0) return undefined;
        const more = chunk.slice(0, size);
        parts.push(more);
        at = more.indexOf(10);
      }
    },
    send(message) {
      const bytes = encode(`${stringify(message)}\n`);
      for (let at = 0; at < bytes.length; ) at += write(bytes.subarray(at));
    },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
