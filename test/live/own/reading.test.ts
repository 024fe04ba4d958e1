import { describe, expect, test } from "vitest";
import { example, longest, type Draft } from "../../../src/live/own/draft.js";
import { readingOf, type Reading } from "../../../src/live/own/reading.js";
import type { ModelError } from "../../../src/model/error.js";
import { defineModel } from "../../../src/model/text/define.js";
import { definitionOf } from "../../../src/live/own/draft.js";
import { initialState } from "../../../src/live/explorer/state/state.js";
import { compute } from "../../../src/live/explorer/state/compute.js";

const empty: Draft = { ...example, states: [], parameters: [], threshold: "" };
const typed = (equations: string, draft: Draft = example): Draft => ({ ...draft, equations });
const refused = (draft: Draft): Extract<Reading, { kind: "none" }> => {
  const reading = readingOf(draft);
  if (reading.kind === "model") throw new Error(`${draft.equations} is a model`);
  return reading;
};
const accepted = (draft: Draft): Extract<Reading, { kind: "model" }> => {
  const reading = readingOf(draft);
  if (reading.kind === "none") throw new Error(reading.message);
  return reading;
};
/** Presses the first button until none is left. */
const mended = (draft: Draft): { readonly draft: Draft; readonly labels: readonly string[] } => {
  const labels: string[] = [];
  for (let at = draft; ; ) {
    const reading = readingOf(at);
    if (reading.kind === "model" || reading.repairs.length === 0) return { draft: at, labels };
    labels.push(reading.repairs[0].label);
    at = reading.repairs[0].draft;
    if (labels.length > 5) throw new Error(labels.join("\n"));
  }
};

