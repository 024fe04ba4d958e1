import type { MimeBundle } from "../live/cell/display.js";
import { escapeHtml } from "./card.js";
import type { Exercise } from "./exercise.js";
import type { Entry } from "./progress.js";

/** A table of exercises, done and open, notebook by notebook. */
export function renderOverview(
  notebooks: readonly (readonly [string, readonly Exercise[]])[],
  entryOf: (id: string) => Entry,
  student: string,
): MimeBundle {
  const sections = notebooks.map(([name, exercises]) => {
    const rows = exercises.map((exercise) => ({ exercise, entry: entryOf(exercise.id) }));
    return { name, rows, done: total(rows.filter(({ entry }) => entry.right)), of: total(rows) };
  });
  const done = sections.reduce((sum, s) => sum + s.done, 0),
    of = sections.reduce((sum, s) => sum + s.of, 0);
  const heading = `Progress of ${student}: ${done} of ${of} points`;
  return {
    "text/plain": [
      heading,
      ...sections.flatMap(({ name, rows, done, of }) => [
        `${name}: ${done} of ${of}`,
        ...rows.map(
          ({ exercise: { id, title, points }, entry }) =>
            `  ${state(entry).padEnd(8)} ${id.padEnd(6)} ${title} (${points})`,
        ),
      ]),
    ].join("\n"),
    "text/html": `<p><strong>${escapeHtml(heading)}</strong></p>${sections
      .map(
        ({ name, rows, done, of }) =>
          `<details${done < of && rows.some(({ entry }) => entry.tries > 0) ? " open" : ""}><summary>${escapeHtml(name)}: ${done} of ${of} points ` +
          `<progress value="${done}" max="${of}" aria-hidden="true"></progress></summary>` +
          `<table><thead><tr><th scope="col">Exercise</th><th scope="col">State</th><th scope="col">Points</th><th scope="col">Tries</th></tr></thead><tbody>` +
          rows
            .map(
              ({ exercise: { id, title, points }, entry }) =>
                `<tr><td>${id} ${escapeHtml(title)}</td><td>${state(entry)}</td><td>${entry.right ? points : 0} of ${points}</td><td>${entry.tries}</td></tr>`,
            )
            .join("") +
          `</tbody></table></details>`,
      )
      .join("")}`,
  };
}

const state = (entry: Entry): string => (entry.right ? "✓ done" : entry.tries > 0 ? "△ begun" : "○ open");
const total = (rows: readonly { readonly exercise: Exercise }[]): number =>
  rows.reduce((sum, { exercise }) => sum + exercise.points, 0);
