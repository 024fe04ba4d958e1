// Whole notebooks in JupyterLite, by its own command, as a reader runs them to look at the figures.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBrowser } from "./browser.js";
import { notebookPage } from "./jupyterlab.js";
import { joined } from "./notebook-file.js";
import { openSite, type Site } from "./site.js";

const notebooks = ["00-start-here", "03-flows-on-a-line", "08-hodgkin-huxley", "15-classes-of-excitability"];

describe.skipIf(noBrowser())("on the site", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each(notebooks)("%s runs from top to bottom without an error, and every figure comes alive", async (name) => {
    const visitor = await site.visitor(); // JupyterLab opens what it had open
    const page = await visitor.newPage();
    const notebook = `${name}.ipynb`;
    const opened = await notebookPage(page, `${site.url}lab/index.html?path=${notebook}`, notebook);
    await opened.runAll();
    const outputs = await opened.outputs();
    const wrong = outputs
      .flat()
      .filter(({ output_type, name: stream }) => output_type === "error" || stream === "stderr");
    expect(wrong).toEqual([]);
    const figures = outputs.flatMap((list, index) =>
      list.some(({ data }) => joined(data?.["text/html"] as string).includes("<nullcline-live")) ? [index] : [],
    );
    expect(figures.length).toBeGreaterThan(2);
    for (const index of figures) {
      const live = (await opened.cell(index)).locator("nullcline-live").first();
      await live.scrollIntoViewIfNeeded();
      await live.locator(".js-plotly-plot .main-svg, .nc-panel svg").first().waitFor();
    }
    await visitor.close();
  });

  test("and nothing went wrong in any page", () => expect(site.problems).toEqual([]));
});
