import { Application, type ProjectReflection, ReflectionKind, type SignatureReflection } from "typedoc";
import { beforeAll, expect, test } from "vitest";
import * as nullcline from "../src/index.js";

/** What stands before the options of each function that takes some: anything, as options are looked at first. */
const before: Readonly<Record<string, readonly unknown[]>> = (() => {
  const { hodgkinHuxley: model, persistentSodiumPotassium: planar, izhikevich } = nullcline;
  const run = nullcline.simulate(model, { duration: 1 });
  const activity = { raster: { time: [], cell: [] }, count: 1, duration: 10 };
  const net = nullcline.networkOf([[nullcline.rateUnit("linear", [1], 0)]]);
  const record = { time: [1, 2, 3], conductance: [0, 1, 2] };
  const cylinder = {
    length: 10,
    radius: 1,
    compartments: 2,
    membrane: nullcline.passiveMembrane,
    axialResistivity: 100,
  };
  return {
    simulate: [model],
    pulses: [1],
    doublet: [1],
    zap: [1],
    whiteNoise: [1],
    ornsteinUhlenbeck: [],
    poissonInput: [],
    compareMethods: [model],
    simulatePopulation: [model],
    withSynapses: [model, []],
    setup: [],
    explore: [model],
    potentialLandscape: [nullcline.persistentSodium],
    draggableNullclines: [planar, "EK"],
    twoPulses: [model],
    errorAgainstStep: [model],
    fitGate: [record],
    fitInactivatingGate: [record],
    poissonTrain: [20],
    bernoulliBinError: [20],
    intervalHistogram: [[1, 2]],
    firingRate: [[1, 2]],
    spikeCounts: [[1, 2]],
    spikeCountHistogram: [[1, 2]],
    fanoFactor: [[1, 2]],
    psth: [[[1, 2]]],
    neuralResponse: [[1, 2]],
    kernelRate: [[1, 2]],
    autocorrelogram: [[1, 2]],
    vanRossumDistance: [[1], [2]],
    coincidenceFactor: [[1], [2]],
    fitModel: [model, () => 0],
    bifurcations: [planar, "I", [0, 1]],
    dissect: [nullcline.hindmarshRose, "z"],
    bursts: [[1, 2]],
    fiCurve: [model, [0]],
    rateMap: [model, ["I", [0]], ["gK", [36]]],
    thresholdCurrent: [model],
    rheobase: [model],
    strengthDuration: [model, [1]],
    twoPulse: [model, [10]],
    corticalNetwork: [izhikevich],
    populationRate: [activity],
    rhythm: [activity, [10]],
    network: [[1, 1], "linear"],
    trainNetwork: [net, [{ input: [1], output: [1] }]],
    interpolatingNetwork: [Math.sin],
    approximationError: [net, Math.sin],
    limitCycles: [planar],
    phaseResponse: [planar.with({ I: 10 })],
    phaseShifts: [planar.with({ I: 10 })],
    phaseLocking: [planar.with({ I: 10 }), { kind: "electrical", strength: 0.1 }],
    simulatePair: [planar.with({ I: 10 }), { kind: "synaptic", onto: "V", weight: 0 }],
    impedance: [model, [1]],
    resonance: [model],
    zapResponse: [model],
    doubletSweep: [model, [5]],
    simulateCable: [nullcline.cable(cylinder)],
    conductionVelocity: [{ cable: nullcline.cable(cylinder), spikes: [], position: [] }],
    toXppaut: [model],
    toBrian2: [model],
    toNeuroML: [model],
    "plot.trace": [run],
    "plot.gallery": [{ run }],
    "plot.curves": [{ x: [0], y: [0] }],
    "plot.gating": [model],
    "plot.quantities": [model, ["INa"]],
    "plot.currents": [run],
    "plot.conductance": [[]],
    "plot.circuit": [[]],
    "plot.neuron": [],
    "plot.membrane": [],
    "plot.synapse": [],
    "plot.spikePhases": [run, []],
    "plot.fiCurve": [{ current: [0], rate: [0] }],
    "plot.flow": [nullcline.persistentSodium],
    "plot.potential": [nullcline.persistentSodium],
    "plot.phasePlane": [{ model: planar }],
    "plot.bifurcationDiagram": [{ branches: [], cycles: [], points: [], range: [0, 1], incomplete: [] }],
    "plot.dissection": [{ fast: { branches: [], cycles: [], points: [], range: [0, 1], incomplete: [] } }],
    "plot.eigenvalues": [[]],
    "plot.spectrum": [{ frequency: [1], magnitude: [1] }],
    "plot.impedance": [{ frequency: [1], magnitude: [1], phase: [0], unit: "1" }],
    "plot.raster": [[[1]]],
    "plot.isiHistogram": [[1]],
    "plot.psth": [{ edges: [0, 1], counts: [0], rate: [0] }],
  };
})();

