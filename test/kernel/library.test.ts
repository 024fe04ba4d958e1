import { describe, expect, test } from "vitest";
import { libraryText } from "../../src/kernel/compiler/library.js";

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
