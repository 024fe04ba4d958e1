/** Names and where they hold, as far as one can tell without types. */
import type typescript from "typescript";
import { ts } from "../../course/masters/typescript.js";

/**
 * What a name stands for within a function or block: the expression that a `const` holds, the function of that name,
 * null for a parameter, undefined for what may change.
 */
export type Binding = typescript.Node | null | undefined;

/** The names of a function or a block, and what lies around it; a cell's top level is not one. */
export interface Scope {
  readonly names: ReadonlyMap<string, Binding>;
  readonly outer: Scope | undefined;
}

/** The innermost scope that has a name. */
export function scopeOf(name: string, scope: Scope | undefined): ReadonlyMap<string, Binding> | undefined {
  for (let at = scope; at; at = at.outer) if (at.names.has(name)) return at.names;
  return undefined;
}

/** The names that begin to hold at a node; undefined for a node that opens no scope. */
export function bindingsOf(node: typescript.Node): Map<string, Binding> | undefined {
  const found = new Map<string, Binding>();
  if (ts.isFunctionLike(node)) {
    for (const parameter of node.parameters) for (const name of bound(parameter.name)) found.set(name, null);
    if (ts.isFunctionExpression(node) && node.name) found.set(node.name.text, node);
    if ("body" in node && node.body) for (const name of hoisted(node.body)) found.set(name, undefined);
    return found;
  }
  if (ts.isBlock(node) || ts.isModuleBlock(node)) addStatements(node.statements, found);
  else if (ts.isCaseBlock(node)) for (const clause of node.clauses) addStatements(clause.statements, found);
  else if (ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node)) {
    if (node.initializer && ts.isVariableDeclarationList(node.initializer)) addList(node.initializer, found);
  } else if (ts.isCatchClause(node)) {
    if (node.variableDeclaration) for (const name of bound(node.variableDeclaration.name)) found.set(name, undefined);
  } else if (ts.isClassExpression(node)) {
    if (node.name) found.set(node.name.text, node);
  } else return undefined;
  return found;
}

/** The names that statements declare at the level on which they stand, `var` inside of loops and blocks too. */
export function namesOf(statements: readonly typescript.Statement[]): Set<string> {
  const found = new Map<string, Binding>();
  addStatements(statements, found);
  return new Set([...found.keys(), ...statements.flatMap((statement) => hoisted(statement))]);
}

/** What each name stands for that statements declare. */
export function declarationsOf(statements: readonly typescript.Statement[]): Map<string, Binding> {
  const found = new Map<string, Binding>();
  addStatements(statements, found);
  return found;
}

function addStatements(statements: readonly typescript.Statement[], found: Map<string, Binding>): void {
  for (const statement of statements) {
    if (ts.isVariableStatement(statement)) addList(statement.declarationList, found);
    else if (ts.isImportDeclaration(statement)) for (const name of imported(statement)) found.set(name, undefined);
    else if (ts.isImportEqualsDeclaration(statement)) found.set(statement.name.text, undefined);
    else if (
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isEnumDeclaration(statement) ||
      ts.isModuleDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement)
    ) {
      if (statement.name) found.set(statement.name.text, statement);
    }
  }
}

function addList(list: typescript.VariableDeclarationList, found: Map<string, Binding>): void {
  const constant = (list.flags & ts.NodeFlags.Const) !== 0;
  for (const { name, initializer } of list.declarations) {
    if (ts.isIdentifier(name)) found.set(name.text, constant ? initializer : undefined);
    else for (const part of bound(name)) found.set(part, undefined);
  }
}

/** Names of an import, as they are called in the cell. */
export function imported({ importClause: clause }: typescript.ImportDeclaration): string[] {
  const bindings = clause?.namedBindings;
  const several = !bindings
    ? []
    : ts.isNamespaceImport(bindings)
      ? [bindings.name.text]
      : bindings.elements.map(({ name }) => name.text);
  return clause?.name ? [clause.name.text, ...several] : several;
}

function bound(name: typescript.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : bound(element.name)));
}

/** Names of `var` inside a node and not inside a function there. */
function hoisted(node: typescript.Node): string[] {
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return [];
  const own =
    ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0
      ? node.declarations.flatMap(({ name }) => bound(name))
      : [];
  const found = [...own];
  ts.forEachChild(node, (child) => {
    found.push(...hoisted(child));
  });
  return found;
}
