import { followTheme } from "./page-theme.js";
import { sayOnPaper } from "./paper.js";
import { runScript, unpack } from "./unpack.js";

/** What a live element does with its payload; the runtime has one mount for each. */
export type LiveKind = "figure" | "explorer" | "scene" | "playground";

/** What an output carries beside its picture, as packed JSON. */
export interface LiveContent {
  readonly payload: unknown;
  /**
   * Code that the live part needs, such as a model's kernels, to be run as a script of the page before it is mounted.
   */
  readonly script: string;
}

/**
 * Makes `host` live from its payload, at once or when the code for it has come. Everything it starts must end when
 * `signal` aborts.
 */
export type Mount = (host: HTMLElement, payload: unknown, signal: AbortSignal) => void | Promise<void>;

/** The element around a host: it stays when an output leaves the page and comes back, and so keeps the settings. */
export function placeOf(host: HTMLElement): HTMLElement {
  if (host.parentElement === null) throw new Error("an output is mounted in a host that is in no element");
  return host.parentElement;
}

/**
 * Registers `<nullcline-live>`. The browser itself then says when an output enters the page and when it leaves: outputs
 * that were there before come alive, a cell that is run again frees what it had, and a cell that the notebook takes off
 * the page while it is scrolled out of view comes back as it was.
 */
export function registerElement(mountOf: () => Promise<Readonly<Record<LiveKind, Mount>>>): void {
  if (customElements.get("nullcline-live") !== undefined) return;
  customElements.define(
    "nullcline-live",
    class extends HTMLElement {
      private stop: AbortController | undefined;

      connectedCallback(): void {
        whenParsed(() => {
          if (this.isConnected && this.stop === undefined) queue(() => this.start());
        });
      }

      /** Moving an element disconnects it for a moment: look again when that moment is over. */
      disconnectedCallback(): void {
        setTimeout(() => {
          if (this.isConnected) return;
          this.stop?.abort();
          this.stop = undefined;
        });
      }

      private async start(): Promise<void> {
        const data = this.querySelector(":scope > script[type='application/gzip']");
        if (!this.isConnected || this.stop !== undefined || data === null) return;
        const stop = new AbortController();
        this.stop = stop;
        const [mounts, carried] = await Promise.all([mountOf(), unpack(data.textContent)]);
        if (stop.signal.aborted) return;
        const { payload, script } = JSON.parse(carried) as LiveContent;
        if (script !== "") runScript(script);
        const host = document.createElement("div");
        host.className = "nullcline-host";
        this.append(host);
        stop.signal.addEventListener("abort", () => {
          host.remove();
          this.classList.remove("nullcline-on");
        });
        followTheme(this, stop.signal);
        sayOnPaper(this, stop.signal);
        const coming = mounts[this.getAttribute("kind") as LiveKind](host, payload, stop.signal);
        if (coming !== undefined) await coming; // the picture stands until then
        if (!stop.signal.aborted) this.classList.add("nullcline-on");
      }
    },
  );
}

/** In a page that is still being read, an element is announced before its content is there. */
function whenParsed(then: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", then, { once: true });
  else queueMicrotask(then);
}

/** One figure per task, so that a notebook full of them can still be scrolled while they come alive. */
function queue(task: () => void): void {
  waiting.push(task);
  if (waiting.length === 1) setTimeout(next);
}

const waiting: (() => void)[] = [];

function next(): void {
  waiting[0]();
  waiting.shift();
  if (waiting.length > 0) setTimeout(next);
}
