/** What the site adds to JupyterLab: the kernel, and the menu "Course". */
import { addCourseMenu } from "./course-menu.js";
import { startKernel, type PageKernel, type Surroundings } from "./kernel.js";
import type { App, KernelClient, KernelSpecs, MainMenu, Menu, NotebookActions, Notices, Tracker } from "./lab.js";
import { openProgress } from "./progress.js";
import { createRunAgain } from "./run-again.js";
import { createWorkers, type Programs } from "./workers.js";

/** What the page shares with its extensions, by the module that it comes from. */
export interface Shared {
  readonly "@jupyterlite/services": { readonly IKernelSpecs: unknown; readonly IKernelClient: unknown };
  readonly "@jupyterlab/apputils": { readonly Notification: Notices };
  readonly "@jupyterlab/mainmenu": { readonly IMainMenu: unknown };
  readonly "@jupyterlab/notebook": { readonly INotebookTracker: unknown; readonly NotebookActions: NotebookActions };
  readonly "@lumino/signaling": { readonly Signal: new (sender: unknown) => ReturnType<Surroundings["newSignal"]> };
  readonly "@lumino/widgets": { readonly Menu: new (options: object) => Menu };
}

/** The extension's plugins. */
export function plugins(shared: Shared, programs: Programs, typescript: string): readonly object[] {
  const { IKernelSpecs, IKernelClient } = shared["@jupyterlite/services"];
  const { INotebookTracker, NotebookActions: actions } = shared["@jupyterlab/notebook"];
  const { IMainMenu } = shared["@jupyterlab/mainmenu"];
  const { Notification: notices } = shared["@jupyterlab/apputils"];
  const workers = createWorkers(programs); // the page has just opened
  let lost: Surroundings["lost"] = () => {};

  const kernel = {
    id: "nullcline:kernel",
    autoStart: true,
    requires: [IKernelSpecs, IKernelClient],
    activate({ serviceManager: { contents } }: App, specs: KernelSpecs, client: KernelClient) {
      const { Signal } = shared["@lumino/signaling"];
      const surroundings: Surroundings = {
        workers,
        contents,
        progress: openProgress(contents),
        typescript,
        newSignal: (sender) => new Signal(sender),
        lost: (...what) => lost(...what),
      };
      const about = { name: "tslab", display_name: "TypeScript (nullcline)", language: "typescript" };
      const spec = { ...about, argv: [], env: {}, interrupt_mode: "message", metadata: {}, resources: {} };
      specs.register({ spec: { ...spec, spec }, create: (options) => startKernel(options, surroundings) });
      const interrupt = client.interrupt.bind(client);
      client.interrupt = async (id) => {
        await interrupt(id); // it only takes back what waits, and never reaches a kernel
        ((await client.getModel(id)) as PageKernel | undefined)?.interrupt();
      };
    },
  };
  const course = {
    id: "nullcline:course",
    autoStart: true,
    requires: [INotebookTracker],
    optional: [IMainMenu],
    activate({ commands }: App, tracker: Tracker, mainMenu: MainMenu | null) {
      const again = createRunAgain(tracker, actions, notices);
      lost = again.lost;
      addCourseMenu(commands, mainMenu, shared["@lumino/widgets"].Menu, [
        {
          command: "nullcline:run-again",
          label: "Run Again What Was Forgotten",
          caption: "After a computation that was stopped: the cells that had been run before it",
          execute() {
            if (tracker.currentWidget) again.run(tracker.currentWidget);
          },
        },
      ]);
    },
  };
  return [kernel, course];
}
