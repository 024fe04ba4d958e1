import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { Model } from "../../src/model/model.js";
import { modelFromData } from "../../src/model/model-from-data.js";
import { preparedPrograms } from "../../src/solve/compiled/step-program.js";

const isModel = (value: unknown): value is Model =>
  typeof value === "object" && value !== null && "kernels" in value && "data" in value;

const modelsOf = async (file: string): Promise<[string, Model][]> =>
  Object.entries((await import(pathToFileURL(resolve(file)).href)) as object).filter(
    (entry): entry is [string, Model] => isModel(entry[1]),
  );

const files = readdirSync("src/models").filter((file) => file.endsWith(".ts"));

describe("the models of the build are what their text says", () => {
  test.each(files)("%s", async (file) => {
    const built = await modelsOf(`dist/models/${file.replace(/ts$/, "js")}`);
    const text = await modelsOf(`src/models/${file}`);
    expect(built.map(([name]) => name).sort()).toEqual(text.map(([name]) => name).sort());
    for (const [name, model] of text) {
      const other = new Map(built).get(name);
      expect(other?.data, name).toEqual(model.data);
      expect(JSON.stringify(other?.data), name).toBe(JSON.stringify(model.data));
      expect(other?.states, name).toEqual(model.states);
    }
  });

  test("and carry the programs that would be made of them", async () => {
    const built = (await Promise.all(files.map((file) => modelsOf(`dist/models/${file.replace(/ts$/, "js")}`)))).flat();
    const prepared = built.filter(([, model]) => Object.keys(model.prepared.programs).length > 0);
    expect(prepared.map(([name]) => name)).toContain("hodgkinHuxley");
    for (const [name, model] of prepared)
      expect(model.prepared.programs, name).toEqual(preparedPrograms(modelFromData(model.data)));
  });
});
