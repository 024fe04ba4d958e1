import { present } from "../checks/present.js";
import type { Model } from "../model/model.js";
import { describe, renamed, type Description, type Line } from "./description.js";
import { requireRun, type ExportOptions } from "./export-options.js";
import { hashComment } from "./free-text.js";
import { equationText, print, printTest, type Dialect, type Formula } from "./formula.js";

/** XPPAUT takes upper and lower case for the same, and ten characters of a name. */
const rules = {
  folds: true,
  longest: 10,
  reserved: [
    "t",
    "pi",
    "bern",
    "tspike",
    "if",
    "then",
    "else",
    "heav",
    "sign",
    "ln",
    "log10",
    "tan",
    "mod",
    "ran",
    "delay",
    "shift",
    "sum",
    "int",
    "done",
    "par",
    "init",
    "aux",
    "global",
    "set",
  ],
} as const;

/**
 * The model as an `.ode` file of XPPAUT (Ermentrout 2002, Simulating, Analyzing, and Animating Dynamical Systems). A
 * spike with a reset is a `global` event; a refractory period holds the membrane potential by the time of the last
 * spike, `tspike`. Presets become `set`s. What the language has no words for, such as units, stands in comments that
 * begin with `# nullcline`, which `fromXppaut` reads. Initial values are numbers, those at the present parameters.
 * @throws ModelError for what XPPAUT cannot say
 */
export function toXppaut(model: Model, options: ExportOptions = {}): string {
  const { duration, dt } = requireRun("toXppaut", options, 0.01);
  const description = describe(model);
  const { states, quantities, threshold, reset, refractory } = description;
  const names = [...model.stateNames, ...model.parameterNames, ...model.quantities];
  const name = renamed(names, rules);
  const called = (n: string): string => present(name.get(n), `a name for ${n}`);
  const text = (f: Formula): string => print(f, dialect(called));
  const note = (key: string, value: string): string => hashComment(`nullcline ${key}: ${value}`);
  const sets = setNames(Object.keys(model.presets));
  const hold = refractory === null ? "" : `heav(t-tspike-${bracketed(text(refractory))})*`;
  const assignments = (changes: readonly Line[]): string[] => [
    ...changes.map((line) => `${called(line.name)}=${text(line.right)}`),
    ...(refractory === null ? [] : ["tspike=t"]),
  ];
  const [first] = states;
  const window = model.ranges[first.name];
  const lines = [
    note("name", model.name),
    note("source", model.source),
    ...names.filter((n) => called(n) !== n).map((n) => note("called", `${called(n)} is ${n}`)),
    ...(model.input === undefined ? [] : [note("input", model.input)]),
    ...names.map((n) => note("unit", `${n} ${model.units[n]}`)),
    ...[...model.stateNames, ...model.parameterNames].map((n) => note("range", `${n} ${model.ranges[n].join(" ")}`)),
    ...[...sets].map(([preset, set]) => note("set", `${set} is ${preset}`)),
    ...(threshold && !reset
      ? [
          note(
            "threshold",
            printTest(
              threshold,
              equationText((n) => n),
            ),
          ),
        ]
      : []),
    "",
    ...model.parameterNames.map((p) => `par ${called(p)}=${model.parameters[p]}`),
    ...states.map((s) => `init ${called(s.name)}=${s.initial}`),
    ...(refractory === null ? [] : ["init tspike=-1e6"]),
    "",
    ...(uses(description, "bernoulli") ? ["bern(x)=if(abs(x)<1e-4)then(1-x/2+x*x/12)else(x/(exp(x)-1))"] : []),
    ...quantities.map((q) => `${called(q.name)}=${text(q.right)}`),
    ...states.map((s) => {
      const right = s.held || s.coefficient ? `(${text(s.right)})` : text(s.right);
      const coefficient = s.coefficient === null ? "" : `/${bracketed(text(s.coefficient))}`;
      return `${called(s.name)}'=${s.held ? hold : ""}${right}${coefficient}`;
    }),
    ...(refractory === null ? [] : ["tspike'=0"]),
    ...(threshold && reset
      ? [`global 1 ${text(threshold.left)}-${bracketed(text(threshold.right))} {${assignments(reset).join(";")}}`]
      : []),
    ...Object.entries(model.presets).map(
      ([preset, values]) =>
        `set ${sets.get(preset)} {${Object.entries(values)
          .map(([p, value]) => `${called(p)}=${value}`)
          .join(",")}}`,
    ),
    "",
    `@ total=${duration}, dt=${dt}, meth=rungekutta, maxstor=${Math.ceil(duration / dt) + 100}, bounds=1e8`,
    `@ xp=t, yp=${called(first.name)}, xlo=0, xhi=${duration}, ylo=${window[0]}, yhi=${window[1]}`,
    "done",
    "",
  ];
  return lines.join("\n");
}

/** Presets' names in lower-case letters, digits and underscores, each another. */
function setNames(presets: readonly string[]): ReadonlyMap<string, string> {
  const plain = (preset: string): string =>
    preset
      .normalize("NFD")
      .replace(/[^A-Za-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "")
      .toLowerCase() || "set";
  const taken = new Set<string>();
  return new Map(
    presets.map((preset): [string, string] => {
      let name = plain(preset);
      for (let k = 2; taken.has(name); k++) name = `${plain(preset)}_${k}`;
      taken.add(name);
      return [preset, name];
    }),
  );
}

const bracketed = (text: string): string => (/^\w+$/.test(text) ? text : `(${text})`);

function dialect(called: (name: string) => string): Dialect {
  return {
    symbol: called,
    power: (base, _, exponent) => `${base}^${exponent}`,
    call(name, args) {
      switch (name) {
        case "bernoulli":
          return `bern(${args[0]})`;
        case "expm1":
          return `(exp(${args[0]})-1)`;
        case "log":
          return `ln(${args[0]})`;
        default:
          return `${name}(${args.join(",")})`;
      }
    },
    conditional: (test, then, otherwise) => `(if(${test})then(${then})else(${otherwise}))`,
    relations: { ">": ">", ">=": ">=", "<": "<", "<=": "<=" },
  };
}

function uses({ states, quantities, threshold, reset, refractory }: Description, functionName: string): boolean {
  const text = JSON.stringify([states, quantities, threshold, reset, refractory]);
  return text.includes(`"kind":"call","name":"${functionName}"`);
}
