import { describe, expect, it } from "vitest";
import { masters } from "./graded.js";

/** In bold, a call to say something before a run: "**Before you run the cell:**", "**Guess first:**". */
const prompt = /\*\*(?:Before (?:you|each)|Guess|Predict|What do you expect)[^*]*\*\*/gi;

/** Prompts and predictions of a master in the order in which they stand, with the exercises between them. */
const asked = masters.map(({ name, cells }) => ({
  name,
  cells,
  events: cells.flatMap(({ kind, text, line }): { kind: string; at: string }[] => {
    if (kind !== "markdown") return [{ kind, at: `line ${line}` }].filter((one) => /predict|exercise/.test(one.kind));
    return [...text.matchAll(prompt)].map(([words]) => ({ kind: "prompt", at: `line ${line}: ${words}` }));
  }),
}));

describe.each(asked)("$name", ({ cells, events }) => {
  it("keeps what the reader says at each prompt: a prediction follows, before another prompt or an exercise", () => {
    const open = events.filter(({ kind }, i) => kind === "prompt" && events[i + 1]?.kind !== "predict");
    expect(open.map(({ at }) => at)).toEqual([]);
  });
  it("has something to investigate, with points or without", () => {
    expect(cells.some(({ text }) => text.includes("*Investigate.*"))).toBe(true);
  });
});

it("says what to choose from in lines of at most 100 characters, which are read whole beside JupyterLab's list of files", () => {
  const long = asked.flatMap(({ name, cells }) =>
    cells
      .flatMap(({ text }) => text.match(/^\/\/ ✎ your prediction: .*(?:\n\/\/ .*)*/gm) ?? [])
      .flatMap((said) => said.split("\n").filter((line) => line.length > 100 || line.split('"').length % 2 === 0))
      .map((line) => `${name}: ${line}`),
  );
  expect(long).toEqual([]);
});

it("finds the prompts", () => {
  const prompts = asked.flatMap(({ events }) => events.filter(({ kind }) => kind === "prompt"));
  expect(prompts.length).toBeGreaterThan(100);
});
