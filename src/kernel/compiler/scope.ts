/**
 * A cell's JavaScript, bound to the scope of its notebook.
 *
 * There is one binding for each name of a notebook: a property of the scope, which the running code knows as
 * `exports`. A declaration keeps its text, and its value is put there once it is made; every use of the name, in this
 * cell and in later ones, inside functions too, reads and writes it there:
 *
 *     let g = 1; function f() { return g }      →  let g = 1; exports.g = g; function f() { return exports.g }
 *
 * So a later `g = 2`, or a cell that declares `g` anew, reaches `f`. The text is edited in place and keeps its lines.
 */
import type ts from "typescript";
import { edited, type Edit, type Shift } from "./edits.js";
import { helpers, importText } from "./imports.js";
import { boundNames, declares, isLocal, isReference, opensFunction } from "./references.js";

type Ts = typeof ts;

/** What has to be known of a cell beside its JavaScript. */
export interface Binding {
  /** Names that the cell declares. */
  readonly own: ReadonlySet<string>;
  /** Values of earlier cells. */
  readonly earlier: ReadonlySet<string>;
  /** Whether the last statement of the cell is an expression, whose value is the cell's. */
  readonly hasValue: boolean;
  /** Whether the code tells `$cell` which names it has set and where it waits: what a cell that is stopped needs. */
  readonly tracked: boolean;
}

/** JavaScript for the body of a function with parameters `exports` and `require` and, where tracked, `$cell`. */
export interface BoundCell {
  readonly code: string;
  /** Whether the function has to be asynchronous. */
  readonly awaits: boolean;
  /** The property of the scope that gets the value of the last expression. */
  readonly value: string | undefined;
  /** How far the text has moved within its lines. */
  readonly shifts: readonly Shift[];
}

/** Hands the value of the last expression over; the runner takes it away again. */
const valueName = "tsLastExpr";

