import type { LiveKind, Mount } from "./mount.js";
import type { Plotly } from "./plotly.js";

/** What `await window.nullcline` gives: the browser's part of the package. */
export interface Runtime {
  readonly version: string;
  readonly mounts: Readonly<Record<LiveKind, Mount>>;
}

/** The package's code as text, for workers, and the part of it that is not run at once. */
export interface Program {
  readonly runtime: string;
  /** What the runtime shares with the analyses. */
  readonly shared: object;
  /** The code of the analyses, which makes `nullclineAnalyses`. */
  analyses(): Promise<string>;
}

/** What `setup()` leaves in the page. */
export interface LivePage {
  nullcline?: Promise<Runtime> & { readonly version: string };
  /** Kernels of models by fingerprint, as their outputs brought them. */
  nullclineKernels?: Record<string, object>;
}

/**
 * Unpacks the figure library and the runtime, once per page however often the cell is run. The library, which takes
 * half of the time of it all, is run when a figure first asks for it, and the analyses are unpacked when an explorer
 * first has a question for them. This runs in the reader's browser, where it
 * arrives as text: it may use nothing from outside its own body but what it is given.
 */
export function load(
  unpack: (packed: string) => Promise<string>,
  run: (code: string) => void,
  library: string,
  runtime: string,
  analyses: string,
  version: string,
): void {
  const page = window as unknown as LivePage & Record<string, unknown>;
  if (page.nullcline?.version === version) return;
  const ready = Promise.all([unpack(library), unpack(runtime)]).then(([libraryCode, runtimeCode]): Runtime => {
    let plotly: Plotly | undefined;
    const runLibrary = (): Plotly => {
      // A page with require.js (the classic notebook) would take the library for itself; another Plotly of the page
      // stays.
      const hidden = ["define", "require", "module", "exports", "Plotly"].map((name) => [name, page[name]] as const);
      for (const [name] of hidden) page[name] = undefined;
      run(libraryCode);
      const own = page["Plotly"] as Plotly;
      for (const [name, value] of hidden) {
        if (value === undefined) delete page[name];
        else page[name] = value;
      }
      return own;
    };
    run(runtimeCode);
    const { start, shared } = page["nullclineRuntime"] as {
      readonly start: (library: () => Plotly, version: string, program: Program) => Runtime;
      readonly shared: object;
    };
    page["nullclineRuntime"] = undefined; // a variable of a script can not be deleted
    let unpacked: Promise<string> | undefined;
    return start(() => (plotly ??= runLibrary()), version, {
      runtime: runtimeCode,
      shared,
      analyses: () => (unpacked ??= unpack(analyses)),
    });
  });
  page.nullcline = Object.assign(ready, { version });
}
