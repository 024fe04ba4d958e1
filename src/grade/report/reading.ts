/** Where in the course an exercise stands, and what stands there, from its master. */
import type { Master } from "../../course/masters/master.js";

/** What a student may read again. */
export interface Reading {
  /** "7. Hodgkin and Huxley" */
  readonly notebook: string;
  /** The nearest heading above the exercise, if it is another one. */
  readonly section: string | undefined;
  /** The question, as it stands in the notebook, without its sign posts. */
  readonly question: string | undefined;
}

/** Of each exercise, by its id. */
export function readingsOf(master: Master): Map<string, Reading> {
  const readings = new Map<string, Reading>();
  let [notebook, section]: [string, string | undefined] = [master.name, undefined];
  let question: string | undefined;
  for (const { kind, text, exercise } of master.cells) {
    if (kind === "markdown") {
      for (const line of text.split("\n")) {
        const [, signs, heading] = /^(#{1,4})\s+(.*)$/.exec(line) ?? [];
        if (signs === "#") notebook = heading;
        else if (heading !== undefined && !/^exercises?\b/i.test(heading))
          section = plain(heading).replace(/ \(\d+ min\)$/, "");
      }
      const asked = /\*\*Exercise (\d+\.\d+)\*\*/.exec(text)?.[1];
      if (asked !== undefined) question = plain(text.slice(text.indexOf("**Exercise")));
    } else if (kind === "exercise" && exercise !== undefined) {
      const own = question?.startsWith(`Exercise ${exercise}`)
        ? question.replace(/^Exercise [\d.]+\s*(\([^)]*\))?\.?\s*/, "")
        : undefined;
      readings.set(exercise, { notebook: plain(notebook), section, question: own });
    }
  }
  return readings;
}

/** Markdown as plain text; code keeps its backticks, formulas their TeX. */
const plain = (markdown: string): string =>
  markdown
    .replace(/\*\*([^*]+)\*\*/g, "$1")
    .replace(/\*([^*\n]+)\*/g, "$1")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/([^\n])\n(?![\n-]|\d+\.)/g, "$1 ")
    .replace(/\n\n+/g, "\n")
    .trim();
