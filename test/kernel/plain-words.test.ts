import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCompiler, type Compiler } from "../../src/kernel/compiler/compiler.js";
import { loadTslab } from "../../src/kernel/tslab.js";

let compiler: Compiler;
const home = process.cwd();
const folder = mkdtempSync(`${tmpdir()}/nullcline-words-`);
beforeAll(() => {
  process.chdir(folder);
  compiler = createCompiler(loadTslab(folder));
});
afterAll(() => {
  compiler.close();
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const maybe = "say what to do then, as in (value ?? 0), or put ! behind it if you know that it is there.";

const behind = "Write into the brackets behind the =: string[] before it only says what kind of list it is.";

const list = "Several values make a list, in square brackets: [first, second].";

test.each([
  ["exp(1)", "Cannot find name 'exp': here one writes Math.exp."],
  ["const area = pi * 2 ** 2", "Cannot find name 'pi': here one writes Math.PI."],
  ["const y = 2 * e ** 3", "Cannot find name 'e': here one writes Math.E, and Math.exp(x) for its power."],
  ["print('hello')", "Cannot find name 'print': here one writes console.log(…)."],
  ["const ready = True", "Cannot find name 'True': here one writes true."],
  ["for (const i of range(10)) {}", "Cannot find name 'range': here one writes a loop: for (let i = 0; i < n; i++)."],
  ["const n: number = 'five'", "A number is wanted here, and this is a text."],
  ["const s: string = 5", "A text is wanted here, in quotation marks."],
  [
    "const wrong: string[] = 'a, d'",
    "A list is wanted here, in square brackets: of type string[], as in [first, second].",
  ],
  [
    "class Rest { V = -65 }; const found: number[] = [new Rest()].slice()",
    "A list of numbers is wanted, this is one of Rest: take a number of each, as in list.map((each) => each.number).",
  ],
  [
    "class Rest { V = -65 }; [new Rest()].V",
    "This is a list, and has no 'V': take one of its entries first, as in list[0].V.",
  ],
  [
    "interface Disc { r: number; unit: string }; const area = (disc: Disc) => disc.r; area({ r: 1 })",
    "The record that is handed over here does not fit: it should be a Disc.",
  ],
  [
    "interface State { V: number }; const open = (state: State) => state.V; open(-65)",
    "A record of states is wanted here, as in { V: -65 }, and this is one number.",
  ],
  [
    "const rates = (currents: ArrayLike<number>) => currents.length; rates(5)",
    "A list of numbers is wanted here, in square brackets, as in [first, second], and this is one number.",
  ],
  [
    "interface Variant { I: number }; const mine: Variant = { I: 5 }; Number.parseInt('7', mine)",
    "A number is wanted here, and this is a whole Variant: take one of its numbers, behind a dot.",
  ],
  [
    "class Trajectory { spikes = [1] }; type SpikeTrain = number[]; const count = (spikes: SpikeTrain) => 1; " +
      "count(new Trajectory())",
    "Spike times are wanted here, and this is a whole run: its spikes are behind a dot, .spikes.",
  ],
  [
    "const mean = (values: number[]) => values.length; mean(new Float64Array(2))",
    "A list of another kind is wanted here: write Array.from(…) around this one.",
  ],
  [
    "type ParameterDefinition = readonly [number, string]; const own: Record<string, ParameterDefinition> = { g: 0.2 }",
    'A parameter is its value and its unit, in square brackets, as in [100, "ms"].',
  ],
  ["const c = 5; 0 <= c < 9", "Two comparisons cannot stand in a row: write a < b && b < c."],
  [
    "class Model { name = ''; parameters = {} }; const bent: Model = [3, 6, 9]",
    "A Model is wanted here, as defineModel makes it, or .with({ … }) of another one.",
  ],
  ["const half = (x: number) => x / 2; half(1, 2)", "Between the parentheses 1 value is expected, and 2 are there."],
  [
    "const sum = (x: number, y: number) => x + y; sum(1)",
    "Between the parentheses 2 values are expected, and 1 is there.",
  ],
  [
    "interface Numbers { tau?: number; gK?: number }; const own: Numbers = { Tau: 1 }",
    "There is no 'Tau' here. Did you mean 'tau'? Small and capital letters differ.",
  ],
  [
    "interface Numbers { tau?: number }; const own: Numbers = { conductance: 1 }",
    "There is no 'conductance' here: which names may stand in this record?",
  ],
  [
    "const method: 'euler' | 'rk4' = 'Euler'",
    'The text "Euler" is none of those that are known here. Did you mean "euler"?',
  ],
  [
    "interface Trajectory { states: { V: number[] } }; const run = { states: { V: [1] } } as Trajectory; run.V",
    "A run has no 'V' of its own: if that is a state such as V, its values are .states.V.",
  ],
  [
    "class Diagram { points = [5] }; const [first] = new Diagram()",
    "A list is wanted here, and this is a whole Diagram: the list is one of its parts, behind a dot.",
  ],
  [
    "class Diagram { points = [5] }; Math.max(...new Diagram())",
    "A list is wanted here, and this is a whole Diagram: the list is one of its parts, behind a dot.",
  ],
  [
    "class Model { parameters = { I: 5 } }; new Model().I",
    "A model has no 'I' of its own: if that is a parameter, its value is .parameters.I.",
  ],
  [
    "interface Found<T> extends Array<T> { incomplete?: string }; const none = [] as unknown as Found<Date>; none.V",
    "This is a list, and has no 'V': take one of its entries first, as in list[0].V.",
  ],
  [
    "interface Found<T> extends Array<T> { incomplete?: string }; const V: number[] = [] as unknown as Found<Date>",
    "A list of numbers is wanted, this is one of Date: take a number of each, as in list.map((each) => each.number).",
  ],
  [
    "class Diagram { points = [1] }; new Diagram()[0]",
    "This is no list but a whole Diagram, and has no entry [0]: the list is one of its parts, behind a dot.",
  ],
  ["const rate = 5; if (rate > 0 and rate < 9) rate", "Between two conditions one writes &&, not and."],
  ["const rate = 5; if (rate < 0 or rate > 9) rate", "Between two conditions one writes ||, not or."],
  ["const run: { V: number } = {}", "What is missing: V."],
  [
    "const why = 'it's tired'",
    "A text ends at the next mark of the kind with which it begins: with ' in it, it stands between backticks.",
  ],
  [
    'const why = "Each spike opens\nsome more."',
    "The second mark of a text is missing on its line: one of several lines stands between backticks, `like this`.",
  ],
  ['const wrongOnes: string["a", "d"] = [];', behind],
  ["const wrongOnes: string[a, d] = [];", behind],
  ["const points: number[1, 2] = [];", behind.replace("string", "number")],
  [
    "const V = 26.7 * Math.log((5 + 145p) / (140 + 14p))",
    "Between two values stands a sign such as * or +: is it missing before p?",
  ],
  ["const t = 51ms", "A number stands without its unit: leave out ms, or write it as a comment, // ms."],
  ["const found = { gL: 0,3, EL: -70 }", "A number is written with a point, not with a comma: 0.3."],
  ["const g = 0,03", "A number is written with a point, not with a comma: 0.03."],
  ["const g = 0,09", "A number is written with a point, not with a comma: 0.09."],
  ["const found = { gL: 0,05, EL: -70 }", "A number is written with a point, not with a comma: 0.05."],
  ["const half = 2 * (1,05 + 3)", "A number is written with a point, not with a comma: 1.05."],
  ["const E = 1000*8,314463*2", "A number is written with a point, not with a comma: 8.314463."],
  ["const rest = (0.1*50-77*0,3)/(1+2)", "A number is written with a point, not with a comma: 0.3."],
  [
    "const two = (a: number): number[] => { return [a], a + 1 }",
    "A list is wanted here, in square brackets: of type number[], as in [first, second].",
  ],
  ["const ends = { low: 1, high: 2 }; const both = [0]; const found = ends.low, both", list],
  ["const both = 1, found", list],
  ["const twice = twice + 1", "'twice' cannot be made from itself: what stands behind the = has to be known already."],
  ["if 1 <= 2 3", "What if asks stands in parentheses: if (…)."],
  [
    "const d = (V: number): number => 3*(V--77)",
    "A minus before a negative number needs parentheses: V - (-77), which is V + 77.",
  ],
  ["const n = 2; 36n ** n", "Between a number and a name stands a sign such as *: 36 * n, not 36n."],
  ["const start: { V?: number } = 5", "A record is wanted here, names with their values, as in { V: -65 }."],
  [
    "const all: number[] = new Float64Array(2)",
    "A list is wanted here, and this is none: a list stands in square brackets, as in [first, second].",
  ],
  [
    "Math.min(new Float64Array(2))",
    "A number is wanted here, and this is a list: three dots hand over its entries, as in Math.max(...list).",
  ],
  [
    "const n: number = [1, 2]",
    "A number is wanted here, and this is a list: an entry of it is list[0], how many there are, list.length.",
  ],
  [
    "class Own { V = 1 }; const n: number = new Own()",
    "A number is wanted here, and this is a record: take one of its entries, as in record.name.",
  ],
  ["const ion: 'Na' | 'K' = 'M'", `"M" is none of those that may stand here: "Na" | "K".`],
  [
    "interface Channel { ion: 'Na' | 'K' }; const own = { ion: 'K' }; const all: Channel[] = [own]",
    "This record is no Channel. Write const name: Channel = … where it begins, and you are told what does not fit.",
  ],
  ["const found = { gL = 0.3 }", "In a record a colon stands between a name and its value, as in { V: -65 }."],
  ["const b = 3; -b ** 2", "A minus and a power need parentheses: write -(x ** 2), or (-x) ** 2."],
  ["const J = [[1, 2], [3, 4]]; Math.abs(J[0,1][0])", "Each index has brackets of its own, as in list[0][1]."],
  ["const radius = 1875,3", "A number is written with a point, not with a comma: 1875.3."],
  ["function f(): number { return 3,14 }", "A number is written with a point, not with a comma: 3.14."],
  ["const t = 51 ms", "A number stands without its unit: leave out ms, or write it as a comment, // ms."],
  [
    "function f(x: number): number { return 1000 / x Hz }",
    "Between two values stands a sign such as * or +: is it missing before Hz?",
  ],
  ["const v = (4 / 3) Math.PI * 2", "Between two values stands a sign such as * or +: is it missing before Math?"],
  ["const v = 4/3 π", "Between two values stands a sign such as * or +: is it missing before π?"],
  ["const v = 2 (3 + 4) 5", "This is a number, and only functions can be called: to multiply, write *."],
  ["const letters = ['a' 'd']", "Between two entries of a list stands a comma."],
  ["const numbers = [1, 2 3]", "Between two entries of a list stands a comma."],
  ["for (x of [1, 2]) console.log(x)", "The name in a loop is new: write for (const x of …)."],
  ["[1, 2].length()", "This is a number, not a function: leave out the () behind it."],
  [
    "const times = [1, 2]; times(1)",
    "This is a list, and only functions can be called: an entry of a list stands in square brackets, as in list[0].",
  ],
  ["function f(x: number): number { return x", "A brace { is open to the end: its } is missing."],
  ["const square = (x) => x ** 2", "Say what 'x' is: write x: number, or what else it may be."],
  ["function add(...xs) { return xs }", "Say what 'xs' holds: write ...xs: number[]."],
  ["const f = ({ a }) => a", "Say what 'a' is: put a type behind the braces."],
  ["[1, 2].find((x) => x > 1) + 1", `This may be undefined: ${maybe}`],
  ["const big = [1, 2].find((x) => x > 1); big + 1", `'big' may be undefined: ${maybe}`],
  ["let empty: number = null", "Type 'null' is not assignable to type 'number'."],
  [
    "try { null } catch (e) { e.message }",
    "'e' may be anything: say what it is, as in (e as Error); whatever is thrown can be caught.",
  ],
  ["const y = 2(3 + 4)", "This is a number, and only functions can be called: to multiply, write *."],
  ["'a'()", "This is of type 'String', and only functions can be called."],
  ["[1, 2] * 2", "Only numbers can be computed with: what stands on the left of the operator is none."],
  [
    "const k = 1; k = 2",
    "Cannot assign to 'k' because it is a constant: declare it with let instead of const, or anew: const k = 1.",
  ],
  ["function g(): number { 1 + 1 }", "The function says what it gives back, and has no return."],
  [
    "function h(x: number): number { if (x > 0) return 1 }",
    "The function can come to its end without a return, and says that it always gives something back.",
  ],
  ["class Cell { V: number }", "'V' has no value at first: write one behind it, as in V = 0."],
  ["let v: number; v + 1", "Variable 'v' is used before being assigned."],
  ["const run = { V: [1] }; run.v", "Property 'v' does not exist on type '{ V: number[]; }'. Did you mean 'V'?"],
  ["for (k = 0; k < 3; k++) {}", "The name in a loop is new: write for (let k = …)."],
  ["const score = 40%;", "The sign % does not stand for hundredths here: 40 % is 0.4."],
  ["Math.abs(2.5 %, 2)", "The sign % does not stand for hundredths here: 2.5 % is 0.025."],
  ["[1, 2].last()", "A list has no 'last': here one writes list[list.length - 1]."],
  ["[1, 2].append(3)", "A list has no 'append': here one writes list.push(…)."],
  [
    "new Float64Array(2).mean()",
    "A list has no 'mean': here one writes list.reduce((total, x) => total + x, 0) / list.length.",
  ],
  ["const curve: ArrayLike<number> = [1]; curve.max", "A list has no 'max': here one writes Math.max(...list)."],
  [
    "const curve: ArrayLike<number> = [1]; curve(0)",
    "This is a list, and only functions can be called: an entry of a list stands in square brackets, as in list[0].",
  ],
  ["new Float64Array(2).push(1)", "Property 'push' does not exist on type 'Float64Array'."],
])("%s", (code, message) => {
  const compiled = compiler.compile("", code, 1);
  expect(compiled.ok ? "" : compiled.error.message).toBe(`line 1: ${message}`);
});

test("what follows from a slip is not told", () => {
  const compiled = compiler.compile("", "const t = 51 ms;\nconst y = x;", 1);
  expect(compiled.ok ? [] : compiled.error.traceback).toEqual([
    "TypeScript: line 1: A number stands without its unit: leave out ms, or write it as a comment, // ms.",
    "      const t = 51 ms;",
    "                   ^^",
    "line 2: Cannot find name 'x'.",
    "      const y = x;",
    "                ^",
    "A name is known once the cell that defines or imports it has been run, without an error.",
    'If a text is meant, it stands between quotation marks: "like this".',
  ]);
});

test("the line is there, with a mark under the place", () => {
  const compiled = compiler.compile("", "const x = 1;\nconst y = x * exp(2);", 1);
  expect(compiled.ok ? [] : compiled.error.traceback).toEqual([
    "TypeScript: line 2: Cannot find name 'exp': here one writes Math.exp.",
    "      const y = x * exp(2);",
    "                    ^^^",
  ]);
});