/** @param javascript an ES module without types, as TypeScript emits it: with its semicolons */
export function inScope(typescript: Ts, javascript: string, binding: Binding): BoundCell {
  const file = typescript.createSourceFile("cell.js", javascript, typescript.ScriptTarget.Latest, true);
  (typescript as unknown as { bindSourceFile(file: ts.SourceFile, options: object): void }).bindSourceFile(file, {});
  const edits: Edit[] = [];
  const insert = (at: number, added: string): void => void edits.push({ start: at, end: at, text: added });
  const replace = (node: ts.Node, by: string): void =>
    void edits.push({ start: node.getStart(file), end: node.end, text: by });
  const mine = (names: readonly string[]): string[] => names.filter((name) => binding.own.has(name));
  const told = (names: readonly string[]): string =>
    binding.tracked && names.length > 0 ? ` $cell.set(${names.map((name) => JSON.stringify(name)).join()});` : "";
  const put = (names: readonly string[]): string =>
    names.map((name) => ` exports.${name} = ${name};`).join("") + told(names);

  const once = new Set<string>();
  let awaits = false;

  /** @param making names whose values the top-level statement makes, which are not in the scope before it is done */
  function visit(node: ts.Node, making: ReadonlySet<string>, nested: boolean): void {
    if (typescript.isIdentifier(node)) {
      if (isReference(typescript, node) && belongs(node) && !(making.has(node.text) && !nested)) use(node);
      return;
    }
    const within = nested || opensFunction(typescript, node);
    if (typescript.isAwaitExpression(node)) {
      awaits ||= !within;
      if (binding.tracked) {
        insert(node.getStart(file), "$cell.resumed($cell.left(), ");
        insert(node.end, ")");
      }
    } else if (typescript.isForOfStatement(node) && node.awaitModifier) {
      awaits ||= !within;
      if (binding.tracked) {
        insert(node.statement.getStart(file), "{ $cell.check(); ");
        insert(node.statement.end, " }");
      }
    } else if (typescript.isVariableDeclarationList(node) && isHoisted(node, within)) hoist(node);
    else if (node.kind === typescript.SyntaxKind.ImportKeyword) replace(node, "(async (id) => $star(require(id)))");
    else if (typescript.isMetaProperty(node)) {
      if (node.keywordToken === typescript.SyntaxKind.ImportKeyword) replace(node, "$meta()");
      return;
    }
    typescript.forEachChild(node, (child) => visit(child, making, within));
  }

  const belongs = (node: ts.Identifier): boolean =>
    !isLocal(typescript, node) &&
    (binding.own.has(node.text) || (binding.earlier.has(node.text) && !declares(file, node.text)));

  function use(node: ts.Identifier): void {
    const { parent, text } = node;
    const isCalled =
      (typescript.isCallExpression(parent) && parent.expression === node) ||
      (typescript.isTaggedTemplateExpression(parent) && parent.tag === node);
    if (typescript.isShorthandPropertyAssignment(parent)) insert(node.end, `: exports.${text}`);
    else replace(node, isCalled ? `(0, exports.${text})` : `exports.${text}`);
  }

  const isHoisted = (list: ts.VariableDeclarationList, within: boolean): boolean =>
    !within &&
    (list.flags & typescript.NodeFlags.BlockScoped) === 0 &&
    (isLoop(list.parent) || !typescript.isSourceFile(list.parent.parent)) &&
    list.declarations.some(({ name }) => mine(boundNames(typescript, name)).length > 0);

  /** A `var` inside a block or a loop names something of the notebook too: its declaration becomes an assignment. */
  function hoist(list: ts.VariableDeclarationList): void {
    const isStatement = typescript.isVariableStatement(list.parent);
    edits.push({
      start: list.getStart(file),
      end: (list.declarations[0] as ts.Node).getStart(file),
      text: isStatement ? "(" : "",
    });
    if (isStatement) insert(list.end, ")");
    for (const { name } of list.declarations) assign(name);
  }
  function assign(name: ts.BindingName): void {
    if (!typescript.isIdentifier(name)) {
      for (const each of name.elements) if (typescript.isBindingElement(each)) assign(each.name);
      return;
    }
    const { parent } = name;
    const isShorthand =
      typescript.isBindingElement(parent) &&
      typescript.isObjectBindingPattern(parent.parent) &&
      !parent.propertyName &&
      !parent.dotDotDotToken;
    replace(name, `${isShorthand ? `${name.text}: ` : ""}exports.${name.text}`);
  }

  function statement(node: ts.Statement): void {
    if (typescript.isImportDeclaration(node)) {
      const { text, names } = importText(typescript, node, edits.length);
      replace(node, `${text}${told(names)}`);
      return;
    }
    if (typescript.isExportDeclaration(node)) {
      replace(node, node.moduleSpecifier ? `require(${node.moduleSpecifier.getText(file)});` : "");
      return;
    }
    if (typescript.isExportAssignment(node))
      edits.push({ start: node.getStart(file), end: node.expression.getStart(file), text: "" });
    else
      for (const each of typescript.canHaveModifiers(node) ? (typescript.getModifiers(node) ?? []) : [])
        if (each.kind !== typescript.SyntaxKind.AsyncKeyword) replace(each, "");
    if (isNameless(typescript, node)) {
      insert(node.getStart(file), "(");
      insert(node.end, ");");
    }
    const names = mine(declaredBy(typescript, node)).filter((name) => !(isBare(typescript, node) && once.has(name)));
    visit(node, new Set(names), false);
    if (!typescript.isFunctionDeclaration(node)) insert(node.end, put(names));
    for (const name of names) once.add(name);
  }

  insert(0, put(mine(file.statements.filter(typescript.isFunctionDeclaration).flatMap((f) => f.name?.text ?? []))));
  const last = binding.hasValue ? lastExpression(typescript, file.statements) : undefined;
  if (last) {
    insert(last.getStart(file), `exports.${valueName} = (`);
    insert(last.end, ")");
  }
  for (const each of file.statements) statement(each);
  const { text, shifts } = edited(javascript, edits);
  return { code: `${text}${helpers(text)}`, awaits, value: last && valueName, shifts };
}

/** Whether a cell, as it is written, ends in an expression: TypeScript makes expressions of other statements, too. */
export function endsInExpression(typescript: Ts, cell: ts.SourceFile): boolean {
  const last = cell.statements.at(-1);
  if (!last) return false;
  return (
    typescript.isExpressionStatement(last) || (typescript.isExportAssignment(last) && last.isExportEquals !== true)
  );
}

/** `export default class {}`: without the words before it, an expression. */
const isNameless = (typescript: Ts, node: ts.Statement): boolean =>
  (typescript.isClassDeclaration(node) || typescript.isFunctionDeclaration(node)) && node.name === undefined;

const isLoop = (node: ts.Node): boolean => "initializer" in node && "statement" in node;

/** The names that a top-level statement declares, `var` inside of it left out. */
function declaredBy(typescript: Ts, statement: ts.Statement): string[] {
  if (typescript.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(typescript, name));
  const isNamed = typescript.isClassDeclaration(statement) || typescript.isFunctionDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

/** `var x;` once more keeps what x is. */
const isBare = (typescript: Ts, statement: ts.Statement): boolean =>
  typescript.isVariableStatement(statement) &&
  statement.declarationList.declarations.every(({ initializer }) => initializer === undefined);

/** The last expression of a cell; where `using` has put the cell into a `try`, of that. */
function lastExpression(typescript: Ts, statements: readonly ts.Statement[]): ts.Expression | undefined {
  const last = statements.findLast((each) => !typescript.isExportDeclaration(each));
  if (last && typescript.isTryStatement(last)) return lastExpression(typescript, last.tryBlock.statements);
  return last && (typescript.isExpressionStatement(last) || typescript.isExportAssignment(last))
    ? last.expression
    : undefined;
}
