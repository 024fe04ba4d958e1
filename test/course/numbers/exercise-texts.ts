/** What an exercise says to a student: hints, feedback, statements, why it holds. Read from its source. */
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

export interface ExerciseTexts {
  readonly id: string;
  readonly file: string;
  /** Texts without code and what is computed in them. */
  readonly texts: readonly string[];
  /** Numbers that stand in the code of its file. */
  readonly inCode: ReadonlySet<number>;
}

const folder = "src/course/exercises";

export const exerciseTexts = (): readonly ExerciseTexts[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => textsOf(name, readFileSync(`${folder}/${name}`, "utf8")));

function textsOf(file: string, code: string): readonly ExerciseTexts[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true);
  const inCode = new Set<number>();
  const found: ExerciseTexts[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node)) inCode.add(Number(node.text));
    const id = ts.isCallExpression(node) ? idOf(node) : undefined;
    if (id !== undefined) found.push({ id, file, texts: saidIn(node), inCode });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function idOf({ expression, arguments: [first] }: ts.CallExpression): string | undefined {
  if (!["exercise", "findMistakes"].includes(expression.getText()) || !ts.isObjectLiteralExpression(first)) return;
  const id = first.properties.find((property) => property.name?.getText() === "id");
  return id !== undefined && ts.isPropertyAssignment(id) && ts.isStringLiteral(id.initializer)
    ? id.initializer.text
    : undefined;
}

/** Sentences: texts with a space, put together where the source adds them up. */
function saidIn(node: ts.Node): string[] {
  const said: string[] = [];
  const visit = (inner: ts.Node): void => {
    const whole = textIn(inner);
    if (whole === undefined) ts.forEachChild(inner, visit);
    else if (whole.includes(" ")) said.push(whole.replace(/`[^`]*`/g, "`…`"));
  };
  visit(node);
  return said;
}

function textIn(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return;
  const [left, right] = [textIn(node.left), textIn(node.right)];
  return left === undefined && right === undefined ? undefined : `${left ?? "…"}${right ?? "…"}`;
}

const references =
  /\b(?:Sections?|Exercises?|notebooks?|Fig\.|of) \d+\.\d+(?: (?:and|to) \d+\.\d+)?|\bnotebooks? \d+/gi;

/** The numbers of a text, without what it refers to. */
export const numbersIn = (text: string): number[] =>
  Array.from(text.replace(references, "").matchAll(/(?<![\w.^])\d+(?: \d{3})*(?:\.\d+)?/g), ([number]) =>
    Number(number.replace(/ /g, "")),
  );
