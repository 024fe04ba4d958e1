/** The page that a teacher gets: how the class did, which exercises did their work, and what to look at. */
import { escapeHtml } from "../../text/html.js";
import { bar, page, rich, shareText, short, table } from "./page.js";
import type { Graded, Results } from "./results.js";
import type { Pair } from "./similarity.js";
import { mean, quantile, statisticsOf, type ExerciseStatistics } from "./statistics.js";

/** What the page is made of beside the results. */
export interface ClassReport {
  readonly results: Results;
  /** By notebook. */
  readonly pairs: ReadonlyMap<string, readonly Pair[]>;
  /** Where the page of a student lies. */
  readonly pageOf: (student: string) => string;
}

/** The page, as HTML. */
export function classPage({ results, pairs, pageOf }: ClassReport): string {
  const { submissions, absent } = results;
  const notebooks = [...new Set(submissions.flatMap(({ notebook }) => notebook ?? []))].sort();
  const failed = submissions.filter(({ problem }) => problem !== undefined).length;
  const students = new Set(submissions.map(({ student }) => student)).size;
  const counts = [
    `${students} ${students === 1 ? "student" : "students"}`,
    `${submissions.length} notebooks`,
    `${failed} not marked`,
    ...(absent.length > 0 ? [`${absent.length} absent`] : []),
  ];
  const parts = notebooks.map((notebook) => {
    const rows = submissions.filter((row) => row.notebook === notebook && row.problem === undefined);
    return notebookPart(notebook, rows, pairs.get(notebook) ?? []);
  });
  const notice = noticePart(submissions, absent);
  const link = (id: string, text: string): string => `<li><a class="plain" href="#${id}">${text}</a></li>`;
  const links = [
    ...(notice === "" ? [] : [link("look", "To look at")]),
    ...notebooks.map((notebook) => link(anchor(notebook), escapeHtml(notebook))),
    link("students", "All students"),
  ];
  return page(
    "The class",
    [
      `<h1>The class</h1>\n<p class="soft">${counts.join(", ")}</p>`,
      `<ul class="chips">${links.join("")}</ul>`,
      notice,
      ...parts,
      listPart(submissions, notebooks, pageOf),
    ].join("\n"),
  );
}

const anchor = (notebook: string): string => `notebook-${notebook.replace(/[^\w-]/g, "")}`;

const wide = (content: string): string => `<div class="card wide">${content}</div>`;

function noticePart(rows: readonly Graded[], absent: readonly string[]): string {
  const failed = rows.flatMap((row) => (row.problem === undefined ? [] : [{ row, words: row.problem }]));
  const warned = rows
    .filter(({ problem }) => problem === undefined)
    .flatMap((row) => (row.warnings ?? []).map((words) => ({ row, words })));
  const list = [...failed, ...warned].map(({ row: { student, name, file }, words }) => [
    escapeHtml(student) + (name === undefined ? "" : `<br><small>${escapeHtml(name)}</small>`),
    `${rich(words)}<br><small>${escapeHtml(file)}</small>`,
  ]);
  const missing = absent.length === 0 ? "" : `<p>Nothing was handed in by ${absent.map(escapeHtml).join(", ")}.</p>`;
  if (list.length === 0) return missing && `<h2 id="look">To look at</h2>${missing}`;
  return `<h2 id="look">To look at</h2>${missing}${wide(table(["student", "what"], list))}`;
}

const aboutExercises =
  "The mean share of the points is the difficulty: low is hard. Discrimination: correlation with the points of all " +
  "other exercises of the notebook; where it is below 0.1, marked △, the exercise does not tell who has understood, " +
  "and may be flawed.";

function notebookPart(notebook: string, rows: readonly Graded[], pairs: readonly Pair[]): string {
  if (rows.length === 0) return "";
  const scores = rows.map(({ score }) => score);
  const { max } = rows[0];
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => short(quantile(scores, share)));
  const statistics = statisticsOf(rows);
  return [
    `<h2 id="${anchor(notebook)}">${escapeHtml(notebook)}</h2>`,
    `<div class="card"><p><strong>${short(mean(scores))} of ${max} points</strong> on average; half of the class`,
    `between ${low} and ${high}, the middle at ${middle}.</p>${histogram(scores, max)}${timePart(rows)}</div>`,
    wide(
      table(["exercise", "mean share", "#solved", "#not answered", "#discrimination"], statistics.map(exerciseRow)) +
        `<p><small>${aboutExercises}</small></p>`,
    ),
    mistakePart(statistics),
    pairPart(pairs),
  ].join("\n");
}

const exerciseRow = (of: ExerciseStatistics): (string | number)[] => [
  `${escapeHtml(of.id)} ${escapeHtml(of.title)}`,
  shareText(of.difficulty),
  `${of.solved} of ${of.count}`,
  of.missing,
  discriminationText(of.discrimination),
];

function discriminationText(value: number | undefined): string {
  if (value === undefined) return "–";
  const text = value.toFixed(2).replace("-", "−");
  return value < 0.1 ? `<span class="flag">△ ${text}</span>` : text;
}

