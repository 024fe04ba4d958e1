/** Exercises that are answered on the page: a button at each, and what of it the reader has done before. */
import { browserStore, isThere, storageName } from "../lite/browser-store.js";
import { progressFile } from "../kernel/browser/progress.js";
import { linesOf } from "../export/notebook.js";
import { list, record } from "../text/notebook-json.js";
import { solvedIn } from "./solved.js";
import type { Answering } from "./answering/begin.js";

/** Where things are. */
export interface Places {
  /** The address of the site's folder. */
  readonly site: string;
  /** That of the program which is fetched with the first use of a button. */
  readonly program: string;
  /** Brings what makes figures live. */
  comeAlive(): void;
}

/** Makes the buttons work. Nothing is fetched before one is used. */
export function answerHere({ site, program, comeAlive }: Places): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>("button[data-answer]");
  const [first] = buttons;
  if (!first) return;
  const notebook = first.dataset["notebook"] ?? "";
  let answering: Promise<Answering> | undefined;
  const load = async (): Promise<Answering> => {
    const { begin } = (await import(program)) as typeof import("./answering/begin.js");
    return begin(site, notebook, comeAlive);
  };
  async function open(button: HTMLButtonElement): Promise<void> {
    const section = button.closest("section");
    if (!section || button.disabled) return;
    const { textContent } = button;
    button.disabled = true;
    button.textContent = "The editor is coming …";
    try {
      answering ??= load();
      const { exercise = "", answer = "" } = button.dataset;
      await (await answering).open(section, exercise, answer);
      button.parentElement?.remove();
    } catch (error) {
      answering = undefined;
      button.disabled = false;
      button.textContent = textContent;
      say(button, `The editor did not come: ${(error as Error).message}`);
    }
  }
  const look = (): void =>
    void done(storageName(site), notebook, buttons).catch((error: Error) =>
      console.warn(`nullcline: what was done before: ${error.message}`),
    );
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => void open(button));
  }
  document.addEventListener("nullcline-progress", look);
  document.addEventListener("visibilitychange", look); // the reader may come back from JupyterLab
  look();
}

function say(button: HTMLElement, words: string): void {
  const said = button.nextElementSibling;
  if (said) said.textContent = words;
}

/** Marks what was answered rightly, here or in JupyterLab, and which answers were begun. */
async function done(storage: string, notebook: string, buttons: Iterable<HTMLButtonElement>): Promise<void> {
  if (!(await isThere(storage))) return;
  const store = browserStore(storage);
  const right = solvedIn(record(await store.get(progressFile))["content"]);
  const own = new Map(
    list(record(record(await store.get(notebook))["content"])["cells"]).map((cell) => [
      record(cell)["id"],
      linesOf(record(cell)["source"]),
    ]),
  );
  for (const button of buttons) {
    const { exercise = "", answer = "" } = button.dataset;
    if (right.has(exercise)) markSolved(exercise);
    const text = own.get(answer);
    const starter = button.closest("section")?.querySelector(".yours")?.textContent;
    if (text !== undefined && starter && text.trim() !== starter.trim()) button.textContent = "Go on with your answer";
  }
}

function markSolved(exercise: string): void {
  const label = document.querySelector(`#exercise-${exercise.replace(".", "-")} .label b`);
  if (!label || label.nextElementSibling?.className === "solved") return;
  label.after(Object.assign(document.createElement("span"), { className: "solved", textContent: "✓ solved" }));
}
