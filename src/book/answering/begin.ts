/** What the page fetches when a reader first answers an exercise on it: the editor, and the kernel behind it. */
import { progressFile } from "../../kernel/browser/progress.js";
import { browserContents } from "../../lite/browser-contents.js";
import { browserStore, storageName } from "../../lite/browser-store.js";
import { startKernel } from "../../lite/kernel.js";
import { openProgress } from "../../lite/progress.js";
import { siteFiles } from "../../lite/site-files.js";
import { createWorkers, type Programs } from "../../lite/workers.js";
import { solvedIn } from "../solved.js";
import { openBox } from "./box.js";
import { createClient, type Client } from "./client.js";
import { showFollowing } from "./following.js";
import { ownNotebook } from "./own-notebook.js";
import { createRuns } from "./runs.js";

/** The exercises of a page. */
export interface Answering {
  /** @param section of the exercise @param exercise "3.1" @param cell the id of the cell for the answer */
  open(section: HTMLElement, exercise: string, cell: string): Promise<void>;
}

/**
 * @param site the address of the site's folder @param path the file of the notebook
 * @param comeAlive brings what makes figures live
 */
export function begin(site: string, path: string, comeAlive: () => void): Answering {
  const files = siteFiles(site);
  const contents = browserContents(browserStore(storageName(site)), files);
  const notebook = ownNotebook(path, contents, files);
  contents.fileChanged.connect((_, { newValue }) => {
    if (newValue?.path === progressFile) document.dispatchEvent(new CustomEvent("nullcline-progress"));
  });
  const progress = openProgress(contents);
  let client: Promise<Client> | undefined;
  const started = (): Promise<Client> => {
    client ??= start().catch((error: unknown) => {
      client = undefined; // whoever asks again may find the network there
      throw error;
    });
    return client;
  };
  async function start(): Promise<Client> {
    const { programs, typescript } = await kernelFiles(new URL("extensions/nullcline-kernel/static/", site));
    return createClient((sendMessage) =>
      startKernel(
        { id: "page", name: "tslab", location: "", sendMessage },
        {
          workers: createWorkers(programs),
          contents,
          progress,
          live: true,
          typescript,
          newSignal: () => ({ connect: () => false, disconnect: () => false, emit() {} }), // nobody listens
          lost: () => runs.forget(),
        },
      ),
    );
  }
  const runs = createRuns(notebook, started);
  const answered = (section: HTMLElement): void =>
    void progress
      .then((file) => showFollowing(section, solvedIn(file.text()), runs, comeAlive))
      .catch((error: Error) => console.warn(`nullcline: what waited for the answer: ${error.message}`));
  return {
    async open(section, exercise, cell) {
      await openBox(section, exercise, cell, { notebook, runs, client: started, comeAlive, answered });
      started().catch(() => {}); // who presses Check is told
    },
  };
}

/** What the build of the kernel has written down: the names of its programs, each of which is fetched here. */
async function kernelFiles(folder: URL): Promise<{ readonly programs: Programs; readonly typescript: string }> {
  const fetched = async (file: string): Promise<Response> => {
    const response = await fetch(new URL(file, folder));
    if (!response.ok) throw new Error(`${file} of the kernel: ${response.status} ${response.statusText}`);
    return response;
  };
  const { programs, typescript } = (await (await fetched("kernel.json")).json()) as {
    programs: Programs;
    typescript: string;
  };
  const address = async (file: string): Promise<string> => {
    await (await fetched(file)).blob(); // a worker would not say that its program did not come
    return new URL(file, folder).href;
  };
  const [compiler, runner] = await Promise.all([address(programs.compiler), address(programs.runner)]);
  return { programs: { compiler, runner }, typescript };
}
