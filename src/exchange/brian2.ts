import { requireModel } from "../checks/require-model.js";
import { present } from "../checks/present.js";
import type { Model } from "../model/model.js";
import { consistentUnit, sameUnit } from "./consistent-units.js";
import { describe, renamed, type Line, type UnitLine } from "./description.js";
import { requireRun, type ExportOptions } from "./export-options.js";
import { print, printTest, type Dialect, type Test } from "./formula.js";
import { hashComment } from "./free-text.js";
import { unitText } from "./units-text.js";

/** Names that mean something in a Brian 2 model or in the script. */
const reserved = [
  "t",
  "dt",
  "i",
  "j",
  "N",
  "xi",
  "pi",
  "e",
  "inf",
  "lastspike",
  "not_refractory",
  "t_in_timesteps",
  "lambda",
  "is",
  "in",
  "as",
  "if",
  "or",
  "and",
  "not",
  "neuron",
  "spikes",
  "trace",
  "equations",
];

/**
 * Brian 2's name for each unit, and that of the base unit, in which equations are declared. A temperature in °C is a
 * number there.
 */
const known: Readonly<Record<string, readonly [unit: string, base: string]>> = {
  V: ["volt", "volt"],
  mV: ["mV", "volt"],
  s: ["second", "second"],
  ms: ["ms", "second"],
  us: ["us", "second"],
  Hz: ["Hz", "hertz"],
  kHz: ["kHz", "hertz"],
  A: ["amp", "amp"],
  mA: ["mA", "amp"],
  uA: ["uA", "amp"],
  nA: ["nA", "amp"],
  pA: ["pA", "amp"],
  S: ["siemens", "siemens"],
  mS: ["mS", "siemens"],
  uS: ["uS", "siemens"],
  nS: ["nS", "siemens"],
  pS: ["psiemens", "siemens"],
  F: ["farad", "farad"],
  uF: ["uF", "farad"],
  nF: ["nF", "farad"],
  pF: ["pF", "farad"],
  ohm: ["ohm", "ohm"],
  kohm: ["kohm", "ohm"],
  Mohm: ["Mohm", "ohm"],
  Gohm: ["Gohm", "ohm"],
  m: ["meter", "meter"],
  cm: ["cm", "meter"],
  mm: ["mm", "meter"],
  um: ["um", "meter"],
  nm: ["nmeter", "meter"],
  mol: ["mole", "mole"],
  mM: ["mM", "mole/meter**3"],
  uM: ["uM", "mole/meter**3"],
  nM: ["nM", "mole/meter**3"],
  K: ["kelvin", "kelvin"],
};

/**
 * The model as a Python script for Brian 2 (Stimberg, Brette & Goodman 2019 eLife 8:e47314) that runs it for `duration`
 * and prints its spike times in ms. Equations, parameters and units are the model's; lines that are fits of numbers
 * divide each symbol by its unit. Brian 2 looks for spikes at the end of each step, so that its spike times are up to
 * dt late, and with a reset, delays add up from spike to spike. Initial values are numbers, those at the present
 * parameters.
 * @throws ModelError for what Brian 2 cannot say
 */
