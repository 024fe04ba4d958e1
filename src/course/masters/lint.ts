/**
 * What breaks when one module becomes a notebook of growing scope, found in the master before a student finds it.
 * tslab's measured behaviour is behind each rule; notebooks/source/README.md tells them to authors.
 */
import type typescript from "typescript";
import type { Exercise } from "../exercise.js";
import type { Prediction } from "../predictions/prediction.js";
import { lintPredictions } from "./lint-predictions.js";
import { isTextKind, MasterError, stubbedInPlace, type Master, type MasterCell } from "./master.js";
import { ts } from "./typescript.js";

/** All that is wrong with a master, in the order of its lines. */
export function lint(
  master: Master,
  exercises: readonly Exercise[],
  predictions: readonly Prediction[] = [],
): MasterError[] {
  return [
    ...structure(master, exercises),
    ...lintPredictions(master, predictions),
    ...scope(master, "solved"),
    ...scope(master, "student"),
  ]
    .filter((error, i, all) => all.findIndex((other) => other.message === error.message) === i)
    .sort((a, b) => a.line - b.line);
}

/**
 * The expression that a check cell hands over as answer: the second argument of its only statement, `check("7.2",
 * expression)`.
 */
export function answerExpression(master: string, cell: MasterCell): string {
  const file = ts.createSourceFile("check.ts", cell.text, ts.ScriptTarget.ES2022, true);
  const [statement, ...more] = file.statements;
  const call =
    statement && ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression)
      ? statement.expression
      : undefined;
  const [id, answer, ...rest] = call?.arguments ?? [];
  if (
    more.length > 0 ||
    call?.expression.getText() !== "check" ||
    !id ||
    !ts.isStringLiteral(id) ||
    id.text !== cell.exercise ||
    !answer ||
    rest.length > 0
  ) {
    throw new MasterError(
      master,
      cell.line,
      `a cell \`// %% [check ${cell.exercise}]\` is one statement, \`check("${cell.exercise}", answer);\``,
    );
  }
  return answer.getText();
}

function structure({ name, cells }: Master, exercises: readonly Exercise[]): MasterError[] {
  const errors: MasterError[] = [];
  const complain = (cell: Pick<MasterCell, "line">, message: string): void => {
    errors.push(new MasterError(name, cell.line, message));
  };
  const number = String(Number(name.slice(0, 2)));
  if (!/^\d\d-[a-z0-9-]+$/.test(name)) complain({ line: 1 }, "a master is called like 08-hodgkin-huxley.ts");
  const places = new Map<string, MasterCell>();
  let last = 0;
  for (const cell of cells) {
    const { kind, exercise: id } = cell;
    if (id === undefined || kind === "predict" || kind === "explain") continue;
    const key = `${kind} ${id}`;
    if (kind !== "solution" && places.has(key)) complain(cell, `a second cell [${key}]`);
    places.set(key, cell);
    if (kind === "exercise") {
      const [notebook, place] = id.split(".") as [string, string];
      if (notebook !== number) complain(cell, `exercise ${id} does not belong into notebook ${number}`);
      if (Number(place) <= last) complain(cell, `exercise ${id} comes after ${number}.${last}: ids rise`);
      last = Number(place);
      if (!exercises.some((exercise) => exercise.id === id))
        complain(
          cell,
          `exercise ${id} has no definition in src/course/exercises/${name}.ts, ` +
            "or that file is not in src/course/catalogue.ts",
        );
    } else if (!places.has(`exercise ${id}`)) complain(cell, `there is no cell [exercise ${id}] above this one`);
    if (kind === "check") {
      try {
        answerExpression(name, cell);
      } catch (error) {
        errors.push(error as MasterError);
      }
    }
  }
  for (const [key, cell] of places) {
    if (cell.kind === "exercise" && !places.has(`check ${cell.exercise}`))
      complain(cell, `${key} has no cell [check ${cell.exercise}]`);
  }
  for (const { id } of exercises)
    if (!places.has(`exercise ${id}`))
      complain({ line: 1 }, `exercise ${id} is defined but has no cell [exercise ${id}]`);
  return errors;
}

