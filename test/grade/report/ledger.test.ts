import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openLedger } from "../../../src/grade/report/ledger.js";
import { progressOf, progressText } from "../../../src/grade/report/progress.js";

const folder = mkdtempSync(join(tmpdir(), "ledger-"));
afterAll(() => rmSync(folder, { recursive: true }));
const assessment = (message: string) => ({ exercises: [], broken: [{ cell: 1, message }] });

describe("the ledger", () => {
  it("keeps what was marked, and forgets a line that was being written when the grader was killed", () => {
    const file = join(folder, "marked.jsonl");
    openLedger(file, false).add("a", assessment("größer"));
    appendFileSync(file, '{"key":"b","assess');
    const again = openLedger(file, true);
    expect([again.find("a"), again.find("b")]).toEqual([assessment("größer"), undefined]);
    again.add("b", assessment("2"));
    expect(openLedger(file, true).find("b")).toEqual(assessment("2"));
    expect(readFileSync(file, "utf8").split("\n")).toHaveLength(3);
  });
  it("begins anew without --resume, and says what is wrong with a file that is not its own", () => {
    const file = join(folder, "other.jsonl");
    appendFileSync(file, "hello\n");
    expect(() => openLedger(file, true)).toThrow(/other\.jsonl is not what the grader wrote/);
    openLedger(file, false);
    expect(readFileSync(file, "utf8")).toBe("");
  });
});

describe("progress", () => {
  it("tells the time left by those that took some", () => {
    let now = 0;
    const advance = progressOf(10, () => now);
    expect(progressText(advance(false))).toBe("[1/10]");
    now = 60_000;
    expect(progressText(advance(true))).toBe("[2/10, about 8 min left]");
    now = 63_000;
    expect(advance(false).left).toBe(7 * 60);
    for (let i = 0; i < 6; i++) advance(true);
    expect(progressText(advance(true))).toBe("[10/10]");
  });
});
