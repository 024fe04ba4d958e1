import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { modelPages, staleModelPages, writeModelPages } from "../../src/pages/model-pages.js";
import { catalogue } from "../../src/models/catalogue.js";
import { parseXml } from "../figure/picture.js";
import { present } from "../../src/checks/present.js";
import { matched } from "../matched.js";

const pages = modelPages();
const scratch = mkdtempSync(join(tmpdir(), "nullcline-pages-"));
afterAll(() => rmSync(scratch, { recursive: true }));

describe("the pages of docs/models", () => {
  test("are what the models say today; if not, `npx nullcline docs` writes them anew", () => {
    expect(staleModelPages("docs/models", pages)).toEqual([]);
  });

  test.each(Object.entries(catalogue))(
    "%s has a page with its equations, every parameter with its unit and default, every preset and its source",
    (name, model) => {
      const ofModel = [...pages].find(
        ([file, page]) => file.endsWith(".md") && page.includes(`import { ${name} } from "nullcline"`),
      );
      const [, text] = present(ofModel, `a page of ${name}`);
      expect(text).toContain(`$$\n${model.tex}\n$$`);
      expect(text).toContain(model.source);
      for (const parameter of model.parameterNames)
        expect(text).toMatch(new RegExp(`\\| \`${parameter}\` \\| -?[\\d.]+ \\|`));
      for (const preset of Object.keys(model.presets)) expect(text).toContain(`\`"${preset}"\``);
      const [, picture] = matched(text, /\]\((.+\.svg)\)/);
      expect(parseXml(present(pages.get(picture), picture)).name).toBe("svg");
    },
  );

  test("the list leads to every page", () => {
    const list = present(pages.get("README.md"), "a list");
    for (const file of pages.keys())
      if (file.endsWith(".md") && file !== "README.md") expect(list).toContain(`](${file})`);
  });

  test("a changed number, a moved curve, a missing page and a page too many are all noticed, and put right", () => {
    const folder = join(scratch, "models");
    cpSync("docs/models", folder, { recursive: true });
    const edit = (file: string, from: string | RegExp, to: string): void => {
      const text = readFileSync(join(folder, file), "utf8");
      expect(text.replace(from, to)).not.toBe(text);
      writeFileSync(join(folder, file), text.replace(from, to));
    };
    edit("hodgkin-huxley.md", "| 120 |", "| 121 |");
    edit("prescott.svg", /M(\d+)/, "M9$1");
    rmSync(join(folder, "izhikevich.md"));
    writeFileSync(join(folder, "no-such-model.md"), "");
    const wrong = ["hodgkin-huxley.md", "izhikevich.md", "no-such-model.md", "prescott.svg"];
    expect(staleModelPages(folder, pages).sort()).toEqual(wrong);
    expect(writeModelPages(folder, pages).sort()).toEqual(wrong);
    expect(staleModelPages(folder, pages)).toEqual([]);
  });
});