function mistakePart(all: readonly ExerciseStatistics[]): string {
  const found = all
    .flatMap((of) => of.mistakes.map(([name, times]) => ({ ...of, name, times })))
    .sort((a, b) => b.times - a.times);
  if (found.length === 0) return "";
  const rows = found.map(({ id, title, count, name, times }) => [
    `<span class="no">${bar(times / count, "open")} ${times} of ${count}</span>`,
    `${escapeHtml(name)}<br><small>${escapeHtml(id)} ${escapeHtml(title)}</small>`,
  ]);
  const listOf = (some: readonly (readonly string[])[]): string => table(["students", "what it was"], some);
  const rest = rows.slice(mostFrequent);
  const more =
    rest.length === 0 ? "" : `<details><summary>${rest.length} more, less frequent</summary>${listOf(rest)}</details>`;
  return `<h3>What went wrong</h3>${wide(listOf(rows.slice(0, mostFrequent)) + more)}`;
}

/** Mistakes that are seen at once. */
const mostFrequent = 12;

const aboutPairs =
  "By winnowing (Schleimer, Wilkerson and Aiken 2003) over tokens, names and numbers taken for equal, without what " +
  "was handed out and what many have. Two people who learn together write alike, too: this says where to look, and " +
  "nothing about who did what.";

function pairPart(pairs: readonly Pair[]): string {
  if (pairs.length === 0) return "";
  const rows = pairs
    .slice(0, 20)
    .map(({ students: [a, b], share, common, exercises }) => [
      ...[escapeHtml(a), escapeHtml(b), shareText(share), common],
      exercises.join(", "),
    ]);
  const list = table(["student", "student", "shared", "#fingerprints", "exercises"], rows);
  return `<h3>Codes that are alike</h3>${wide(`${list}<p><small>${aboutPairs}</small></p>`)}`;
}

/** Ten classes of the share of points, as bars. */
function histogram(scores: readonly number[], max: number): string {
  const counts = new Array<number>(10).fill(0);
  for (const score of scores) counts[Math.min(9, Math.floor((10 * score) / Math.max(1, max)))]++;
  const top = Math.max(...counts);
  const label = (x: number, y: number, text: string | number, rest: string): string =>
    `<text x="${x}" y="${y}" text-anchor="middle" ${rest}>${text}</text>`;
  const soft = 'font-size="11" fill="var(--soft)"';
  const bars = counts.map((count, i) => {
    const [x, height] = [46 * i + 10, (100 * count) / top];
    return [
      `<rect x="${x}" y="${120 - height}" width="40" height="${height}" rx="3" fill="var(--link)"/>`,
      count === 0 ? "" : label(x + 20, 115 - height, count, 'font-size="12" fill="currentColor"'),
      label(x + 20, 138, `${10 * i}–${10 * i + 10}`, soft),
    ].join("");
  });
  const words = counts.map((count, i) => `${10 * i} to ${10 * i + 10} %: ${count}`).join(", ");
  return [
    `<svg class="plot" viewBox="0 0 480 162" role="img" aria-label="Students by share of the points. ${words}">`,
    ...bars,
    label(240, 158, "share of the points, %; number of students", soft),
    "</svg>",
  ].join("\n");
}

function timePart(rows: readonly Graded[]): string {
  const times = rows.flatMap(({ submitted }) => submitted ?? []).sort();
  const late = rows.filter((row) => row.late).length;
  const told = (at: number): string => escapeHtml(times[at].replace("T", " ").replace(/:\d\d$/, ""));
  const [last, middle] = [times.length - 1, Math.floor((times.length - 1) / 2)];
  const known = last < 0 ? "" : `Handed in from ${told(0)} to ${told(last)}, half by ${told(middle)}. `;
  return known === "" && late === 0 ? "" : `<p class="soft">${known}${late > 0 ? `${late} late.` : ""}</p>`;
}

/** A row a student, a column a notebook. */
function listPart(rows: readonly Graded[], notebooks: readonly string[], pageOf: ClassReport["pageOf"]): string {
  const students = [...new Set(rows.map(({ student }) => student))];
  const others = rows.some(({ notebook }) => notebook === undefined) ? ["#other files"] : [];
  const pointsOf = (row: Graded | undefined): string => {
    if (row === undefined) return "–";
    if (row.problem !== undefined) return '<span class="flag">△ not marked</span>';
    return `${row.score} of ${row.max}${row.late ? "<br><small>late</small>" : ""}`;
  };
  const list = students.map((student) => {
    const own = rows.filter((row) => row.student === student);
    const unknown = own.filter(({ notebook }) => notebook === undefined);
    const name = own.find((row) => row.name !== undefined)?.name;
    return [
      `<a href="${escapeHtml(pageOf(student))}">${escapeHtml(student)}</a>${name ? ` ${escapeHtml(name)}` : ""}`,
      ...notebooks.map((notebook) => pointsOf(own.find((row) => row.notebook === notebook))),
      ...others.map(() => (unknown.length > 0 ? pointsOf(unknown[0]) : "")),
    ];
  });
  const heads = ["student", ...notebooks.map((notebook) => `#${escapeHtml(notebook)}`), ...others];
  return `<h2 id="students">All students</h2>${wide(table(heads, list))}`;
}
