/** What a piece of a cell does to names: those it declares, those it uses, and what it may change. */
import type typescript from "typescript";
import { ts } from "../../course/masters/typescript.js";
import { builtIns, everywhere, makingMethods, readingMethods, readingObject, timers } from "./harmless.js";
import { bindingsOf, namesOf, scopeOf, type Scope } from "./scope.js";

/** How far a change may go: to no other cell, to objects that the names lead to, or to the language itself. */
export type Reach = "nowhere" | "names" | "anywhere";

/** What the statements of a piece of code mean for the others. */
export interface Footprint {
  readonly declares: ReadonlySet<string>;
  /** Names that are not its own: of earlier cells, its own at top level, and built-in ones. */
  readonly uses: ReadonlySet<string>;
  /** What it may change when it runs. */
  readonly changes: Reach;
  /** What functions that it declares may change when somebody calls them. */
  readonly changesLater: Reach;
}

/** What is known of the notebook as a whole. */
export interface Names {
  /** Imported from the package, and nowhere declared otherwise: what these change is nobody's business. */
  readonly ofPackage: ReadonlySet<string>;
  /** Declared as functions, and nowhere otherwise: they are looked at where they stand. */
  readonly functions: ReadonlySet<string>;
  /** Declared at top level of any cell. */
  readonly declared: ReadonlySet<string>;
}

/** Errs on the side of more uses and more changes. */
export function footprint(statements: readonly typescript.Statement[], names: Names): Footprint {
  const uses = new Set<string>();
  let [now, later]: Reach[] = ["nowhere", "nowhere"];
  const change = (reach: Reach, { inFunction, onlyDeclared }: Place): void => {
    if (inFunction) later = furthest(later, reach);
    now = furthest(now, onlyDeclared && reach === "names" ? "nowhere" : reach);
  };

  /** What is written when something in an object is. */
  const written = (object: typescript.Expression, scope: Scope | undefined): Reach => {
    const bare = unwrapped(object);
    if (isFresh(bare)) return "nowhere";
    if (ts.isIdentifier(bare)) {
      const within = scopeOf(bare.text, scope);
      const held = within?.get(bare.text);
      if (within) return held && isFresh(held) ? "nowhere" : "names";
      return names.declared.has(bare.text) ? "names" : "anywhere";
    }
    if (ts.isPropertyAccessExpression(bare) || ts.isElementAccessExpression(bare))
      return furthest("names", written(bare.expression, scope));
    return "names";
  };
  const assigned = (target: typescript.Expression, scope: Scope | undefined): Reach => {
    const bare = unwrapped(target);
    if (ts.isIdentifier(bare))
      return scopeOf(bare.text, scope) ? "nowhere" : names.declared.has(bare.text) ? "names" : "anywhere";
    if (ts.isPropertyAccessExpression(bare) || ts.isElementAccessExpression(bare))
      return written(bare.expression, scope);
    let reach: Reach = "nowhere";
    if (ts.isArrayLiteralExpression(bare))
      for (const part of bare.elements) reach = furthest(reach, assigned(part, scope));
    else return ts.isObjectLiteralExpression(bare) ? "names" : "nowhere";
    return reach;
  };
  const called = (callee: typescript.Expression, args: readonly typescript.Expression[], scope?: Scope): Reach => {
    const f = unwrapped(callee);
    if (ts.isFunctionLike(f)) return "nowhere";
    if (ts.isIdentifier(f)) {
      const { text } = f;
      const within = scopeOf(text, scope);
      // A parameter holds what the caller gave it, which is looked at there.
      if (within) return within.get(text) === null || isFunction(within.get(text)) ? "nowhere" : "names";
      if (names.ofPackage.has(text) || names.functions.has(text)) return "nowhere";
      if (names.declared.has(text) || timers.has(text)) return "names";
      return builtIns.has(text) ? "nowhere" : "anywhere";
    }
    if (!ts.isPropertyAccessExpression(f)) return f.kind === ts.SyntaxKind.ImportKeyword ? "anywhere" : "names";
    const method = f.name.text;
    const root = rootOf(f);
    const free = root !== undefined && !scopeOf(root, scope);
    if (free && names.ofPackage.has(root)) return "nowhere";
    if (free && !names.declared.has(root)) {
      if (root === "Object")
        return readingObject.has(method) ? "nowhere" : args[0] ? written(args[0], scope) : "nowhere";
      return builtIns.has(root) ? "nowhere" : "anywhere";
    }
    return readingMethods.has(method) ? "nowhere" : written(f.expression, scope);
  };

  const visit = (node: typescript.Node, scope: Scope | undefined, place: Place): void => {
    if (ts.isIdentifier(node)) {
      if (isReference(node) && !scopeOf(node.text, scope)) {
        uses.add(node.text);
        if (everywhere.has(node.text) && !names.declared.has(node.text)) change("anywhere", place);
      }
      return;
    }
    const target = assignedBy(node);
    if (target) change(assigned(target, scope), place);
    if (ts.isDeleteExpression(node)) change(assigned(node.expression, scope), place);
    if (ts.isCallExpression(node) || ts.isNewExpression(node))
      change(called(node.expression, node.arguments ?? [], scope), place);
    if (ts.isTaggedTemplateExpression(node) || ts.isYieldExpression(node)) change("names", place);
    const inside = bindingsOf(node);
    const inner = ts.isFunctionLike(node)
      ? { inFunction: true, onlyDeclared: place.onlyDeclared || isDeclaration(node) }
      : place;
    ts.forEachChild(node, (child) => visit(child, inside ? { names: inside, outer: scope } : scope, inner));
  };
  for (const statement of statements) visit(statement, undefined, { inFunction: false, onlyDeclared: false });
  return { declares: namesOf(statements), uses, changes: now, changesLater: later };
}

