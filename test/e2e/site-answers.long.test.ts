// Exercises answered on a page of the book: the same kernel, checks and progress as in JupyterLab, in the same browser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBrowser } from "./browser.js";
import { faults } from "./pages.js";
import { openSite, type Site, type SitePage } from "./site.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const notebook = "03-flows-on-a-line.ipynb";
const wrong = "const velocity = (V: number, I: number): number => I - 19 * (V + 67);";
const right = "const velocity = (V: number, I: number): number => (I - 19 * (V + 67)) / 10;";

describe.skipIf(noBrowser())("an exercise of the book", () => {
  let site: Site;
  let phone: BrowserContext;
  let page: Page;
  let lab: SitePage;
  beforeAll(async () => {
    site = await openSite();
    phone = await site.visitor({ width: 390, height: 844, isMobile: true });
    page = await phone.newPage();
    await page.goto(address());
  });
  afterAll(() => site.close());

  const address = (): string => `${site.url}book/03-flows-on-a-line/`;
  const exercise = (id: string, of: Page = page): Locator => of.locator(`#exercise-${id.replace(".", "-")}`);
  const editor = (id: string): Locator => exercise(id).getByRole("textbox", { name: `Your answer to exercise ${id}` });
  const outputs = (id: string): Locator =>
    exercise(id).getByRole("group", { name: `What came of your answer to ${id}` });
  const begin = (id: string): Promise<void> =>
    exercise(id)
      .getByRole("button", { name: /^(?:Answer it here|Go on with your answer)$/ })
      .tap();
  async function write(id: string, text: string): Promise<void> {
    await editor(id).tap();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(text);
  }
  async function check(id: string): Promise<string> {
    await exercise(id).getByRole("button", { name: "Check", exact: true }).tap();
    await exercise(id).locator('.answering[aria-busy="false"]').waitFor();
    return (await outputs(id).innerText()).replace(/\s+/g, " ");
  }

  test("fetches neither editor nor kernel before its button is used", async () => {
    await exercise("3.1").getByRole("button", { name: "Answer it here" }).waitFor();
    const fetched = (): Promise<readonly string[]> =>
      page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    expect((await fetched()).filter((name) => /answering|nullcline-kernel/.test(name))).toEqual([]);
    await begin("3.1");
    expect(await editor("3.1").innerText()).toContain("return NaN; // your formula here");
    expect((await fetched()).some((name) => name.includes("answering"))).toBe(true);
  });

  test("is answered wrongly, with an error in its line, and rightly", async () => {
    expect(await check("3.1")).toContain("3.1 Not answered yet");
    await write("3.1", `${wrong}\nconst more: number = "text";`);
    expect(await check("3.1")).toContain("TypeScript: line 2: ");
    expect(await exercise("3.1").locator(".wrong-line").innerText()).toContain("const more");
    await write("3.1", wrong);
    expect(await check("3.1")).toContain("3.1 Not yet");
    await write("3.1", right);
    expect(await check("3.1")).toContain("3.1 Right: ");
    await exercise("3.1").getByText("✓ solved").waitFor();
    await page.locator("#exercise-3-1 ~ .shown nullcline-live.nullcline-on").first().waitFor(); // had waited for it
  });

  test("completes names of the package, and of the cells above", async () => {
    await write("3.1", `${right} // `);
    await page.keyboard.type("\nlea");
    await page.getByRole("option", { name: "leaky" }).waitFor();
    await page.keyboard.press("Escape");
    await write("3.1", right);
  });

  test("shows figures, alive, and what is printed", async () => {
    await begin("3.2");
    await write("3.2", 'console.log("for me"); show(plot.flow(leaky)); const stableOnes = [zeros.low];');
    expect(await check("3.2")).toContain("for me");
    await outputs("3.2").locator("nullcline-live.nullcline-on").waitFor();
  });

  test("runs what stands above it with the answers given there", async () => {
    await begin("3.3");
    await write(
      "3.3",
      "const yours = equilibria(membrane.with({ I: mine.I })).map(({ state }) => state.V + 0 * velocity(0, 0));",
    );
    expect(await check("3.3")).toContain("3.3 Right: ");
  });

  test("ends a loop with its worker, says so, and runs what is needed again", async () => {
    await write("3.3", "const yours: number[] = []; for (;;);");
    await exercise("3.3").getByRole("button", { name: "Check", exact: true }).tap();
    await exercise("3.3").getByText("Running your answer").waitFor();
    await exercise("3.3").getByRole("button", { name: "Stop" }).tap();
    await exercise("3.3").getByText("what the cells above had set is gone with it").waitFor();
    expect(await outputs("3.3").innerText()).toContain("Lost: the cell was stopped");
    await exercise("3.3").getByRole("button", { name: "Begin again" }).tap(); // else it is run for those behind it
    expect(await check("3.1")).toContain("3.1 Right: ");
  });

  test.each(["light", "dark"] as const)(
    "has no serious fault that axe finds, %s, and fits a phone",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page, axe)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await page.emulateMedia({ colorScheme: "light" });
    },
  );

  test("is kept when the page is opened anew, and in the reader's notebook in JupyterLab, where it counts", async () => {
    await page.reload();
    await exercise("3.1").getByText("✓ solved").waitFor();
    await begin("3.1");
    expect(await editor("3.1").innerText()).toBe(right);
    lab = await site.open(phone, notebook, "notebooks");
    const source = await lab.page.evaluate(() => {
      const { content } = window.jupyterapp.shell.currentWidget;
      return Array.from(content.model.cells, ({ id, sharedModel }) => [id, sharedModel.getSource()]);
    });
    expect(Object.fromEntries(source)["exercise-3-1"]).toBe(right);
    const [told] = await lab.run(['import { progress } from "nullcline"; progress("3");']);
    expect(JSON.stringify(told?.displays)).toMatch(/✓ done {3}3\.1 .*✓ done {3}3\.3 /);
  });

  test("is solved on the page when it was solved in JupyterLab", async () => {
    const potential = "(V: number, I: number) => ((19 * (V + 67) ** 2) / 2 - I * V) / 10";
    const [told] = await lab.run([`import { check } from "nullcline"; check("3.5", ${potential});`]);
    expect(JSON.stringify(told?.displays)).toContain("3.5 Right: ");
    await page.bringToFront();
    await page.reload();
    await exercise("3.5").getByText("✓ solved").waitFor();
    await lab.page.close();
  });

  test("is answered by keys alone", async () => {
    await exercise("3.4").getByRole("button", { name: "Answer it here" }).focus();
    await page.keyboard.press("Enter");
    await editor("3.4").waitFor();
    await expect.poll(() => editor("3.4").evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Control+Enter");
    await exercise("3.4").getByText("3.4 Not answered yet").waitFor();
    for (let k = 0; k < 6; k++) await page.keyboard.press("Tab");
    expect(await editor("3.4").evaluate((element) => element === document.activeElement)).toBe(false);
  });

  test("is answered without a network by who has seen nothing but the book, figures alive", async () => {
    const reader = await site.visitor({ width: 390, height: 844, isMobile: true });
    page = await reader.newPage();
    await page.goto(address());
    const kept = (): Promise<boolean> =>
      page.evaluate(async () => {
        const urls = (await (await caches.open("nullcline-site")).keys()).map(({ url }) => url);
        const wanted = [
          "book/03-flows",
          "compiler.",
          "declarations.",
          "runner.",
          "kernel.json",
          "files/22-bursting.ipynb",
        ];
        return wanted.every((file) => urls.some((url) => url.includes(file)));
      });
    await expect.poll(kept).toBe(true);
    await site.cut();
    await page.reload();
    await begin("3.1");
    await write("3.1", right);
    expect(await check("3.1")).toContain("3.1 Right: ");
    await page.locator("#exercise-3-1 ~ .shown nullcline-live.nullcline-on").first().waitFor();
    await site.restore();
  });

  test("and nothing went wrong in any page", () =>
    expect(site.problems.filter((problem) => !/ERR_ABORTED|service-worker/.test(problem))).toEqual([]));
});
