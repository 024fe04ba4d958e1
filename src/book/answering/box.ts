/** One exercise that is answered on the page: its editor, Check and Stop, and what comes of it. */
import { asked, exerciseOf, type Asked, type CodeCell } from "./cells.js";
import type { Client, Hear } from "./client.js";
import { createEditor } from "./editor.js";
import { element } from "./element.js";
import { lineIn } from "./error-line.js";
import { outputsIn } from "./outputs.js";
import type { OwnNotebook } from "./own-notebook.js";
import type { End, Runs } from "./runs.js";
import { symbolRow } from "./symbols.js";

/** What all exercises of a page share. */
export interface Surroundings {
  readonly notebook: OwnNotebook;
  readonly runs: Runs;
  client(): Promise<Client>;
  /** Figures are about to be shown. */
  comeAlive(): void;
  /** An answer was checked: what waited for it may come. */
  answered(section: HTMLElement): void;
}

/** Milliseconds without a key after which an answer is kept. */
const rest = 400;

const endings: Readonly<Record<End, string>> = {
  checked: "",
  failed: "It stopped with an error.",
  stopped: "Stopped.",
  forgotten: "Stopped, and what the cells above had set is gone with it: Check runs them again.",
};

const whatIsRun = ({ before }: Asked): string =>
  `Check runs, in this browser, the ${before.length} cells of code above, in their order and each once, as “Run All” ` +
  "does in JupyterLab; then your answer; then the cell that checks it. What you write is kept in your copy of this " +
  "notebook, which JupyterLab opens.";

/**
 * Puts an editor in the place of the cell that is shown.
 * @param section of the exercise @param exercise "3.1" @param id of the cell for the answer
 */
export async function openBox(
  section: HTMLElement,
  exercise: string,
  id: string,
  { notebook, runs, client, comeAlive, answered }: Surroundings,
): Promise<void> {
  const shown = section.querySelector<HTMLElement>(".yours");
  if (!shown) throw new Error(`exercise ${exercise} has no place for an answer`);
  const [cells, starter] = await Promise.all([notebook.cells(), notebook.starter(id)]);
  const place = element("div", "answering");
  const field = element("div", "field");
  const check = element("button", "button check", "Check");
  const stop = element("button", "button quiet", "Stop");
  const again = element("button", "again", "Begin again");
  const status = element("p", "status");
  const before = element("details", "aside before");
  const about = element("p", "do screen", whatIsRun(asked(cells, id)));
  const output = element("div", "outputs");
  status.setAttribute("role", "status");
  output.setAttribute("role", "group");
  output.setAttribute("aria-label", `What came of your answer to ${exercise}`);
  for (const button of [check, stop, again]) button.type = "button";
  const outputs = outputsIn(output, comeAlive);
  const editor = createEditor(field, {
    text: cells.find((cell) => cell.id === id)?.source ?? starter,
    label: `Your answer to exercise ${exercise}`,
    changed: keepSoon,
    check: () => void checkNow(),
    complete: async (text, at) => (await client()).complete(text, at),
  });
  const answer = (): CodeCell => ({ id, source: editor.text() });

  let timer: ReturnType<typeof setTimeout> | undefined;
  async function keep(): Promise<void> {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    await notebook.keep(answer()).catch((error: Error) => {
      status.textContent = `Your answer can not be kept in this browser: ${error.message}`;
    });
  }
  function keepSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), rest);
  }
  addEventListener("pagehide", () => void keep());
  document.addEventListener("visibilitychange", () => void keep());

  const busy = (is: boolean): void => {
    check.setAttribute("aria-disabled", String(is)); // and pressed it still hears: see `another`
    stop.hidden = !is;
    place.setAttribute("aria-busy", String(is));
  };
  /** The answer that is being checked; and whether another one was handed in meanwhile, which is checked next. */
  let checking: string | undefined;
  let another = false;
  async function checkNow(): Promise<void> {
    if (checking !== undefined) {
      another = editor.text() !== checking;
      return;
    }
    checking = editor.text();
    busy(true);
    outputs.clear();
    before.replaceChildren(
      element("summary", "", "A cell above stopped with an error. Your answer was run all the same."),
    );
    before.hidden = true;
    editor.mark(undefined);
    await keep();
    let above = "";
    const hear: Hear = (type, content) => {
      if (type === "error") editor.mark(lineIn(content));
      outputs.hear(type, content);
    };
    try {
      const end = await runs.check(answer(), {
        say: (words) => void (status.textContent = words),
        hear,
        failed(cell, tell) {
          before.hidden = false;
          const code = element("pre", "code", cell.source);
          const said = element("div");
          before.append(code, said);
          tell(outputsIn(said, comeAlive).hear);
        },
        stoppedIn(cell) {
          const which = exerciseOf(cell);
          if (which !== undefined) above = ` It was in your answer to exercise ${which}: mend that one first.`;
        },
      });
      status.textContent = endings[end] + above;
      if (end === "checked") answered(section);
    } catch (error) {
      status.textContent = `It could not be run: ${(error as Error).message}`;
    }
    busy(false);
    checking = undefined;
    if (!another) return;
    another = false;
    await checkNow();
  }
  check.addEventListener("click", () => void checkNow());
  stop.addEventListener("click", () => runs.stop());
  again.addEventListener("click", () => {
    editor.write(starter);
    editor.focus();
  });

  busy(false);
  before.hidden = true;
  const buttons = element("div", "buttons screen");
  buttons.append(check, stop, again, status);
  const row = symbolRow(editor);
  row.classList.add("screen");
  place.append(field, row, buttons, before, output, about);
  shown.replaceWith(place);
  editor.focus();
}
