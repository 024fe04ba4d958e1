// A notebook as a page to read: what is to be predicted before it is seen, and exercises with the place to do them.
import { basename } from "node:path";
import { highlighted } from "../../dist/export/markdown.js";
import { escapeHtml } from "../../dist/text/html.js";
import { outputsOf } from "./output.mjs";
import { roomToPredict } from "./paper.mjs";

const textOf = ({ source }) => source.join("");
const statement = /^(?=\*\*Exercise \d+\.\d+\*\*)/m;

/**
 * @param page of the book; `cells` of its notebook
 * @param tools `set` Markdown, `outputs` of the cells, `picture`, `exercises` of the notebook by their ids, `open`,
 * which gives the address of a cell in JupyterLab, and `waits`, which says for what answers a cell waits
 */
export function notebookPage({ cells, source }, { set, outputs, picture, exercises, open, waits }) {
  const file = basename(source);
  const out = [];
  let exercise; // the one whose check has not come yet
  let question = ""; // of the prediction that comes next
  let answered = false; // what is shown may be the answer to the exercise before it
  const put = (html) => (exercise === undefined ? out : exercise.parts).push(html);
  const code = (cell, name = "") =>
    `<pre class="code ${name}"><code>${highlighted(textOf(cell).trimEnd())}</code></pre>\n`;
  const shown = (cell, k) => {
    const ids = waits(k);
    return ids.length === 0 ? outputsOf(outputs[cell.id], picture) : waiting(ids, cell.id, open(cell.id));
  };
  const show = {
    markdown(cell, k) {
      answered = false;
      const predicts = cells[k + 1]?.id.startsWith("predict-");
      const [text, asked] = predicts ? questionIn(textOf(cell)) : [textOf(cell), ""];
      for (const part of text.split(statement)) {
        if (statement.test(part)) exercise = { ...exerciseIn(part, set), parts: [] };
        else put(set(part));
      }
      question = set(asked);
    },
    explain() {}, // stands with its prediction
    predict(cell, k) {
      const why = set(unfolded(textOf(cells[k + 1])));
      const seen = `<details class="fold"><summary>Predicted? Then see what happens</summary>
${shown(cell, k)}${why}</details>`;
      const room = roomToPredict(textOf(cell));
      put(box("prediction", idOf(cell), "<b>Predict</b>", `${question}${code(cell)}${room}${seen}`, open(cell.id)));
      question = "";
    },
    exercise: (cell) =>
      put(`<p class="do">Your answer goes here:</p>\n${code(cell, "yours")}${answerHere(cell, file)}`),
    check(cell, k) {
      const { id, points, question: asks, parts } = exercise;
      exercise = undefined;
      answered = true;
      const answer = cells[k - 1].id.startsWith("exercise-") ? cells[k - 1] : cell;
      const { title, hints } = exercises.get(id);
      const about = `${escapeHtml(title)} · ${points === 1 ? "1 point" : `${points} points`}`;
      const label = `<b>Exercise ${id}</b> <span>${about}</span>`;
      const checked = `<div class="screen"><p class="do">What checks it, as often as you like:</p>\n${code(cell)}</div>`;
      put(box("exercise", id, label, `${asks}${parts.join("")}${checked}${hintsOf(hints.map(set))}`, open(answer.id)));
    },
    code(cell, k) {
      if (/^setup\(\);/m.test(textOf(cell)))
        return put(folded("The first cell, which loads what is used below", code(cell)));
      const all = code(cell) + shown(cell, k);
      put(answered && waits(k).length === 0 ? folded("Answered? Then see what comes of it", all) : all);
    },
  };
  cells.forEach((cell, k) => show[/^[a-z]+/.exec(cell.id)[0]](cell, k));
  return out.join("");
}

/** What a script of the page makes a way to answer: `src/book/answers.ts`. */
const answerHere = ({ id }, notebook) => `<p class="screen"><button class="button here" type="button" hidden
  data-answer="${id}" data-exercise="${id.replace("exercise-", "").replace("-", ".")}" data-notebook="${notebook}"
  >Answer it here</button> <span role="status"></span></p>
`;

/** The paragraph that asks what will happen, apart from what stands before it. */
function questionIn(text) {
  const paragraphs = text.split(/\n{2,}/);
  const from = paragraphs.findLastIndex((paragraph) => paragraph.includes("**Before you"));
  if (from < 0) return [text, ""];
  return [paragraphs.slice(0, from).join("\n\n"), paragraphs.slice(from).join("\n\n")];
}

const folded = (name, html) => `<details class="aside"><summary>${name}</summary>\n${html}</details>\n`;

const idOf = (cell) => /predict(?:<[^(]*>)?\("(\d+\.\d+)"/.exec(textOf(cell))[1];
const unfolded = (text) => text.replace(/^<details>\s*<summary>.*?<\/summary>|<\/details>\s*$/g, "");

/** The place of something to do; `kind` is "prediction" or "exercise". */
const box = (kind, id, label, content, address) => `<section class="box ${kind}" id="${kind}-${id.replace(".", "-")}"
  aria-label="${kind[0].toUpperCase()}${kind.slice(1)} ${id}">
<p class="label">${label}${link(address, `${kind} ${id}`)}</p>
${content}
</section>
`;

/** Number and points of an exercise, and what it asks. */
function exerciseIn(text, set) {
  const [, id, points, rest] = /^\*\*Exercise (\d+\.\d+)\*\*(?: \((\d+) points?\))?\.?\s*([\s\S]*)$/.exec(text);
  return { id, points: Number(points), question: set(rest) };
}

/** Hints, each within the one before. */
const hintsOf = (hints) =>
  hints.reduceRight((inner, hint, k) => {
    const name = `<summary>Hint ${k + 1} of ${hints.length}</summary>`;
    return `<details class="hint">${name}${hint}${inner}</details>`;
  }, "");

const link = (address, what) =>
  `<a class="lab" data-lab href="${address}" aria-label="Open in JupyterLab: ${what}">Open in JupyterLab</a>`;

function waiting(ids, cell, address) {
  const which = ids.length === 1 ? `exercise ${ids[0]} is` : `exercises ${ids.join(" and ")} are`;
  return `<p class="waits" data-cell="${cell}" data-waits="${ids.join(" ")}">What this cell shows depends on you: it comes
when ${which} answered, here or <a data-lab href="${address}">in JupyterLab</a>.</p>
`;
}