/** Where a piece of code stands: in a function, which may be one that is given a name and is not called meanwhile. */
interface Place {
  readonly inFunction: boolean;
  readonly onlyDeclared: boolean;
}

/** Whether a function at top level only gets a name; any other may be called by whoever it is given to. */
function isDeclaration(node: typescript.Node): boolean {
  const { parent } = node;
  if (ts.isFunctionDeclaration(node)) return ts.isSourceFile(parent);
  return ts.isVariableDeclaration(parent) && ts.isSourceFile(parent.parent.parent.parent);
}

const order: readonly Reach[] = ["nowhere", "names", "anywhere"];
/** The further of two. */
export const furthest = (a: Reach, b: Reach): Reach => order[Math.max(order.indexOf(a), order.indexOf(b))];

/** Whether an identifier stands for a value or type, and is not the name of a part of something. */
function isReference(node: typescript.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertySignature(parent))
    return parent.name !== node;
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent)) return false;
  return true;
}

/** What an assignment, `++`, `--` or a loop without a declaration changes. */
function assignedBy(node: typescript.Node): typescript.Expression | undefined {
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  )
    return node.left;
  if (
    (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
    (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken)
  )
    return node.operand;
  if ((ts.isForOfStatement(node) || ts.isForInStatement(node)) && !ts.isVariableDeclarationList(node.initializer))
    return node.initializer;
  return undefined;
}

/** The expression without parentheses, `!` and `as`. */
function unwrapped(node: typescript.Expression): typescript.Expression {
  return ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node)
    ? unwrapped(node.expression)
    : node;
}

/** The name with which `a.b[c].d` begins. */
function rootOf(node: typescript.Expression): string | undefined {
  const bare = unwrapped(node);
  if (ts.isPropertyAccessExpression(bare) || ts.isElementAccessExpression(bare)) return rootOf(bare.expression);
  return ts.isIdentifier(bare) ? bare.text : undefined;
}

const isFunction = (node: typescript.Node | null | undefined): boolean =>
  node !== null && node !== undefined && ts.isFunctionLike(node);

/** Whether an expression makes an object that nobody else has. */
function isFresh(node: typescript.Node): boolean {
  if (ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)) return true;
  if (ts.isNewExpression(node)) return ts.isIdentifier(node.expression) && builtIns.has(node.expression.text);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { expression: object, name } = node.expression;
  if (name.text === "fill" || name.text === "sort" || name.text === "reverse") return isFresh(unwrapped(object));
  return makingMethods.has(name.text);
}
