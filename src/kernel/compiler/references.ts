/** Which identifiers of a JavaScript file read or write a variable, and whose variable it is. */
import type ts from "typescript";

type Ts = typeof ts;

/** What TypeScript's binder leaves at a node that opens a scope. */
interface Scoped {
  readonly locals?: ReadonlyMap<string, unknown>;
}

/** Whether a scope, once bound, declares a name. */
export const declares = (node: ts.Node, name: string): boolean => (node as Scoped).locals?.has(name) === true;

/** Whether code inside a node runs when a function is called, and not when the node is reached. */
export const opensFunction = (typescript: Ts, node: ts.Node): boolean =>
  typescript.isFunctionLike(node) ||
  typescript.isClassStaticBlockDeclaration(node) ||
  (typescript.isPropertyDeclaration(node) && node.initializer !== undefined);

/** An identifier that stands for a variable, and is not a property, a label or the name of what is declared. */
export function isReference(typescript: Ts, node: ts.Identifier): boolean {
  const { parent } = node as { parent: ts.Node & { name?: ts.Node; propertyName?: ts.Node; label?: ts.Node } };
  if (typescript.isShorthandPropertyAssignment(parent)) return true;
  return parent.name !== node && parent.propertyName !== node && parent.label !== node;
}

/** Whether a scope below the file's own declares what the identifier names. */
export function isLocal(typescript: Ts, node: ts.Identifier): boolean {
  for (let at: ts.Node = node.parent; !typescript.isSourceFile(at); at = at.parent) {
    if (declares(at, node.text)) return true;
    const namesItself = typescript.isFunctionExpression(at) || typescript.isClassLike(at);
    if (namesItself && (at as ts.ClassLikeDeclaration | ts.FunctionExpression).name?.text === node.text) return true;
  }
  return false;
}

/** The names that a variable or a pattern binds. */
export function boundNames(typescript: Ts, name: ts.BindingName): string[] {
  if (typescript.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((each) => (typescript.isBindingElement(each) ? boundNames(typescript, each.name) : []));
}
