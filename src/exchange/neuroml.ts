import { requireModel } from "../checks/require-model.js";
import { present } from "../checks/present.js";
import type { Model } from "../model/model.js";
import { describe, renamed, type Description } from "./description.js";
import { requireRun, type ExportOptions } from "./export-options.js";
import { lemsFormulas, type LemsFormulas } from "./neuroml-formulas.js";
import { LemsUnits } from "./neuroml-units.js";
import { element, xmlComment } from "./xml.js";

/** Names that mean something in LEMS or in a cell of NeuroML. */
const reserved = [
  "t",
  "id",
  "name",
  "type",
  "spike",
  "spiking",
  "lastSpike",
  "active",
  "H",
  "ln",
  "log",
  "random",
  "factorial",
  "floor",
  "ceil",
  "pi",
];

/**
 * The model as a LEMS file for NeuroML 2 (Cannon et al. 2014 Front. Neuroinform. 8:79), a cell type of its own with one
 * cell and a simulation, which writes the membrane potential and the spike times: `jnml LEMS_file.xml -nogui`. The
 * first state is called v, or V if it has no unit, as NeuroML asks; quantities keep the model's units, and lines that
 * are fits of numbers divide each symbol by one of its unit. Initial values are numbers, those at the present
 * parameters.
 * @throws ModelError for what LEMS cannot say
 */
export function toNeuroML(model: Model, options: ExportOptions = {}): string {
  requireModel("toNeuroML", model);
  const { duration, dt } = requireRun("toNeuroML", options, 0.005);
  const description = describe(model);
  const { states, threshold } = description;
  const [membrane] = model.stateNames;
  const hasVoltage = model.units[membrane] === "mV" || model.units[membrane] === "V";
  const potential = hasVoltage ? "v" : "V";
  const others = [...model.stateNames.slice(1), ...model.parameterNames, ...model.quantities];
  const names = new Map([
    [membrane, potential],
    ...renamed(others, { reserved: [...reserved, potential], folds: false, longest: 100 }),
  ]);
  const called = (name: string): string => present(names.get(name), `a name for ${name}`);
  const units = new LemsUnits();
  const formulas = lemsFormulas(model, called, units);
  const dimension = (name: string): string => units.dimensionOf(model.units[name]);
  const start = (name: string): string => `${called(name)}_start`;
  const quantity = (value: number, unit: string): string => `${value}${units.symbol(unit)}`;

  const dynamics = dynamicsOf(description, { called, start, dimension, formulas });
  const cell = [
    ...model.parameterNames.flatMap((p) => element("Parameter", { name: called(p), dimension: dimension(p) })),
    ...states.flatMap((s) => element("Parameter", { name: start(s.name), dimension: dimension(s.name) })),
    ...formulas.constants,
    ...states.slice(1).flatMap((s) => element("Exposure", { name: called(s.name), dimension: dimension(s.name) })),
    ...dynamics,
  ];
  const values = Object.fromEntries([
    ...model.parameterNames.map((p) => [called(p), quantity(model.parameters[p], model.units[p])]),
    ...states.map((s) => [start(s.name), quantity(s.initial, model.units[s.name])]),
  ]) as Record<string, string>;
  const type = typeName(model.name);
  const trace = element("OutputColumn", { id: potential, quantity: `cells[0]/${potential}` });
  const spikes = element("EventSelection", { id: 0, select: "cells[0]", eventPort: "spike" });
  const lems = [
    xmlComment(`${model.name}: ${model.source}`),
    ...[...names].filter(([name, there]) => name !== there).map(([name, there]) => xmlComment(`${there} is ${name}`)),
    ...element("Target", { component: "simulation" }),
    ...["Cells.xml", "Networks.xml", "Simulation.xml"].flatMap((file) => element("Include", { file })),
    ...units.definitions,
    ...element("ComponentType", { name: type, extends: hasVoltage ? "baseCellMembPot" : "baseCellMembPotDL" }, cell),
    ...element(type, { id: "cell", ...values }),
    ...element("network", { id: "network" }, element("population", { id: "cells", component: "cell", size: 1 })),
    ...element("Simulation", { id: "simulation", length: `${duration}ms`, step: `${dt}ms`, target: "network" }, [
      ...element("OutputFile", { id: "trace", fileName: "trace.dat" }, trace),
      ...(threshold
        ? element("EventOutputFile", { id: "spikes", fileName: "spikes.dat", format: "TIME_ID" }, spikes)
        : []),
    ]),
  ];
  return `${element("Lems", {}, lems).join("\n")}\n`;
}

