/** What is known of a notebook's names, as the declarations that TypeScript reads before the next cell. */
import type ts from "typescript";

type Ts = typeof ts;

/** What a name stands for: something that can be computed with, a type, or both. */
interface Meaning {
  readonly value: boolean;
  readonly type: boolean;
}

/** One declaration of a list: the names in it, and its text. */
interface Declaration {
  readonly names: ReadonlyMap<string, Meaning>;
  readonly text: string;
}

const value: Meaning = { value: true, type: false };
const type: Meaning = { value: false, type: true };
const both: Meaning = { value: true, type: true };

/**
 * The declarations after a cell: its own, and those of earlier cells that it does not replace.
 * @param earlier of all cells before
 * @param own of the cell
 * @param reached the values that the cell came to set before it threw or was stopped; left out, all of them
 */
export function mergeDeclarations(typescript: Ts, earlier: string, own: string, reached?: readonly string[]): string {
  const fresh: Declaration[] = [];
  const taken = new Map<string, Meaning>();
  const had = reached && new Set(reached);
  for (const declaration of declarationsOf(typescript, own)) {
    const kept = [...declaration.names].filter(([name, meaning]) => !meaning.value || had?.has(name) !== false);
    for (const [name, meaning] of kept) taken.set(name, union(taken.get(name), meaning));
    fresh.push(...only(typescript, declaration, new Set(kept.map(([name]) => name))));
  }
  const written = new Set(fresh.map((each) => each.text));
  const declarations: Declaration[] = [];
  for (const declaration of declarationsOf(typescript, earlier)) {
    const { names } = declaration;
    const kept = new Set<string>();
    for (const [name, meaning] of names) {
      const replaced = taken.get(name);
      if (!replaced || !((replaced.value && meaning.value) || (replaced.type && meaning.type))) kept.add(name);
      else if (meaning.value && !replaced.value)
        fresh.push({ names: new Map([[name, value]]), text: `declare let ${name}: any;\n` });
    }
    if (names.size > 0 || !written.has(declaration.text)) declarations.push(...only(typescript, declaration, kept));
  }
  declarations.push(...fresh); // behind the earlier ones, which TypeScript then need not read anew
  const text = declarations.map((each) => each.text).join("");
  known = { text, declarations };
  return text;
}

/** A declaration of some of its names; one that has no names is kept as it is. */
function only(typescript: Ts, declaration: Declaration, kept: ReadonlySet<string>): readonly Declaration[] {
  if (kept.size === declaration.names.size) return [declaration];
  return kept.size === 0 ? [] : parsed(typescript, declaration.text, kept);
}

/** Declarations of what `var` names inside of a block or a loop, which TypeScript leaves out. */
export function hoistedDeclarations(typescript: Ts, checker: ts.TypeChecker, cell: ts.SourceFile): string {
  const { locals } = cell as unknown as { locals?: ReadonlyMap<string, ts.Symbol> };
  const flags = typescript.TypeFormatFlags.NoTruncation | typescript.TypeFormatFlags.UseFullyQualifiedType;
  let text = "";
  for (const [name, symbol] of locals ?? []) {
    const declaration = symbol.valueDeclaration;
    if (!declaration || !(symbol.flags & typescript.SymbolFlags.FunctionScopedVariable)) continue;
    const list = typescript.findAncestor(declaration, typescript.isVariableDeclarationList);
    if (!list || (typescript.isVariableStatement(list.parent) && list.parent.parent === cell)) continue;
    text += `declare var ${name}: ${checker.typeToString(checker.getTypeOfSymbol(symbol), cell, flags)};\n`;
  }
  return text;
}

/** The names of earlier cells that can be computed with. */
export function valueNames(typescript: Ts, declarations: string): Set<string> {
  const found = new Set<string>();
  for (const { names } of declarationsOf(typescript, declarations))
    for (const [name, meaning] of names) if (meaning.value) found.add(name);
  return found;
}

const union = (a: Meaning | undefined, b: Meaning): Meaning =>
  a ? { value: a.value || b.value, type: a.type || b.type } : b;

/** What a text declares, for the one that was put together last: the next cell asks for it. */
let known: { readonly text: string; readonly declarations: readonly Declaration[] } | undefined;