describe("what is typed", () => {
  test("stands as a model that an explorer runs", () => {
    const { payload, script } = accepted(example);
    const made = compute(initialState(payload), 0);
    expect(made?.kind).toBe("run made");
    expect(script).toMatch(/^\(window\.nullclineKernels \?\?= \{\}\)\["/);
  });

  test("is refused in the words of defineModel, with its line and symbol", () => {
    const draft = typed("# one\ndv/dt = v - w + I [1/ms]\ndw/dt = epsilom*v [1/ms]");
    let words = "";
    try {
      defineModel(definitionOf(draft));
    } catch (error) {
      words = (error as ModelError).message;
    }
    const { message, line, symbol } = refused(draft);
    expect(`${draft.name}: ${message}`).toBe(words);
    expect(message).toBe("line 3: unknown symbol 'epsilom'. Did you mean 'epsilon'?");
    expect([line, symbol]).toEqual([3, "epsilom"]);
    expect(refused(typed(`\n\n${draft.equations}`)).line).toBe(5);
  });

  test("is refused where a number is none, a name stands twice, or a value cannot be", () => {
    const [I, ...others] = example.parameters;
    const withI = (changes: Partial<typeof I>): Draft => ({
      ...example,
      parameters: [{ ...I, ...changes }, ...others],
    });
    expect(refused(withI({ value: "1,5" })).message).toBe("parameter 'I' must be a finite number, got '1,5'");
    expect(refused(withI({ value: "" })).message).toBe("parameter 'I' must be a finite number, got nothing");
    expect(refused(withI({ low: "3" })).message).toBe("the range of 'I' must be an increasing pair, got [3, 2]");
    expect(refused(withI({ unit: "mv" })).message).toContain("Did you mean 'mV'?");
    expect(refused({ ...example, parameters: [I, I, ...others] }).message).toContain("'I' is there twice");
    expect(refused({ ...example, states: [example.states[0]] }).message).toContain("'w' is not a state");
    expect(refused({ ...example, name: " " }).message).toContain("name");
    const leaky = typed("C dv/dt = -g*v", {
      ...empty,
      states: [{ name: "v", value: "0", unit: "mV", low: "", high: "" }],
    });
    const parameters = [
      { name: "C", value: "0", unit: "uF/cm^2", low: "", high: "" },
      { name: "g", value: "1", unit: "mS/cm^2", low: "", high: "" },
    ];
    expect(refused({ ...leaky, parameters }).message).toContain("a capacitance is above 0");
  });
});

describe("a repair", () => {
  test("writes the symbol that was meant, or makes the other one a parameter", () => {
    const { repairs } = refused(typed(example.equations.replace("epsilon", "epsilom")));
    expect(repairs.map(({ label }) => label)).toEqual(["write epsilon for epsilom", "make epsilom a parameter"]);
    expect(repairs[0].draft).toEqual(example);
    expect(accepted(repairs[1].draft).repairs.map(({ label }) => label)).toEqual(["leave out epsilon"]);
  });

  test("takes what pplane, XPPAUT and Fork read, x' = …, in one step", () => {
    const { draft, labels } = mended(typed("x' = y\ny' = mu*(1 - x^2)*y - x\n", example));
    expect(labels).toEqual([
      "write dx/dt for x' and dy/dt for y'; make x and y states; make mu a parameter; leave out v, w, I, a, b and epsilon; end the lines of derivatives with [1/ms]",
    ]);
    expect(draft.equations).toBe("dx/dt = y  [1/ms]\ndy/dt = mu*(1 - x^2)*y - x  [1/ms]\n");
    expect(draft.threshold).toBe("");
    accepted(draft);
    accepted(mended(typed("x' = sigma*(y - x)\ny' = x*(rho - z) - y # Lorenz\nz' = x*y\n  - beta*z", empty)).draft);
  });

  test("gives the names of a membrane their usual units", () => {
    const text = "C dV/dt = I - gL*(V - EL) - gK*n*(V - EK)\ndn/dt = (nInf - n)/tau\nnInf = 1/(1 + exp((Vh - V)/k))";
    const { draft } = mended(typed(text));
    expect(draft.parameters.map(({ name, unit }) => `${name} ${unit}`)).toEqual([
      "I uA/cm^2",
      ...["gL mS/cm^2", "EL mV", "gK mS/cm^2", "EK mV", "C uF/cm^2", "tau ms", "Vh mV", "k 1"],
    ]);
    expect(draft.threshold).toBe("V > 0 [mV]");
    expect(refused(draft).message).toContain("line 3: exp(…) needs a pure number");
  });

  test("never leads in circles, whatever was typed", () => {
    for (const text of ["dv/dt = q", "dq/dt = v", "q = v", "dv/dt = v\ndv/dt = w", "dw/dt = t", "x' = exp", ""])
      mended(typed(text));
  });
});

describe("hostile text", () => {
  const hostile = [
    "alert(1)",
    "constructor(1)",
    'v.constructor("alert(1)")()',
    "v[0]",
    "import('x')",
    "(() => 1)()",
    "f(x) = x",
    "a = 1; b",
    '"text"',
    "`text`",
    "${1}",
    "{a: 1}",
    "1 to cm",
    "5 cm",
    "true",
    "null",
    "i",
    "e",
    "v'",
    "v!",
    "[1, 2]",
    "1:3",
    "v == 1",
    "v and w",
    "window",
    "globalThis",
    "__proto__",
    "prototype",
    "toString",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\\href{javascript:alert(1)}{v}",
    "\u2028alert(1)",
    "/*",
    "//",
  ];

  test("is refused wherever it stands, and no word of it reaches the code of a model", () => {
    for (const text of hostile) {
      expect(readingOf(typed(`dv/dt = ${text}\ndw/dt = v [1/ms]`)).kind, text).toBe("none");
      expect(readingOf({ ...example, threshold: text }).kind, text).toBe("none");
      expect(readingOf({ ...example, reset: `v = ${text}` }).kind, text).toBe("none");
      const [v, w] = example.states;
      expect(readingOf({ ...example, states: [{ ...v, value: text }, w] }).kind, text).toBe("none");
      expect(readingOf({ ...example, states: [{ ...v, unit: text }, w] }).kind, text).toBe("none");
      const named = { ...example.parameters[0], name: text };
      expect(readingOf({ ...example, parameters: [...example.parameters, named] }).kind, text).toBe(
        /^[a-z]\w*$/i.test(text) && !["true", "null", "i", "e", "toString"].includes(text) ? "model" : "none",
      );
    }
  });

  test("in names of models and in comments stays text", () => {
    const script = "</script><script>alert(1)</script>";
    const { script: code, payload } = accepted({ ...example, name: script.slice(0, 60), source: script });
    expect(code).not.toContain("alert");
    expect(payload.systems[0].mathml).not.toContain("alert");
    expect(accepted(typed(`# ${script}\n${example.equations}`)).script).not.toContain("alert");
  });

  test("makes code of nothing but arithmetic of numbers, states and parameters", () => {
    const { script } = accepted(example);
    const body = script
      .replace(/^.*?= \{/s, "")
      .replace(/\};$/, "")
      .replace(/"\w+"/, "");
    const words = new Set(body.match(/[A-Za-z_$][\w$]*/g));
    const arithmetic = /^(y|p|o|q|t\d+|r\d+|const|return|Infinity|Math|[a-z]+[0-9]?)$/i;
    expect([...words].filter((word) => !arithmetic.test(word))).toEqual([]);
    for (const word of ["window", "document", "globalThis", "eval", "Function", "import", "fetch"])
      expect(words).not.toContain(word);
  });

  test("that is long, deep or large is refused in time", () => {
    const texts: readonly (readonly [string, string])[] = [
      ["(".repeat(3000), "expected 'name = …'"],
      [`dv/dt = ${"(".repeat(3000)}v${")".repeat(3000)}`, "nested too deeply"],
      [`dv/dt = ${"-".repeat(5000)}v [1/ms]`, "nested too deeply"],
      [`dv/dt = ${"exp(".repeat(1200)}v${")".repeat(1200)}`, "nested too deeply"],
      ["x".repeat(longest.equations + 1), "have 8001 characters"],
      ["d".repeat(7900), "expected 'name = …'"],
      [`dv/dt = ${"d ".repeat(3900)}`, "state 'w' has no equation"],
      [`${"dv ".repeat(2600)}/dt = 1`, "state 'w' has no equation"],
      [Array.from({ length: 600 }, (_, k) => `q${k} = v+${k}`).join("\n"), "state 'v' has no equation"],
      ["dw/dt = w [1/ms]", "state 'v' has no equation"],
      [
        `dv/dt = v [1/ms]\ndw/dt = ${Array.from({ length: 400 }, (_, k) => `sin(${k}*v)`).join("+")} [1/ms]`,
        "operations",
      ],
    ];
    for (const [text, why] of texts) expect(refused(typed(text)).message, text.slice(0, 40)).toContain(why);
  });
});
