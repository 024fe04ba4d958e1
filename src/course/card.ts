import type { MimeBundle } from "../host/host.js";
import { escapeHtml } from "../text/html.js";

/** `done` is green, `open` amber, `neutral` has no colour; each also begins with its own sign and word. */
export type Tone = "done" | "open" | "neutral";

/** What an exercise says to the student. Text between backticks is code. */
export interface Card {
  readonly tone: Tone;
  /** "Right", "Not yet", "Hint 1 of 3". */
  readonly heading: string;
  readonly lines: readonly string[];
}

const sign: Readonly<Record<Tone, string>> = { done: "✓", open: "△", neutral: "›" };
// Dark enough for 3:1 against white and light enough for 3:1 against JupyterLab's dark background.
const colour: Readonly<Record<Tone, string>> = { done: "#2e8b57", open: "#c77700", neutral: "#808080" };

/** Text takes the theme's own colour, so that it can be read on light and on dark. */
export function renderCard({ tone, heading, lines }: Card): MimeBundle {
  return {
    "text/plain": [`${sign[tone]} ${heading}`, ...lines].join("\n  "),
    "text/html": [
      `<div role="status" style="border-left: 4px solid ${colour[tone]}; padding: 0.2em 0.8em; margin: 0.2em 0;">`,
      `<div><strong><span aria-hidden="true" style="color: ${colour[tone]};">${sign[tone]}</span> `,
      `${rich(heading)}</strong></div>${lines.map((line) => `<div>${rich(line)}</div>`).join("")}</div>`,
    ].join(""),
  };
}

/** Escaped text with backticks as code. */
function rich(text: string): string {
  return escapeHtml(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\n/g, "<br>");
}
