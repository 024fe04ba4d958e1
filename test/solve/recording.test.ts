import { describe, expect, test } from "vitest";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { pointsPerStep } from "../../src/solve/recording/dense-recording.js";
import { simulate } from "../../src/solve/simulate.js";
import type { SimulationOptions } from "../../src/solve/simulation-options.js";
import { poissonInput } from "../../src/solve/stimuli/stimulus-noise.js";
import { constant, pulses, step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { sine } from "../../src/solve/stimuli/stimulus-waves.js";
import { sum } from "../../src/solve/stimuli/stimulus.js";

const driven: SimulationOptions = {
  duration: 61.37,
  stimulus: sum(step(12, 5, 40.013), pulses(-5, { width: 1, period: 7.3 }), sine(3, 60)),
};

describe("states that are asked for alone", () => {
  test.each(["rk4", "exponentialEuler", "dormandPrince", "rosenbrock"] as const)(
    "%s gives the numbers that it gives when all are kept, at any time",
    (method) => {
      for (const model of [hodgkinHuxley, izhikevich]) {
        const [V] = model.stateNames;
        const all = simulate(model, { ...driven, method });
        const one = simulate(model, { ...driven, method, states: [V] });
        expect(Object.keys(one.states)).toEqual([V]);
        expect(one.states[V]).toEqual(all.states[V]);
        expect(one.time).toEqual(all.time);
        expect(one.input).toEqual(all.input);
        expect(one.spikes).toEqual(all.spikes);
        // Forward and backward, within steps and at their ends, at jumps and resets.
        for (const t of [50.0071, 12, 40.013, 3.3333, 61.37, 61.36, 0, all.spikes[0], 59.1, 59.2])
          expect(one.at(t)).toEqual(all.at(t));
      }
    },
  );

  test("an unknown one is refused with the likely name; a quantity that needs others says so", () => {
    expect(() => simulate(hodgkinHuxley, { duration: 1, states: ["v"] })).toThrow(/no state 'v'.*V, m, h, n.*'V'/);
    expect(() => simulate(hodgkinHuxley, { duration: 1, states: "V" as unknown as string[] })).toThrow(/\["V"\]/);
    const one = simulate(hodgkinHuxley, { duration: 1, states: ["V"] });
    expect(() => one.quantity("INa")).toThrow(/'INa' is made of the states, of which V alone were kept/);
  });

  test("an input that depends on the membrane potential is told with it, and not without", () => {
    const options = {
      duration: 5,
      stimulus: poissonInput({ rate: 2000, weight: 0.01, tau: 2, reversal: 0 }),
      dt: 0.05,
    };
    const method = "rk4";
    const input = simulate(hodgkinHuxley, { ...options, method }).input;
    expect(simulate(hodgkinHuxley, { ...options, method, states: ["n", "V"] }).input).toEqual(input);
    expect(() => simulate(hodgkinHuxley, { ...options, method, states: ["n"] }).input).toThrow(/was not kept/);
  });
});

describe("one step in so many", () => {
  test.each([1, 2, 7, 600, 5000])("every %i: the multiples of it, with their input", (every) => {
    const options = { ...driven, method: "rk4", dt: 0.01 } as const;
    for (const model of [hodgkinHuxley, izhikevich]) {
      const [V] = model.stateNames;
      const all = simulate(model, { ...options, every: 1 });
      const some = simulate(model, { ...options, every, states: [V] });
      if (every === 1) expect(some.time).toEqual(all.time);
      else some.time.forEach((t, k) => expect(t).toBeCloseTo(k * every * 0.01, 9)); // 7.3 is a jump, and not 730 · 0.01
      expect(some.time[some.time.length - 1]).toBeGreaterThan(driven.duration - 0.01 * (every + 1));
      some.time.forEach((t, row) => {
        const k = all.time.indexOf(t);
        if (all.time[k + 1] === t || every === 1) return; // a reset on the grid
        expect([some.states[V][row], some.input[row]]).toEqual([all.states[V][k], all.input[k]]);
      });
      expect(some.spikes).toEqual(all.spikes);
      expect(some.at(33.333)).toEqual(all.at(33.333));
    }
  });

  test("is a number of steps, of a method of fixed step", () => {
    expect(() => simulate(hodgkinHuxley, { duration: 1, method: "rk4", every: 0.5 })).toThrow(/every .* got 0.5/);
    expect(() => simulate(hodgkinHuxley, { duration: 1, every: 10 })).toThrow(/dormandPrince chooses.*did you mean dt/);
  });
});

describe("long runs", () => {
  test("one state of 400 000 steps takes 8 bytes a step, and no more until more is asked for", () => {
    const before = process.memoryUsage().arrayBuffers;
    const run = simulate(hodgkinHuxley, { duration: 4000, method: "euler", dt: 0.01, states: ["V"] });
    const held = process.memoryUsage().arrayBuffers - before;
    expect(run.states["V"].length).toBe(400_001);
    expect(run.states["V"].buffer.byteLength).toBeLessThan(8.1 * 400_001);
    expect(held).toBeLessThan(1.2 * 8 * 400_001);
  });

  test("what would not fit is refused before it starts, with what to keep instead", () => {
    const options = { duration: 1e6, method: "euler", dt: 0.01, stimulus: constant(10) } as const;
    expect(() => simulate(hodgkinHuxley, options)).toThrow(
      /1e\+8 steps .*V, m, h, n would take 3\.0 GB.*\{ states: \["V"\] \}.*\{ every: 10 \}/,
    );
  });
});

describe("states between the ends of an adaptive run's steps", () => {
  const run = simulate(hodgkinHuxley, { duration: 120, stimulus: constant(10) });

  test("and at these ends are the recorded numbers, bit for bit, though few of them are kept", () => {
    const ends = run.time.filter((_, k) => k % pointsPerStep === 0);
    expect(ends.length).toBeGreaterThan(400);
    ends.forEach((t, k) => {
      const row = k * pointsPerStep;
      expect(run.at(t)).toEqual(Object.fromEntries(Object.entries(run.states).map(([name, of]) => [name, of[row]])));
    });
  });

  test("are the same in whatever order they are asked for", () => {
    const asked = Array.from({ length: 400 }, (_, k) => 0.3 * k + 0.01);
    const forward = asked.map((t) => run.at(t));
    const mixed = asked.map((_, k) => (k * 173) % asked.length);
    for (const k of [...mixed, ...mixed.reverse()]) expect(run.at(asked[k])).toEqual(forward[k]);
  });

  test("take a function written by hand at its word for the last step only, since it may remember the others", () => {
    let calls = 0;
    const own = simulate((_t, [y], dydt) => void (dydt[0] = -y + (++calls % 2) * 1e-3), { duration: 5, initial: [1] });
    const ends = own.time.filter((_, k) => k % pointsPerStep === 0);
    ends.forEach((t, k) => expect(own.at(t).y0).toBe(own.states["y0"][k * pointsPerStep]));
  });
});
