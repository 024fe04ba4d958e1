/** What the site adds to JupyterLab: the kernel, and the menu "Course". */
import { kernelspec } from "../kernel/front/info.js";
import { addCourse } from "./course.js";
import { startKernel, type PageKernel, type Surroundings } from "./kernel.js";
import type { App, KernelClient, KernelSpecs, MainMenu, Menu, NotebookActions, Notices, Tracker } from "./lab.js";
import { workOffline } from "./offline.js";
import { cellIn, goTo, leaveRoom } from "./place.js";
import { openProgress } from "./progress.js";
import { siteFiles } from "./site-files.js";
import { createWorkers, type Programs } from "./workers.js";

/** What the page shares with its extensions, by the module that it comes from. */
export interface Shared {
  readonly "@jupyterlite/services": { readonly IKernelSpecs: unknown; readonly IKernelClient: unknown };
  readonly "@jupyterlab/apputils": {
    readonly Notification: Notices;
    readonly ToolbarButton: new (options: object) => object;
  };
  readonly "@jupyterlab/mainmenu": { readonly IMainMenu: unknown };
  readonly "@jupyterlab/notebook": { readonly INotebookTracker: unknown; readonly NotebookActions: NotebookActions };
  readonly "@lumino/signaling": { readonly Signal: new (sender: unknown) => ReturnType<Surroundings["newSignal"]> };
  readonly "@lumino/widgets": { readonly Menu: new (options: object) => Menu };
}

/** What the site's build and its place say. */
export interface Place {
  /** The address of the site's folder. */
  readonly base: string;
  readonly programs: Programs;
  /** The version of TypeScript. */
  readonly typescript: string;
}

/** Whether the site has a worker that keeps it, as ours does, and as its jupyter-lite.json then says. */
function isKeptOffline(): boolean {
  const settings = document.getElementById("jupyter-config-data")?.textContent ?? "{}";
  return (JSON.parse(settings) as { nullclineOffline?: boolean }).nullclineOffline === true;
}

/** The extension's plugins. */
export function plugins(shared: Shared, { base, programs, typescript }: Place): readonly object[] {
  const { IKernelSpecs, IKernelClient } = shared["@jupyterlite/services"];
  const { INotebookTracker, NotebookActions: actions } = shared["@jupyterlab/notebook"];
  const { IMainMenu } = shared["@jupyterlab/mainmenu"];
  const workers = createWorkers(programs); // the page has just opened
  if (isKeptOffline())
    workOffline(base).catch((error: Error) => console.warn(`nullcline: not there without a network: ${error.message}`));
  const asked = cellIn(location.hash); // JupyterLite goes on to an address of its own
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
        live: false,
        typescript,
        newSignal: (sender) => new Signal(sender),
        lost: (...what) => lost(...what),
      };
      const spec = { ...kernelspec, argv: [], env: {}, interrupt_mode: "message", metadata: {}, resources: {} };
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
    activate(app: App, tracker: Tracker, mainMenu: MainMenu | null) {
      leaveRoom(app);
      const { Menu: NewMenu } = shared["@lumino/widgets"];
      const { Notification: notices, ToolbarButton: NewButton } = shared["@jupyterlab/apputils"];
      if (asked !== undefined) goTo(asked, tracker);
      lost = addCourse(app, { tracker, mainMenu, actions, notices, NewMenu, NewButton, site: siteFiles(base) }).lost;
    },
  };
  return [kernel, course];
}
