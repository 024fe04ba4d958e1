import { expect, test } from "vitest";
import { pack } from "../../../src/live/cell/pack.js";
import { unpack } from "../../../src/live/page/unpack.js";
import { toBase85 } from "../../../src/text/base85.js";

test("a text comes back from what a cell packs, of any length, and stands in JSON, in a script and in HTML as it is", async () => {
  for (let length = 0; length < 40; length++) {
    const text = "Erregung → ".repeat(length).slice(0, 7 * length);
    const packed = pack(text);
    expect(await unpack(packed)).toBe(text);
    expect(packed).toMatch(/^[^"\\<>&$%'`\s]*$/);
  }
});

test("five letters stand for four bytes, and one more than the bytes for those left over", () => {
  expect([0, 1, 2, 3, 4, 5, 8].map((length) => toBase85(new Uint8Array(length)))).toEqual(
    [0, 2, 3, 4, 5, 7, 10].map((length) => "!".repeat(length)),
  );
  expect(toBase85(Uint8Array.of(255, 255, 255, 255))).toBe("|?_2!");
});
