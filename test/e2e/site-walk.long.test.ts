// The site in Firefox and WebKit, as a reader meets it: from the front page to a chapter, an exercise and JupyterLab.
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CellRun } from "../../src/kernel/session.js";
import { startCells } from "../kernel/cells.js";
import { isMissing, otherBrowsers } from "./other-browsers.js";
import { outputText, putCell } from "./site-cells.js";
import { errorsOfCells } from "./site-errors.js";
import { startReader, type Reader } from "./site-tab.js";
import { isReady, isThere, runCells } from "./site.js";

const notebook = "03-flows-on-a-line.ipynb";
const chapter = "book/03-flows-on-a-line/";
const wrong = "const velocity = (V: number, I: number): number => I - 19 * (V + 67);";
const right = "const velocity = (V: number, I: number): number => (I - 19 * (V + 67)) / 10;";

/** In the page: whether what the selector finds says this. */
const says = ({ selector, words }: { selector: string; words: string }): boolean =>
  [...document.querySelectorAll(selector)].some(({ textContent }) => textContent.replace(/\s+/g, " ").includes(words));
/** In the page: what a live figure says of itself. */
const wordsOf = (figure: string): string => document.querySelector(`${figure} .nc-words`)?.textContent ?? "";

for (const browser of otherBrowsers)
  describe.skipIf(isMissing(browser))(`the site in ${browser.name}`, () => {
    let reader: Reader;
    beforeAll(async () => {
      reader = await startReader(browser);
    });
    afterAll(() => reader?.close());

    const has = (selector: string, words: string): Promise<void> => reader.when(says, { selector, words });
    /** Waits until what a function finds in the page contains this. */
    const finds = <Given>(work: (given: Given) => string, given: Given): { toContain(words: string): Promise<void> } =>
      expect.poll(() => reader.tab.ask(work, given));

    /** A key on a slider, and the figure says something else. */
    async function slides(figure: string): Promise<void> {
      const slider = `${figure} input[type=range]`;
      await reader.click(slider);
      const before = await reader.tab.ask(wordsOf, figure);
      expect(before).not.toBe("");
      for (let k = 0; k < 5; k++) await reader.type("{ArrowRight}");
      await expect.poll(() => reader.tab.ask(wordsOf, figure)).not.toBe(before);
    }

    describe("the book", () => {
      const box = "#exercise-3-1";
      const status = `${box} .answering .status`;
      async function check(text: string): Promise<void> {
        await reader.click(`${box} .cm-content`);
        await reader.type("{Control+a}");
        await reader.type(text);
        await reader.click(`${box} button.check`);
      }

      test("has a figure on its front page that a key on a slider moves", async () => {
        await reader.go("");
        await reader.when(() => document.querySelector("nullcline-live .nc-words") !== null, null);
        await slides("nullcline-live");
      });

      test("leads to a chapter", async () => {
        await reader.click('a[href="book/03-flows-on-a-line/"]', "Flows on a line");
        await reader.when((path) => location.pathname.endsWith(path), chapter);
      });

      test("takes an answer with an error in its line, a wrong one and the right one", async () => {
        await reader.click(`${box} button`, "Answer it here");
        await check(`${wrong}{Enter}const more: number = true;`);
        await has(box, "TypeScript: line 2: Type 'boolean' is not assignable to type 'number'");
        await has(`${box} .wrong-line`, "const more");
        await check(wrong);
        await has(box, "3.1 Not yet");
        await check(`${right}{Enter}throw new RangeError(${"`"}in my line${"`"});`);
        await has(box, "RangeError: in my line at line 2");
        await has(`${box} .wrong-line`, "throw new RangeError");
        await check(right);
        await has(box, "3.1 Right: ");
        await has(box, "✓ solved");
      });

      // stopped before it has begun, while it is compiled, it would lose nothing
      test("ends an answer that computes, says so, and checks the one that was handed in meanwhile", async () => {
        await check('console.log("begun"); for (;;);');
        await has(`${box} .outputs`, "begun");
        await reader.click(`${box} button`, "Stop");
        await has(status, "what the cells above had set is gone with it");
        await check('console.log("begun"); for (;;); //');
        await has(`${box} .outputs`, "begun");
        await check(right);
        await reader.click(`${box} button`, "Stop");
        await has(box, "3.1 Right: ");
      });

      test("keeps the answer, which JupyterLab opens at its place", async () => {
        await reader.go(chapter);
        await has(box, "✓ solved");
        await reader.click(`${box} button`, "Go on with your answer");
        await has(`${box} .cm-content`, right);
        await reader.click(`${box} a.lab`);
        await reader.when(isThere, notebook);
        await reader.tab.ask(isReady, null);
        const source = (id: string): string =>
          Array.from(window.jupyterapp.shell.currentWidget.content.model.cells)
            .find((cell) => cell.id === id)
            ?.sharedModel.getSource() ?? "";
        expect(await reader.tab.ask(source, "exercise-3-1")).toBe(right);
      });
    });

    describe("JupyterLab", () => {
      const command = (name: string): Promise<void> =>
        reader.tab.ask((id) => window.jupyterapp.commands.execute(id).then(() => {}), name);
      const start = (): Promise<void> =>
        reader.tab.ask(() => void window.jupyterapp.commands.execute("notebook:run-cell"), null);
      const idle = (): Promise<void> =>
        reader.when(() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel.status === "idle", null);
      async function run(text: string): Promise<string> {
        await reader.tab.ask(putCell, text);
        await command("notebook:run-cell");
        return reader.tab.ask(outputText, null);
      }
      async function begin(text: string): Promise<void> {
        await reader.tab.ask(putCell, text);
        await start();
        await finds(outputText, null).toContain("begun");
      }
      async function open(): Promise<void> {
        await reader.go(`lab/index.html?path=${notebook}`);
        await reader.when(isThere, notebook);
        await reader.tab.ask(isReady, null);
      }
      beforeAll(open);

      // first, so that its cells have the numbers that they have on the desktop
      test("tells an error in the words and the lines of the desktop", async () => {
        const desktop = startCells();
        try {
          for (const code of errorsOfCells) {
            const [here] = await reader.tab.ask(runCells, [code]);
            const there = await desktop.run(code);
            expect({ code, ...told(here as CellRun) }).toEqual({ code, ...told(there) });
          }
        } finally {
          desktop.end();
        }
      });

      test("runs the notebook, and a key on a slider moves a figure", async () => {
        await command("notebook:run-all-cells");
        await run('explore(membrane, { duration: 40, sliders: ["I", "gNa"] });');
        const last = await reader.tab.ask(() => {
          const live = [...document.querySelectorAll("nullcline-live")].at(-1);
          if (live) live.id = "last-figure";
          return live !== undefined;
        }, null);
        expect(last).toBe(true);
        await reader.when(() => document.querySelector("#last-figure .nc-words") !== null, null);
        await slides("#last-figure");
      });

      test("judges a wrong answer and a right one", async () => {
        expect(await run('check("0.2", (ms: number) => ms / 1000)')).toContain("0.2 Not yet");
        expect(await run('check("0.2", (ms: number) => 1000 / ms)')).toContain("0.2 Right");
      });

      test("stops a cell that waits, and what it had set is kept", async () => {
        await run("let kept = 1;");
        await begin('kept = 2; console.log("begun"); await new Promise((done) => setTimeout(done, 3_600_000));');
        await command("notebook:interrupt-kernel");
        await idle();
        expect(await reader.tab.ask(outputText, null)).toContain("Interrupted: the cell was stopped");
        expect(await run("kept")).toContain("2");
      });

      test("ends a cell that computes with its worker, and runs again what had been run", async () => {
        await run("const before = 41;");
        await begin('console.log("begun"); for (;;);');
        await command("notebook:interrupt-kernel");
        await idle();
        expect(await reader.tab.ask(outputText, null)).toContain("Lost: the cell was stopped");
        expect(await run("before")).toContain("Cannot find name 'before'");
        await reader.click("button", "Run them again");
        await expect.poll(() => run("before + 1")).toContain("42");
      });

      test("finds the work again when the page is opened anew, and hands it out as one file", async () => {
        await run("// my own cell");
        await command("docmanager:save");
        await open();
        const last = await reader.tab.ask(
          () =>
            Array.from(window.jupyterapp.shell.currentWidget.content.model.cells).at(-1)?.sharedModel.getSource() ?? "",
          null,
        );
        expect(last).toBe("// my own cell");
        const bytes = await reader.tab.ask(downloaded, "nullcline:export");
        const files = Object.keys(unzipSync(Uint8Array.from(bytes)));
        expect(files.sort()).toEqual([".nullcline-progress.json", notebook]);
      });
    });

    test("and nothing went wrong in any page, and no other host was asked", async () =>
      expect((await reader.problems()).filter((problem) => !harmless.test(problem))).toEqual([]));
  });