export function toBrian2(model: Model, options: ExportOptions = {}): string {
  requireModel("toBrian2", model);
  const { duration, dt } = requireRun("toBrian2", options, 0.01);
  const { states, quantities, threshold, reset, refractory } = describe(model);
  const names = renamed([...model.stateNames, ...model.parameterNames, ...model.quantities], {
    reserved,
    folds: false,
    longest: 100,
  });
  const called = (name: string): string => present(names.get(name), `a name for ${name}`);
  const unit = (name: string): string => inBrian(model.units[name], 0);
  const withUnits: Dialect = {
    ...dialect(called, (name) => (unit(name) === "1" ? "" : `*${inBrian(model.units[name], 1)}`)),
    conditional: (_, then, otherwise, { test }) => choice(comparison(test), then, otherwise),
  };
  const asNumbers = dialect(
    (name) =>
      unit(name) === "1"
        ? called(name)
        : `(${called(name)}/${/^\w+$/.test(unit(name)) ? unit(name) : `(${unit(name)})`})`,
    () => "",
  );
  const value = ({ right, unit: own }: Line): string =>
    own === null ? print(right, withUnits) : times(print(right, asNumbers), inBrian(own, 0));
  /** As it stands where its units agree, else as a fit. */
  const valueInUnit = (line: UnitLine): string =>
    value(consistentUnit(model, line.right, line.unit) ? { ...line, unit: null } : line);
  const comparison = (test: Test): string =>
    sameUnit(model, test.left, test.right) ? printTest(test, withUnits) : printTest(test, asNumbers);
  const condition = threshold && comparison(threshold);
  const wait = refractory && { name: "refractory", right: refractory, unit: "ms" };

  const equations = [
    ...states.map((s) => {
      const coefficient = s.coefficient && bracketed(print(s.coefficient, withUnits));
      const rate = coefficient === null ? value(s) : `(${value(s)})/${coefficient}`;
      const flag = s.held ? " (unless refractory)" : "";
      return `d${called(s.name)}/dt = ${rate} : ${inBrian(model.units[s.name], 1)}${flag}`;
    }),
    ...quantities.map((q) => `${called(q.name)} = ${value(q)} : ${inBrian(model.units[q.name], 1)}`),
  ];
  const group = [
    "1",
    "equations",
    'method="rk4"',
    `dt=${dt}*ms`,
    ...(condition === null ? [] : [`threshold=${JSON.stringify(condition)}`]),
    ...(reset === null
      ? []
      : [`reset=${JSON.stringify(reset.map((line) => `${called(line.name)} = ${valueInUnit(line)}`).join("; "))}`]),
    // Without a reset the condition lasts as long as the spike: it counts once.
    ...(condition === null
      ? []
      : wait !== null
        ? [`refractory=${JSON.stringify(valueInUnit(wait))}`]
        : reset === null
          ? [`refractory=${JSON.stringify(condition)}`]
          : []),
  ];
  return [
    "from brian2 import *", // first, because Python takes "coding: …" in a comment above for the file's encoding
    "",
    hashComment(model.name),
    hashComment(model.source),
    ...[...names].filter(([name, there]) => name !== there).map(([name, there]) => `# ${there} is ${name}`),
    "",
    ...model.parameterNames.map((p) => {
      const isPlain = model.units[p] === unit(p).replaceAll("**", "^") || model.units[p] === "1";
      const printed = isPlain ? "" : `  ${hashComment(model.units[p])}`;
      return `${called(p)} = ${times(String(model.parameters[p]), unit(p))}${printed}`;
    }),
    "",
    'equations = """',
    ...equations,
    '"""',
    `neuron = NeuronGroup(${group.join(", ")})`,
    ...states.map((s) => `neuron.${called(s.name)} = ${times(String(s.initial), unit(s.name))}`),
    ...(condition === null ? [] : ["spikes = SpikeMonitor(neuron)"]),
    `trace = StateMonitor(neuron, [${model.stateNames.map((n) => JSON.stringify(called(n))).join(", ")}], record=True)`,
    "",
    `run(${duration}*ms)`,
    ...(condition === null ? [] : ["for time in spikes.t/ms:", '    print("%.6f" % time)']),
    "",
  ].join("\n");
}

const bracketed = (text: string): string => (/^\w+$/.test(text) ? text : `(${text})`);

/** A unit in Brian 2's words, or its base unit. */
function inBrian(unit: string, which: 0 | 1): string {
  if (unit === "degC") return "1";
  return unitText(
    unit,
    (name) => known[name]?.[which],
    (name, n) => `${name}**${n}`,
  );
}

/** value·unit, where the value is a number or a formula. */
function times(value: string, unit: string): string {
  const factor = /^[\w.]+$|^-[\d.]+$/.test(value) ? value : `(${value})`;
  return unit === "1" ? value : unit.startsWith("1/") ? `${factor}${unit.slice(1)}` : `${factor}*${unit}`;
}

const choice = (test: string, then: string, otherwise: string): string =>
  `(int(${test})*(${then}) + int(not (${test}))*(${otherwise}))`;

/** @param base the base unit of a symbol as a factor, "*volt", or nothing */
function dialect(symbol: (name: string) => string, base: (name: string) => string): Dialect {
  return {
    symbol,
    power: (operand, _, exponent) => `${operand}**${exponent}`,
    call(name, [a, b], formulas) {
      switch (name) {
        case "bernoulli":
          return `(1/exprel(${a}))`;
        case "max":
          return `(0.5*(${a} + ${b} + abs(${a} - (${b}))))`;
        case "min":
          return formulas[0].kind === "symbol"
            ? `clip(${a}, -inf${base(formulas[0].name)}, ${b})`
            : `(0.5*(${a} + ${b} - abs(${a} - (${b}))))`;
        case "atan":
          return `arctan(${a})`;
        default:
          return `${name}(${a})`;
      }
    },
    conditional: choice,
    relations: { ">": ">", ">=": ">=", "<": "<", "<=": "<=" },
  };
}
