import type { LiveKind, Mount } from "./mount.js";
import type { Plotly } from "./plotly.js";
import { runScript } from "./unpack.js";
import type { PartName, Parts } from "../parts.js";

/** What `await window.nullcline` gives: the browser's part of the package. */
export interface Runtime {
  readonly version: string;
  readonly mounts: Readonly<Record<LiveKind, Mount>>;
}

/** The package's code as text, for workers, and the parts of it that are not run at once. */
export interface Program {
  readonly runtime: string;
  /** What the runtime shares with its parts. */
  readonly shared: object;
  /**
   * The code of a part, which makes `nullcline_` and its name: a function of what is shared. What reads equations is a
   * script by itself.
   */
  code(part: keyof Parts): Promise<string>;
}

/** What `setup()` leaves in the page. */
export interface LivePage {
  nullcline?: Promise<Runtime> & { readonly version: string };
  /** Kernels of models by fingerprint, as their outputs brought them. */
  nullclineKernels?: Record<string, object>;
}

/**
 * Unpacks the figure library and the runtime, once per page however often the cell is run. The library, which takes
 * half of the time of it all, is run when a figure first asks for it, and a part is unpacked when it is first needed.
 * This runs in the reader's browser, where it arrives as text: it may use nothing from outside its own body but what it
 * is given.
 */
export function load(
  unpack: (packed: string) => Promise<string>,
  run: (code: string) => void,
  library: string,
  runtime: string,
  parts: Parts,
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
    const unpacked = new Map<keyof Parts, Promise<string>>();
    return start(() => (plotly ??= runLibrary()), version, {
      runtime: runtimeCode,
      shared,
      code(part) {
        const code = unpacked.get(part) ?? unpack(parts[part] ?? "");
        unpacked.set(part, code);
        return code;
      },
    });
  });
  page.nullcline = Object.assign(ready, { version });
}

const running = new WeakMap<Program, Map<PartName, object>>();

/** A part as code of the page, which is run once. @param code the part's */
export function runPart<Code extends object>(program: Program, name: PartName, code: string): Code {
  const known = running.get(program) ?? new Map<PartName, object>();
  running.set(program, known);
  const found = known.get(name) ?? made(program, name, code);
  known.set(name, found);
  return found as Code;
}

function made({ shared }: Program, name: PartName, code: string): object {
  const variable = `nullcline_${name}`;
  runScript(code);
  return (window as unknown as Readonly<Record<string, (shared: object) => object>>)[variable](shared);
}

/** The same, when it is there. */
export const partOf = async <Code extends object>(program: Program, name: PartName): Promise<Code> =>
  runPart<Code>(program, name, await program.code(name));
