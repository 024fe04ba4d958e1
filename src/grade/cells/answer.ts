/** The expression that a check cell hands over, as a cell that needs no compiler. */
import { ts } from "../../course/masters/typescript.js";
import type { Compiled } from "../wire/messages.js";
import { footprint } from "./footprint.js";
import { builtIns } from "./harmless.js";
import { parse } from "./parse.js";

/** What is judged. */
export interface Answer {
  readonly expression: string;
  /** Names of cells that it uses. */
  readonly names: readonly string[];
}

/** @param expression of the master's check cell */
export function readAnswer(expression: string): Answer {
  const { statements } = parse(`(${expression});`);
  const { uses } = footprint(statements, { ofPackage: new Set(), functions: new Set(), declared: new Set() });
  return { expression, names: [...uses].filter((name) => !builtIns.has(name)) };
}

/** What came of expressions: masters have few, and all submissions the same ones. */
const compiled = new Map<string, Compiled>();

/** The answer as the cell of which it is the value. */
export function answerCell(answer: Answer): Compiled {
  const cell = compiled.get(answer.expression) ?? compileAnswer(answer);
  compiled.set(answer.expression, cell);
  return cell;
}

function compileAnswer({ expression, names }: Answer): Compiled {
  const given = names.map((name) => `exports.${name}`);
  const code = `exports.answer = ((${names.join(", ")}) => (${expression}))(${given.join(", ")});`;
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  return { code: expression, output: outputText, declarations: "", lastExpression: "answer", awaits: false };
}
