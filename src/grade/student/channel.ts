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

/** Characters that the grader reads at most of a message. */
const longest = 32_000_000;

/** To be opened before any code runs that is not trusted: it keeps what it needs for itself. */
export function openChannel({ read, write }: Pipes): Channel {
  // Kept here, because a cell can replace what it can reach: constructors, methods, and the species of what these make.
  const [Bytes, Memory] = [Uint8Array, ArrayBuffer];
  const { parse, stringify } = JSON;
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
  const decode = decoder.decode.bind(decoder);
  const encodeInto = encoder.encodeInto.bind(encoder);
  const ofThis = Function.prototype.bind.bind(Function.prototype.call) as (
    f: unknown,
  ) => (...args: unknown[]) => unknown;
  const set = ofThis(Bytes.prototype.set) as (into: Uint8Array, from: Uint8Array) => void;
  const indexOf = ofThis(Bytes.prototype.indexOf) as (bytes: Uint8Array, byte: number, from: number) => number;

  let room = 1 << 16;
  let held = new Memory(room);
  /** Bytes that have come and were not given out. */
  let filled = 0;
  const enlarge = (): void => {
    const larger = new Memory(2 * room);
    set(new Bytes(larger, 0, filled), new Bytes(held, 0, filled));
    held = larger;
    room *= 2;
  };
  return {
    receive() {
      for (let from = 0; ; ) {
        const at = indexOf(new Bytes(held, 0, filled), 10, from);
        if (at >= 0) {
          const message = parse(decode(new Bytes(held, 0, at))) as unknown;
          filled -= at + 1;
          set(new Bytes(held, 0, filled), new Bytes(held, at + 1, filled));
          return message;
        }
        from = filled;
        if (filled === room) enlarge();
        const size = read(new Bytes(held, filled, room - filled));
        if (size === 0) return undefined;
        filled += size;
      }
    },
    send(message) {
      const text = `${stringify(message)}\n`;
      if (text.length > longest) throw new RangeError("a message is longer than anybody reads");
      const all = new Memory(3 * text.length);
      const { written } = encodeInto(text, new Bytes(all));
      for (let at = 0; at < written; ) at += write(new Bytes(all, at, written - at));
    },
  };
}
