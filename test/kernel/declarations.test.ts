import { createRequire } from "node:module";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import type ts from "typescript";

/** TypeScript 5.0.4: the compiler of the notebooks' cells. */
const require = createRequire(createRequire(import.meta.url).resolve("tslab"));
const compiler = require("@tslab/typescript-for-tslab") as typeof ts;

test("the package's declarations are understood by the compiler of the cells", () => {
  // What a newer compiler infers, such as Float64Array<ArrayBuffer>, means `any` to this one: no completion, no
  // checking.
  const program = compiler.createProgram([resolve("dist/index.d.ts")], {
    moduleResolution: compiler.ModuleResolutionKind.Node10,
    target: compiler.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
    noEmit: true,
    skipLibCheck: false,
  });
  const own = program
    .getSourceFiles()
    .filter(({ fileName }) => /\/dist\/(?!.*node_modules)/.test(fileName) && !fileName.includes("/node_modules/"));
  expect(own.length).toBeGreaterThan(10);
  const problems = own.flatMap((file) =>
    [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ start = 0, messageText }) =>
        `${file.fileName.replace(/.*\/dist\//, "dist/")}:${file.getLineAndCharacterOfPosition(start).line + 1} ${compiler.flattenDiagnosticMessageText(messageText, " ")}`,
    ),
  );
  expect(problems).toEqual([]);
});
