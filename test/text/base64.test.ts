import { expect, test } from "vitest";
import { bytesOfBase64 } from "../../src/text/base64.js";

test("bytes come back from base 64 as Node writes it, whatever is left over at the end", () => {
  for (const length of [0, 1, 2, 3, 4, 5, 255, 256]) {
    const bytes = Uint8Array.from({ length }, (_, k) => (k * 37 + length) & 0xff);
    expect(bytesOfBase64(Buffer.from(bytes).toString("base64"))).toEqual(bytes);
  }
});