const declarationsOf = (typescript: Ts, text: string): readonly Declaration[] =>
  known?.text === text ? known.declarations : parsed(typescript, text);

/** @param kept the names that are kept; left out, all of them */
function parsed(typescript: Ts, text: string, kept?: ReadonlySet<string>): readonly Declaration[] {
  const file = typescript.createSourceFile("declarations.d.ts", text, typescript.ScriptTarget.Latest, true);
  const isKept = (name: string): boolean => kept?.has(name) !== false;
  return file.statements.flatMap((statement): Declaration[] => {
    if (typescript.isExportDeclaration(statement) || typescript.isExportAssignment(statement)) return [];
    if (typescript.isVariableStatement(statement)) return [variables(typescript, statement, file, isKept)];
    if (typescript.isImportDeclaration(statement)) return [imports(typescript, statement, file, isKept)];
    return [{ names: namesOf(typescript, statement), text: lineOf(statement, file) }];
  });
}

const lineOf = (node: ts.Node, file: ts.SourceFile): string => `${node.getFullText(file).replace(/^\s*\n/, "")}\n`;

/** Empty for what is kept whatever its name: additions to the global scope and to modules. */
function namesOf(typescript: Ts, statement: ts.Statement): Map<string, Meaning> {
  const { name } = statement as ts.DeclarationStatement;
  const isGlobal = (statement.flags & typescript.NodeFlags.GlobalAugmentation) !== 0;
  if (!name || !typescript.isIdentifier(name) || isGlobal) return new Map();
  const isType = typescript.isInterfaceDeclaration(statement) || typescript.isTypeAliasDeclaration(statement);
  return new Map([[name.text, isType ? type : typescript.isFunctionDeclaration(statement) ? value : both]]);
}

/** A constant's text of more characters is known as a string: every later cell would be compiled together with it. */
const longLiteral = 1000;

type IsKept = (name: string) => boolean;

function variables(typescript: Ts, statement: ts.VariableStatement, file: ts.SourceFile, isKept: IsKept): Declaration {
  const { declarations, flags } = statement.declarationList;
  const isConst = (flags & typescript.NodeFlags.BlockScoped) === typescript.NodeFlags.Const;
  const kept = declarations.filter(({ name }) => isKept(name.getText(file)));
  const isLong = ({ initializer }: ts.VariableDeclaration): boolean => (initializer?.getWidth(file) ?? 0) > longLiteral;
  const short = (each: ts.VariableDeclaration): string =>
    isLong(each) ? `${each.name.getText(file)}: string` : each.getText(file);
  const some = `declare ${isConst ? "const" : "let"} ${kept.map(short).join(", ")};\n`;
  return {
    names: new Map(kept.map(({ name }) => [name.getText(file), value])),
    text: kept.length === declarations.length && !kept.some(isLong) ? lineOf(statement, file) : some,
  };
}

function imports(typescript: Ts, statement: ts.ImportDeclaration, file: ts.SourceFile, isKept: IsKept): Declaration {
  const { importClause, moduleSpecifier, attributes } = statement;
  const bindings = importClause?.namedBindings;
  const named = (bindings && typescript.isNamedImports(bindings) ? bindings.elements : []).map((each) => ({
    name: each.name.text,
    text: each.getText(file),
  }));
  const space = bindings && typescript.isNamespaceImport(bindings) ? [bindings.name.text] : [];
  const byDefault = importClause?.name ? [importClause.name.text] : [];
  const all = [...byDefault, ...space, ...named.map(({ name }) => name)];
  const names = new Map(all.filter(isKept).map((name) => [name, both]));
  if (names.size === all.length) return { names, text: lineOf(statement, file) };
  const elements = named.filter(({ name }) => isKept(name)).map((each) => each.text);
  const parts = [
    ...byDefault.filter(isKept),
    ...space.filter(isKept).map((name) => `* as ${name}`),
    ...(elements.length > 0 ? [`{ ${elements.join(", ")} }`] : []),
  ];
  const [word, from] = [importClause?.isTypeOnly ? "import type" : "import", moduleSpecifier.getText(file)];
  const text = `${word} ${parts.join(", ")} from ${from}${attributes ? ` ${attributes.getText(file)}` : ""};\n`;
  return { names, text };
}
