/** What cells put out, below an exercise, as a notebook shows it. */
import type { Cell, Output } from "../../export/notebook.js";
import { outputHtml } from "../../export/outputs.js";
import { escapeHtml } from "../../text/html.js";
import { list, record } from "../../text/notebook-json.js";
import type { Hear } from "./client.js";

/** A place for outputs. */
export interface Outputs {
  readonly hear: Hear;
  clear(): void;
  /** Whether anything stands there. */
  readonly isEmpty: boolean;
}

interface Shown {
  readonly element: HTMLElement;
  readonly output: Output;
  /** By which a cell finds it again. */
  readonly id: unknown;
}

/** Characters of one stream that are kept; of more the last ones. */
const most = 50_000;

const tools = {
  set: (markdown: string): string => `<pre class="printed">${escapeHtml(markdown)}</pre>`,
  formula: (tex: string): string => `<code>${escapeHtml(tex)}</code>`,
};

/** @param comeAlive is called when there is a figure */
export function outputsIn(place: HTMLElement, comeAlive: () => void): Outputs {
  let shown: Shown[] = [];
  let clearNext = false;
  const clear = (): void => {
    clearNext = false;
    shown = [];
    place.replaceChildren();
  };
  const draw = (element: HTMLElement, output: Output): void => {
    element.innerHTML = htmlOf(output);
    if (element.querySelector("nullcline-live")) comeAlive();
    for (const script of element.querySelectorAll("script")) runAnew(script);
  };
  function put(output: Output, id?: unknown): void {
    if (clearNext) clear();
    const element = document.createElement("div");
    place.append(element);
    draw(element, output);
    shown.push({ element, output, id });
  }
  function print(text: string): void {
    const last = clearNext ? undefined : shown.at(-1);
    if (last?.output.kind !== "printed") {
      put({ kind: "printed", text });
      return;
    }
    const output: Output = { kind: "printed", text: `${last.output.text}${text}`.slice(-most) };
    shown[shown.length - 1] = { ...last, output };
    draw(last.element, output);
  }
  return {
    clear,
    get isEmpty() {
      return shown.length === 0;
    },
    hear(type, content) {
      const data = record(content["data"]);
      const id = record(content["transient"])["display_id"];
      if (type === "stream") print(String(content["text"]));
      else if (type === "error") put({ kind: "error", text: list(content["traceback"]).join("\n") });
      else if (type === "clear_output") content["wait"] === true ? (clearNext = true) : clear();
      else if (type === "update_display_data") {
        for (const { element } of shown.filter((each) => id !== undefined && each.id === id))
          draw(element, { kind: "data", data });
      } else if (type === "display_data" || type === "execute_result") {
        put({ kind: "data", data }, id);
      }
    },
  };
}

const noCell: Cell = {
  type: "code",
  number: 0,
  source: "",
  count: undefined,
  outputs: [],
  attachments: {},
  folded: { source: false, outputs: false },
  format: undefined,
};

function htmlOf(output: Output): string {
  const html = output.kind === "data" ? output.data["text/html"] : undefined;
  const [, mathml] = /<script type="application\/mathml">([\s\S]*?)<\/script>/.exec(String(html)) ?? [];
  if (mathml !== undefined) return `<div class="formula scroll">${mathml}</div>`;
  return outputHtml(output, noCell, tools);
}

/** A script that came as text does not run by itself; what is data for others is no script. */
function runAnew(script: HTMLScriptElement): void {
  if (!/^(?:|module|text\/javascript)$/.test(script.type) || script.closest("nullcline-live")) return;
  const fresh = document.createElement("script");
  for (const { name, value } of script.attributes) fresh.setAttribute(name, value);
  fresh.textContent = script.textContent;
  script.replaceWith(fresh);
}
