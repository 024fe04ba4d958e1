/** What a reader can do with notebooks and work on the site. */
import { addCourseMenu } from "./course-menu.js";
import { chosenFile, download } from "./download.js";
import type { App, MainMenu, Menu, NotebookActions, Notices, Panel, Tracker } from "./lab.js";
import { freshCopy, tellOfNewer } from "./newer.js";
import { createRunAgain, type RunAgain } from "./run-again.js";
import type { SiteFiles } from "./site-files.js";
import { bringBack, bytesOf, ownFiles, packed } from "./work.js";

/** What this part takes from JupyterLab. */
export interface CourseParts {
  readonly tracker: Tracker;
  readonly mainMenu: MainMenu | null;
  readonly actions: NotebookActions;
  readonly notices: Notices;
  readonly NewMenu: new (options: object) => Menu;
  readonly NewButton: new (options: object) => object;
  readonly site: SiteFiles;
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** Adds the menu "Course", and the button by which a notebook is handed in. */
export function addCourse({ commands, serviceManager: { contents } }: App, parts: CourseParts): RunAgain {
  const { tracker, mainMenu, actions, notices, NewMenu, NewButton, site } = parts;
  const again = createRunAgain(tracker, actions, notices);
  const told =
    <T extends readonly unknown[]>(work: (...of: T) => Promise<unknown>) =>
    (...of: T): void =>
      void work(...of).catch((error: Error) => notices.emit(error.message, "error", { autoClose: false }));
  const present = (): Panel => {
    if (tracker.currentWidget) return tracker.currentWidget;
    throw new Error("Open a notebook first.");
  };

  async function handIn(panel: Panel): Promise<void> {
    await panel.context.save();
    const content = panel.context.model.toJSON();
    const name = panel.context.path.replace(/^.*\//, "");
    download(name, bytesOf({ format: "json", content } as Parameters<typeof bytesOf>[0]), "application/x-ipynb+json");
    const nobody = /\bstudent\(\s*["'`]self-study["'`]\s*\)/.test(JSON.stringify(content));
    const whose = nobody ? ' It does not say whose it is: your teacher may want your id in student("…").' : "";
    notices.emit(`${name} is among your downloads: that is the file to hand in.${whose}`, "success", {
      autoClose: 15_000,
    });
  }
  async function exportWork(): Promise<void> {
    const files = await ownFiles(contents, site);
    const count = Object.keys(files).length;
    if (count === 0)
      throw new Error("There is nothing of your own yet: no notebook was saved and no exercise answered.");
    download(`nullcline-work-${today()}.zip`, packed(files), "application/zip");
    notices.emit(
      `${count === 1 ? "One file" : `${count} files`} of yours, in one zip among your downloads.`,
      "success",
    );
  }
  async function importWork(): Promise<void> {
    const file = await chosenFile(".zip,application/zip");
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const paths = await bringBack(contents, site, bytes, today()).catch((error: Error) => {
      throw new Error(`${file.name} is not a zip of work that can be read: ${error.message}`);
    });
    for (const path of paths) await tracker.find(({ context }) => context.path === path)?.context.revert();
    notices.emit(`Brought back: ${paths.join(", ")}`, "success", { autoClose: 15_000 });
  }
  const copy = async (path: string): Promise<void> => {
    await commands.execute("docmanager:open", { path: await freshCopy(contents, site, path) });
  };

  tellOfNewer(tracker, site, notices, told(copy));
  tracker.widgetAdded.connect((_, panel) => {
    const tooltip = "Saves this notebook and makes the file that you hand in";
    panel.toolbar.addItem("hand-in", new NewButton({ label: "Hand in", tooltip, onClick: () => told(handIn)(panel) }));
  });
  addCourseMenu(commands, mainMenu, NewMenu, [
    {
      command: "nullcline:hand-in",
      label: "Hand In This Notebook",
      caption: "Saves the notebook and makes the file that you hand in",
      execute: told(async () => handIn(present())),
    },
    {
      command: "nullcline:fresh-copy",
      label: "Fresh Copy of This Notebook",
      caption: "Opens the site's notebook beside your own",
      execute: told(async () => copy(present().context.path)),
    },
    {
      command: "nullcline:export",
      label: "Export All My Work…",
      caption: "All notebooks and files of yours, and your progress, as one file",
      execute: told(exportWork),
    },
    {
      command: "nullcline:import",
      label: "Import Work…",
      caption: "Brings back what was exported, here or in another browser",
      execute: told(importWork),
    },
    {
      command: "nullcline:run-again",
      label: "Run Again What Was Forgotten",
      caption: "After a computation that was stopped: the cells that had been run before it",
      execute: told(async () => again.run(present())),
    },
  ]);
  return again;
}
