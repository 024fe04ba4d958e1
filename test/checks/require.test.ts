import { describe, expect, test } from "vitest";
import {
  knownOptions,
  requireChoice,
  requireCount,
  requireFinite,
  requireInput,
  requireInterval,
  requireNumbers,
  requireParameter,
  requirePositive,
  requireThreshold,
} from "../../src/checks/require.js";
import { suggestion } from "../../src/checks/suggestion.js";

interface Options {
  readonly duration?: number;
  readonly initial?: number;
}

const known = (options: unknown): unknown => knownOptions<Options>("run", options as Options, ["duration", "initial"]);
const model = { name: "toy", parameterNames: ["gNa", "I"], input: undefined, spiking: { threshold: false } };

describe("options", () => {
  test("come back as they were given, and none as an empty record", () => {
    const options = { duration: 5 };
    expect(known(options)).toBe(options);
    expect(known(undefined)).toEqual({});
  });

  test.each([
    [{ durations: 5 }, "run has no option 'durations'; it has duration, initial. Did you mean 'duration'?"],
    [{ start: 5 }, "run has no option 'start'; it has duration, initial. Did you mean 'initial'?"],
    [{ tstop: 5 }, "Did you mean 'duration'?"],
    [{ colour: 5 }, "run has no option 'colour'; it has duration, initial."],
    [5, "run takes its options by name, as in { duration: … }, got 5"],
    [[1, 2], "by name, as in { duration: … }, got [1, 2]"],
    [new Float64Array(2), "by name, as in { duration: … }"],
    [null, "got null"],
  ])("%j is refused", (options, message) => {
    expect(() => known(options)).toThrow(TypeError);
    expect(() => known(options)).toThrow(message);
  });
});

test.each<[string, () => unknown, ErrorConstructor, string]>([
  [
    "a parameter",
    () => requireParameter("f", model, "gna"),
    RangeError,
    "f: toy has no parameter 'gna'; it has gNa, I. Did you mean 'gNa'?",
  ],
  [
    "a parameter by something else than its name",
    () => requireParameter("f", model, { parameter: "I" } as never),
    RangeError,
    "f: toy has no parameter '[object Object]'; it has gNa, I. A name is a text, such as 'gNa'.",
  ],
  ["an input", () => requireInput("f", model), RangeError, "f: toy has no input; name the parameter"],
  ["a threshold", () => requireThreshold("f", model), RangeError, "f: toy does not say what a spike is"],
  [
    "a positive number",
    () => requirePositive("f", "dt", 0, "ms"),
    RangeError,
    "f: dt must be a positive number of ms, got 0",
  ],
  ["a positive number, got text", () => requirePositive("f", "dt", "1"), RangeError, 'got "1"'],
  ["a finite number", () => requireFinite("f", "x", NaN), RangeError, "f: x must be a finite number, got NaN"],
  ["a count", () => requireCount("f", "n", 1.5), RangeError, "f: n must be a whole number of 1 or more, got 1.5"],
  ["an interval", () => requireInterval("f", "range", [2, 1]), RangeError, "an increasing pair of numbers, got [2, 1]"],
  [
    "a choice",
    () => requireChoice("f", "way", "uo", ["up", "down"]),
    RangeError,
    'f: way must be one of "up", "down", got "uo". Did you mean \'up\'?',
  ],
  [
    "a list",
    () => requireNumbers("f", "currents", 5, "[0, 5]"),
    TypeError,
    "f: currents must be a list of numbers, as in [0, 5], got 5",
  ],
  [
    "a list with a gap",
    () => requireNumbers("f", "currents", [1, NaN], "[0, 5]"),
    RangeError,
    "f: currents[1] must be a finite number, got NaN",
  ],
])("what lacks %s is refused by name, with its value", (_, call, kind, message) => {
  expect(call).toThrow(kind);
  expect(call).toThrow(message);
});

test("a name is suggested for a slip of the hand, not for another word", () => {
  expect(suggestion("gNA", ["gK", "gNa"])).toBe(" Did you mean 'gNa'?");
  expect(suggestion("tau_n", ["tauM", "tauH", "tauN"])).toBe(" Did you mean 'tauN'?");
  expect(suggestion("tauN", ["tau_m", "tau_n"])).toBe(" Did you mean 'tau_n'?");
  expect(suggestion("druation", ["duration"])).toBe(" Did you mean 'duration'?");
  expect(suggestion("I", ["n"])).toBe("");
  expect(suggestion("temperature", ["duration"])).toBe("");
});
