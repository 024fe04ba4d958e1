import { describe, expect, test } from "vitest";
import { circuit } from "../../src/figure/drawings/circuit.js";
import { conductance } from "../../src/figure/plots/curves/conductance.js";
import { quantities } from "../../src/figure/plots/curves/quantities.js";
import { spikePhases as draw } from "../../src/figure/plots/runs/spike-phases.js";
import { description, svg } from "../../src/figure/svg/svg.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { simulate } from "../../src/solve/simulate.js";
import { pulses } from "../../src/solve/stimuli/stimulus-shapes.js";
import { spikePhases } from "../../src/experiments/spike-phases.js";
import type { Line } from "../../src/figure/figure.js";
import { present } from "../../src/checks/present.js";

describe("the circuit", () => {
  const plates = (reversal: number): readonly Line[] => {
    const lines = circuit([{ name: "X", reversal }]).data as Line[];
    return lines.slice(-3, -1); // lower and upper plate of the one battery
  };

  test("turns a battery with its plus, the long plate, to the side that its reversal potential makes positive", () => {
    const length = ({ x }: Line): number => (x as Float64Array)[1] - (x as Float64Array)[0];
    const [lowerNa, upperNa] = plates(50);
    expect(length(lowerNa)).toBeGreaterThan(length(upperNa));
    const [lowerK, upperK] = plates(-77);
    expect(length(lowerK)).toBeLessThan(length(upperK));
  });

  test("says in words what hangs between inside and outside, and which conductance varies", () => {
    const figure = circuit([
      { name: "Na", reversal: 50, gated: true },
      { name: "leak", reversal: -54.4 },
    ]);
    expect(description(figure)).toContain(
      "a variable conductance for Na in series with a battery of 50 mV, a fixed conductance for leak",
    );
    expect(svg(figure)).toContain("<title>");
  });

  test("needs a branch", () => {
    expect(() => circuit([])).toThrow(/at least one branch/);
  });
});

test("the phases of a spike are drawn where they were found, the refractory one as a bar", () => {
  const run = simulate(hodgkinHuxley, { duration: 20, stimulus: pulses(20, { width: 0.5, at: [2] }) });
  const phases = spikePhases(run);
  const shapes = present(draw(run, phases).layout.shapes, "shapes");
  const bands = shapes.filter(({ type }) => type === "rect");
  expect(bands.map(({ x0, x1 }) => [x0, x1])).toEqual(phases.slice(0, 5).map(({ from, to }) => [from, to]));
  const bar = shapes.find(({ type }) => type === "line");
  expect([bar?.x0, bar?.x1]).toEqual([phases[5].from, phases[5].to]);
});

/** @throws Error for a line or points that are drawn in no colour of their own */
const colorOf = (style: { readonly color?: unknown } | undefined): unknown => present(style?.color, "a colour");

describe("measured conductances", () => {
  const record = (depolarisation: number) => ({
    depolarisation,
    time: Float64Array.of(0.2, 1, 4),
    conductance: Float64Array.of(0.3, 2, 9),
  });
  const fit = (power: number) => ({ power, time: Float64Array.of(0, 4), conductance: Float64Array.of(0, 9) });

  test("have each record's fit in the colour of its points", () => {
    const { data } = conductance([record(100), record(26)], { fits: [fit(4), fit(4)] });
    const [first, second, points, others] = data as Line[];
    expect(colorOf(first.line)).toBe(colorOf(points.marker));
    expect(colorOf(second.line)).toBe(colorOf(others.marker));
    expect(others.name).toBe("+26 mV");
  });

  test("name several fits of one record by their powers, and refuse a number of fits that fits nothing", () => {
    const names = (conductance([record(63)], { fits: [fit(1), fit(4)] }).data as Line[])
      .filter(({ showlegend }) => showlegend)
      .map(({ name }) => name);
    expect(names).toEqual(["power 1", "power 4", "measured, +63 mV"]);
    expect(() => conductance([record(100), record(26)], { fits: [fit(4)] })).toThrow(/2 records and 1 fits/);
  });
});

describe("quantities against the voltage", () => {
  test("are the model's own, and points get the colour of their curve", () => {
    const model = hodgkinHuxley.preset("1952");
    const { data } = quantities(model, ["alphaN", "betaN"], {
      window: [0, 120],
      points: { betaN: { x: [0, 80], y: [0.125, 0.046] } },
    });
    const [alpha, beta, points] = data as Line[];
    const at = (curve: Line, V: number): number => (curve.y as Float64Array)[(curve.x as Float64Array).indexOf(V)];
    expect(at(alpha, 10)).toBeCloseTo(0.1, 12); // 0/0 as printed
    expect(at(beta, 80)).toBeCloseTo(0.125 / Math.E, 12);
    expect(colorOf(points.marker)).toBe(colorOf(beta.line));
    expect(points.name).toBe("β<sub>n</sub>, measured");
  });

  test("refuse points without a curve", () => {
    expect(() => quantities(hodgkinHuxley, ["alphaN"], { points: { betaN: { x: [0], y: [1] } } })).toThrow(
      /points of 'betaN'/,
    );
  });
});
