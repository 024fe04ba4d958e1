import { button, make } from "../../page/controls.js";
import { partOf, type Program } from "../../page/load.js";
import type { Picture } from "../../page/picture.js";
import { offeredModel, present } from "../state/state.js";
import type { FilesCode } from "./export-controls.js";
import type { Controls } from "./parameter-controls.js";
import { linkButton } from "./link-button.js";
import { playControls } from "./play-controls.js";
import { differs, type Store, type View } from "./view.js";

/**
 * The row of buttons below the run. @param predict one of them @param sound the menu of what is heard
 * @param link to the present state @param page what brings parts of the code, and what ends all of it
 */
export function toolsView(
  store: Store,
  main: Picture,
  predict: View,
  sound: View,
  link: () => string,
  { program, signal }: { readonly program: Program; readonly signal: AbortSignal },
): View {
  const parts: readonly View[] = [
    playControls(store, sound.element),
    predict,
    keepButton(store),
    restButton(store),
    travel(store),
  ];
  const element = make("div", { className: "nc-tools", role: "group", ariaLabel: "what to do with the run" });
  const away = make("details", { className: "nc-away" });
  const box = make("div", { className: "nc-tools" });
  const tell = (notice: string): void => store.dispatch({ kind: "tell", notice });
  box.append(...linkButton(tell, link));
  let exports: Controls | undefined;
  const bring = async (): Promise<void> => {
    try {
      const { exportControls } = await partOf<FilesCode>(program, "files");
      exports = exportControls(store, main, signal);
      box.append(...exports.elements);
    } catch (error) {
      tell(`What makes files could not be loaded: ${String(error)}.`);
    }
  };
  away.addEventListener("toggle", () => void bring(), { once: true });
  away.append(make("summary", { textContent: "save and share" }), box);
  element.append(...parts.map((part) => part.element), away);
  return {
    element,
    update(before, after) {
      for (const part of parts) part.update(before, after);
      exports?.update(before, after);
    },
  };
}

function keepButton({ dispatch }: Store): View {
  const keep = button(
    "keep this trace",
    () => dispatch({ kind: "keep run" }),
    "draws later runs over this one; up to four",
  );
  const drop = button("let kept go", () => {
    dispatch({ kind: "let kept runs go" });
    keep.focus();
  });
  const element = make("span", { className: "nc-play" });
  element.append(keep, drop);
  return {
    element,
    update(_before, after) {
      drop.hidden = present(after).kept.length === 0;
    },
  };
}

function restButton({ dispatch }: Store): View {
  const element = button("", () => dispatch({ kind: "set start", start: {} }));
  return {
    element,
    update(before, after) {
      if (!differs(before, after, ({ model }) => [model])) return;
      const driven = offeredModel(after).model.input !== undefined;
      element.textContent = driven ? "start at rest" : "start as given";
      element.title = driven
        ? "lets runs begin at the stable equilibrium without the current again; " +
          "where there is none, in the model's own initial state"
        : "lets runs begin in the model's own initial state again";
    },
  };
}

/** Back, forward, and as it opened. */
function travel({ dispatch }: Store): View {
  const undo = button("undo", () => dispatch({ kind: "undo" }), "takes the last change back");
  const redo = button("redo", () => dispatch({ kind: "redo" }), "makes the change again that was taken back");
  const reset = button("reset", () => dispatch({ kind: "reset" }), "everything as it opened");
  const element = make("span", { className: "nc-play" });
  element.append(undo, redo, reset);
  return {
    element,
    update(_before, after) {
      undo.ariaDisabled = String(after.history.past.length === 0);
      redo.ariaDisabled = String(after.history.future.length === 0);
    },
  };
}
