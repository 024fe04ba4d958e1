import type { MimeBundle } from "../host/host.js";
import { escapeHtml } from "../text/html.js";

/** `done` is green, `open` amber, `neutral` has no colour; each also begins with its own sign and word. */
export type Tone = "done" | "open" | "neutral";

/** What an exercise says to the student. Text between backticks is code. */
export interface Card {
  readonly tone: Tone;
  /** "Right", "Not yet", "Hints". */
  readonly heading: string;
  readonly lines: readonly string[];
  readonly folds?: Folds;
}

/** What a reader opens one after the other, each inside the one before. */
export interface Folds {
  /** "Hint", which becomes "Hint 1 of 3". */
  readonly name: string;
  readonly lines: readonly string[];
  /** How many of them are open. Where nothing folds these are shown, and the first in any case. */
  readonly open: number;
}

const sign: Readonly<Record<Tone, string>> = { done: "✓", open: "△", neutral: "›" };
// Dark enough for 3:1 against white and light enough for 3:1 against JupyterLab's dark background.
const colour: Readonly<Record<Tone, string>> = { done: "#2e8b57", open: "#c77700", neutral: "#808080" };

/** Text takes the theme's own colour, so that it can be read on light and on dark. */
export function renderCard({ tone, heading, lines, folds }: Card): MimeBundle {
  const unfolded = folds ? folds.lines.slice(0, Math.max(1, folds.open)).map((line, i) => named(folds, i, line)) : [];
  return {
    "text/plain": [`${sign[tone]} ${heading}`, ...unfolded, ...lines].join("\n  "),
    "text/html": [
      `<div role="status" style="border-left: 4px solid ${colour[tone]}; padding: 0.2em 0.8em; margin: 0.2em 0;">`,
      `<div><strong><span aria-hidden="true" style="color: ${colour[tone]};">${sign[tone]}</span> `,
      `${rich(heading)}</strong></div>${folds ? foldedFrom(folds, 0) : ""}`,
      `${lines.map((line) => `<div>${rich(line)}</div>`).join("")}</div>`,
    ].join(""),
  };
}

const named = ({ name, lines }: Folds, i: number, line: string): string =>
  `${name} ${i + 1} of ${lines.length}: ${line}`;

function foldedFrom(folds: Folds, i: number): string {
  const { name, lines, open } = folds;
  if (i === lines.length) return "";
  return (
    `<details${i < open ? " open" : ""} style="padding: 0.2em 0;"><summary style="cursor: pointer;">` +
    `${escapeHtml(name)} ${i + 1} of ${lines.length}</summary><div>${rich(lines[i])}</div>` +
    `${foldedFrom(folds, i + 1)}</details>`
  );
}

/** Escaped text with backticks as code. */
function rich(text: string): string {
  return escapeHtml(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\n/g, "<br>");
}
