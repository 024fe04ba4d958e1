import { button, freshId, make } from "./page/controls.js";
import { addressIn, choiceInLink } from "./explorer/views/link-button.js";
import { keepForReturn, keptForReturn } from "./explorer/views/return.js";
import type { ExplorerPayload } from "./explorer/state/payload.js";
import type { ExplorerMount, OwnPayload } from "./own-mount.js";
import type { Mount } from "./page/mount.js";
import type { ScenePayload } from "./scenes/scene.js";

/**
 * What a playground's menu offers: a model, something that is no differential equation and has a scene of its own, or
 * equations that the reader types.
 */
export type Choice =
  | { readonly label: string; readonly kind: "explorer"; readonly payload: ExplorerPayload }
  | { readonly label: string; readonly kind: "scene"; readonly payload: ScenePayload }
  | { readonly label: string; readonly kind: "own"; readonly payload: null };

/** The menu of a playground; the first choice of its first group is open at the start. */
export interface PlaygroundPayload {
  readonly groups: readonly { readonly name: string; readonly choices: readonly Choice[] }[];
}

/** What a reader has chosen, and a place for each choice, in which its mount remembers what was set there. */
interface Kept {
  chosen: string;
  readonly places: Map<string, HTMLElement>;
}

const memory = new WeakMap<Element, Kept>();

/** A menu of models and scenes; one at a time is live, below the menu. */
export const mountPlayground =
  (mounts: { readonly explorer: ExplorerMount; readonly scene: Mount; readonly own: Mount }): Mount =>
  (host, payload, signal) => {
    const { groups } = payload as PlaygroundPayload;
    const choices = new Map(groups.flatMap((group) => group.choices.map((choice) => [choice.label, choice] as const)));
    const place = host.parentElement ?? host;
    const returned = memory.has(place) ? undefined : keptForReturn(addressIn(place));
    const first = returned !== undefined && choices.has(returned) ? returned : groups[0].choices[0].label;
    const kept = memory.get(place) ?? { chosen: first, places: new Map<string, HTMLElement>() };
    memory.set(place, kept);
    addEventListener("pagehide", () => keepForReturn(addressIn(place), kept.chosen), { signal });

    const select = make("select", { id: freshId() });
    select.append(
      ...groups.map(({ name, choices: its }) => {
        const group = make("optgroup", { label: name });
        group.append(...its.map(({ label }) => make("option", { value: label, textContent: label })));
        return group;
      }),
    );
    select.value = kept.chosen;
    const menu = make("div", { className: "nc-menu nc-choose" });
    menu.append(make("label", { htmlFor: select.id, textContent: "model" }), select);
    const all = [...choices.values()];
    const offered = all.filter((choice) => choice.kind === "explorer");
    const own = all.find(({ kind }) => kind === "own");
    let link = (): string => "";
    const edit = button("edit these equations", () => {
      const copy = { label: kept.chosen, link: link() };
      if (own !== undefined) choose(own.label, copy);
    });
    if (own !== undefined) menu.append(edit);
    const [note, stage] = [make("p", { className: "nc-about", role: "status" }), make("div")];
    host.append(menu, note, stage);

    let stop = new AbortController();
    const open = (copy?: OwnPayload["copy"]): void => {
      stop.abort();
      stop = new AbortController();
      const choice = choices.get(kept.chosen);
      if (choice === undefined) throw new Error(`the menu has no "${kept.chosen}"`);
      const room = kept.places.get(kept.chosen) ?? make("div");
      room.dataset["choice"] = kept.chosen; // named by links
      kept.places.set(kept.chosen, room);
      const inside = make("div", { className: "nullcline-host" });
      room.replaceChildren(inside);
      stage.replaceChildren(room);
      edit.hidden = choice.kind !== "explorer";
      const { signal: ended } = stop;
      if (choice.kind === "explorer") {
        link = mounts.explorer(inside, choice.payload, ended);
        return;
      }
      const given = choice.kind === "own" ? ({ offered, ...(copy && { copy }) } satisfies OwnPayload) : choice.payload;
      Promise.resolve(mounts[choice.kind](inside, given, ended)).catch((error: unknown) => {
        if (!ended.aborted) note.textContent = `${choice.label} could not be loaded: ${String(error)}.`;
      });
    };
    const choose = (label: string, copy?: OwnPayload["copy"]): void => {
      kept.chosen = select.value = label;
      open(copy);
    };
    select.addEventListener("change", () => choose(select.value));
    signal.addEventListener("abort", () => stop.abort());
    const follow = (): void => {
      const label = choiceInLink(place);
      note.textContent =
        label === undefined || choices.has(label)
          ? ""
          : `The link was not followed: there is no model "${label.slice(0, 40)}" here.`;
      if (label === undefined || !choices.has(label) || label === select.value) return;
      choose(label);
    };
    addEventListener("hashchange", follow, { signal });
    open();
    if (returned === undefined) follow();
  };
