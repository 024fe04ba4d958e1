// Errors as Firefox and WebKit write them, told as V8 does.
import { expect, test } from "vitest";
import type { Runnable } from "../../src/kernel/cell.js";
import { inV8Words } from "../../src/kernel/executor/errors/engine-words.js";
import { thrownError } from "../../src/kernel/executor/errors/thrown-error.js";
import { asFrames, takeWrittenStacks } from "../../src/kernel/executor/errors/written-stacks.js";

test.each([
  ["TypeError", `can't access property "V", list[5] is undefined`, "Cannot read properties of undefined (reading 'V')"],
  ["TypeError", `can't access property "x" of null`, "Cannot read properties of null (reading 'x')"],
  [
    "TypeError",
    "undefined is not an object (evaluating 'list[5].V')",
    "Cannot read properties of undefined (reading 'V')",
  ],
  ["TypeError", "null is not an object (evaluating 'o.x = 1')", "Cannot set properties of null (setting 'x')"],
  ["TypeError", "undefined is not an object (evaluating 'o[0]')", "Cannot read properties of undefined (reading '0')"],
  ["TypeError", "o.run is not a function. (In 'o.run(1)', 'o.run' is undefined)", "o.run is not a function"],
  ["TypeError", "undefined is not a function (near '...x of 5...')", "5 is not iterable"],
  ["ReferenceError", "Can't find variable: zz", "zz is not defined"],
  ["RangeError", "Maximum call stack size exceeded.", "Maximum call stack size exceeded"],
  ["RangeError", "invalid array length", "Invalid array length"],
  ["RangeError", "Invalid Date", "Invalid time value"],
])("%s: %s", (name, message, v8s) => {
  expect(inV8Words({ name, message }, "")).toEqual({ name, message: v8s });
});

test("Firefox does not say whether a property was set: the line does", () => {
  const said = { name: "TypeError", message: `can't access property "x", o is undefined` };
  expect(inV8Words(said, "o.x = 1").message).toBe("Cannot set properties of undefined (setting 'x')");
  expect(inV8Words(said, "o.x === 1").message).toBe("Cannot read properties of undefined (reading 'x')");
});

test("what nobody knows stays as it is, and so does an error that a cell made", () => {
  for (const said of [
    { name: "TypeError", message: "velocity is to be a number" },
    { name: "ModelError", message: "too much recursion" },
  ])
    expect(inV8Words(said, "")).toEqual(said);
  expect(inV8Words({ name: "InternalError", message: "too much recursion" }, "").name).toBe("RangeError");
});

const stacks = {
  Firefox:
    "f@nullcline-cell-1:2:9\nouter/<@nullcline-cell-1:4:3\n@nullcline-cell-2:1:44\nstart/<@http://a/runner.js:4:7\n",
  WebKit:
    "f@nullcline-cell-1:2:14\nmap@[native code]\n@nullcline-cell-1:4:3\n@nullcline-cell-2:1:45\nglobal code@http://a/b.js:1:2",
};
/** A cell in which each line begins with the same of its text, as a map in its simplest form has it. */
const cell = (number: number, source: string): Runnable =>
  ({
    number,
    source,
    shifts: [],
    awaits: false,
    map: btoa(JSON.stringify({ mappings: "AACA;AACA;AACA;AACA" })),
  }) as never;

test.each(Object.entries(stacks))("the lines of cells are found in a stack of %s", (_, stack) => {
  const [first, second] = [cell(1, "const f = () => {\n  o.run(1);\n};\n  f();"), cell(2, "f()")];
  const cells = new Map([
    ["nullcline-cell-1", first],
    ["nullcline-cell-2", second],
  ]);
  const error = Object.assign(new RangeError("too far"), { stack });
  expect(thrownError(error, cells, second).traceback.filter((line) => !/^ {6}/.test(line))).toEqual([
    "RangeError: too far",
    "  at f, cell [1], line 2",
    "  at cell [1], line 4",
    "  at line 1",
  ]);
});

test("frames are told as V8 tells them", () => {
  expect(asFrames(stacks.Firefox)).toEqual([
    "f (nullcline-cell-1:2:9)",
    "nullcline-cell-1:4:3",
    "nullcline-cell-2:1:44",
    "http://a/runner.js:4:7",
  ]);
});

test("an error whose stack the engine keeps for itself is told when it is printed, once", () => {
  const give = takeWrittenStacks((error, written) => `${error.message}\n    at ${written}`);
  try {
    const error = Object.assign(new Error("made"), { stack: "f@a:1:2" });
    const shown = (error as unknown as Record<symbol, () => Error>)[Symbol.for("nodejs.util.inspect.custom")];
    for (let k = 0; k < 2; k++) expect(shown?.call(error).stack).toBe("made\n    at f@a:1:2");
  } finally {
    give();
  }
  expect(Symbol.for("nodejs.util.inspect.custom") in Error.prototype).toBe(false);
});
