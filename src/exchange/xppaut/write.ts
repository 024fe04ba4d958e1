import { requireModel } from "../../checks/require-model.js";
import { present } from "../../checks/present.js";
import { ModelError } from "../../model/error.js";
import type { Model } from "../../model/model.js";
import { describe, renamed, type Description, type Line } from "../description.js";
import { requireRun, type ExportOptions } from "../export-options.js";
import { oneLine } from "../free-text.js";
import { equationText, print, printTest, type Dialect, type Formula } from "../formula.js";

/** XPPAUT takes upper and lower case for the same, and ten characters of a name. */
const rules = {
  folds: true,
  longest: 10,
  reserved: [
    ...["t", "pi", "bern", "tspike", "if", "then", "else", "sum", "of", "int", "not", "set"],
    ...["sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "ln", "log", "log10"],
    ...["abs", "sqrt", "max", "min", "heav", "sign", "flr", "mod", "erf", "erfc", "lgamma"],
    ...["besselj", "bessely", "besseli", "ran", "normal", "poisson", "delay", "del_shft", "shift", "ishift"],
    ...["hom_bcs", "done", "par", "init", "aux", "global", ...Array.from({ length: 20 }, (_, k) => `arg${k + 1}`)],
  ],
} as const;

/**
 * The model as an `.ode` file of XPPAUT (Ermentrout 2002, Simulating, Analyzing, and Animating Dynamical Systems). A
 * spike with a reset is a `global` event; a refractory period holds the membrane potential by the time of the last
 * spike, `tspike`. Presets become lines in quotes that set parameters at a click, so that `xppaut -silent` runs the
 * model as it is; it would run a `set`. What the language has no words for, such as units, stands in comments that
 * begin with `# nullcline`, which `fromXppaut` reads. Initial values are numbers, those at the present parameters.
 * @throws ModelError for what XPPAUT cannot say
 */
export function toXppaut(model: Model, options: ExportOptions = {}): string {
  requireModel("toXppaut", model);
  const { duration, dt } = requireRun("toXppaut", options, 0.01);
  const description = describe(model);
  const { states, quantities, threshold, reset, refractory } = description;
  const names = [...model.stateNames, ...model.parameterNames, ...model.quantities];
  const name = renamed(names, rules);
  const called = (n: string): string => present(name.get(n), `a name for ${n}`);
  const text = (f: Formula): string => print(f, dialect(called));
  const note = (key: string, value: string): string => `# nullcline ${key}: ${plain(value)}`;
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
    ...presetNotes(model, called).map((value) => note("preset", value)),
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
    ...presetLines(model, called),
    "",
    `@ total=${duration}, dt=${dt}, meth=rungekutta, maxstor=${Math.ceil(duration / dt) + 100}, bounds=1e8`,
    `@ xp=t, yp=${called(first.name)}, xlo=0, xhi=${duration}, ylo=${window[0]}, yhi=${window[1]}`,
    "done",
    "",
  ];
  const long = lines.find((line) => line.length > longest.line);
  if (long !== undefined)
    throw new ModelError(
      `XPPAUT reads lines of up to ${longest.line} characters; this model has one of ${long.length}: ` +
        `${long.slice(0, 60)} …; take a part of it out as a quantity`,
    );
  return lines.join("\n");
}

/** Most characters of a line that XPPAUT reads whole, and of the values in one that sets them. */
const longest = { line: 1000, values: 240 };

/** The parameters that any preset sets: each line sets them all, so that one click does not leave another's behind. */
const settable = (model: Model): string[] => [...new Set(Object.values(model.presets).flatMap(Object.keys))];

/** `"{a=1,b=2} name`; more than one where the values are too many for XPPAUT. */
function presetLines(model: Model, called: (name: string) => string): string[] {
  return Object.entries(model.presets).flatMap(([preset, values]) => {
    const parts: string[] = [];
    for (const p of settable(model)) {
      const item = `${called(p)}=${values[p] ?? model.parameters[p]}`;
      const last = parts.length - 1;
      if (last >= 0 && parts[last].length + item.length < longest.values) parts[last] += `,${item}`;
      else parts.push(item);
    }
    return parts.map((part) => `"{${part}} ${plain(preset)}`);
  });
}

/** Which parameters are a preset's own, where it does not set all that any sets. */
const presetNotes = (model: Model, called: (name: string) => string): string[] =>
  Object.entries(model.presets)
    .filter(([, values]) => Object.keys(values).length < settable(model).length)
    .map(([preset, values]) => `${Object.keys(values).map(called).join(",")} in ${plain(preset)}`);

/** Text on a line of its own: a backslash anywhere would join it to the next. */
const plain = (text: string): string => oneLine(text).replaceAll("\\", "/").slice(0, longest.values);

const bracketed = (text: string): string => (/^\w+$/.test(text) ? text : `(${text})`);

/** XPPAUT binds a comparison before sums and products, so its sides stand in brackets. */
function dialect(called: (name: string) => string): Dialect {
  const xppaut: Dialect = {
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
        case "floor":
          return `flr(${args[0]})`;
        default:
          return `${name}(${args.join(",")})`;
      }
    },
    conditional: (_, then, otherwise, { test: { left, relation, right } }) =>
      `(if((${print(left, xppaut)})${relation}(${print(right, xppaut)}))then(${then})else(${otherwise}))`,
    relations: { ">": ">", ">=": ">=", "<": "<", "<=": "<=" },
  };
  return xppaut;
}

function uses({ states, quantities, threshold, reset, refractory }: Description, functionName: string): boolean {
  const text = JSON.stringify([states, quantities, threshold, reset, refractory]);
  return text.includes(`"kind":"call","name":"${functionName}"`);
}
