/** The page that a teacher gets: how the class did, which exercises did their work, and what to look at. */
import { escapeHtml } from "../../text/html.js";
import { bar, page, shareText, short, table } from "./page.js";
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
  return page(
    "The class",
    [
      `<h1>The class</h1>\n<p class="soft">${counts.join(", ")}</p>`,
      noticePart(submissions, absent),
      ...parts,
      listPart(submissions, pageOf),
    ].join("\n"),
  );
}

const wide = (content: string): string => `<div class="card wide">${content}</div>`;

function noticePart(rows: readonly Graded[], absent: readonly string[]): string {
  const failed = rows.flatMap((row) => (row.problem === undefined ? [] : [{ row, words: row.problem }]));
  const warned = rows
    .filter(({ problem }) => problem === undefined)
    .flatMap((row) => (row.warnings ?? []).map((words) => ({ row, words })));
  const list = [...failed, ...warned].map(({ row: { student, file }, words }) => [
    escapeHtml(student),
    `<code>${escapeHtml(file)}</code>`,
    escapeHtml(words),
  ]);
  const missing = absent.length === 0 ? "" : `<p>Nothing was handed in by ${absent.map(escapeHtml).join(", ")}.</p>`;
  if (list.length === 0) return missing;
  return `<h2>To look at</h2>${missing}${wide(table(["student", "file", "what"], list))}`;
}

const aboutExercises =
  "Difficulty: mean share of the points, low is hard. Discrimination: correlation with the points of all other " +
  "exercises of the notebook; where it is below 0.1, or negative, the exercise does not tell who has understood, " +
  "and may be flawed.";

function notebookPart(notebook: string, rows: readonly Graded[], pairs: readonly Pair[]): string {
  if (rows.length === 0) return "";
  const scores = rows.map(({ score }) => score);
  const { max } = rows[0];
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => short(quantile(scores, share)));
  const statistics = statisticsOf(rows);
  return [
    `<h2>${escapeHtml(notebook)}</h2>`,
    `<div class="card"><p><strong>${short(mean(scores))} of ${max} points</strong> on average; half of the class`,
    `between ${low} and ${high}, the middle at ${middle}.</p>${histogram(scores, max)}${timePart(rows)}</div>`,
    wide(
      table(["exercise", "#solved", "#not answered", "difficulty", "#discrimination"], statistics.map(exerciseRow)) +
        `<p><small>${aboutExercises}</small></p>`,
    ),
    misconceptionPart(statistics),
    pairPart(pairs),
  ].join("\n");
}

const exerciseRow = (of: ExerciseStatistics): (string | number)[] => [
  `${escapeHtml(of.id)} ${escapeHtml(of.title)}`,
  `${of.solved} of ${of.count}`,
  of.missing,
  shareText(of.difficulty),
  of.discrimination === undefined ? "–" : of.discrimination.toFixed(2).replace("-", "−"),
];

function misconceptionPart(all: readonly ExerciseStatistics[]): string {
  const found = all
    .flatMap((of) => of.misconceptions.map(([name, times]) => ({ ...of, name, times })))
    .sort((a, b) => b.times - a.times);
  if (found.length === 0) return "";
  const rows = found.map(({ id, title, count, name, times }) => [
    times,
    bar(times / count, "open"),
    escapeHtml(name),
    `${escapeHtml(id)} ${escapeHtml(title)}`,
  ]);
  return `<h3>What was mixed up</h3>${wide(table(["#students", "", "misconception", "exercise"], rows))}`;
}

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
  const told = (at: number): string => escapeHtml(times[at].replace("T", " "));
  const [last, middle] = [times.length - 1, Math.floor((times.length - 1) / 2)];
  const known = last < 0 ? "" : `Handed in from ${told(0)} to ${told(last)}, half by ${told(middle)}. `;
  return known === "" && late === 0 ? "" : `<p class="soft">${known}${late > 0 ? `${late} late.` : ""}</p>`;
}

function listPart(rows: readonly Graded[], pageOf: (student: string) => string): string {
  const list = rows.map(({ student, name, notebook, score, max, problem, late }) => [
    `<a href="${escapeHtml(pageOf(student))}">${escapeHtml(student)}</a> ${escapeHtml(name ?? "")}`,
    escapeHtml(notebook ?? ""),
    problem === undefined ? `${score} of ${max}` : "not marked",
    late ? "late" : "",
  ]);
  return `<h2>All students</h2>${wide(table(["student", "notebook", "#points", ""], list))}`;
}
