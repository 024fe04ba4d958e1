import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { diagramsTitle, liveTitle, othersOf, siteTitle, withSection } from "../../bench/page.js";

const document = readFileSync("docs/benchmark.md", "utf8");

test("a program that measures writes its own section of docs/benchmark.md, and leaves all others as they are", () => {
  const section = `${siteTitle}\n\nnew\n\n### A table\n\n| a |\n`;
  const anew = withSection(document, siteTitle, section);
  expect(anew).toContain(`\n\n${section}\n${diagramsTitle}\n`);
  expect(withSection(anew, siteTitle, section)).toBe(anew);
  const own = (text: string): string => text.slice(0, text.indexOf(`${liveTitle}\n`)).trim(); // the first of these
  expect(document.startsWith(own(anew))).toBe(true);
  expect(own(anew)).toContain("## What is not here");
  expect(`${own(anew)}\n\n${othersOf(anew)}`).toBe(anew);
});
