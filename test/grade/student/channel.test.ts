import { describe, expect, it } from "vitest";
import { openChannel, type Channel } from "../../../src/grade/student/channel.js";

/** A channel onto which bytes come in pieces; and what was written to it. */
function channelOf(sent: string, piece: number): { channel: Channel; written: () => string } {
  const bytes = new TextEncoder().encode(sent);
  const out: number[] = [];
  let at = 0;
  const channel = openChannel({
    read(chunk) {
      const some = bytes.subarray(at, at + Math.min(piece, chunk.length));
      chunk.set(some);
      at += some.length;
      return some.length;
    },
    write(all) {
      const some = all.subarray(0, Math.min(piece, all.length));
      out.push(...some);
      return some.length;
    },
  });
  return { channel, written: () => new TextDecoder().decode(Uint8Array.from(out)) };
}
const messages = [{ a: "é😀" }, [], "x".repeat(300_000), 7, { deep: [[["\ud800"]]] }];

describe("a process's side of the pipes", () => {
  it.each([1000, 65_536, 1e9])("gets its messages one by one, in whatever pieces they come: %d bytes", (piece) => {
    const { channel } = channelOf(messages.map((message) => `${JSON.stringify(message)}\n`).join(""), piece);
    for (const message of messages) expect(channel.receive()).toEqual(message);
    expect(channel.receive()).toBeUndefined();
  });
  it("sends each as a line", () => {
    const { channel, written } = channelOf("", 4096);
    for (const message of messages.slice(0, 2)) channel.send(message);
    channel.send("y".repeat(50_000));
    expect(written()).toBe(`{"a":"é😀"}\n[]\n"${"y".repeat(50_000)}"\n`);
  });
  it("sends nothing that is longer than anybody reads", () => {
    const { channel, written } = channelOf("", 4096);
    expect(() => channel.send("x".repeat(32_000_000))).toThrow(/longer than anybody reads/);
    expect(written()).toBe("");
  });
  it("serves on, whatever cells have made of the language", () => {
    const { channel, written } = channelOf('{"a":[1]}\n', 4096);
    const prototype = Object.getPrototypeOf(Uint8Array.prototype) as object;
    const changed: [object, PropertyKey][] = [
      ...(["indexOf", "slice", "subarray", "set"] as const).map((name): [object, PropertyKey] => [prototype, name]),
      [Array.prototype, Symbol.iterator],
      [Array.prototype, "push"],
      [Array, Symbol.species],
    ];
    const before = changed.map(([object, name]) => Object.getOwnPropertyDescriptor(object, name));
    const define = Object.defineProperty;
    let got: unknown;
    const own = { set: Uint8Array.prototype.set, subarray: Uint8Array.prototype.subarray };
    const pipes = openChannel({
      read: (() => {
        const bytes = new TextEncoder().encode('{"a":[1]}\n');
        let done = false;
        return (chunk) => {
          if (done) return 0;
          done = true;
          Reflect.apply(own.set, chunk, [bytes]);
          return bytes.length;
        };
      })(),
      write: (bytes) => bytes.length,
    });
    try {
      for (let i = 0; i < changed.length; i++)
        define(changed[i][0], changed[i][1], {
          configurable: true,
          get() {
            throw new Error("changed");
          },
        });
      got = pipes.receive();
      pipes.send(got);
    } finally {
      for (let i = 0; i < changed.length; i++) define(changed[i][0], changed[i][1], before[i] as PropertyDescriptor);
    }
    expect(got).toEqual({ a: [1] });
    expect([channel.receive(), written()]).toEqual([{ a: [1] }, ""]);
  });
});
