import { make } from "../page/controls.js";
import { keepKeys } from "../page/keep-keys.js";
import { runScript } from "../page/unpack.js";
import type { ExplorerPayload } from "../explorer/state/payload.js";
import { addressIn, linkTo } from "../explorer/views/link-button.js";
import { keepForReturn, keptForReturn } from "../explorer/views/return.js";
import type { OwnContext } from "../own-mount.js";
import { carriedOver } from "./carried-over.js";
import { draftOf, example, type Draft } from "./draft.js";
import { draftText, readDraft } from "./draft-link.js";
import { editor } from "./editor.js";
import { ownCss } from "./own-css.js";
import { reader } from "./reader.js";
import type { Reading } from "./reading.js";

export { serve } from "./reader.js";

/** ms for which nothing is typed before it is read. */
const pause = 300;
/** px; an output narrower than this opens with states and parameters folded away, so that the run is near. */
const narrow = 620;
/** Drafts to which undo goes back. */
const remembered = 30;

/** What is kept while another choice of the playground is open. */
interface Kept {
  readonly draft: Draft;
  readonly past: readonly Draft[];
}
const memory = new WeakMap<Element, Kept>();

/** A place to type equations in, and below it the explorer of the last that stood. */
export function mount({ host, payload: { offered, copy }, signal, code, explorer }: OwnContext): void {
  addStyle();
  const place = host.parentElement ?? host;
  const address = addressIn(place);
  const forDraft = { ...address, choice: `${address.choice}, typed` };
  const notice = make("p", { className: "nc-about", role: "status" });
  const fromEntry = (entry: string | null, otherwise: Draft): Draft => {
    if (entry === null) return otherwise;
    try {
      return readDraft(entry);
    } catch (error) {
      notice.textContent = `The link was not followed: ${error instanceof Error ? error.message : String(error)}.`;
      return otherwise;
    }
  };
  const entryOf = (link: string | undefined): string | null => new URLSearchParams(link ?? "").get("own");
  const kept = memory.get(place);
  let draft = kept?.draft ?? fromEntry(keptForReturn(forDraft) ?? entryOf(linkTo(address)), example);
  let past: readonly Draft[] = kept?.past ?? [];
  let reading: Reading | undefined;
  let running: Running | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (): void => typing.update(draft, reading, past.length > 0);
  const take = (next: Draft, wait: number): void => {
    draft = next;
    typing.element.ariaBusy = "true";
    show();
    clearTimeout(timer);
    timer = setTimeout(() => reads.read(draft), wait);
  };
  const replace = (next: Draft): void => {
    past = [...past.slice(-(remembered - 1)), draft];
    take(next, 0);
  };
  const copyOf = (label: string, link: string = ""): void => {
    const found = offered.find((each) => each.label === label)?.payload;
    if (found !== undefined) replace(draftOf(found.systems[0].data, valuesIn(found, link)));
  };
  const typing = editor(
    offered.map(({ label }) => label),
    host.clientWidth > narrow,
    {
      edit: (next) => take(next, pause),
      replace,
      undo() {
        const last = past.at(-1);
        past = past.slice(0, -1);
        if (last !== undefined) take(last, 0);
      },
      copy: copyOf,
    },
  );
  const stage = make("div");
  const behind = make("p", { className: "nc-about" });
  const reads = reader(
    code,
    (read, found) => {
      if (read !== draft) return;
      reading = found;
      typing.element.ariaBusy = "false";
      show();
      if (found.kind === "model") running = run(found);
      const stale = found.kind === "none" && running !== undefined;
      stage.classList.toggle("nc-behind", stale);
      behind.textContent = stale ? "Below are the last equations that stood." : "";
    },
    signal,
  );
  /** Puts an explorer of the model in the place of the one before, with what was set there. */
  const run = ({ payload, script }: Extract<Reading, { kind: "model" }>): Running => {
    const text = JSON.stringify(payload);
    if (running?.text === text) return running;
    runScript(script);
    stage.style.minHeight = `${stage.offsetHeight}px`; // the page does not jump
    const before = running?.link();
    const opens = running && before && carriedOver(before, running.payload, payload);
    const letGo = before !== undefined && [...new URLSearchParams(before).keys()].some((key) => key.startsWith("k."));
    notice.textContent = letGo ? "The runs that were kept were those of other equations: they were let go." : "";
    running?.stop.abort();
    const own = make("div");
    own.dataset["choice"] = address.choice;
    own.dataset["own"] = draftText(draft);
    const inside = make("div", { className: "nullcline-host" });
    own.append(inside);
    stage.replaceChildren(own);
    const stop = new AbortController();
    const link = explorer(inside, opens === undefined ? payload : { ...payload, opens }, stop.signal);
    requestAnimationFrame(() => requestAnimationFrame(() => (stage.style.minHeight = "")));
    return { text, payload, link, stop };
  };

  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    running?.stop.abort();
    memory.set(place, { draft, past });
  });
  addEventListener("pagehide", () => keepForReturn(forDraft, draft === example ? undefined : draftText(draft)), {
    signal,
  });
  addEventListener(
    "hashchange",
    () => {
      const entry = entryOf(linkTo(address));
      if (entry !== null && entry !== draftText(draft)) replace(fromEntry(entry, draft));
    },
    { signal },
  );
  keepKeys(typing.element);
  host.append(notice, typing.element, behind, stage);
  if (copy === undefined) take(draft, 0);
  else copyOf(copy.label, copy.link);
}

/** The explorer of a draft that stood. */
interface Running {
  /** Its payload as text. */
  readonly text: string;
  readonly payload: ExplorerPayload;
  readonly link: () => string;
  readonly stop: AbortController;
}

/** The values of a model's parameters with which it opens, but for those that a reader has set, as a link says. */
function valuesIn({ systems, models }: ExplorerPayload, link: string): readonly number[] {
  const set = new URLSearchParams(link);
  return systems[0].data.parameters.map((name, k) => Number(set.get(`p.${name}`) ?? models[0].values[k]));
}

function addStyle(): void {
  const style = document.getElementById("nullcline-own-styles") ?? make("style", { id: "nullcline-own-styles" });
  style.textContent = ownCss;
  document.head.append(style);
}
