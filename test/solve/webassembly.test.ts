import { describe, expect, test } from "vitest";
import { modelFromData } from "../../src/model/model-from-data.js";
import { catalogue } from "../../src/models/catalogue.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { adaptiveProgramText, TAKE_STEPS } from "../../src/solve/compiled/adaptive-program.js";
import { fixedProgramText } from "../../src/solve/compiled/fixed-program.js";
import type { StepProgramSpec } from "../../src/solve/compiled/program-parts.js";
import { javascriptMachine, type Machine, type ProgramText } from "../../src/solve/compiled/program-text.js";
import { preparedPrograms } from "../../src/solve/compiled/step-program.js";
import { compileText } from "../../src/solve/compiled/text-compiler.js";
import { moduleOf, webAssemblyMachine } from "../../src/solve/compiled/webassembly.js";
import { run, simulate } from "../../src/solve/simulate.js";
import { constant } from "../../src/solve/stimuli/stimulus-shapes.js";
import { sine } from "../../src/solve/stimuli/stimulus-waves.js";
import type { Stimulus } from "../../src/solve/stimuli/stimulus.js";

type Spec = Omit<StepProgramSpec, "kept">;

/** All that a call of a program leaves behind. */
function traceOf({ run: step, arrays }: Machine, { model, method, inputVaries }: Spec) {
  const n = model.stateNames.length;
  const clock = method === "dormandPrince" ? Float64Array.of(0, 50, 1e-6, 0, 0, 0, 0, TAKE_STEPS) : new Float64Array(6);
  if (method !== "dormandPrince") clock.set([0, 50, 0.01, 1]);
  const y = model.vectorOf(model.states);
  const stepSize = Float64Array.of(0.01, -27213.2350981447, 0);
  const floor = new Float64Array(n).fill(1);
  const input = (t: number, V: number) => (inputVaries ? 10 + 0.1 * t - 0.01 * V : NaN);
  const steps = step(clock, y, model.vector, input, stepSize, floor, new Float64Array(n).fill(1));
  const looks = clock[7] === 1; // where no step asked for a look, its start is whatever was in memory
  const written = Object.entries(arrays)
    .filter(([name]) => looks || name !== "L")
    .map(([name, values]) => [name, values.slice(0, steps)]);
  return { steps, clock, y, stepSize, written };
}

/** What a program kept of the states, without the numbers that it reads. */
const withoutTables = ({ written, ...rest }: ReturnType<typeof traceOf>) => ({
  ...rest,
  kept: written.filter(([name]) => /^K\d/.test(String(name))),
});

const inWebAssembly = (text: ProgramText, { model }: Spec): Machine => {
  const sizes = { states: model.stateNames.length, parameters: model.parameterNames.length };
  const machine = webAssemblyMachine(moduleOf(text, sizes), sizes);
  if (machine === undefined) throw new Error("there is no WebAssembly here");
  return machine;
};

describe("a step program has the same bits in WebAssembly and in JavaScript", () => {
  test.each([...Object.entries(catalogue)])("of %s", (_, model) => {
    const kept = model.stateNames.map((__, i) => i);
    for (const method of ["dormandPrince", "rk4", "exponentialEuler"] as const)
      for (const inputVaries of [false, true]) {
        const spec = { model, method, inputVaries, kept };
        const text = method === "dormandPrince" ? adaptiveProgramText(spec, 4) : fixedProgramText(spec);
        const plain = traceOf(javascriptMachine(text), spec);
        expect(plain.steps, `${method} takes steps`).toBeGreaterThan(0);
        expect(traceOf(inWebAssembly(text, spec), spec)).toEqual(plain);
        if (method !== "rk4") continue;
        const writtenOut = traceOf(inWebAssembly(fixedProgramText(spec, true), spec), spec);
        expect(withoutTables(writtenOut)).toEqual(withoutTables(plain));
      }
  });

  test("where programs take turns in the memory that they share", () => {
    const spec = { model: hodgkinHuxley, inputVaries: false, kept: [0] } as const;
    const [one, other] = (["rk4", "euler"] as const).map((method) => {
      const text = fixedProgramText({ ...spec, method });
      return { method, plain: javascriptMachine(text), quick: inWebAssembly(text, { ...spec, method }) };
    });
    for (const { method, plain, quick } of [one, other, one])
      expect(traceOf(quick, { ...spec, method })).toEqual(traceOf(plain, { ...spec, method }));
  });
});

test.each(["dormandPrince", "rk4", "exponentialEuler"] as const)(
  "by %s a stimulus may run the same model in its `at`, and that one's may again",
  (method) => {
    const dt = method === "dormandPrince" ? {} : { dt: 0.02 };
    const wave = sine(5, 10);
    const through = (inner: Stimulus): Stimulus => {
      const known = new Map<number, number>();
      const at = (t: number): number => {
        const value =
          known.get(t) ?? simulate(hodgkinHuxley, { duration: 0.2, stimulus: inner, method, ...dt }).at(0.1).V;
        known.set(t, value);
        return wave.at(t, 0) + 0.01 * value;
      };
      return { ...wave, at };
    };
    const same = (inner: Stimulus): Stimulus => {
      const { V } = simulate(hodgkinHuxley, { duration: 0.2, stimulus: inner, method, ...dt }).at(0.1);
      return { ...wave, at: (t: number) => wave.at(t, 0) + 0.01 * V };
    };
    const options = { duration: 4, method, ...dt };
    const nested = simulate(hodgkinHuxley, { ...options, stimulus: through(through(wave)) });
    expect(nested.states).toEqual(simulate(hodgkinHuxley, { ...options, stimulus: same(same(wave)) }).states);
  },
);

test("a program that the build has compiled makes the same run", () => {
  const prepared = modelFromData(hodgkinHuxley.data, { kernels: {}, programs: preparedPrograms(hodgkinHuxley) });
  const options = { duration: 30, stimulus: constant(10) };
  const { states } = run(prepared, options, { compiled: true });
  expect(states).toEqual(run(hodgkinHuxley, options, { compiled: false }).states);
});

describe("text that no step program is written in is refused", () => {
  test.each([
    ["let a = b;", "there is no b"],
    ["let a = 1; a = X[0];", "there is no array X"],
    ["let a = 0.5; let b = A[a];", "a double where an integer should be"],
    ["let a = (1 + 2;", "; where ) should be"],
    ["for (let s = 0; s < 3; s++) {", "an end where more should be"],
  ])("%s", (text, message) => {
    expect(() => compileText(text, new Map([["A", 0]]), new Map())).toThrow(message);
  });
});
