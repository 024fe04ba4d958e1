import { button, make } from "../../page/controls.js";
import { differs, type Store, type View } from "./view.js";

/** What is told beside the figure, step by step; empty where nothing is, and when it has been told. */
export function storyView({ dispatch, state }: Store): View {
  const { story } = state;
  const says = make("p", { className: "nc-say" });
  const count = make("span", { className: "nc-unit" });
  let at = 0;
  const back = button("back", () => dispatch({ kind: "tell step", step: at - 1 }));
  const next = button("", () => dispatch({ kind: "tell step", step: at + 1 }));
  const element = make("div", { className: "nc-story", role: "status" });
  element.append(count, says, back, next);
  return {
    element,
    update(before, after) {
      if (!differs(before, after, ({ told }) => [told])) return;
      at = after.told;
      element.hidden = at >= story.length;
      if (element.hidden) return;
      const { say, until } = story[at];
      says.textContent = say;
      count.textContent = `${at + 1}/${story.length}`;
      back.hidden = at === 0;
      next.textContent = at === story.length - 1 ? "close" : until === undefined ? "next" : "skip";
    },
  };
}
