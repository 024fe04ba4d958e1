import { button, make } from "../../page/controls.js";
import { differs, type Store, type View } from "./view.js";

/** What is told beside the figure, step by step; empty where nothing is, and when it has been told. */
export function storyView({ dispatch, state }: Store): View {
  const { story } = state;
  const sentence = make("span");
  const says = make("p", { className: "nc-say" });
  // Room for the longest from the first on: a figure that moves under a hand that drags it slips out of that hand.
  says.dataset.longest = story.reduce((longest, { say }) => (say.length > longest.length ? say : longest), "");
  says.append(sentence);
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
      sentence.textContent = say;
      count.textContent = `${at + 1}/${story.length}`;
      back.hidden = at === 0;
      next.textContent = at === story.length - 1 ? "close" : until === undefined ? "next" : "skip";
    },
  };
}
