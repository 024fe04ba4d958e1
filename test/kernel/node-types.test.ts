// Node's types, most of what TypeScript would read, are read once a cell needs them and not before.
import { describe, expect, test } from "vitest";
import { loadTslab } from "../../src/kernel/tslab.js";

const ofNode = /[\\/]@types[\\/]node[\\/]/;

describe("The types of Node", () => {
  test("are not read for what cells make of this package, but for a cell that names something of Node's", () => {
    const converter = loadTslab().createConverter({ isJS: false, isBrowser: false });
    const reads = (earlier: string, code: string): boolean =>
      converter
        .look(earlier, code)
        .program.getSourceFiles()
        .some(({ fileName }) => ofNode.test(fileName));
    const imported = converter.convert("", 'import { simulate, hodgkinHuxley } from "nullcline"');
    const { declOutput = "" } = converter.convert(
      imported.declOutput ?? "",
      "const run = simulate(hodgkinHuxley, { duration: 1 })",
    );
    expect(declOutput).toMatch(/import\("\.[^"]*"\)/); // the type of a run, by the file that it lies in
    expect(reads(declOutput, "run.spikes")).toBe(false);
    expect(reads(declOutput, "process.pid")).toBe(true);
    converter.close();
  });
});
