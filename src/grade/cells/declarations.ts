/**
 * What the compiler knows of earlier cells, name by name. A cell is compiled with what it uses of it and no more: so
 * the same cell is the same question to the compiler, whatever else two students have written above it.
 */
import type typescript from "typescript";
import { ts } from "../../course/masters/typescript.js";
import { footprint, type Names } from "./footprint.js";
import { parse } from "./parse.js";
import { imported, namesOf } from "./scope.js";

/** Declarations by name. */
export type Declarations = ReadonlyMap<string, Entry>;

/** What is declared under one name. */
interface Entry {
  readonly texts: readonly string[];
  /** What is imported from the package, `a as b`. */
  readonly specifiers: readonly string[];
  readonly uses: ReadonlySet<string>;
}

/**
 * The name under which declarations know the package. That every cell imports the same two things, whatever it uses,
 * lets TypeScript keep what it knows of all other files from cell to cell: a third of the time.
 */
const packageTypes = "nullcline$";

const nobody: Names = { ofPackage: new Set(), functions: new Set(), declared: new Set() };

/** Those of some names, and those that these use. */
export function declarationsOf(entries: Declarations, names: Iterable<string>): Declarations {
  const seen = new Map<string, Entry>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const entry = entries.get(name);
    if (!entry || seen.has(name)) continue;
    seen.set(name, entry);
    open.push(...entry.uses);
  }
  return seen;
}

/** Those that a cell uses, and that these use, as the text of a `.d.ts`. */
export function seenBy(entries: Declarations, code: string): string {
  const seen = declarationsOf(entries, footprint(statementsOf(code), nobody).uses);
  const sorted = [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return [
    `import type * as ${packageTypes} from "nullcline";`,
    `import { ${sorted.flatMap(({ specifiers }) => specifiers).join(", ")} } from "nullcline";`,
    ...sorted.flatMap(({ texts }) => texts),
  ].join("\n");
}

/** These and those of a cell, which go before; `text` is what the compiler gave for it. */
export function after(entries: Declarations, code: string, text: string): Declarations {
  const own = namesOf(statementsOf(code));
  const next = new Map([...entries].filter(([name]) => !own.has(name)));
  for (const statement of statementsOf(text.replaceAll('import("nullcline")', packageTypes)))
    for (const { name, text: one, specifier } of singly(statement)) {
      if (!own.has(name)) continue;
      const { texts, specifiers, uses } = next.get(name) ?? { texts: [], specifiers: [], uses: [] };
      const more = one === undefined ? [] : footprint(statementsOf(one), nobody).uses;
      next.set(name, {
        texts: one === undefined ? texts : [...texts, one],
        specifiers: specifier === undefined ? specifiers : [...specifiers, specifier],
        uses: new Set([...uses, ...more]),
      });
    }
  return next;
}

const statementsOf = (text: string): readonly typescript.Statement[] => parse(text).statements;

/** A declaration of one name: its text, or what is imported from the package. */
interface Single {
  readonly name: string;
  readonly text?: string;
  readonly specifier?: string;
}

/** A statement as declarations of one name each. */
function singly(statement: typescript.Statement): Single[] {
  if (ts.isImportDeclaration(statement)) {
    const { importClause: clause, moduleSpecifier } = statement;
    const from = `from ${moduleSpecifier.getText()};`;
    const type = clause?.isTypeOnly ? "type " : "";
    const bindings = clause?.namedBindings;
    return imported(statement).map((name) => {
      if (clause?.name?.text === name) return { name, text: `import ${type}${name} ${from}` };
      if (!bindings || ts.isNamespaceImport(bindings)) return { name, text: `import ${type}* as ${name} ${from}` };
      const specifier = bindings.elements.find((element) => element.name.text === name)?.getText() ?? name;
      return ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === "nullcline"
        ? { name, specifier: `${type}${specifier}` }
        : { name, text: `import ${type}{ ${specifier} } ${from}` };
    });
  }
  if (ts.isVariableStatement(statement)) {
    const { flags, declarations: all } = statement.declarationList;
    const kind = flags & ts.NodeFlags.Const ? "const" : flags & ts.NodeFlags.Let ? "let" : "var";
    return all.map((one) => ({ name: one.name.getText(), text: `declare ${kind} ${one.getText()};` }));
  }
  return [...namesOf([statement])].map((name) => ({ name, text: statement.getText() }));
}
