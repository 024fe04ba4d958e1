import { expect, it } from "vitest";
import { catalogue } from "../../src/course/catalogue.js";
import { notebookTexts } from "../../src/course/masters/build.js";
import { predictions } from "../../src/course/predictions/predictions.js";
import { masters } from "./graded.js";

const texts = notebookTexts(masters, "student", catalogue, predictions);

it.each([...texts])("what a verdict tells the reader to call is imported in %s", (_name, text) => {
  const { cells } = JSON.parse(text) as { cells: { cell_type: string; source: string[] }[] };
  const first = cells.find(({ cell_type }) => cell_type === "code")?.source.join("") ?? "";
  const names = (/import \{ (.+) \} from "nullcline";/.exec(first)?.[1] ?? "").split(", ");
  for (const name of ["check", "hint", "progress", "solution"])
    expect(names.filter((each) => each === name)).toEqual([name]);
});
