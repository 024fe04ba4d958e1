import { describe, expect, it } from "vitest";
import { defineModel } from "../../src/model/text/define.js";
import { state, type ModelDefinition } from "../../src/model/text/definition.js";
import { ModelError } from "../../src/model/error.js";
import { parseExpression } from "../../src/model/text/expression.js";
import { print } from "../../src/model/text/units.js";
import { modelFromData } from "../../src/model/model-from-data.js";

const base: ModelDefinition<"C" | "I" | "gL" | "EL"> = {
  name: "passive membrane",
  source: "test",
  equations: "C dV/dt = I - gL*(V - EL)",
  states: { V: state(-65, "mV") },
  parameters: { C: [1, "uF/cm^2"], I: [0, "uA/cm^2"], gL: [0.3, "mS/cm^2"], EL: [-70, "mV"] },
};
const define = (changes: object) => () => defineModel({ ...base, ...changes });

describe("defineModel", () => {
  it("derives field, quantities and initial state from the text, in any order of lines", () => {
    const model = defineModel({
      ...base,
      equations: "# Ohm's law\nIL = gL*(V - EL)\nC dV/dt = I\n  - IL",
      states: { V: state("EL + 0.0*EL", "mV") },
    });
    expect(model.states).toEqual({ V: -70 });
    expect(model.quantities).toEqual(["IL"]);
    expect(model.units.IL).toBe("uA/cm^2");
    expect(model.field({ V: -60 })).toEqual([-0.3 * 10]);
    expect(model.with({ C: 2 }).field([-60])).toEqual([-0.3 * 5]);
    expect(model.quantity("IL", [-60])).toBe(3);
  });

  it("is immutable: with() leaves the model and its vector untouched", () => {
    const model = define({})();
    model.vector[0] = 99;
    model.with({ C: 5 });
    expect(model.parameters.C).toBe(1);
    expect(() => {
      (model.parameters as Record<string, number>).C = 3;
    }).toThrow(TypeError);
  });

  it("rebuilds the same model from JSON", () => {
    const model = define({})().with({ I: 7 });
    const again = modelFromData(JSON.parse(JSON.stringify(model.data)));
    expect(again.field([-61])).toEqual(model.field([-61]));
    expect(again.tex).toBe(model.tex);
    expect(again.parameters).toEqual(model.parameters);
  });

  it.each<[string, object, RegExp]>([
    [
      "an unknown symbol, with the likely name",
      { equations: "C dV/dt = I - gl*(V - EL)" },
      /line 1: unknown symbol 'gl'\. Did you mean 'gL'\?/,
    ],
    ["an unknown symbol in the coefficient", { equations: "Cm dV/dt = I - gL*(V - EL)" }, /unknown symbol 'Cm'/],
    ["the line of the error", { equations: "C dV/dt = I - IL\nIL = gL*(V - E)" }, /line 2: unknown symbol 'E'/],
    [
      "a name used twice",
      { equations: "C dV/dt = I - gL*(V - EL)\ngL = 3*gL" },
      /'gL' is a parameter and again defined on line 2/,
    ],
    [
      "a quantity defined twice",
      { equations: "C dV/dt = I - x\nx = gL*V\nx = gL*EL" },
      /'x' is defined on line 2 and again defined on line 3/,
    ],
    ["a state without equation", { equations: "x = 1" }, /state 'V' has no equation; add a line 'dV\/dt = …'/],
    ["two equations for one state", { equations: "C dV/dt = I\nC dV/dt = I" }, /two equations, on line 1 and line 2/],
    ["a derivative of no state", { equations: "C dW/dt = I" }, /'W' is not a state/],
    [
      "a circular definition, with its path",
      { equations: "C dV/dt = I - a\na = b\nb = a" },
      /circular definition a → b → a/,
    ],
    ["time in an equation", { equations: "C dV/dt = I*t" }, /give what depends on time as a stimulus/],
    [
      "a missing sign of multiplication",
      { equations: "C dV/dt = I - gL (V - EL)" },
      /'gL' is not a function here.*Was 'gL \* \(…\)' meant/,
    ],
    ["a function without argument", { equations: "C dV/dt = I*exp" }, /'exp' is a function; write exp\(…\)/],
    ["a line that is no equation", { equations: "C dV/dt = I\nV + 3" }, /line 2: expected 'name = …'/],
    ["a syntax error", { equations: "C dV/dt = I - * V" }, /line 1: cannot read/],
    ["a reset without threshold", { reset: "V = EL" }, /a reset needs a threshold/],
    ["a reset of a parameter", { threshold: "V > EL", reset: "gL = EL" }, /a reset assigns states/],
    ["a threshold that compares nothing", { threshold: "V" }, /expected a comparison/],
    ["a circular initial value", { states: { V: state("2*V", "mV") } }, /circular, V → V/],
    ["an input that is no parameter", { input: "J" }, /input 'J' is not a parameter/],
    ["a preset of an unknown parameter", { presets: { a: { gl: 1 } } }, /preset 'a' sets 'gl'.*'gL'/],
    [
      "a parameter that is not finite",
      { parameters: { ...base.parameters, C: [NaN, "uF/cm^2"] } },
      /must be a finite number, got NaN/,
    ],
  ])("refuses %s", (_, changes, message) => {
    expect(define(changes)).toThrow(ModelError);
    expect(define(changes)).toThrow(message);
  });

  it("refuses unknown and non-finite parameters and states at the border, with the likely name", () => {
    const model = define({})();
    expect(() => model.with({ gl: 1 } as never)).toThrow(/no parameter 'gl'; it has C, I, gL, EL\. Did you mean 'gL'/);
    expect(() => model.with({ V: 1 } as never)).toThrow(/'V' is a state; give its initial value/);
    expect(() => model.with({ I: "10" as never })).toThrow(/'I' must be a finite number, got 10/);
    expect(() => model.preset("x")).toThrow(/no preset 'x'/);
    expect(() => model.field([1, 2])).toThrow(/has 1 state \(V\), got a vector of 2/);
    expect(() => model.field({ v: 1 })).toThrow(/no state 'v'.*Did you mean 'V'/);
  });
});

