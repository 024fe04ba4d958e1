/** The names that a mark in a notebook's text may use: those of the notebook itself, its course, and its own claims. */
import ts from "typescript";
import { catalogue, findExercise } from "../../../src/course/catalogue.js";
import { isTextKind, worked, type Master, type MasterCell } from "../../../src/course/masters/master.js";
import * as nullcline from "../../../src/index.js";

export type Names = Readonly<Record<string, unknown>>;

/** What a mark needs is left to the long test. */
export class TakesLong extends Error {}

/** Nothing is shown, and nobody is asked. */
const silent: Names = Object.fromEntries(
  ["show", "check", "predict", "explore", "equations", "setup", "student"].map((name) => [name, () => undefined]),
);
const ofTheCourse: Names = {
  ...nullcline,
  ...silent,
  console: { log: () => undefined },
  variant: (id: string) => findExercise(catalogue, id).variantOf("self-study"),
};

/** A cell of code: its statements without imports, and the names that they declare. */
interface Cell {
  readonly text: string;
  readonly declared: readonly string[];
}

/**
 * Evaluates expressions among the names of a notebook. A cell runs when a name of it is first needed, and then once.
 * @param own more names, which come before the notebook's
 * @param long those that take long, and with them all that their cell declares. @throws TakesLong when one is needed
 */
export function scopeOf(master: Master, own: Names, long: readonly string[] = []): (expression: string) => unknown {
  const code = master.cells.filter(({ kind }) => !isTextKind(kind) && kind !== "check");
  const cells = code.map(read);
  const values = new Map<string, unknown>();
  const known = (name: string): boolean =>
    name in own || name in ofTheCourse || cells.some(({ declared }) => declared.includes(name));
  const lookUp = (name: string): unknown => {
    if (long.includes(name)) throw new TakesLong(name);
    if (name in own) return own[name];
    const cell = cells.find(({ declared }) => declared.includes(name));
    if (cell === undefined) return ofTheCourse[name];
    if (cell.declared.some((other) => long.includes(other))) throw new TakesLong(name);
    if (!values.has(name)) Object.entries(run(scriptOf(cell))).forEach(([key, value]) => values.set(key, value));
    return values.get(name);
  };
  const names = new Proxy(Object.create(null) as Names, {
    has: (_, name) => typeof name === "string" && known(name),
    get: (_, name) => (typeof name === "string" ? lookUp(name) : undefined),
  });
  // `with` makes a cell's names those of the notebook: there is no other way to look a name up when it is needed.
  const run = (script: string): Names => new Function("names", `with (names) { ${script} }`)(names) as Names;
  return (expression) => run(`return (${expression});`);
}

function read(cell: MasterCell): Cell {
  const source = ts.createSourceFile("cell.ts", worked(cell), ts.ScriptTarget.ES2022, true);
  const own = source.statements.filter((statement) => !ts.isImportDeclaration(statement));
  const declared = own.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name?.text ?? [];
    return ts.isVariableStatement(statement) ? statement.declarationList.declarations.flatMap(boundBy) : [];
  });
  return { text: own.map((statement) => statement.getFullText()).join(""), declared };
}

function scriptOf({ text, declared }: Cell): string {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return `${ts.transpileModule(text, { compilerOptions: options }).outputText}\nreturn { ${declared.join(", ")} };`;
}

const boundBy = ({ name }: { readonly name: ts.BindingName }): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundBy(element)));