/** A model's name as that of a cell type: "Hodgkin-Huxley" → HodgkinHuxleyCell. */
const typeName = (name: string): string =>
  `${name
    .replace(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .replace(/ (\w)/g, (_, c: string) => c.toUpperCase())
    .replace(/^\d/, "_$&")}Cell`;

interface Vocabulary {
  readonly called: (name: string) => string;
  /** Name of the parameter that holds a state's initial value. */
  readonly start: (name: string) => string;
  /** Name of a symbol's dimension. */
  readonly dimension: (name: string) => string;
  readonly formulas: LemsFormulas;
}

/** `<Dynamics>`: states, variables, their rates, and what happens at a spike. */
function dynamicsOf(
  { states, quantities, threshold, reset, refractory }: Description,
  { called, start, dimension, formulas }: Vocabulary,
): string[] {
  const assign = (variable: string, value: string | number): string[] =>
    element("StateAssignment", { variable, value });
  for (const q of quantities) formulas.derived(called(q.name), dimension(q.name), formulas.value(q));
  const rates = states.flatMap((s) => {
    const own = formulas.value(s);
    const rate = s.coefficient === null ? own : `(${own})/(${formulas.text(s.coefficient)})`;
    return element("TimeDerivative", { variable: called(s.name), value: s.held ? `active*(${rate})` : rate });
  });
  const events: string[] = [];
  if (threshold && reset)
    events.push(
      ...element("OnCondition", { test: formulas.comparison(threshold) }, [
        ...reset.flatMap((line) => assign(called(line.name), formulas.valueInUnit(line))),
        ...(refractory ? assign("lastSpike", "t") : []),
        ...element("EventOut", { port: "spike" }),
      ]),
    );
  else if (threshold) {
    const above = formulas.comparison(threshold);
    const below = formulas.comparison({ ...threshold, relation: "<" });
    events.push(
      ...element("OnCondition", { test: `${above} .and. spiking .lt. 0.5` }, [
        ...assign("spiking", 1),
        ...element("EventOut", { port: "spike" }),
      ]),
      ...element("OnCondition", { test: `${below} .and. spiking .gt. 0.5` }, assign("spiking", 0)),
    );
  }
  if (refractory) {
    const wait = formulas.valueInUnit({ name: "refractory", right: refractory, unit: "ms" });
    formulas.conditional("active", "none", `t .lt. lastSpike + ${wait}`, "0", "1");
  }
  const waits = refractory !== null;
  const latches = threshold !== null && reset === null;
  return element("Dynamics", {}, [
    ...states.flatMap((s) =>
      element("StateVariable", { name: called(s.name), dimension: dimension(s.name), exposure: called(s.name) }),
    ),
    ...(waits ? element("StateVariable", { name: "lastSpike", dimension: "time" }) : []),
    ...(latches ? element("StateVariable", { name: "spiking", dimension: "none" }) : []),
    ...formulas.variables,
    ...rates,
    ...element("OnStart", {}, [
      ...states.flatMap((s) => assign(called(s.name), start(s.name))),
      ...(waits ? assign("lastSpike", `-1e6*${formulas.one("ms")}`) : []),
      ...(latches ? assign("spiking", 0) : []),
    ]),
    ...events,
  ]);
}