let project: ProjectReflection;
let functions: readonly (readonly [name: string, signature: SignatureReflection])[];
const warnings: string[] = [];

beforeAll(async () => {
  // The types are checked by `npm test` itself.
  const app = await Application.bootstrapWithPlugins({ options: "typedoc.json", skipErrorChecking: true });
  const { options, logger } = app;
  options.setCompilerOptions(["src/index.ts"], options.getCompilerOptions(logger), undefined); // and what it imports
  app.logger.warn = (message: string) => void warnings.push(message);
  const converted = await app.convert();
  if (converted === undefined) throw new Error("TypeDoc cannot read src/index.ts");
  project = converted;
  app.validate(project);
  functions = project.getReflectionsByKind(ReflectionKind.CallSignature).flatMap((reflection) => {
    const signature = reflection as SignatureReflection;
    const { parent } = signature;
    const place = parent.parent?.kind === ReflectionKind.Namespace ? `${parent.parent.name}.` : "";
    return parent.kind === ReflectionKind.Function ? [[`${place}${parent.name}`, signature] as const] : [];
  });
});

test("every public name is documented, and nothing that it refers to is missing from the reference", () => {
  expect(warnings).toEqual([]);
  expect(functions.length).toBeGreaterThan(100);
});

test("every public name stands under a heading of src/index.ts", () => {
  expect(project.categories?.map(({ title }) => title)).not.toContain("Others");
});

test("lengths of time, widths and starts are given by name, never by position", () => {
  const positional = /^(duration|width|bin|dt|span|start|transient|tolerance)$/i;
  const wrong = functions.flatMap(([name, { parameters = [] }]) =>
    parameters.filter((parameter) => positional.test(parameter.name)).map((parameter) => `${name}: ${parameter.name}`),
  );
  expect(wrong).toEqual([]);
});

test("a seed may be left out everywhere", () => {
  const needed = [
    ...functions.flatMap(([name, { parameters = [] }]) =>
      parameters
        .filter((parameter) => parameter.name === "seed" && !parameter.flags.isOptional && !parameter.defaultValue)
        .map(() => name),
    ),
    ...project
      .getReflectionsByKind(ReflectionKind.Property)
      .filter(({ name, parent, flags }) => name === "seed" && parent?.name.endsWith("Options") && !flags.isOptional)
      .map((property) => property.getFullName()),
  ];
  expect(needed).toEqual([]);
});

test("options have a type of their own whose name ends in Options, and no record of arguments is without a name", () => {
  const wrong = functions.flatMap(([name, { parameters = [] }]) =>
    parameters
      .map((parameter) => ({ given: parameter.name, type: String(parameter.type), kind: parameter.type?.type }))
      .filter(({ given, type, kind }) =>
        given === "options" ? !/Options(<.*>)?$/.test(type) : kind === "reflection" && !type.includes("=>"),
      )
      .map(({ given, type }) => `${name}(${given}): ${type}`),
  );
  expect(wrong).toEqual([]);
});

test("every public function refuses a misspelt option with the likely name", () => {
  const taking = functions.filter(([, { parameters = [] }]) =>
    parameters.some(({ name, type }) => name === "options" || /Options(<.*>)?$/.test(String(type))),
  );
  const missing = taking.map(([name]) => name).filter((name) => before[name] === undefined);
  expect(missing, "functions with options that this test does not call").toEqual([]);
  const kept = taking.flatMap(([name]) => {
    const call = name
      .split(".")
      .reduce<unknown>((holder, part) => (holder as Record<string, unknown>)[part], nullcline) as (
      ...given: readonly unknown[]
    ) => unknown;
    const where = `${name} has no option`;
    try {
      call(...before[name], { durationn: 1, titel: 1, width_: 1, methd: 1, sed: 1 });
      return [`${name} takes it`];
    } catch (error) {
      return error instanceof TypeError && error.message.startsWith(where) ? [] : [`${name}: ${String(error)}`];
    }
  });
  expect(kept).toEqual([]);
});

test.each([
  ["simulate", () => nullcline.simulate(nullcline.hodgkinHuxley, { duratoin: 5 } as never), "'duration'"],
  ["simulate", () => nullcline.simulate(nullcline.hodgkinHuxley, { duration: 5, start: 5 } as never), "'initial'"],
  ["fiCurve", () => nullcline.fiCurve(nullcline.hodgkinHuxley, [1], { start: "previous" } as never), "'initial'"],
  ["plot.flow", () => nullcline.plot.flow(nullcline.persistentSodium, { range: [0, 1] } as never), "'window'"],
  ["rheobase", () => nullcline.rheobase(nullcline.hodgkinHuxley, { length: 5 } as never), "'duration'"],
])("%s says what was meant", (_, call, name) => {
  expect(call).toThrow(`Did you mean ${name}?`);
});
