import type { Model } from "../model/model.js";
import { describe, renamed, type Description } from "./description.js";
import { equationText, print, printTest, type Dialect, type Formula } from "./formula.js";

/** What to run, in ms. */
export interface ExportRun {
  readonly duration?: number;
  readonly dt?: number;
}

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
 * spike with a reset is a
 * `global` event; a refractory period holds the membrane potential by the time of the last spike, `tspike`. Presets
 * become `set`s. What the language has no words for, such as units, stands in comments that begin with `# nullcline`,
 * which `fromXppaut` reads. Initial values are numbers, those at the present parameters.
 */
export function toXppaut(model: Model, { duration = 1000, dt = 0.01 }: ExportRun = {}): string {
  const description = describe(model);
  const { states, quantities, threshold, reset, refractory } = description;
  const names = [...model.stateNames, ...model.parameterNames, ...model.quantities];
  const name = renamed(names, rules);
  const called = (n: string): string => name.get(n)!;
  const text = (f: Formula): string => print(f, dialect(called));
  const note = (key: string, value: string): string => `# nullcline ${key}: ${value}`;
  const hold = refractory === null ? "" : `heav(t-tspike-${bracketed(text(refractory))})*`;
  const [first] = states;
  const window = model.ranges[first.name];
  const lines = [
    note("name", model.name),
    note("source", model.source),
    ...names.filter((n) => called(n) !== n).map((n) => note("called", `${called(n)} is ${n}`)),
    ...(model.input === undefined ? [] : [note("input", model.input)]),
    ...names.map((n) => note("unit", `${n} ${model.units[n]}`)),
    ...[...model.stateNames, ...model.parameterNames].map((n) => note("range", `${n} ${model.ranges[n].join(" ")}`)),
    ...Object.keys(model.presets).map((preset) => note("set", `${setName(preset)} is ${preset}`)),
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
    ...states.map(
      (s) =>
        `${called(s.name)}'=${s.held ? hold : ""}${s.held || s.coefficient ? `(${text(s.right)})` : text(s.right)}${s.coefficient === null ? "" : `/${bracketed(text(s.coefficient))}`}`,
    ),
    ...(refractory === null ? [] : ["tspike'=0"]),
    ...(threshold && reset
      ? [
          `global 1 ${text(threshold.left)}-${bracketed(text(threshold.right))} {${[...reset.map((r) => `${called(r.name)}=${text(r.right)}`), ...(refractory === null ? [] : ["tspike=t"])].join(";")}}`,
        ]
      : []),
    ...Object.entries(model.presets).map(
      ([preset, values]) =>
        `set ${setName(preset)} {${Object.entries(values)
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

/** A preset's name in lower-case letters, digits and underscores. */
function setName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .toLowerCase();
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
