import { expect, it } from "vitest";
import { printedHtml } from "../../src/export/terminal.js";

it.each([
  ["a < b & c", "a &lt; b &amp; c"],
  ["\u001b[31mRangeError\u001b[0m: dt", '<span class="ansi-red">RangeError</span>: dt'],
  [
    "\u001b[1;94mx\u001b[22my\u001b[39mz",
    '<span class="ansi-bold ansi-blue">x</span><span class="ansi-blue">y</span>z',
  ],
  ["\u001b[38;5;208mx", "x"],
  ["\u001b[2K\u001b[1Gdone", "done"],
  ["10 %\r50 %\r100 %\ndone\r\n", "100 %\ndone\n"],
])("%j is shown as %j", (text, html) => expect(printedHtml(text)).toBe(html));
