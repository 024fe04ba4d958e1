/** What is known of a notebook's names, as the declarations that TypeScript reads before the next cell. */
import type ts from "typescript";

type Ts = typeof ts;

/** What a name stands for: something that can be computed with, a type, or both. */
interface Meaning {
  readonly value: boolean;
  readonly type: boolean;
}

/** One declaration of a list: the names in it, and its text if only some of them are kept. */
interface Declaration {
  readonly names: ReadonlyMap<string, Meaning>;
  text(kept: ReadonlySet<string>): string;
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
  const after: string[] = [];
  const taken = new Map<string, Meaning>();
  const had = reached && new Set(reached);
  for (const { names, text } of declarationsOf(typescript, own)) {
    const kept = [...names].filter(([name, meaning]) => !meaning.value || had?.has(name) !== false);
    for (const [name, meaning] of kept) taken.set(name, union(taken.get(name), meaning));
    if (kept.length > 0 || names.size === 0) after.push(text(new Set(kept.map(([name]) => name))));
  }
  const written = new Set(after);
  for (const { names, text } of declarationsOf(typescript, earlier)) {
    const kept = new Set<string>();
    for (const [name, meaning] of names) {
      const replaced = taken.get(name);
      if (!replaced || !((replaced.value && meaning.value) || (replaced.type && meaning.type))) kept.add(name);
      else if (meaning.value && !replaced.value) after.push(`declare let ${name}: any;\n`);
    }
    const statement = kept.size > 0 || names.size === 0 ? text(kept) : "";
    if (statement !== "" && !(names.size === 0 && written.has(statement))) after.push(statement);
  }
  return after.join("");
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

function declarationsOf(typescript: Ts, text: string): Declaration[] {
  const file = typescript.createSourceFile("declarations.d.ts", text, typescript.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement): Declaration[] => {
    if (typescript.isExportDeclaration(statement) || typescript.isExportAssignment(statement)) return [];
    if (typescript.isVariableStatement(statement)) return [variables(typescript, statement, file)];
    if (typescript.isImportDeclaration(statement)) return [imports(typescript, statement, file)];
    return [{ names: namesOf(typescript, statement), text: () => lineOf(statement, file) }];
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

function variables(typescript: Ts, statement: ts.VariableStatement, file: ts.SourceFile): Declaration {
  const { declarations, flags } = statement.declarationList;
  const isConst = (flags & typescript.NodeFlags.BlockScoped) === typescript.NodeFlags.Const;
  const whole = lineOf(statement, file);
  return {
    names: new Map(declarations.map(({ name }) => [name.getText(file), value])),
    text(kept) {
      if (kept.size === declarations.length) return whole;
      const rest = declarations.filter(({ name }) => kept.has(name.getText(file)));
      return `declare ${isConst ? "const" : "let"} ${rest.map((each) => each.getText(file)).join(", ")};\n`;
    },
  };
}

function imports(typescript: Ts, statement: ts.ImportDeclaration, file: ts.SourceFile): Declaration {
  const { importClause, moduleSpecifier, attributes } = statement;
  const bindings = importClause?.namedBindings;
  const elements = bindings && typescript.isNamedImports(bindings) ? bindings.elements : [];
  const space = bindings && typescript.isNamespaceImport(bindings) ? bindings.name.text : undefined;
  const byDefault = importClause?.name?.text;
  const names = [byDefault, space, ...elements.map(({ name }) => name.text)].filter((name) => name !== undefined);
  return {
    names: new Map(names.map((name) => [name, both])),
    text(kept) {
      if (kept.size === names.length) return lineOf(statement, file);
      const named = elements.filter(({ name }) => kept.has(name.text)).map((each) => each.getText(file));
      const parts = [
        ...(byDefault !== undefined && kept.has(byDefault) ? [byDefault] : []),
        ...(space !== undefined && kept.has(space) ? [`* as ${space}`] : []),
        ...(named.length > 0 ? [`{ ${named.join(", ")} }`] : []),
      ];
      const [word, from] = [importClause?.isTypeOnly ? "import type" : "import", moduleSpecifier.getText(file)];
      return `${word} ${parts.join(", ")} from ${from}${attributes ? ` ${attributes.getText(file)}` : ""};\n`;
    },
  };
}
