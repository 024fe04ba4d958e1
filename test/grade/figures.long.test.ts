import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type * as Catalogue from "../../src/course/catalogue.js";
import type * as Build from "../../src/course/masters/build.js";
import type * as Predictions from "../../src/course/predictions/predictions.js";
import type * as Figures from "../../src/grade/figures/figures.js";

/** Of the built package: the thread that draws is one of its files. */
const built = async <T>(path: string): Promise<T> => {
  const { href } = new URL(`../../dist/${path}.js`, import.meta.url);
  return (await import(/* @vite-ignore */ href)) as T;
};
const { catalogue } = await built<typeof Catalogue>("course/catalogue");
const { masterNames, readMasters } = await built<typeof Build>("course/masters/build");
const { predictions } = await built<typeof Predictions>("course/predictions/predictions");
const { expectedFigures } = await built<typeof Figures>("grade/figures/figures");

const folder = fileURLToPath(new URL("../../notebooks/source/", import.meta.url));
const masters = readMasters(folder, catalogue, masterNames(folder), predictions);
let drawn = 0;

describe("what the figure of an answer looks like, for a page of feedback", () => {
  it.each(masters.map((master) => [master.name, master] as const))("is drawn, in notebook %s", async (name, master) => {
    const exercises = catalogue[name];
    const notices: string[] = [];
    const wanted = new Set(exercises.map(({ id }) => id));
    const figures = await expectedFigures(master, exercises, wanted, (line) => notices.push(line));
    expect(notices).toEqual([]);
    for (const { id } of exercises) {
      const figure = figures.of(id, "ab123");
      if (figure) expect(figure.svg, id).toMatch(/^<svg .*<title>.+<\/title>.*<\/svg>$/s);
      if (figure) expect(figure.svg, id).not.toContain("NaN");
      if (figure) expect(figure.svg.length, id).toBeLessThan(40_000);
      drawn += figure ? 1 : 0;
    }
  });
  it("for at least 70 exercises", () => {
    expect(drawn).toBeGreaterThanOrEqual(70);
  });
});
