import { describe, expect, test } from "vitest";
import { changeOf, libraryText } from "../../src/kernel/compiler/library.js";

const files: Record<string, string> = {
  "lib.es2.d.ts": '/// <reference no-default-lib="true"/>\n/// <reference lib="es1" />\ninterface Two {}',
  "lib.es1.d.ts": '/// <reference no-default-lib="true"/>\ninterface One {}',
  "lib.extra.d.ts": '/// <reference lib="es2" />\n/// <reference lib="es1" />\ninterface More {}',
};

describe("The declarations of the language in one file", () => {
  test("stand behind those that they build on, each once, and refer to no other file", () => {
    const text = libraryText(["lib.extra.d.ts", "lib.es1.d.ts"], (name) => files[name]);
    expect(text.match(/One|Two|More/g)).toEqual(["One", "Two", "More"]);
    expect(text.match(/<reference.*/g)).toEqual(['<reference no-default-lib="true"/>']);
  });
  test("are refused if a file is missing", () => {
    expect(() => libraryText(["lib.es3.d.ts"], (name) => files[name])).toThrow("TypeScript has no file lib.es3.d.ts");
  });
});

test.each([
  ["ab", "ab"],
  ["", "abc"],
  ["abc", ""],
  ["aaa", "aaaa"],
  ["abcabc", "abc"],
  ["let x; let y;", "let x; let z; let y;"],
])("The change from %j to %j makes the one of the other", (before, after) => {
  const { span, newLength } = changeOf(before, after);
  const added = after.slice(span.start, span.start + newLength);
  expect(before.slice(0, span.start) + added + before.slice(span.start + span.length)).toBe(after);
  expect(newLength + span.length).toBeLessThanOrEqual(Math.abs(before.length - after.length));
});
