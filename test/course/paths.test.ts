import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../../notebooks/source/", import.meta.url);
const masters = readdirSync(folder).filter((name) => /^\d\d-[a-z-]+\.ts$/.test(name));
const textOf = (number: number): string => {
  const [name] = masters.filter((master) => Number(master.slice(0, 2)) === number);
  return readFileSync(new URL(name, folder), "utf8");
};
const linked = (text: string): number[] =>
  Array.from(text.matchAll(/\]\((\d\d)-[a-z-]+\.ipynb\)/g), ([, n]) => Number(n));

/** What a notebook builds on throughout: no notebook that is only helpful, or for a single section. */
const neededBy = (number: number): number[] => {
  const [, line] = /^\/\/ \*\*Prerequisites:\*\* ((?:.*\n)(?:\/\/ \(.*\n)?)/m.exec(textOf(number)) ?? [];
  return (line ?? "")
    .split(";")
    .flatMap((part) => (/helpful|for Section|for the f-I curve/.test(part) ? [] : linked(part)));
};

const paths = [...textOf(0).matchAll(/^\/\/ \| (\*\*.*) \|$/gm)].map(
  ([, row]) => [row.split(" |")[0], linked(row)] as const,
);

test("there are three paths", () => expect(paths.length).toBe(3));

test.each(paths)("the path of %s leads through no notebook before those that it builds on", (_name, path) => {
  path.forEach((number, place) => {
    const missing = neededBy(number).filter((needed) => !path.slice(0, place).includes(needed));
    expect(missing, `notebook ${number}`).toEqual([]);
  });
});

test("no notebook builds on a later one", () => {
  for (let number = 1; number < masters.length; number++)
    for (const needed of neededBy(number)) expect(needed, `notebook ${number}`).toBeLessThan(number);
});

test("a link to another notebook carries its number and its title, but for the maps of notebook 0", () => {
  const titleOf = (number: number): string => /^\/\/ # (.*)$/m.exec(textOf(number))?.[1] ?? "";
  for (let number = 1; number < masters.length; number++)
    for (const [, words, to] of textOf(number).matchAll(/\[([^\]]*)\]\((\d\d)-[a-z-]+\.ipynb\)/g))
      expect(words, `notebook ${number}`).toBe(titleOf(Number(to)));
});
