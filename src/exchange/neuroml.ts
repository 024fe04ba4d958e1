import { dimensionless } from "../model/text/units.js";
import type { Model } from "../model/model.js";
import { consistentUnit, sameUnit, unitOfFormula } from "./consistent-units.js";
import { describe, renamed, type Line } from "./description.js";
import { print, printTest, type Dialect, type Formula, type Test } from "./formula.js";
import { LemsUnits } from "./neuroml-units.js";
import type { ExportRun } from "./xppaut-write.js";

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
 */
export function toNeuroML(model: Model, { duration = 1000, dt = 0.005 }: ExportRun = {}): string {
  const { states, quantities, threshold, reset, refractory } = describe(model);
  const [membrane] = model.stateNames;
  const hasVoltage = model.units[membrane] === "mV" || model.units[membrane] === "V";
  const potential = hasVoltage ? "v" : "V";
  const others = [...model.stateNames.slice(1), ...model.parameterNames, ...model.quantities];
  const names = new Map([
    [membrane, potential],
    ...renamed(others, { reserved: [...reserved, potential], folds: false, longest: 100 }),
  ]);
  const called = (name: string): string => names.get(name)!;
  const units = new LemsUnits();
  const constants = new Map<string, string>();
  /** The constant "one unit", by which a fit divides; "" for a pure number. */
  const one = (unit: string): string => {
    const unitName = units.symbol(unit);
    if (unitName === "") return "";
    constants.set(
      unitName,
      `<Constant name="one_${unitName}" dimension="${units.dimensionOf(unit)}" value="1${unitName}"/>`,
    );
    return `one_${unitName}`;
  };

  const variables: string[] = []; // in order of need
  const helper = (kind: string): string => `${kind}${variables.length}`;
  const choices = new Set<string>();
  const cases = (name: string, dimension: string, lines: readonly string[]): void => {
    choices.add(name);
    variables.push(
      `<ConditionalDerivedVariable name="${name}" dimension="${dimension}">`,
      ...lines.map((line) => `  ${line}`),
      "</ConditionalDerivedVariable>",
    );
  };
  const conditional = (name: string, dimension: string, test: string, then: string, otherwise: string): void =>
    cases(name, dimension, [`<Case condition="${test}" value="${then}"/>`, `<Case value="${otherwise}"/>`]);
  /**
   * jLEMS takes conditional variables after all others: one that needs a conditional one is written as such, with a
   * single case.
   */
  const derived = (name: string, dimension: string, text: string): void => {
    if ([...text.matchAll(/[A-Za-z_]\w*/g)].some(([word]) => choices.has(word)))
      cases(name, dimension, [`<Case value="${text}"/>`]);
    else variables.push(`<DerivedVariable name="${name}" dimension="${dimension}" value="${text}"/>`);
  };
  const dialect = (symbol: (name: string) => string, dimensionOf: (f: Formula) => string): Dialect => {
    const own: Dialect = {
      symbol,
      // ^ is for pure numbers
      power: (base, exponent, text) =>
        exponent.kind === "number" && [2, 3, 4].includes(exponent.value)
          ? `(${new Array(exponent.value).fill(base).join("*")})`
          : `(${base}^${text})`,
      call(name, [a, b], formulas) {
        switch (name) {
          case "log":
            return `ln(${a})`;
          case "expm1":
            return `(exp(${a}) - 1)`;
          case "bernoulli": {
            const x = helper("x");
            derived(x, "none", a);
            const value = helper("ratio");
            conditional(
              value,
              "none",
              `${x} .gt. -1e-4 .and. ${x} .lt. 1e-4`,
              `1 - ${x}/2 + ${x}*${x}/12`,
              `${x}/(exp(${x}) - 1)`,
            );
            return value;
          }
          case "max":
          case "min": {
            const value = helper(name);
            conditional(value, dimensionOf(formulas[0]), `${a} ${name === "max" ? ".geq." : ".leq."} ${b}`, a, b);
            return value;
          }
          default:
            return `${name}(${a})`;
        }
      },
      conditional(test, then, otherwise, formula) {
        const value = helper("choice");
        conditional(value, dimensionOf(formula), comparison(formula.test), then, otherwise);
        return value;
      },
      relations: { ">": ".gt.", ">=": ".geq.", "<": ".lt.", "<=": ".leq." },
    };
    return own;
  };
  const withUnits = dialect(called, (f) => units.dimension(unitOfFormula(model, f) ?? dimensionless));
  const asNumbers = dialect(
    (name) => (one(model.units[name]) === "" ? called(name) : `(${called(name)}/${one(model.units[name])})`),
    () => "none",
  );
  const value = ({ right, unit }: Line, isFit = unit !== null): string => {
    if (!isFit) return print(right, withUnits);
    const unitName = one(unit!);
    return unitName === "" ? print(right, asNumbers) : `(${print(right, asNumbers)})*${unitName}`;
  };
  const comparison = (test: Test): string =>
    printTest(test, sameUnit(model, test.left, test.right) ? withUnits : asNumbers);
  const resetValue = (line: Line): string => value(line, !consistentUnit(model, line.right, line.unit!));

  for (const q of quantities) derived(called(q.name), units.dimensionOf(model.units[q.name]), value(q));
  const rates = states.map((s) => {
    const rate = s.coefficient === null ? value(s) : `(${value(s)})/(${print(s.coefficient, withUnits)})`;
    return `<TimeDerivative variable="${called(s.name)}" value="${s.held ? `active*(${rate})` : rate}"/>`;
  });
  const events: string[] = [];
  if (threshold && reset) {
    events.push(
      `<OnCondition test="${comparison(threshold)}">`,
      ...reset.map((line) => `  <StateAssignment variable="${called(line.name)}" value="${resetValue(line)}"/>`),
      ...(refractory ? ['  <StateAssignment variable="lastSpike" value="t"/>'] : []),
      '  <EventOut port="spike"/>',
      "</OnCondition>",
    );
  } else if (threshold) {
    const below: Test = { ...threshold, relation: "<" };
    events.push(
      `<OnCondition test="${comparison(threshold)} .and. spiking .lt. 0.5">`,
      '  <StateAssignment variable="spiking" value="1"/>',
      '  <EventOut port="spike"/>',
      "</OnCondition>",
    );
    events.push(
      `<OnCondition test="${comparison(below)} .and. spiking .gt. 0.5">`,
      '  <StateAssignment variable="spiking" value="0"/>',
      "</OnCondition>",
    );
  }
  if (refractory) {
    const wait = resetValue({ name: "refractory", right: refractory, unit: "ms" });
    conditional("active", "none", `t .lt. lastSpike + ${wait}`, "0", "1");
  }
  const bookkeeping = [
    ...(refractory ? [["lastSpike", "time"]] : []),
    ...(threshold && !reset ? [["spiking", "none"]] : []),
  ];
  const start = (name: string): string => `${called(name)}_start`;
  const type = `${model.name
    .replace(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .replace(/ (\w)/g, (_, c: string) => c.toUpperCase())
    .replace(/^\d/, "_$&")}Cell`;
  const quantity = (text: number, unit: string): string => `${text}${units.symbol(unit)}`;
  const dynamics = [
    ...states.map(
      (s) =>
        `<StateVariable name="${called(s.name)}" dimension="${units.dimensionOf(model.units[s.name])}" exposure="${called(s.name)}"/>`,
    ),
    ...bookkeeping.map(([name, dimension]) => `<StateVariable name="${name}" dimension="${dimension}"/>`),
    ...variables,
    ...rates,
    "<OnStart>",
    ...states.map((s) => `  <StateAssignment variable="${called(s.name)}" value="${start(s.name)}"/>`),
    ...(refractory ? [`  <StateAssignment variable="lastSpike" value="-1e6*${one("ms")}"/>`] : []),
    ...(threshold && !reset ? ['  <StateAssignment variable="spiking" value="0"/>'] : []),
    "</OnStart>",
    ...events,
  ];
  const cell = [
    ...model.parameterNames.map(
      (p) => `<Parameter name="${called(p)}" dimension="${units.dimensionOf(model.units[p])}"/>`,
    ),
    ...states.map((s) => `<Parameter name="${start(s.name)}" dimension="${units.dimensionOf(model.units[s.name])}"/>`),
    ...constants.values(),
    ...states
      .slice(1)
      .map((s) => `<Exposure name="${called(s.name)}" dimension="${units.dimensionOf(model.units[s.name])}"/>`),
    "<Dynamics>",
    ...dynamics.map((line) => `  ${line}`),
    "</Dynamics>",
  ];
  const values = [
    ...model.parameterNames.map((p) => `${called(p)}="${quantity(model.parameters[p], model.units[p])}"`),
    ...states.map((s) => `${start(s.name)}="${quantity(s.initial, model.units[s.name])}"`),
  ];
  return `${[
    "<Lems>",
    `  <!-- ${comment(model.name)}: ${comment(model.source)} -->`,
    ...[...names].filter(([name, there]) => name !== there).map(([name, there]) => `  <!-- ${there} is ${name} -->`),
    '  <Target component="simulation"/>',
    ...["Cells.xml", "Networks.xml", "Simulation.xml"].map((file) => `  <Include file="${file}"/>`),
    ...units.definitions.map((line) => `  ${line}`),
    `  <ComponentType name="${type}" extends="${hasVoltage ? "baseCellMembPot" : "baseCellMembPotDL"}">`,
    ...cell.map((line) => `    ${line}`),
    "  </ComponentType>",
    `  <${type} id="cell" ${values.join(" ")}/>`,
    '  <network id="network"><population id="cells" component="cell" size="1"/></network>',
    `  <Simulation id="simulation" length="${duration}ms" step="${dt}ms" target="network">`,
    `    <OutputFile id="trace" fileName="trace.dat"><OutputColumn id="${potential}" quantity="cells[0]/${potential}"/></OutputFile>`,
    ...(threshold
      ? [
          '    <EventOutputFile id="spikes" fileName="spikes.dat" format="TIME_ID"><EventSelection id="0" select="cells[0]" eventPort="spike"/></EventOutputFile>',
        ]
      : []),
    "  </Simulation>",
    "</Lems>",
  ].join("\n")}\n`;
}

const comment = (text: string): string => text.replaceAll("--", "-");
