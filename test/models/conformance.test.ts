import temml from "temml";
import { describe, expect, test } from "vitest";
import { modelFromData } from "../../src/model/model-from-data.js";
import type { Model } from "../../src/model/model.js";
import type { ModelData } from "../../src/model/model-data.js";
import { parseUnit } from "../../src/model/text/units.js";
import { catalogue } from "../../src/models/catalogue.js";
import { izhikevichPatterns } from "../../src/models/izhikevich-2004.js";
import { voltageClamp } from "../../src/models/voltage-clamp.js";
import { simulate } from "../../src/solve/simulate.js";
import { present } from "../../src/checks/present.js";

const clamped = voltageClamp(catalogue.hodgkinHuxley);
/** The two variants of the model of 2003 that the figure of 2004 needs, at the parameters of their panels. */
const variants: readonly Model[] = ["G", "R"].map(
  (letter) =>
    present(
      izhikevichPatterns.find(({ panel }) => panel === letter),
      `a panel ${letter}`,
    ).model,
);
const models: readonly Model[] = [...Object.values(catalogue), clamped, ...variants];

/** Voltages at which a printed rate formula is 0/0, and where a conditional changes branch. */
const special: Readonly<Record<string, readonly number[]>> = {
  "Hodgkin-Huxley": [-40, -55],
  "Izhikevich 2007": [-55, -65],
};

/** States over the window, corners included: 25 values of the first and three of each other. */
function grid(model: Model): Float64Array[] {
  const axes = model.stateNames.map((name, i) => {
    const [low, high] = model.ranges[name];
    const count = i === 0 ? 25 : 3;
    return [
      ...Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1)),
      ...(i === 0 ? (special[model.name] ?? []) : []),
    ];
  });
  return axes
    .reduce<number[][]>((rows, axis) => rows.flatMap((row) => axis.map((value) => [...row, value])), [[]])
    .map((row) => Float64Array.from(row));
}

const versions = models.flatMap((model) =>
  [["default", model] as const, ...Object.keys(model.presets).map((name) => [name, model.preset(name)] as const)].map(
    ([preset, version]) => ({ name: model.name, preset, model: version }),
  ),
);

describe.each(versions)("$name, $preset", ({ model }) => {
  const n = model.stateNames.length;
  const p = model.vector;

  test("has a finite field and exact derivatives all over its window", () => {
    const { kernels } = model;
    const J = new Float64Array(n * n),
      D = new Float64Array(n * p.length);
    const field = (y: Float64Array, q: Float64Array): Float64Array => {
      const f = new Float64Array(n);
      kernels.field(y, q, f);
      return f;
    };
    const width = (name: string): number => model.ranges[name][1] - model.ranges[name][0];
    // A parameter such as a capacitance acts by its ratio: it is moved by a part of itself where that is less.
    const widths = [
      ...model.stateNames.map(width),
      ...model.parameterNames.map((name, k) => Math.min(width(name), Math.abs(p[k]) || Infinity)),
    ];
    const kinks = model.name === "Izhikevich 2007" ? special[model.name] : []; // the two one-sided slopes differ there
    const wrong: string[] = [];
    for (const y of grid(model)) {
      if (!field(y, p).every(Number.isFinite)) wrong.push(`field at [${y.join(", ")}]`);
      kernels.jacobian(y, p, J);
      kernels.parameterJacobian(y, p, D);
      if (!J.every(Number.isFinite) || !D.every(Number.isFinite)) wrong.push(`derivatives at [${y.join(", ")}]`);
      if (kinks.includes(y[0])) continue;
      // Change of the field over these widths, by the kernels and by central differences.
      const exact = widths.map((w, k) =>
        Array.from({ length: n }, (_, i) => w * (k < n ? J[i * n + k] : D[i * p.length + k - n])),
      );
      const measured = widths.map((w, k) => {
        const moved = (h: number): Float64Array =>
          field(
            y.map((x, i) => (i === k ? x + h * w : x)),
            p.map((x, i) => (i + n === k ? x + h * w : x)),
          );
        const [up, down] = [moved(1e-5), moved(-1e-5)];
        return Array.from(up, (value, i) => (value - down[i]) / 2e-5);
      });
      for (let i = 0; i < n; i++) {
        // Truncation is (1e-5 width/scale of the steepest exponential)²/6 < 1e-7, rounding 1e-16/1e-5, both against the
        // largest change.
        const largest = Math.max(...exact.map((changes) => Math.abs(changes[i])));
        exact.forEach((changes, k) => {
          if (Math.abs(changes[i] - measured[k][i]) > 1e-6 * largest)
            wrong.push(
              `d${model.stateNames[i]}′/d${[...model.stateNames, ...model.parameterNames][k]} at [${y.join(", ")}]: ${changes[i]}, not ${measured[k][i]}`,
            );
        });
      }
    }
    expect(wrong).toEqual([]);
  });

  test.skipIf(variants.includes(model))("starts inside its window and keeps its parameters inside their ranges", () => {
    for (const [name, value] of [...Object.entries(model.states), ...Object.entries<number>(model.parameters)]) {
      const [low, high] = model.ranges[name];
      expect([name, value >= low && value <= high]).toEqual([name, true]);
    }
  });

  test("stays finite for 50 ms, with and without half of its largest input", () => {
    const runs = [
      model,
      ...(model.input === undefined ? [] : [model.with({ [model.input]: model.ranges[model.input][1] / 2 })]),
    ];
    for (const run of runs.map((each) => simulate(each, { duration: 50 }))) {
      for (const column of Object.values(run.states)) expect(column.every(Number.isFinite)).toBe(true);
      for (const name of model.quantities) expect(run.quantity(name).every(Number.isFinite)).toBe(true);
    }
  });
});

describe.each(models.map((model) => ({ name: model.name, model })))("$name", ({ model }) => {
  test("names its source, and each of its names has a unit that can be read", () => {
    expect(model.source).toMatch(/\(\d{4}\)/);
    for (const name of [...model.stateNames, ...model.parameterNames, ...model.quantities])
      expect(() => parseUnit(model.units[name], name)).not.toThrow();
  });

  test("is typeset without fault, with a symbol for every name", () => {
    expect(model.tex).not.toMatch(/\d{9}/);
    expect(model.tex).toMatch(/^\\begin\{aligned\}.*\\frac\{d.*\\end\{aligned\}$/s);
    for (const name of [...model.stateNames, ...model.parameterNames, ...model.quantities])
      expect(model.symbols[name]).toMatch(/\S/);
    expect(() => temml.renderToString(model.tex, { displayMode: true, throwOnError: true })).not.toThrow();
    expect(model.tex.match(/\\left(?!arrow)/g)?.length).toBe(model.tex.match(/\\right(?!arrow)/g)?.length);
  });

  test("comes back from JSON with the same field, bit for bit", () => {
    const copy = modelFromData(JSON.parse(JSON.stringify(model.data)) as ModelData);
    for (const y of grid(model)) expect(copy.field(y)).toEqual(model.field(y));
    expect(copy.states).toEqual(model.states);
  });
});

test("every model of the catalogue has its own name", () => {
  expect(new Set(Object.values(catalogue).map((model) => model.name)).size).toBe(Object.keys(catalogue).length);
});
