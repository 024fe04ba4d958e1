import { afterEach, describe, expect, it } from "vitest";
import { meterOf, starting, type Excess, type Measured, type Meter } from "../../../src/grade/processes/meter.js";
import type * as reading from "../../../src/grade/reader/reader.js";

const { NotRead, openReader, readingLimits, Unreadable } = (await import(
  new URL("../../../dist/grade/reader/reader.js", import.meta.url).href
)) as typeof reading;

/** What keeps TypeScript's parser busy without end. */
const endless = `let x: ${"([a = (y: ".repeat(60)}1${") ]) => 1".repeat(60)};`;
const notebook = {
  cells: [{ kind: "code", text: endless, gradeId: undefined, number: 1 }],
  asked: [],
  handedOut: new Set<string>(),
  unread: new Set<number>(),
} as never;

let close = (): void => {};
afterEach(() => close());
/** A reader of whose threads the meter says one thing once they have started; and how many there were. */
function metered(excess: Excess): { reader: reading.Reader; threads: Measured[] } {
  const threads: Measured[] = [];
  const reader = openReader(readingLimits, (measured): Meter => {
    threads.push(measured);
    return { ...meterOf(measured), over: (limit) => (limit === starting ? undefined : excess) };
  });
  close = () => reader.close();
  return { reader, threads };
}

describe("the reader's time", () => {
  it("is its thread's own: what its meter says of it is the text's doing", () => {
    const { reader, threads } = metered("took too long");
    expect(() => reader.ask("planOf", notebook)).toThrow(Unreadable);
    expect(threads).toHaveLength(1);
  });
  it("is no matter of the text where the machine withheld it, twice", () => {
    const { reader, threads } = metered("got no turn of the processor");
    let reason: unknown;
    try {
      reader.ask("planOf", notebook);
    } catch (error) {
      reason = error;
    }
    expect(reason).toBeInstanceOf(NotRead);
    expect(String(reason)).toMatch(/the machine gave the reader no time for it, twice/);
    expect(threads).toHaveLength(2);
  });
  it("ends with the plan of a notebook of which many cells keep it busy", () => {
    const { reader, threads } = metered("took too long");
    const cells = new Array(6).fill((notebook as { cells: unknown[] }).cells[0]) as never;
    expect(() => reader.plan({ ...(notebook as object), cells } as never)).toThrow(Unreadable);
    expect(threads).toHaveLength(5); // all of it, and cell by cell until it is enough
    const withheld = metered("got no turn of the processor");
    expect(() => withheld.reader.plan(notebook)).toThrow(NotRead);
    expect(withheld.threads).toHaveLength(2);
    withheld.reader.close();
    reader.close();
  });
  it.skipIf(process.platform !== "linux")("is measured of the very thread that reads", () => {
    const { reader, threads } = metered("took too long");
    expect(() => reader.ask("readNotebookFile", new TextEncoder().encode("{"))).toThrow(/not a notebook/);
    expect(threads[0].standing()?.computed).toBeGreaterThan(0);
  });
});
