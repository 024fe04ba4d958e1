import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Where the one limit stands, and the pause between two looks. */
const place = "patience.ts";

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.m?ts$/.test(path) && path !== place);

/** Calls that read a clock or wait for a time instead of for what happens. */
const clocks =
  /^(?:(?:globalThis|window)\.)?(?:setTimeout|Date\.now|performance\.now|process\.(?:hrtime(?:\.bigint)?|cpuUsage))$|\.waitForTimeout$/;
/** Functions whose last argument may be a limit. */
const limited = /^(?:test|it|describe|beforeAll|beforeEach|afterAll|afterEach)\b/;

/** The places of a file where the speed of the machine decides, as line and what stands there. */
function clocksIn(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
  const found: string[] = [];
  const add = (node: ts.Node): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${name}:${line + 1} ${node.getText(source).split("\n")[0].slice(0, 60)}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText(source);
      if (clocks.test(callee)) add(node);
      const limit = node.arguments.at(-1);
      if (limited.test(callee) && node.arguments.length > 1 && limit && ts.isNumericLiteral(limit)) add(limit);
    }
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText(source) === "timeout" &&
      ts.isNumericLiteral(node.initializer)
    )
      add(node);
    if (ts.isImportDeclaration(node) && /["'](?:node:)?timers/.test(node.moduleSpecifier.getText(source))) add(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test("no test but by the limit on hangs depends on how fast the machine is", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((file) => clocksIn(file, readFileSync(join("test", file), "utf8")))).toEqual([]);
});

test.each([
  "test('a', () => {}, 60_000);",
  "it.each([1])('a', () => {}, 5000);",
  "beforeAll(() => {}, 5000);",
  "expect.poll(() => 1, { timeout: 20_000 });",
  "await page.waitForTimeout(200);",
  "await new Promise((done) => setTimeout(done, 50));",
  "expect(performance.now() - start).toBeLessThan(100);",
  'import { setTimeout as pause } from "node:timers/promises";',
])("%s is found", (code) => {
  expect(clocksIn("a.ts", code).length).toBeGreaterThan(0);
});
