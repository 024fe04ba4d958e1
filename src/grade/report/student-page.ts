/** The page that a student gets back: what is right, what is not yet, and what would help. */
import { escapeHtml } from "../../text/html.js";
import type { ExpectedFigure } from "../figures/figures.js";
import { mistakeOf, referenceTold, sayingOf, wordOf } from "./advice.js";
import type { OwnWork } from "./own-work.js";
import { bar, page, rich, typeset } from "./page.js";
import type { Reading } from "./reading.js";
import type { Graded, Mark } from "./results.js";

/** One notebook of the student's. */
export interface MarkedNotebook {
  readonly row: Graded;
  readonly work: ReadonlyMap<string, OwnWork>;
  readonly readings: ReadonlyMap<string, Reading>;
  /** What the figure of an exercise that is not right may look like. */
  readonly expected: ReadonlyMap<string, ExpectedFigure>;
}

/** @param notebooks all of one student */
export function studentPage(notebooks: readonly MarkedNotebook[]): string {
  const [{ row: first }] = notebooks;
  const who = first.name ?? first.student;
  const id = who === first.student ? "" : ` <span class="soft">${escapeHtml(first.student)}</span>`;
  return page(
    `${who}: ${notebooks.map(({ row }) => row.notebook ?? row.file).join(", ")}`,
    [`<h1>${escapeHtml(who)}${id}</h1>`, ...notebooks.map(notebookPart)].join("\n"),
  );
}

function notebookPart({ row, work, readings, expected }: MarkedNotebook): string {
  const { notebook = row.file, score, max, exercises, problem, graderFailed = false } = row;
  const name = [...readings.values()][0]?.notebook ?? notebook;
  const when = [
    ...(row.submitted === undefined ? [] : [row.submitted.replace("T", " ")]),
    ...(row.late ? ["late"] : []),
  ];
  const head = [
    `<h2>${escapeHtml(name)}</h2>`,
    when.length === 0 ? "" : `<p class="soft">handed in ${escapeHtml(when.join(", "))}</p>`,
  ].join("");
  if (problem !== undefined) return `${head}${unmarkedPart(problem, row.file, graderFailed)}`;
  const open = exercises.filter((mark) => mark.points < mark.max);
  const missing = open.filter(({ status }) => status === "missing").length;
  const words = [
    open.length === 0
      ? `All ${exercises.length} exercises are right`
      : `${exercises.length - open.length} of ${exercises.length} exercises are right`,
    ...(missing > 0 ? [`${missing} ${missing === 1 ? "is" : "are"} not answered`] : []),
  ].join(", ");
  const chips = exercises.map(({ id, points, max: most }) => {
    const [kind, sign] = points === most ? ["right", "✓"] : ["open", "△"];
    return `<li><a class="${kind}" href="#${anchor(id)}">${sign} ${id}</a></li>`;
  });
  const help =
    " Those marked △ say what would help: solve them again in your notebook, where the check answers at once.";
  return [
    head,
    `<div class="score"><strong>${score} of ${max} points</strong>${bar(score / Math.max(1, max), "good")}</div>`,
    `<p>${words}.${open.length > 0 ? help : ""}</p>`,
    `<ul class="chips">${chips.join("")}</ul>`,
    ...exercises.map((mark) => {
      const { id } = mark;
      return exercisePart(mark, work.get(id), readings.get(id), expected.get(id));
    }),
  ].join("\n");
}

const unmarkedPart = (problem: string, file: string, graderFailed: boolean): string =>
  [
    `<div class="card open"><p class="word">This could not be marked</p><div class="say">${rich(problem)}</div>`,
    `<p>It is about the file <code>${escapeHtml(file)}</code>.`,
    graderFailed
      ? "That is no fault of yours and costs no points: your teacher can have it marked once more.</p></div>"
      : "Hand in the notebook itself, the file that ends in <code>.ipynb</code>; open it before, to see that all " +
        "your cells are there.</p></div>",
  ].join("\n");

const anchor = (id: string): string => `exercise-${id.replace(".", "-")}`;

function sayingPart(mark: Mark): string {
  const mistake = mistakeOf(mark);
  return `${mistake === undefined ? "" : `<strong>${rich(mistake)}.</strong> `}${rich(sayingOf(mark))}`;
}

function exercisePart(
  mark: Mark,
  work: OwnWork | undefined,
  reading: Reading | undefined,
  expected: ExpectedFigure | undefined,
): string {
  const { id, title, points, max, status } = mark;
  const right = points === max;
  const wrote = work !== undefined && work.code.trim() !== "" && status !== "missing";
  const text = wrote ? (status === "error" ? numbered(work) : work.code) : "";
  const code = wrote ? `<pre><code>${escapeHtml(text)}</code></pre>` : "";
  const question = reading?.question === undefined ? "" : `<p class="soft">${typeset(reading.question)}</p>`;
  const figures = figurePart(wrote ? work.pictures : [], expected);
  const worth = `${points} of ${max} ${max === 1 ? "point" : "points"}`;
  const head = [
    `<section class="card ${right ? "right" : "open"}" id="${anchor(id)}">`,
    `<div class="head"><h3>${escapeHtml(id)} ${typeset(title)}</h3><span class="points">${worth}</span></div>`,
    `<p class="word">${wordOf(mark)}</p>`,
  ].join("");
  if (right) {
    const all = `${question}${code}${figures}`;
    const answer = all === "" ? "" : `<details><summary>Your answer</summary>${all}</details>`;
    const reference = referenceTold(mark);
    return `${head}${reference === "" ? "" : `<p>${rich(reference)}</p>`}${answer}</section>`;
  }
  return [
    `${head}${question}<div class="say">${sayingPart(mark)}</div>`,
    code === "" ? "" : `<p class="soft">What you handed in:</p>${code}`,
    figures,
    ...hintParts(mark.hints ?? []),
    reading === undefined ? "" : `<p>Read again: ${again(reading)}.</p>`,
    "</section>",
  ].join("");
}

/** With the numbers of its lines, which an error may name. */
const numbered = ({ code, line }: OwnWork): string =>
  code
    .split("\n")
    .map((text, i) => `${String(line + i).padStart(3)}  ${text}`)
    .join("\n");

const again = ({ section, notebook }: Reading): string =>
  section === undefined ? typeset(notebook) : `<em>${typeset(section)}</em> in ${typeset(notebook)}`;

/** The first is there to be read, the others for who wants more. */
const hintParts = (hints: readonly string[]): string[] =>
  hints.map((hint, i) => {
    const open = i === 0 ? " open" : "";
    const name = `Hint ${i + 1} of ${hints.length}`;
    return `<details${open}><summary>${name}</summary><p class="hint">${typeset(hint)}</p></details>`;
  });

function figurePart(own: readonly string[], expected: ExpectedFigure | undefined): string {
  const figures = own.map((address) => {
    const picture = `<img alt="Your figure" src="${escapeHtml(address)}">`;
    return `<figure>${picture}<figcaption>Your figure</figcaption></figure>`;
  });
  if (expected) {
    const how = expected.otherNumbers ? ", for other numbers than yours" : " when the answer is right";
    const caption = `What such a figure looks like${how}`;
    figures.push(`<figure class="drawn">${expected.svg}<figcaption>${caption}</figcaption></figure>`);
  }
  return figures.length === 0 ? "" : `<div class="figures">${figures.join("")}</div>`;
}
