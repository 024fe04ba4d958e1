import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { leakyIntegrateAndFireRate } from "../../src/experiments/integrate-and-fire-rate.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { quadraticIntegrateAndFire } from "../../src/models/quadratic-integrate-and-fire.js";
import { vectorFieldFamily } from "../../src/dynamics/system/vector-field-family.js";
import { flights } from "../../src/dynamics/resets/flight.js";
import { spikeRule } from "../../src/dynamics/resets/spike-rule.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { izhikevich2007 } from "../../src/models/izhikevich-2007.js";
import { simulate } from "../../src/solve/simulate.js";
import { present } from "./present.js";

/**
 * v grows at rate I to the threshold 1, where it is set back to 0 and w to g(w); w does not change in between: the map
 * from spike to spike is g itself, T = 1/I. With g = a w (1 − w) it is the logistic map: a fixed point 1 − 1/a with
 * multiplier 2 − a, which doubles its period at a = 3, and that of period 2 at a = 1 + √6.
 */
const logistic = defineModel({
  name: "logistic resets",
  source: "placed by hand",
  equations: `
    dv/dt = I  [1/ms]
    dw/dt = 0*w  [1/ms]`,
  states: { v: state(0, "1", [0, 1]), w: state(0.3, "1", [0, 1]) },
  parameters: { I: [1, "1", [0.5, 2]], a: [2.5, "1", [2.2, 3.2]] },
  input: "I",
  threshold: "v >= 1",
  reset: `
    v = 0
    w = a*w*(1 - w)`,
});

describe("cycles through resets", () => {
  test("the leaky neuron's branch has the rate of the closed form, and ends where rest reaches the threshold", () => {
    const { cycles, incomplete } = bifurcations(leakyIntegrateAndFire, "I", [0, 500]);
    expect(incomplete).toEqual([]);
    expect(cycles.length).toBe(1);
    const [{ segments, ends }] = cycles;
    expect(segments.map(({ stable }) => stable)).toEqual([true]);
    segments[0].parameter.forEach((I, k) => {
      const rate = leakyIntegrateAndFireRate(leakyIntegrateAndFire.parameters, I);
      expect(1000 / segments[0].period[k] / rate).toBeCloseTo(1, 6);
    });
    expect(ends.map(({ kind }) => kind).sort()).toEqual(["limit of the range", "threshold crossing"]);
    expect(ends[0].parameter).toBeCloseTo(200, 2); // gL (Vth − EL)
  });

  test("the quadratic neuron's ends in its saddle-node where it is reset below, and goes on below where above", () => {
    const below = present(bifurcations(quadraticIntegrateAndFire, "I", [0, 50]).cycles[0]);
    expect(below.ends.map(({ kind }) => kind)).toContain("saddle-node on invariant circle");
    const above = present(bifurcations(quadraticIntegrateAndFire.preset("bistable"), "I", [0, 50]).cycles[0]);
    expect(above.ends.map(({ kind }) => kind)).toEqual(["limit of the range", "limit of the range"]);
  });

  test("the logistic map as a reset doubles its period at a = 3, and again at 1 + √6", () => {
    const { points, cycles } = bifurcations(logistic, "a");
    expect(points.map(({ kind }) => kind)).toEqual(["period doubling"]);
    expect(points[0].parameter).toBeCloseTo(3, 8);
    expect(points[0].status).toBe("refined");
    expect(points[0].evidence["spikes in a period"]).toBe(1);
    const one = present(cycles.find(({ segments }) => segments.length === 2));
    expect(one.segments.map(({ stable }) => stable).sort()).toEqual([false, true]);
    const beyond = bifurcations(logistic, "a", [3.05, 3.5]).points;
    expect(beyond.map(({ kind }) => kind)).toEqual(["period doubling"]);
    expect(beyond[0].parameter).toBeCloseTo(1 + Math.sqrt(6), 7);
    expect(beyond[0].evidence["spikes in a period"]).toBe(2);
  });

  test("and below a = 3 there is no doubling", () => {
    expect(bifurcations(logistic, "a", [2.2, 2.9]).points).toEqual([]);
  });

  test("the derivatives of a flight are those of its differences, the refractory period's too", () => {
    const model = leakyIntegrateAndFire.with({ I: 300 });
    for (const parameter of ["I", "tRef", "Vreset", "Vth"] as const) {
      const [low, high] = model.ranges[parameter];
      const family = vectorFieldFamily(model, [parameter], [[low, high]]);
      const fly = flights(family, spikeRule(family));
      const z = Float64Array.of(-72 / family.scale[0], model.parameters[parameter] / family.scale[1]);
      const step = 1e-4;
      const [more, less] = [step, -step].map((h) => present(fly(z.with(1, z[1] + h))));
      const { delay, map } = present(fly(z));
      const slope = (more.duration - less.duration) / (2 * step);
      expect(Math.abs(delay[1] - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
      expect(map[1]).toBeCloseTo((more.after[0] - less.after[0]) / (2 * step), 4);
    }
  });

  test("Izhikevich's regular spiking lasts below its Hopf point, as far down as a run that follows it", () => {
    // A run from the cycle at 6, continued at lower and lower currents by bisection at tolerance 1e-9, ends at 3.774377.
    const { cycles, points } = bifurcations(izhikevich, "I", [0, 40]);
    expect(Math.min(...cycles.flatMap(({ ends }) => ends.map(({ parameter }) => parameter)))).toBeCloseTo(3.7744, 4);
    expect(points.map(({ kind }) => kind)).not.toContain("period doubling");
  });

  test("at one value of the parameter are what simulation settles on, with their multipliers", () => {
    const [alone, ...more] = limitCycles(leakyIntegrateAndFire.with({ I: 300 }));
    expect(more).toEqual([]);
    expect([alone.stable, alone.multipliers.length, alone.status]).toEqual([true, 0, "refined"]);
    const rate = leakyIntegrateAndFireRate(leakyIntegrateAndFire.parameters, 300);
    expect((alone.period * rate) / 1000).toBeCloseTo(1, 6);
    expect(limitCycles(leakyIntegrateAndFire)).toEqual([]);
    expect(limitCycles(leakyIntegrateAndFire.with({ I: 300 }), { V: [-70, 0] })).toEqual([]);

    const cell = izhikevich2007.with({ I: 100 });
    const { period, minimum, time, states } = present(limitCycles(cell)[0]);
    const { spikes, states: ran } = simulate(cell, { duration: 3000, tolerance: 1e-10 });
    expect(spikes[spikes.length - 1] - spikes[spikes.length - 2]).toBeCloseTo(period, 5);
    expect(Math.min(...ran["u"].slice(-500))).toBeCloseTo(minimum["u"], 2);
    expect(time[time.length - 1]).toBe(period);
    expect(states["v"][0]).toBeCloseTo(cell.parameters["c"], 9); // just after a spike, at both ends
    expect(states["v"][time.length - 1]).toBeCloseTo(cell.parameters["c"], 9);

    const at = (a: number) => limitCycles(logistic.with({ a })).map(({ period: T, stable }) => [Math.round(T), stable]);
    expect(at(2.5)).toEqual([[1, true]]); // w = 1 − 1/a
    expect(at(3.2)).toEqual(
      expect.arrayContaining([
        [1, false],
        [2, true],
      ]),
    ); // and both of period 2
    const doubled = present(limitCycles(logistic.with({ a: 3.2 })).find(({ stable }) => stable));
    expect(doubled.multipliers[0].re).toBeCloseTo(4 + 2 * 3.2 - 3.2 ** 2, 7);
  });
});
