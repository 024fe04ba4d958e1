// A cell comes to the same in a page as on the desktop: text, values, errors with their lines, checks, plain text.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/course/catalogue.js";
import { notebookTexts, readMasters } from "../../src/course/masters/build.js";
import { predictions } from "../../src/course/predictions/predictions.js";
import type { CellRun } from "../../src/kernel/session.js";
import { startCells } from "../kernel/cells.js";
import { noBrowser } from "./browser.js";
import { codeOf, plain } from "./site-compared.js";
import { openSite, type Site } from "./site.js";

const compared = ["00-start-here", "03-flows-on-a-line", "08-hodgkin-huxley", "15-classes-of-excitability"];

/** Cells of every kind that the course does not have. */
const others = [
  "const n: number = 'a'",
  "let a = 1;\nconst f = (k: number) => {\n  if (k === 0) throw new RangeError(`nothing at ${k}`);\n  return f(k - 1);\n};\nf(3)",
  "f(1)",
  "await new Promise((done) => setTimeout(done, 10));\nthrow new TypeError('after a while', { cause: new Error('why') })",
  "(undefined as any).x",
  "const record: any = { deep: null };\nrecord.deep.er()",
  "throw 'a text'",
  "throw new AggregateError([new Error('one'), new Error('two')], 'both')",
  "unknownName + 1",
  "if (1 { }",
  "class P { #secret = 1; x = [1, 2]; get y() { return 1 } }\n[new P(), { p: new P() }]",
  "new Map<unknown, unknown>([[1, { a: [1, 2, { b: { c: 1 } }] }], ['k', new Set([1, 'x'])]])",
  "[1.5, -0, NaN, 10n, null, undefined, true, Symbol('s'), /re/g, new Date(0), function named() {}, () => 1, class C {}]",
  "Float64Array.from({ length: 130 }, (_, i) => i / 7)",
  "const circle: any = { name: 'o' };\ncircle.self = circle;\ncircle",
  "'it\\'s a \"text\"\\nof two lines'",
  "Array.from({ length: 150 }, (_, i) => i ** 2)",
  "[{ name: 'a', value: 1.5 }, { name: 'b', value: -2 }]",
  "console.log('%s is %d of %o', 'this', 3, { a: [1] }, 'more'); console.error('wrong', [1]); console.warn({ a: 1 })",
  "console.table([{ a: 1, b: 'x' }, { a: 2, c: [1, 2] }]); console.table(new Map([['k', 1]])); console.table([1, 2])",
  "console.group('outer'); console.log('in\\nside'); console.groupEnd(); console.count(); console.count('x'); console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 })",
  "console.assert(false, 'not %d', 3); console.assert(true); console.log()",
  "import { display, newDisplay } from 'tslab';\ndisplay.html('<b>b</b>'); const d = newDisplay(); d.text('one'); d.text('two')",
  "display.png(new Uint8Array([1, 2, 3]))",
  "setTimeout(() => console.log('late'), 20);\nawait new Promise((done) => setTimeout(done, 60))",
  "Promise.reject(new Error('nobody waits')); await new Promise((done) => setTimeout(done, 30))",
  "const tell = () => console.trace('at %d', 3);\ntell()",
  "const made = (): Error => new Error('made');\nconsole.log(made()); made().stack",
  "for (var i = 0; i < 3; i++) console.log(i);\ni",
  "{ using held = { [Symbol.dispose]() { console.log('given back') } }; console.log('held') }",
  "enum Kind { A, B }\nKind",
  "export const shared = 1;\nshared + 1",
  "import * as all from 'nullcline';\nObject.keys(all).length",
  "import { simulate, fitzHughNagumo, step } from 'nullcline';\nsimulate.name",
  "simulate(fitzHughNagumo, { duration: -1 })",
  "simulate(fitzHughNagumo, { durations: 1 } as any)",
  "const run = simulate(fitzHughNagumo, { duration: 50, stimulus: step(0.5, 20) });\nrun",
  "fitzHughNagumo",
  "import { defineModel, state } from 'nullcline';\ndefineModel({ name: 'm', source: '', equations: 'dv/dt = v +', states: { v: state(0, '1', [-1, 1]) }, parameters: {} })",
  "import { nothing } from 'nullcline'",
  "import x from 'no-such-package'",
];

describe.skipIf(noBrowser())("a cell comes to the same in a page as on the desktop", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  async function compare(cells: readonly string[]): Promise<void> {
    const desktop = startCells();
    try {
      const visitor = await site.visitor(); // whose progress is that of the desktop's new folder
      const { run } = await site.open(visitor, "00-start-here.ipynb");
      const here = await run(cells);
      for (const [i, code] of cells.entries())
        expect({ code, ...plain(here[i] as CellRun) }).toEqual({ code, ...plain(await desktop.run(code)) });
      await visitor.close();
    } finally {
      desktop.end();
    }
  }

  const masters = readMasters("notebooks/source", catalogue, undefined, predictions);
  for (const copy of ["student", "solved"] as const)
    for (const name of compared)
      test(`${name}, ${copy === "solved" ? "solved" : "untouched"}`, async () => {
        const text = notebookTexts(masters, copy, catalogue, predictions).get(`${name}.ipynb`);
        await compare(codeOf(text));
      });
  test("errors, values, the console, displays", () => compare(others));
  test("and nothing went wrong in the pages", () => expect(site.problems).toEqual([]));
});
