import type { MimeBundle } from "../host/host.js";
import { escapeHtml } from "../text/html.js";
import type { Exercise } from "./exercise.js";
import type { Entry } from "./progress.js";

/** A table of exercises, done and open, notebook by notebook, and how many predictions were made in each. */
export function renderOverview(
  notebooks: readonly (readonly [string, readonly Exercise[]])[],
  entryOf: (id: string) => Entry,
  predicted: (notebook: string) => readonly boolean[],
  student: string,
): MimeBundle {
  const sections = notebooks.map(([name, exercises]): Section => {
    const rows = exercises.map((exercise) => ({ exercise, entry: entryOf(exercise.id) }));
    const made = predicted(name);
    const predictions = made.length === 0 ? "" : `, ${made.filter(Boolean).length} of ${made.length} predictions`;
    return { name, rows, reached: total(rows.filter(({ entry }) => entry.right)), points: total(rows), predictions };
  });
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const reached = sum(sections.map((section) => section.reached));
  const points = sum(sections.map((section) => section.points));
  const heading = `Progress of ${student}: ${reached} of ${points} points`;
  return {
    "text/plain": [heading, ...sections.flatMap(sectionText)].join("\n"),
    "text/html": `<p><strong>${escapeHtml(heading)}</strong></p>${sections.map(sectionHtml).join("")}`,
  };
}

interface Row {
  readonly exercise: Exercise;
  readonly entry: Entry;
}

/** A notebook: the points that were reached, of those that there are. */
interface Section {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly reached: number;
  readonly points: number;
  /** How many predictions were made, as the end of a sentence. */
  readonly predictions: string;
}

const sectionText = ({ name, rows, reached, points, predictions }: Section): string[] => [
  `${name}: ${reached} of ${points}${predictions}`,
  ...rows.map(
    ({ exercise, entry }) =>
      `  ${state(entry).padEnd(8)} ${exercise.id.padEnd(6)} ${exercise.title} (${exercise.points})`,
  ),
];

function sectionHtml({ name, rows, reached, points, predictions }: Section): string {
  const begun = reached < points && rows.some(({ entry }) => entry.tries > 0);
  const header = ["Exercise", "State", "Points", "Tries"].map((title) => `<th scope="col">${title}</th>`).join("");
  return (
    `<details${begun ? " open" : ""}><summary style="cursor: pointer;">` +
    `<span style="display: inline-block; min-width: min(34em, 100% - 2em);">` +
    `${escapeHtml(name)}: ${reached} of ${points} points${predictions}</span> ` +
    `<progress value="${reached}" max="${points}" aria-hidden="true"></progress></summary>` +
    `<table><thead><tr>${header}</tr></thead><tbody>${rows.map(rowHtml).join("")}</tbody></table></details>`
  );
}

function rowHtml({ exercise: { id, title, points }, entry }: Row): string {
  const cells = [`${id} ${escapeHtml(title)}`, state(entry), `${entry.right ? points : 0} of ${points}`, entry.tries];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

const state = (entry: Entry): string => (entry.right ? "✓ done" : entry.tries > 0 ? "△ begun" : "○ open");
const total = (rows: readonly Row[]): number => rows.reduce((sum, { exercise }) => sum + exercise.points, 0);
