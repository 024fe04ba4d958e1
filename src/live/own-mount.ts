import type { ExplorerPayload } from "./explorer/state/payload.js";
import { make } from "./page/controls.js";
import type { Program } from "./page/load.js";
import type { Mount } from "./page/mount.js";
import { runScript } from "./page/unpack.js";

/** What is offered to be copied, and what is to be copied at once. */
export interface OwnPayload {
  readonly offered: readonly { readonly label: string; readonly payload: ExplorerPayload }[];
  /** By its label, with what a reader has set of it, as a link. */
  readonly copy?: { readonly label: string; readonly link: string };
}

/** The mount of an explorer, which gives the link to what is set in it. */
export type ExplorerMount = (...args: Parameters<Mount>) => () => string;

/** What the part of the code that reads equations is given. */
export interface OwnContext {
  readonly host: HTMLElement;
  readonly payload: OwnPayload;
  readonly signal: AbortSignal;
  /** The part itself, for its worker. */
  readonly code: string;
  readonly explorer: ExplorerMount;
}

/** Equations that a reader types. What reads them is loaded when this is first opened. */
export const mountOwn =
  (program: Program, explorer: ExplorerMount): Mount =>
  async (host, payload, signal) => {
    const note = make("p", { className: "nc-about", role: "status", textContent: "What reads equations is loaded …" });
    host.append(note);
    const code = await program.code("equations").finally(() => note.remove());
    if (signal.aborted) return;
    const page = window as unknown as { nullclineEquations?: { mount(context: OwnContext): void } };
    if (page.nullclineEquations === undefined) runScript(code);
    page.nullclineEquations?.mount({ host, payload: payload as OwnPayload, signal, code, explorer });
  };