it.each([
  "-(V - EL)*3",
  "(V - EL)^2/(gL*(2 - V))",
  "V - (EL - (V + EL))",
  "(-V)^2 + V/(3/V)",
  "exp(-(V + EL)/10)*V",
  "(V > EL ? 1 : 2)*(a*b)^(c + 1)",
])("an error prints %s as it was written", (formula) => {
  expect(print(parseExpression(formula, "line 1"))).toBe(formula);
});

describe("units", () => {
  it.each<[string, object, RegExp]>([
    [
      "an equation without its capacitance",
      { equations: "dV/dt = I - gL*(V - EL)" },
      /dV\/dt has unit mV\/ms, but 'I - gL\*\(V - EL\)' has unit uA\/cm\^2/,
    ],
    [
      "a sum of current and voltage",
      { equations: "C dV/dt = I - (V - EL)" },
      /'I' has unit uA\/cm\^2, but 'V - EL' has unit mV/,
    ],
    ["a number added to a voltage", { equations: "C dV/dt = I - gL*(V + 65)" }, /'V' has unit mV, but '65' has unit 1/],
    [
      "an exponential of a voltage",
      { equations: "C dV/dt = I*exp(V)" },
      /exp\(…\) needs a pure number, but 'V' has unit mV/,
    ],
    [
      "volts among millivolts, though the dimension agrees",
      { parameters: { ...base.parameters, EL: [-0.07, "V"] } },
      /'V' has unit mV, but 'EL' has unit V/,
    ],
    [
      "a threshold of the wrong unit",
      { threshold: "V > gL" },
      /threshold: 'V' has unit mV, but 'gL' has unit mS\/cm\^2/,
    ],
    ["a reset of the wrong unit", { threshold: "V > EL", reset: "V = I" }, /reset, line 1: V has unit mV, but 'I'/],
    [
      "a fit in the wrong unit",
      { equations: "C dV/dt = 3*V [mV]" },
      /C dV\/dt has unit uA\/cm\^2, but the line is given in mV/,
    ],
    ["an initial value of the wrong unit", { states: { V: state("gL", "mV") } }, /initial value of V/],
    [
      "a unit that is none",
      { parameters: { ...base.parameters, C: [1, "uFF"] } },
      /parameter 'C' has unit 'uFF', which is not a unit.*Did you mean 'uF'\?/,
    ],
    [
      "a unit with a capital letter too many",
      { parameters: { ...base.parameters, C: [1, "nA MOhm/ms"] } },
      /has unit 'nA MOhm\/ms', which is not a unit.*Did you mean 'Mohm'\?/,
    ],
    ...["Infinity", "NaN", "true", "null", "not"].map((word): [string, object, RegExp] => [
      `a parameter called ${word}`,
      { parameters: { ...base.parameters, [word]: [1, "1"] } },
      new RegExp(`a parameter cannot be named '${word}'`),
    ]),
    ["a number beyond all", { equations: "C dV/dt = I*1e999" }, /'Infinity' is not part of an equation/],
  ])("refuse %s", (_, changes, message) => {
    expect(define(changes)).toThrow(message);
  });

  it("let a fit of numbers be a fit of numbers", () => {
    const model = defineModel({ ...base, equations: "C dV/dt = I - 0.04*V^2 - 5*V [uA/cm^2]" });
    expect(model.field([10])).toEqual([-54]);
  });
});

describe("hostile text", () => {
  it.each([
    "globalThis",
    "constructor",
    "V.constructor",
    "V[0]",
    "f(x) = x",
    '"alert(1)"',
    "process.exit()",
    "x = (y = 3)",
    'import("fs")',
    "{a: 1}",
    "[1, 2]",
    "1; 2",
    "`${1}`",
    "this",
    "V => V",
    "() => 1",
    "V'",
    "5!",
    "true",
    "3 + 4i",
    "a ? b : c",
    "V > 3",
    "eval(1)",
    "Function(1)",
    "__proto__",
    "toString()",
  ])("is refused: %s", (text) => {
    expect(define({ equations: `C dV/dt = ${text}` })).toThrow(ModelError);
  });

  it.each(["constructor", "__proto__", "a b", "x;alert(1)", "1x", "exp", "t", "", "gL'", "á"])(
    "is refused as a name: %s",
    (name) => {
      expect(() => defineModel({ ...base, parameters: { ...base.parameters, [name]: [1, "1"] } })).toThrow(
        name === "__proto__" ? /./ : ModelError,
      );
    },
  );

  it("never reaches generated code: only indices and numbers do", async () => {
    const { kernelText } = await import("../../src/model/code/kernels.js");
    const model = defineModel({ ...base, equations: "C dV/dt = I - alert_1*(V - EL)\nalert_1 = gL" });
    expect(kernelText("field", model.graph, model.roots, 4)).not.toMatch(/alert|gL|EL|passive/);
  });
});
