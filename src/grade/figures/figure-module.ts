/** A master's figures that show an answer, as a module that draws them. */
import type typescript from "typescript";
import { isTextKind, worked, type Master } from "../../course/masters/master.js";
import { ts } from "../../course/masters/typescript.js";
import { readAnswer } from "../cells/answer.js";
import { footprint } from "../cells/footprint.js";
import { parse } from "../cells/parse.js";
import { dependencies } from "../cells/slice.js";
import { answerExpression } from "../../course/masters/lint.js";

/** A statement that shows a figure of an answer, below its exercise. */
interface Shown {
  readonly exercise: string;
  readonly cell: number;
  readonly statement: string;
  readonly uses: readonly string[];
}

/** What the module calls: it hands over what is to be done for the figure of an exercise, and each figure. */
export const drawWith = "$draw";

/** Exercises of a master below which it shows a figure that stands on their answer. */
export function drawnExercises(master: Master): string[] {
  return shownIn(master).map(({ exercise }) => exercise);
}

/** Texts of the cells that show answers. */
export function figureCells(master: Master): Set<string> {
  return new Set(shownIn(master).map(({ cell }) => master.cells[cell].text));
}

/**
 * JavaScript of a module that calls `$draw(exercise, show)` for some exercises, where `show` shows the figure; nothing
 * if none of them has one. The cells that a figure needs run as they stand in the master, with its solutions.
 */
export function figureModule(master: Master, exercises: readonly string[]): string | undefined {
  const shown = shownIn(master).filter(({ exercise }) => exercises.includes(exercise));
  if (shown.length === 0) return undefined;
  const texts = dependencies(textsOf(master), []).texts(
    shown.map(({ uses, cell }) => ({ names: uses, before: cell + 1 })),
  );
  const drawn = texts.map((text, i) => {
    const here = shown.filter(({ cell }) => cell === i);
    const calls = here.map(
      ({ exercise, statement }) => `await ${drawWith}("${exercise}", async () => { ${statement} });`,
    );
    return [text, ...calls].join("\n");
  });
  return ts.transpileModule(drawn.join("\n"), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  }).outputText;
}

const textsOf = ({ cells }: Master): string[] =>
  cells.map((cell) => (isTextKind(cell.kind) || cell.kind === "check" ? "" : worked(cell)));

/** Of each master, which is asked for more than once. */
const known = new WeakMap<Master, readonly Shown[]>();

/** The first figure of each exercise that has one. */
function shownIn(master: Master): readonly Shown[] {
  const shown = known.get(master) ?? findShown(master);
  known.set(master, shown);
  return shown;
}

function findShown(master: Master): Shown[] {
  const texts = textsOf(master);
  const shown: Shown[] = [];
  let exercise: string | undefined;
  /** Names of its answer, and those that stand on them. */
  let names = new Set<string>();
  master.cells.forEach((cell, i) => {
    if (cell.kind === "exercise") exercise = cell.exercise;
    if (cell.kind === "exercise") names = new Set();
    if (cell.kind === "check") names = new Set(readAnswer(answerExpression(master.name, cell)).names);
    if (cell.kind !== "code" || exercise === undefined) return;
    for (const statement of parse(texts[i]).statements) {
      const { uses, declares } = footprint([statement], {
        ofPackage: new Set(),
        functions: new Set(),
        declared: new Set(),
      });
      if (![...uses].some((name) => names.has(name))) continue;
      for (const name of declares) names.add(name);
      if (!isShow(statement) || shown.some((one) => one.exercise === exercise)) continue;
      shown.push({ exercise, cell: i, statement: statement.getText(), uses: [...uses] });
    }
  });
  return shown;
}

const isShow = (statement: typescript.Statement): boolean =>
  ts.isExpressionStatement(statement) &&
  ts.isCallExpression(statement.expression) &&
  statement.expression.expression.getText() === "show";
