import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as ReaderModule from "../../src/grade/reader/reader.js";
import { noRoster } from "../../src/grade/intake/roster.js";
import { findSubmissions } from "../../src/grade/intake/submission.js";
import { largeFiles, nastyFile } from "./nasty-files.js";

/** The thread is one of the built package. */
const { openReader, Unreadable } = (await import(
  new URL("../../dist/grade/reader/reader.js", import.meta.url).href
)) as typeof ReaderModule;

describe("a file that was made to break its reader", () => {
  let folder: string;
  // A fifth of what the grader allows: what takes longer than that takes for ever.
  const reader = openReader({ milliseconds: 3000, perMB: 1000, memory: 2000 });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "nasty-"));
  });
  afterAll(() => {
    reader.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Hands it in beside honest work and reads all of it; what came of the nasty one. */
  const readOf = (name: string, bytes: Uint8Array): string => {
    const place = mkdtempSync(join(folder, "in-"));
    mkdirSync(join(place, "nasty"));
    mkdirSync(join(place, "zz-honest"));
    writeFileSync(join(place, "nasty", name), bytes);
    writeFileSync(join(place, "zz-honest", "90-grading.ipynb"), '{"cells":[]}');
    const all = findSubmissions([place], ["90-grading"], noRoster, [], undefined, (file) =>
      reader.ask("readNotebookFile", file),
    );
    rmSync(place, { recursive: true });
    const honest = all.filter(({ student }) => student === "zz-honest");
    expect(honest.map(({ problem }) => problem)).toEqual([undefined]);
    expect(all.length).toBeGreaterThan(1);
    for (const { student, file, cells, problem, claimed } of all) {
      expect([student, file, claimed ?? ""].map((text) => typeof text)).toEqual(["string", "string", "string"]);
      expect((cells === undefined) === (problem !== undefined), `${file}: ${problem}`).toBe(true);
      for (const cell of cells ?? []) expect(typeof cell.text).toBe("string");
      if (cells === undefined) continue;
      const asked = [{ id: "90.2", check: 'check("90.2", cube);', expression: "cube", names: ["cube"], earlier: [] }];
      try {
        const plan = reader.plan({ cells, asked, handedOut: new Set() });
        expect(plan.texts.length).toBe(cells.length);
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
      }
    }
    return all.map(({ problem }) => problem ?? "read").join();
  };

  it("is one of 2400, each of which is read or refused, and costs nobody else anything", () => {
    const came = new Map<string, number>();
    for (let i = 0; i < 2400; i++) {
      const [name, bytes] = nastyFile(i);
      const kind = readOf(name, bytes).split(/[,:;(]/)[0];
      came.set(kind, (came.get(kind) ?? 0) + 1);
    }
    expect(came.get("read") ?? 0).toBeGreaterThan(300); // the others do not hide behind a first line that refuses
    expect([...came.keys()].length).toBeGreaterThan(5);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)["nbgrader"]).toBeUndefined();
  });

  it.each(Object.keys(largeFiles))("is read or refused: %s", (what) => {
    expect(readOf(...largeFiles[what]())).toMatch(/\w/);
  });
});