/** Rules about names that cross cells, in the master with its solutions or with its stubs. */
function scope({ name, cells }: Master, copy: "solved" | "student"): MasterError[] {
  const code = cells.filter(({ kind }) => !isTextKind(kind));
  const texts = code.map((cell) => (copy === "solved" ? cell.text : stubbedInPlace(cell)));
  const starts: number[] = [];
  let text = "export {};\n";
  for (const part of texts) {
    starts.push(text.length);
    text += `${part}\n`;
  }
  const path = "/master.ts";
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const host: typescript.CompilerHost = {
    getSourceFile: (file) => (file === path ? source : undefined),
    getDefaultLibFileName: () => "",
    writeFile() {},
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (file) => file === path,
    readFile: () => undefined,
  };
  const checker = ts
    .createProgram([path], { noLib: true, noResolve: true, target: ts.ScriptTarget.ES2022 }, host)
    .getTypeChecker();

  const cellAt = (position: number): number => starts.findLastIndex((start) => start <= position);
  const errors: MasterError[] = [];
  const complain = (node: typescript.Node, message: string): void => {
    const position = node.getStart(source);
    const k = cellAt(position);
    errors.push(new MasterError(name, code[k].line + text.slice(starts[k], position).split("\n").length - 1, message));
  };
  /** Whether a symbol is declared at top level in a cell above the one where it is used. */
  const isEarlier = (symbol: typescript.Symbol | undefined, use: typescript.Node): boolean =>
    (symbol?.declarations ?? []).some(
      (declaration) => cellAt(declaration.getStart(source)) < cellAt(use.getStart(source)) && isTopLevel(declaration),
    );

  const visit = (node: typescript.Node): void => {
    if (
      node.getStart(source) >= starts[0] &&
      node.parent === source &&
      (ts.isExportDeclaration(node) ||
        ts.isExportAssignment(node) ||
        (ts.canHaveModifiers(node) &&
          ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)))
    ) {
      complain(node, "a cell cannot `export`: leave the word out, later cells see the name without it");
    }
    if (ts.isShorthandPropertyAssignment(node) && isEarlier(checker.getShorthandAssignmentValueSymbol(node), node)) {
      complain(
        node,
        `\`{ ${node.name.text} }\` with a name of an earlier cell fails in stock tslab: ` +
          `write \`{ ${node.name.text}: ${node.name.text} }\``,
      );
    }
    if (ts.isObjectBindingPattern(node)) {
      const renamed = node.elements.find(
        (element) => element.propertyName || element.dotDotDotToken || !ts.isIdentifier(element.name),
      );
      if (renamed)
        complain(
          renamed,
          `\`${renamed.getText()}\` in a destructuring fails in stock tslab: write \`const name = object.property\``,
        );
    }
    const target = assigned(node);
    if (target && ts.isIdentifier(target) && isEarlier(checker.getSymbolAtLocation(target), target)) {
      complain(
        target,
        `\`${target.text}\` of an earlier cell is changed, but functions of earlier cells keep its old value: ` +
          "use a new name",
      );
    }
    ts.forEachChild(node, visit);
  };
  if (starts.length > 0) visit(source);
  return errors;
}

/** What an assignment, `++` or `--` changes. */
function assigned(node: typescript.Node): typescript.Expression | undefined {
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  )
    return node.left;
  const changes =
    (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
    (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken);
  return changes ? node.operand : undefined;
}

function isTopLevel(declaration: typescript.Declaration): boolean {
  for (let node: typescript.Node = declaration; node; node = node.parent) {
    if (ts.isSourceFile(node)) return true;
    if (ts.isFunctionLike(node) && node !== declaration) return false;
    if (ts.isBlock(node) || (ts.isClassLike(node) && node !== declaration) || ts.isForStatement(node)) return false;
  }
  return false;
}
