import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { sourceOf } from "./sources.js";

const [longestLine, longestFile, fullestFolder] = [120, 250, 20];

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));
const texts = new Map(files.map((file) => [file, readFileSync(join("src", file), "utf8")]));
const lines = (file: string): readonly string[] => (texts.get(file) ?? "").trimEnd().split("\n");

test(`no line of src has more than ${longestLine} characters, but for what cannot be broken`, () => {
  const unbroken = /^\s*\S+$|https?:\/\/\S{80}|\/\^?[^\s/]{80,}\/[gimsuy]*/u;
  const found = files.flatMap((file) =>
    lines(file).flatMap((line, i) =>
      [...line].length > longestLine && !unbroken.test(line) ? [`src/${file}:${i + 1}`] : [],
    ),
  );
  expect(found).toEqual([]);
});

test(`no file of src has more than ${longestFile} lines, but for the list of the public names`, () => {
  const found = files.filter((file) => file !== "index.ts" && lines(file).length > longestFile);
  expect(found).toEqual([]);
});

test(`no folder of src has more than ${fullestFolder} files, but for that of the exercises`, () => {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  const found = [...counts].filter(([folder, count]) => folder !== "course/exercises" && count > fullestFolder);
  expect(found).toEqual([]);
});

test("every name that a file of src exports says what it is", () => {
  const found = files.flatMap((file) => bareExports(sourceOf(join("src", file))).map((name) => `src/${file}: ${name}`));
  expect(found).toEqual([]);
});

/** The names that are exported where they are declared, without a doc comment. */
function bareExports(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || ts.getJSDocCommentsAndTags(statement).length > 0) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations
        .filter((declaration) => ts.getJSDocCommentsAndTags(declaration).length === 0)
        .map(({ name }) => name.getText(source));
    // Of a function with several signatures, the first one says it.
    const declared = (statement as ts.DeclarationStatement).name?.getText(source);
    const said = source.statements.some(
      (other) =>
        ts.isFunctionDeclaration(other) &&
        other.name?.text === declared &&
        ts.getJSDocCommentsAndTags(other).length > 0,
    );
    return declared === undefined || said ? [] : [declared];
  });
}

test("a doc comment counts, any other comment does not", () => {
  const text = "// a\nexport const a = 1;\n/** b */\nexport const b = 2;\nconst c = 3;";
  expect(bareExports(ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true))).toEqual(["a"]);
});
