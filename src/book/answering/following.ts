/** Cells that waited for an answer: once it is right, what they show comes into their place. */
import { element } from "./element.js";
import { outputsIn } from "./outputs.js";
import type { Runs } from "./runs.js";

/**
 * Runs those between an exercise and the next one that wait for nothing else.
 * @param solved exercises that are solved
 */
export async function showFollowing(
  section: HTMLElement,
  solved: ReadonlySet<string>,
  runs: Runs,
  comeAlive: () => void,
): Promise<void> {
  for (const waiting of followers(section)) {
    const { cell = "", waits = "" } = waiting.dataset;
    if (!waits.split(" ").every((id) => solved.has(id))) continue;
    const next = waiting.nextElementSibling;
    const place = next?.classList.contains("shown") ? (next as HTMLElement) : element("div", "shown");
    waiting.after(place);
    waiting.hidden = true;
    const status = element("p", "waits");
    const output = element("div");
    status.setAttribute("role", "status");
    place.replaceChildren(status, output);
    const end = await runs.show(cell, {
      say: (words) => void (status.textContent = words),
      hear: outputsIn(output, comeAlive).hear,
      failed() {}, // its own error says what it lacks
      stoppedIn() {},
    });
    status.remove();
    if (end === "checked") continue;
    waiting.hidden = false;
    return;
  }
}

/** What waits behind an exercise and before the next, in the order of the page. */
function followers(section: HTMLElement): readonly HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>("section.exercise, .waits[data-cell]")];
  const behind = all.slice(all.indexOf(section) + 1);
  const next = behind.findIndex((each) => each.matches("section"));
  return next < 0 ? behind : behind.slice(0, next);
}
