/** The extension as JupyterLab loads it: what a bundler for module federation would write. */
import { plugins, type Shared } from "./plugin.js";
import type { Programs } from "./workers.js";

type Scope = Readonly<Record<string, Readonly<Record<string, { get(): Promise<() => unknown> }>>>>;

const modules: readonly (keyof Shared)[] = [
  "@jupyterlite/services",
  "@jupyterlab/apputils",
  "@jupyterlab/mainmenu",
  "@jupyterlab/notebook",
  "@lumino/signaling",
  "@lumino/widgets",
];

/** What the site's build writes in. */
interface Built {
  readonly name: string;
  readonly typescript: string;
  /** Names of files beside this one. */
  readonly programs: Programs;
}

/** Puts the extension where JupyterLab looks for it. */
export function offer({ name, typescript, programs }: Built): void {
  const here = (document.currentScript as HTMLScriptElement).src;
  const beside = (file: string): string => new URL(file, here).href;
  const world = globalThis as unknown as { _JUPYTERLAB?: Record<string, object> };
  world._JUPYTERLAB ??= {};
  let shared: Scope = {};
  const take = async (module: string): Promise<unknown> => {
    const [version] = Object.values(shared[module] ?? {});
    if (!version) throw new Error(`JupyterLite shares no ${module}`);
    return (await version.get())();
  };
  world._JUPYTERLAB[name] = {
    init(scope: Scope) {
      shared = scope;
    },
    async get() {
      const all = await Promise.all(modules.map(async (module) => [module, await take(module)] as const));
      const addresses = { compiler: beside(programs.compiler), runner: beside(programs.runner) };
      const place = { base: new URL("../../../", here).href, programs: addresses, typescript };
      const extension = plugins(Object.fromEntries(all) as unknown as Shared, place);
      return () => ({ __esModule: true, default: extension });
    },
  };
}
