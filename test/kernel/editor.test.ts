import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCompiler, type Compiler } from "../../src/kernel/compiler/compiler.js";
import { loadTslab } from "../../src/kernel/tslab.js";

let compiler: Compiler;
let earlier = "";
const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "nullcline-editor-"));

beforeAll(() => {
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  process.chdir(folder);
  compiler = createCompiler(loadTslab(folder));
  const compiled = compiler.compile(
    "",
    `import * as all from "nullcline";
import { bifurcationCurves, bifurcations, check, defineModel, equations, explore, hint, hodgkinHuxley, plot,
  poissonTrain, predict, show, simulate, solution, state, statements, variant, type Model, type Trajectory } from "nullcline";
const axon = hodgkinHuxley;
const mine = defineModel({ name: "mine", source: "", equations: \`
    # two = lines
    dx/dt = a*y
    flow = a*x*y
      + (x >= y)
    dy/dt = -x + 0*flow\`,
  states: { x: state(1, "1"), y: state(0, "1") }, parameters: { a: [1, "1"] }, presets: { fast: { a: 2 } } });
const run = simulate(axon, { duration: 1 });
/** Twice a number. */
function twice(x: number) { return 2 * x }
class Cell {
  /** Its potential. */
  V = -65;
}`,
    1,
  );
  if (!compiled.ok) throw new Error(compiled.error.message);
  earlier = compiled.declarations;
});
afterAll(() => {
  compiler.close();
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** The place is where `|` stands. */
const at = (code: string): [string, number] => [code.replace("|", ""), code.indexOf("|")];
const offered = (code: string): Readonly<Record<string, string>> => {
  const { matches, kinds } = compiler.complete(earlier, ...at(code));
  return Object.fromEntries(matches.map((name, k) => [name, kinds[k]]));
};
const told = (code: string): string => String(compiler.inspect(earlier, ...at(code))?.["text/plain"] ?? "");

describe("within quotes is offered what the function takes there", () => {
  test.each([
    ['bifurcations(axon, "|', ["I", "gK", "gNa"]],
    ["bifurcations(axon, '|', [0, 10])", ["I", "ENa"]],
    ['bifurcationCurves(axon, ["I", "|"])', ["gK", "T"]],
    ['simulate(axon, { duration: 1, method: "|" })', ["rk4", "dormandPrince"]],
    ['simulate(axon, { duration: 1, states: ["V", "|"] })', ["m", "h", "n"]],
    ['axon.preset("|', ["1952", "18.5 °C"]],
    ['hodgkinHuxley.with({ I: 1 }).preset("|")', ["1952"]],
    ['axon.quantity("|', ["INa", "mInf"]],
    ['run.quantity("|', ["V", "INa", "input"]],
    ['plot.trace(run, { panels: ["|', ["V", "n", "IK", "input"]],
    ['plot.trace(run, { panels: ["V", ["m", "|"]] })', ["h", "INa"]],
    ['plot.trace([run, run], { panels: ["|"] })', ["V", "input"]],
    ['plot.trace({ a: run }, { panels: ["|"] })', ["V", "input"]],
    ['plot.quantities(axon, ["|', ["mInf", "tauM"]],
    ['equations(axon, ["|', ["V", "INa"]],
    ['explore(axon, { sliders: ["|"] })', ["I", "gK"]],
    ['explore([axon, mine], { sliders: ["|"] })', ["I", "a"]],
    ['mine.preset("|', ["fast"]],
    ['simulate(mine, { duration: 1, states: ["|', ["x", "y"]],
    ['poissonTrain(20, { duration: 1, method: "|"', ["intervals"]],
    ['check("|', ["0.1", "7.2"]],
    ['hint("|', ["7.2"]],
    ['solution("7|', ["7.2"]],
    ['variant("|")', ["7.4"]],
    ['statements("|")', ["4.3"]],
    ['predict("|', ["7.1"]],
    // In a call within a call.
    ['plot.trace(simulate(axon, { duration: 1 }), { panels: ["|', ["V", "INa", "input"]],
    ['show(plot.trace(simulate(axon, { duration: 1 }), { panels: ["V", ["m", "|"]] }))', ["h", "INa"]],
    ['show(plot.trace(simulate(axon, { duration: 1, states: ["|', ["V", "m"]],
    ['show(plot.trace(simulate(axon.preset("|"), { duration: 1 })))', ["1952"]],
    ["[1].map((I) => plot.trace(simulate(axon.with({ I }), { duration: 1 }), { panels: [`|`] }))", ["V", "INa"]],
    ['plot.trace([simulate(axon, { duration: 1 }), run], { panels: ["|"] })', ["V", "input"]],
    ['plot.trace({ a: simulate(axon, { duration: 1 }) }, { panels: ["|"] })', ["V", "input"]],
    ['show(simulate(axon, { duration: 1 }).quantity("|', ["V", "INa"]],
    ['show(equations(axon.with({ I: Math.max(1, 2) }), ["|', ["V", "INa"]],
    ['[1, 2].map((I) => bifurcations(axon.with({ I }), "|"))', ["gK"]],
    // Of one's own models.
    ['plot.trace(simulate(mine, { duration: 1 }), { panels: ["|', ["x", "y", "flow", "input"]],
    ['mine.with({ a: 2 }).quantity("|', ["flow"]],
    ['equations(mine, ["|', ["x", "flow"]],
    [
      'plot.trace(simulate(mine as Model<"a", { states: "x"; quantities: string; presets: string }>, { duration: 1 }), { panels: ["|',
      ["x"],
    ],
    ['import {} from "null|', ["nullcline"]],
  ])("%s", (code, names) => {
    expect(offered(code)).toMatchObject(Object.fromEntries(names.map((name) => [name, expect.anything()])));
  });

  test("a name that is not there is taken, and runs of different models go where others of their kind do", () => {
    const code = `
let one = simulate(axon, { duration: 1, states: ["x" as string] });
one = simulate(mine, { duration: 1 });
const runs = [simulate(axon, { duration: 1 }), one, simulate(mine.with({ a: 2 }), { duration: 1 })];
const all: Trajectory[] = runs;
const names: string[] = ["x"];
plot.trace(runs, { panels: names });
plot.trace({ a: runs[0], b: simulate(mine, { duration: 1 }) }, { panels: ["V", ["x"]] });
mine.preset(names[0]); axon.quantity(names[0], axon.states); check(names[0], 1);
const models = [axon, mine];
models.map((model) => simulate(model, { duration: 1, states: names }).states[names[0]]);
function peak(model: typeof axon) { return Math.max(...simulate(model, { duration: 1 }).states.V) }
peak(axon.preset("1952").inRanges({ V: [0, 1] }));
simulate((t, y, dydt) => { dydt[0] = y[0] + t }, { duration: 1, initial: [1] }).at(1)`;
    const compiled = compiler.compile(earlier, code, 2);
    expect(compiled.ok ? "" : compiled.error.message).toBe("");
  });

  test("a name of another model's is taken too, and a variable", () => {
    const code = 'const name = ["I", "gK"][0]; bifurcations(axon, name, [0, 1]); bifurcations(axon, "nothing", [0, 1])';
    expect(compiler.compile(earlier, code, 2).ok).toBe(true);
  });
});

test.each([
  ["simulate(axon, { |", { duration: "property", method: "property" }],
  ["axon.with({ |", { gK: "property", I: "property" }],
  ["plot.|", { trace: "function", phasePlane: "function" }],
  ["let r: |", { Trajectory: "interface", Cell: "class" }],
  ["run.|", { spikes: "property", at: "function" }],
  ["", { simulate: "function", hodgkinHuxley: "instance", Cell: "class", all: "module" }],
])("what may stand at the end of %j has its kind, for its icon", (code, expected) => {
  expect(offered(code.includes("|") ? code : `${code}|`)).toMatchObject(expected);
});

test("the notebook's own names come before those of the language", () => {
  const names = Object.keys(offered("|"));
  const own = ["axon", "run", "twice", "Cell", "simulate"].map((name) => names.indexOf(name));
  expect(Math.min(...own)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...own)).toBeLessThan(names.indexOf("Array"));
});

describe("what is known is told", () => {
  test.each([
    ["twic|e", /^function twice\(x: number\): number\s+Twice a number\./],
    ["new Cell().V|", /^\(property\) Cell\.V: number\s+Its potential\./],
    ["plot.trac|e", /\(property\) trace: \(runs[\s\S]*\n\S.{20}/],
    ["plot.trace|", /Figure/],
    ["simulate(axon, { durat|ion: 1 })", /^\(property\) SimulationOptions\.duration: number\s+\S/],
    ["simulate(axon, { duration: 1, metho|d: 'rk4' })", /^\(property\) SimulationOptions\.method\?: .*\s+\S/],
    ["const duration = 1; simulate(axon, { duratio|n })", /SimulationOptions\.duration/],
    ["simulat|e", /^\(alias\) function simulate\([\s\S]*Runs a model/],
    ["simulate(axon, |", /^simulate\(system[\s\S]*Runs a model/],
    ["run.spike|s", /^\(property\) Trajectory\.spikes: Float64Array\s+Times/],
    ["Math.ma|x", /^\(method\) Math\.max\(\.\.\.values: number\[\]\): number/],
    ["class Young extends Cell { V| = -70 }", /Its potential\./],
    [
      "plot.trace(run).layout.hovermod|e",
      /^\(property\) hovermode\?: [\s\S]*Determines the mode of hover interactions/,
    ],
    ["show({ data: [], layout: { showlegen|d: true } })", /^\(property\) showlegend\?: boolean[\s\S]*\n\S.{20}/],
  ])("%s", (code, text) => {
    expect(told(code)).toMatch(text);
  });

  test("as Markdown, with the parameters' names, and no tag that says nothing", () => {
    const markdown = String(compiler.inspect(earlier, ...at("Math.ma|x"))?.["text/markdown"]);
    expect(markdown).toMatch(/^```typescript\n[\s\S]*\n```\n\n[\s\S]*- \*param\* `values` /);
    expect(String(compiler.inspect(earlier, ...at("plo|t"))?.["text/markdown"])).not.toMatch(/\*namespace\*/);
  });

  test("and of Plotly's types the few that figures mention are read, and go where Plotly's own do", () => {
    const converter = loadTslab(folder).createConverter({ isJS: false, isBrowser: false });
    const readFor = (cell: string): boolean =>
      converter
        .look("", cell)
        .program.getSourceFiles()
        .some(({ fileName }) => fileName.includes("/plotly.js-dist/"));
    expect(readFor('import { plot, show } from "nullcline"; show(plot.raster([]))')).toBe(false);
    expect(readFor('import type { Data } from "plotly.js-dist"')).toBe(true);
    converter.close();
    const both = `import type { Config, Data, Layout } from "plotly.js-dist";
declare function draw(data: Data[], layout: Partial<Layout>, config?: Partial<Config>): void;
const [mine, layout]: [Data, Partial<Layout>] = [{ type: "scatter3d", z: [1] }, { scene: { camera: {} } }];
const figure = plot.trace(run);
if (1 < 0) draw(figure.data, figure.layout);
show({ data: [mine, ...figure.data], layout });`;
    const compiled = compiler.compile(earlier, both, 2);
    expect(compiled.ok ? "" : compiled.error.message).toBe("");
    const wrong = compiler.compile(earlier, 'show({ data: [{ type: "scatter", mode: 3 }], layout: {} })', 3);
    expect(wrong.ok ? "" : wrong.error.message).toContain("number");
  });

  test("of nothing nothing", () => {
    expect(told("|")).toBe("");
    expect(told("nobody|")).toBe("");
  });
});
