import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withoutMarks } from "../../src/course/masters/numbers.js";

const folder = new URL("../../notebooks/", import.meta.url);
const masters = readdirSync(new URL("source/", folder)).filter((name) => /^\d\d-[a-z-]+\.ts$/.test(name));

/** The markdown cells of a master, as the reader sees them. */
function textOf(master: string): string {
  const { text: source } = withoutMarks(readFileSync(new URL(`source/${master}`, folder), "utf8"));
  const cells = source.split(/^\/\/ %%/m).filter((cell) => /^ \[(markdown|solution|explain)/.test(cell));
  return cells
    .map((cell) =>
      cell
        .split("\n")
        .slice(1)
        .map((line) => line.replace(/^\/\/ ?/, ""))
        .join("\n"),
    )
    .join("\n\n");
}

/** Running text only: no code, formulas, links' targets, tables or headings. */
function proseOf(text: string): string {
  return text
    .replace(/```[\s\S]*?```/g, " ")
    .replace(/\$\$[\s\S]*?\$\$/g, " ")
    .replace(/<[^>]+>/g, " ")
    .split("\n")
    .filter((line) => !/^\s*[|#]/.test(line))
    .join("\n")
    .replace(/\$[^$\n]*\$/g, "x")
    .replace(/`[^`\n]*`/g, "x")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/[*_[\]]/g, "");
}

const glossary = readFileSync(new URL("glossary.md", folder), "utf8")
  .split("\n")
  .filter((line) => /^\| (?!term|-)/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, term, , not]) => ({ term: term, not: not.split(", ").filter((word) => word !== "") }));

describe.each(masters)("%s", (master) => {
  const text = textOf(master);

  it("has its parts: title, objectives, prerequisites, minutes, summary, references", () => {
    const number = Number(master.slice(0, 2));
    expect(text).toMatch(new RegExp(`^# ${number}\\. `, "m"));
    expect(text).toMatch(/objectives|what you can do afterwards|afterwards you can/i);
    expect(text).toMatch(/prerequisites/i);
    expect(text).toMatch(/^## Summary/m);
    expect(text).toMatch(/^## References/m);
  });

  it("has minutes that add up: those of its sections, of its table, and the sum that it announces", () => {
    const sections = new Map(
      [...text.matchAll(/^## (\d+\.\d+) .*\((\d+) min\)$/gm)].map(([, section, minutes]) => [section, Number(minutes)]),
    );
    const sum = [...sections.values()].reduce((a, b) => a + b, 0);
    for (const [row, minutes] of text.matchAll(/^\|.* \d+\.\d+ .*\| (\d+) \|$/gm)) {
      const named = [...row.matchAll(/\b\d+\.\d+\b/g)].map(([section]) => sections.get(section));
      expect(
        named.reduce<number>((a, b) => a + (b ?? Number.NaN), 0),
        row,
      ).toBe(Number(minutes));
    }
    expect(Math.abs(Number(/About (\d+) min/.exec(text)?.[1]) - sum)).toBeLessThanOrEqual(3);
  });

  it("links only to what exists", () => {
    for (const [, target] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (/^(https?:|attachment:)/.test(target)) continue;
      const linked = /^(\d\d-[a-z-]+)\.ipynb$/.exec(target)?.[1];
      const exists = linked ? existsSync(new URL(`source/${linked}.ts`, folder)) : existsSync(new URL(target, folder));
      expect(exists, `link to ${target}`).toBe(true);
    }
  });

  it("spells each term of the glossary one way", () => {
    const own = text.replace(/\]\([^)]*\)/g, "]").replace(/"[^"\n]*(\n[^"\n]*)?"/g, ""); // file names have hyphens; a quoted mistake may use other words
    for (const { term, not } of glossary) {
      for (const variant of not)
        expect(own, `write '${term}', not '${variant}'`).not.toMatch(new RegExp(`\\b${variant}(s|es)?\\b`));
    }
  });

  it("reads easily: LIX at most 50 (a plain newspaper is about 45), sentences of 20 words on average at most", () => {
    const prose = proseOf(text);
    const words = prose.match(/[\p{L}'’-]+/gu) ?? [];
    const sentences = prose.split(/[.!?:;](?=\s|$)|\n\s*\n|\n\s*[-*\d]/).filter((s) => /\p{L}/u.test(s)).length;
    const long = words.filter((word) => word.length > 6).length;
    expect(words.length / sentences).toBeLessThanOrEqual(20);
    expect(words.length / sentences + (100 * long) / words.length).toBeLessThanOrEqual(50);
  });
});

it("every word of the course is in a dictionary of British English or in notebooks/words.txt", () => {
  const input = masters.map((master) => proseOf(textOf(master).split(/^## References/m)[0])).join("\n"); // authors' names are their own
  const unknown = (() => {
    try {
      return execFileSync(
        "node",
        ["node_modules/cspell/bin.mjs", "--words-only", "--unique", "--no-progress", "--no-summary", "stdin"],
        { input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] },
      );
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  })();
  expect(unknown.split("\n").filter((word) => word !== "")).toEqual([]);
});
