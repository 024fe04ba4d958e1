// What a page has on paper alone: room to write.
import { escapeHtml } from "../../dist/text/html.js";

/**
 * Where somebody with a pencil predicts: outcomes to tick, axes to draw into, or a line for a number; and a line for
 * the reason.
 * @param code of a cell that asks for a prediction, with the comment that says what is wanted
 */
export function roomToPredict(code) {
  const [, lines] = /\/\/ ✎ your prediction: (.*(?:\n\/\/ .*)*)/.exec(code);
  const asked = lines.replaceAll("\n// ", " ");
  const outcomes = [...asked.matchAll(/"([^"]*)"/g)].map(([, outcome]) => `<span class="tick">${text(outcome)}</span>`);
  const what = text(asked.replace(/,? *".*$|, such as .*$/, ""));
  const because = '<p class="blank">because</p>';
  const room =
    outcomes.length > 0
      ? `<p>${what === "" ? "" : `${what}: `}${outcomes.join(" ")}</p>${because}`
      : /\[\[/.test(asked)
        ? `<p>${what}:</p><div class="axes"></div>`
        : `<p class="blank">${what}:</p>${because}`;
  return `<div class="paper" data-pagefind-ignore>${room}</div>\n`;
}

/** With a minus sign before a number. */
const text = (asked) => escapeHtml(asked.trim().replace(/(?<!\w)-(?=\d)/g, "−"));