/**
 * What a page had begun to fetch when it was left; what JupyterLab draws in two frames, not in one; and the error that
 * nobody handles in one of the failing cells, of which Firefox tells although the cell does.
 */
const harmless =
  /NS_BINDING_ABORTED$|^Failed to load ‘.*A ServiceWorker intercepted|^ResizeObserver loop completed|^Error: late$/;

/** What is compared: each engine puts its own mark within a line, and has its own names of functions. */
const told = ({ ok, error, stdout, stderr }: CellRun): object => ({
  ok,
  error: error && { ...error, traceback: error.traceback.flatMap((line) => alike(line) || []) },
  ...{ stdout: alike(stdout), stderr: alike(stderr) },
});
const alike = (text: string): string =>
  text
    .split("\n")
    .filter((line) => !/^ {6,}\^+$/.test(line))
    .map((line) => line.replace(/^( {2}at )(?!cell |line )[^,]*, /, "$1").replace(/(cell \[\d+\]:\d+):\d+/, "$1"))
    .join("\n");

/** In the page: the bytes of the file that a command hands to the reader. Nothing is written. */
async function downloaded(command: string): Promise<number[]> {
  const click = HTMLAnchorElement.prototype.click;
  const make = URL.createObjectURL;
  const files: Blob[] = [];
  URL.createObjectURL = (file) => {
    files.push(file as Blob);
    return make(file);
  };
  const asked = new Promise<void>((done) => {
    HTMLAnchorElement.prototype.click = () => done();
  });
  try {
    await window.jupyterapp.commands.execute(command);
    await asked;
  } finally {
    URL.createObjectURL = make;
    HTMLAnchorElement.prototype.click = click;
  }
  return [...new Uint8Array(await (files.at(-1) as Blob).arrayBuffer())];
}
