import { expect, test } from "vitest";
import { ModelError } from "../src/model/error.js";
import * as nullcline from "../src/index.js";
import { foreign } from "./foreign-errors.js";

const { hodgkinHuxley, plot, simulate } = nullcline;

/** What is no model, no run and no number, given in the place of the first argument. */
const wrong = {
  undefined: undefined,
  null: null,
  "a number": 1,
  "a name": "hodgkinHuxley",
  "an empty record": {},
  "an empty list": [],
  "what makes a model": function makeNeuron() {
    return hodgkinHuxley;
  },
  "a run": simulate(hodgkinHuxley, { duration: 1 }),
};
type Wrong = keyof typeof wrong;

/** What a function rightly takes of these, and why. */
const taken: Readonly<Record<string, { readonly values: readonly Wrong[]; readonly as: string }>> = {
  constant: { values: ["a number"], as: "an amplitude" },
  ramp: { values: ["a number"], as: "a slope" },
  whiteNoise: { values: ["a number"], as: "an intensity" },
  random: { values: ["undefined", "a number"], as: "a seed, which may be left out" },
  blindNeuron: { values: ["a number"], as: "the number of a neuron" },
  blindPatch: { values: ["a number"], as: "the number of a patch" },
  blindSynapse: { values: ["a number"], as: "the number of a synapse" },
  student: { values: ["a name"], as: "a student's id" },
  locatePackage: { values: ["a name"], as: "a path" },
  progress: { values: ["undefined", "a number"], as: "a notebook, which may be left out or be a number" },
  setup: { values: ["undefined", "an empty record"], as: "options" },
  "plot.neuron": { values: ["undefined", "an empty record"], as: "options" },
  "plot.membrane": { values: ["undefined", "an empty record"], as: "options" },
  "plot.synapse": { values: ["undefined", "an empty record"], as: "options" },
  "plot.trace": { values: ["a run"], as: "a run" },
  "plot.currents": { values: ["a run"], as: "a run" },
  "plot.conductance": { values: ["an empty list"], as: "records, of which none is drawn" },
  "plot.spectrum": { values: ["an empty record", "an empty list"], as: "spectra, of which there may be none" },
  "plot.eigenvalues": { values: ["an empty record", "an empty list"], as: "eigenvalues, of which there may be none" },
  "plot.raster": { values: ["an empty record", "an empty list"], as: "trains, of which there may be none" },
  "plot.isiHistogram": { values: ["an empty list"], as: "the intervals of a silent neuron" },
  bursts: { values: ["an empty list"], as: "the spikes of a silent neuron" },
  interspikeIntervals: { values: ["an empty list"], as: "the spikes of a silent neuron" },
  coefficientOfVariation: { values: ["an empty list"], as: "the spikes of a silent neuron" },
  localVariation: { values: ["an empty list"], as: "the spikes of a silent neuron" },
};

/** What the error is about, of functions that do not put their own name before it. */
const about: Readonly<Record<string, string>> = {
  check: "exercise",
  hint: "exercise",
  solution: "exercise",
  statements: "exercise",
  variant: "exercise",
  predict: "prediction",
  progress: "notebook",
  random: "seed",
  fromXppaut: ".ode file",
};

type Call = (...given: readonly unknown[]) => unknown;

const functions: readonly (readonly [name: string, call: Call])[] = [
  ...Object.entries(nullcline as Readonly<Record<string, unknown>>),
  ...Object.entries(plot).map(([name, draw]) => [`plot.${name}`, draw] as const),
].flatMap(([name, value]) =>
  typeof value === "function" && name !== "SimulationError" ? [[name, value as Call] as const] : [],
);
/** With an argument, left out or not: what asks for none takes none. */
const asking = functions.filter(([name, { length }]) => length > 0 || taken[name] !== undefined || name === "sum");

function answered(name: string, call: Call, value: unknown): string | undefined {
  try {
    call(value);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError || error instanceof ModelError))
      return `is ${String(error)}`;
    const { message } = error;
    return foreign.test(message) || ![name, about[name] ?? name].some((words) => message.includes(words))
      ? message
      : undefined;
  }
  return "is a result";
}

test("every public function refuses what is not its first argument, in words of its own that name it", () => {
  const answers = asking.flatMap(([name, call]) =>
    (Object.keys(wrong) as Wrong[])
      .filter((value) => !taken[name]?.values.includes(value))
      .flatMap((value) => {
        const answer = answered(name, call, wrong[value]);
        return answer === undefined ? [] : [`${name} of ${value}: ${answer}`];
      }),
  );
  expect(answers).toEqual([]);
  expect(asking.length).toBeGreaterThan(110);
});

test("what is listed as taken, and as named otherwise, is there", () => {
  const names = asking.map(([name]) => name);
  expect([...Object.keys(taken), ...Object.keys(about)].filter((name) => !names.includes(name))).toEqual([]);
});

const lost = (() => undefined)();

test.each([
  ["a name in quotes", "hodgkinHuxley", 'got "hodgkinHuxley". Did you mean hodgkinHuxley, without quotes?'],
  ["equations", "dv/dt = -v", 'got "dv/dt = -v". Equations become a model by defineModel({ … }).'],
  ["a function", wrong["what makes a model"], "the function makeNeuron. Did you mean what it returns, makeNeuron()?"],
  ["a run", wrong["a run"], "got a run, as simulate(…) returns it. Did you mean the model that was run?"],
  ["several", [hodgkinHuxley, hodgkinHuxley], "Give one model at a time."],
  ["a definition", { equations: "", states: {} }, "got { equations, states }. Did you mean defineModel(…) of it?"],
  ["data", hodgkinHuxley.data, "Did you mean modelFromData(…) of it?"],
  ["nothing", lost, "got undefined. Does the function that makes it return it?"],
])("in the place of a model, %s is told with what was meant", (_, given, words) => {
  const call = (): unknown => nullcline.fiCurve(given as never, [1]);
  expect(call).toThrow(TypeError);
  expect(call).toThrow("fiCurve takes a model, such as hodgkinHuxley; got ");
  expect(call).toThrow(words);
});

test.each([
  ["plot.trace", () => plot.trace(hodgkinHuxley as never), "Did you mean simulate(model, …)?"],
  ["plot.bifurcationDiagram", () => plot.bifurcationDiagram(hodgkinHuxley as never), "bifurcations(model, …)?"],
  ["spikePhases", () => nullcline.spikePhases([wrong["a run"]] as never), "Give one at a time."],
  ["plot.curves", () => plot.curves({ a: [1, 2] } as never, {} as never), "got [1, 2] as 'a'"],
  ["simulate", () => simulate("hodgkinHuxley" as never, { duration: 1 }), "or a function (t, y, dydt) => …"],
  [
    "simulate",
    () => simulate(wrong["what makes a model"] as never, { duration: 1, initial: [0] }),
    "makeNeuron returned the model",
  ],
  ["simulate", () => simulate(((_t: number, y: number) => [-y]) as never, { duration: 1, initial: [0] }), "dydt"],
])("%s says what was meant by the %#th wrong thing", (name, call, words) => {
  expect(call).toThrow(TypeError);
  expect(call).toThrow(name);
  expect(call).toThrow(words);
});
