import { describe, expect, test } from "vitest";
import numbers from "../reference/numbers.json" with { type: "json" };
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { adaptiveExponential } from "../../src/models/adaptive-exponential.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { methods } from "../../src/solve/methods/method.js";
import { simulate } from "../../src/solve/simulate.js";
import type { SimulationOptions } from "../../src/solve/simulation-options.js";
import { SimulationError } from "../../src/solve/simulation-error.js";
import { constant, ramp, step } from "../../src/solve/stimuli/stimulus-shapes.js";

const squid = numbers["hodgkinHuxley (6.3 C, rest 0: ENa 115, EK -12, EL 10.613)"];

describe("Hodgkin-Huxley", () => {
  test.each(Object.entries(squid.stable_cycle_period_ms))("at I = %s the period is %f ms", (I, expected) => {
    const model = hodgkinHuxley.preset("1952");
    // Starting within a spike reaches the cycle also where the rest is stable (I = 7).
    const { spikes } = simulate(model, {
      duration: 400,
      initial: { V: 40 },
      stimulus: constant(Number(I)),
      tolerance: 1e-11,
    });
    expect(spikes[spikes.length - 1] - spikes[spikes.length - 2]).toBeCloseTo(expected, 8);
  });

  test("stays at the resting state of the reference", () => {
    const [V, m, h, n] = squid.rest_I0;
    const { at } = simulate(hodgkinHuxley.preset("1952"), { duration: 400, tolerance: 1e-11 });
    const rest = at(400);
    [rest.V, rest.m, rest.h, rest.n].forEach((value, i) => expect(value).toBeCloseTo([V, m, h, n][i], 8));
  });

  test("gives the same run on both voltage scales, step for step", () => {
    const modern = simulate(hodgkinHuxley, { duration: 50, stimulus: step(10, 5) });
    const old = simulate(hodgkinHuxley.preset("1952"), { duration: 50, stimulus: step(10, 5) });
    expect(modern.cost).toEqual(old.cost);
    old.states.V.forEach((V, k) => expect(modern.states.V[k]).toBeCloseTo(V - 65, 6));
  });

  test.each(methods)(
    "%s at its default settings fires as often in 1 s as it is known to: 69 times at I = 10",
    (method) => {
      // 69 is the count of the converged solution; exponential Euler of first order in all states has intervals too
      // long by 1.4 %.
      const { spikes } = simulate(hodgkinHuxley, { duration: 1000, stimulus: constant(10), method });
      if (method === "exponentialEuler") expect([67, 68]).toContain(spikes.length);
      else expect(spikes.length).toBe(69);
    },
  );

  test("a dt that is too large is an error that says when, which and how large it could be", () => {
    const run = (): unknown => simulate(hodgkinHuxley, { duration: 100, stimulus: constant(10), method: "rk4", dt: 1 });
    expect(run).toThrow(SimulationError);
    expect(run).toThrow(
      /^[Vmhn] became (infinite|not a number) at t = [\d.]+ ms; most likely dt = 1 ms is too large for rk4\. The fastest time constant there is [\d.e-]+ ms/,
    );
  });
});

describe("the period of I_Na,p + I_K", () => {
  test.each(Object.entries(numbers["persistentSodiumPotassium, high threshold"].tau1.period_ms))(
    "at I = %s is %f ms",
    (I, expected) => {
      const { spikes } = simulate(persistentSodiumPotassium, {
        duration: 150,
        stimulus: constant(Number(I)),
        tolerance: 1e-11,
      });
      expect(spikes[spikes.length - 1] - spikes[spikes.length - 2]).toBeCloseTo(expected, 7);
    },
  );
});

describe("a right-hand side written by hand", () => {
  const simulateOnce = simulate(persistentSodiumPotassium, {
    duration: 10,
    method: "rk4",
    stimulus: constant(10),
  }).states;

  test("runs from a list, with states named y0, y1, …, or from a record, with its names", () => {
    const rhs = (_t: number, y: Float64Array, dydt: Float64Array): void => {
      dydt[0] = y[1];
      dydt[1] = -y[0];
    };
    const list = simulate(rhs, { initial: [0, 1], duration: 3 });
    const named = simulate(rhs, { initial: { x: 0, v: 1 }, duration: 3 });
    expect(Object.keys(list.states)).toEqual(["y0", "y1"]);
    expect(Object.keys(named.states)).toEqual(["x", "v"]);
    expect(named.states.x).toEqual(list.states.y0);
    expect(named.at(3).x).toBeCloseTo(Math.sin(3), 5);
  });

  test("gets the stimulus as its fourth argument, and is stopped at its jumps", () => {
    const rhs = (_t: number, y: Float64Array, dydt: Float64Array, I: number): void => void (dydt[0] = I - y[0]);
    const { at, input, time } = simulate(rhs, { initial: [0], duration: 4, stimulus: step(1, 1, 3), tolerance: 1e-10 });
    expect(at(3).y0).toBeCloseTo(1 - Math.exp(-2), 9);
    expect(at(4).y0).toBeCloseTo((1 - Math.exp(-2)) * Math.exp(-1), 9);
    const jump = time.indexOf(1);
    expect([time[jump + 1], input[jump], input[jump + 1]]).toEqual([1, 0, 1]);
  });

  test("that copies a model runs as the model does", () => {
    const model = persistentSodiumPotassium;
    const { C, gL, gNa, gK, EL, ENa, EK } = model.parameters;
    const rhs = (_t: number, [V, n]: Float64Array, d: Float64Array, I: number): void => {
      d[0] = (I - gL * (V - EL) - gNa * model.quantity("mInf", [V, n]) * (V - ENa) - gK * n * (V - EK)) / C;
      d[1] = (model.quantity("nInf", [V, n]) - n) / model.parameters.tau;
    };
    const options = { duration: 10, method: "rk4", stimulus: constant(10) } as const;
    const copied = simulate(rhs, { ...options, initial: model.states });
    copied.states.V.forEach((V, k) => expect(V).toBeCloseTo(simulateOnce.V[k], 9));
  });
});

describe("the trajectory", () => {
  const run = simulate(hodgkinHuxley, { duration: 40, stimulus: step(10, 5, 30) });

  test("has one value of each state and of the input for each time, from 0 to the duration", () => {
    for (const values of [...Object.values(run.states), run.input]) expect(values.length).toBe(run.time.length);
    expect([run.time[0], run.time.at(-1)]).toEqual([0, 40]);
    run.time.forEach((t, k) => expect(k === 0 || t >= run.time[k - 1]).toBe(true));
  });

  test("is what at(t) says at every point of the output", () => {
    run.time.forEach((t, k) => expect(run.at(t).V).toBeCloseTo(run.states.V[k], 9));
  });

  test("is smooth enough to draw: no chord leaves the curve by more than 0.5 mV", () => {
    for (let k = 1; k < run.time.length; k++) {
      const middle = run.at((run.time[k] + run.time[k - 1]) / 2).V;
      expect(Math.abs(middle - (run.states.V[k] + run.states.V[k - 1]) / 2)).toBeLessThan(0.5);
    }
  });

  test("gives the currents of the model along the run, with the input that was there", () => {
    const INa = run.quantity("INa");
    const { gNa, ENa } = hodgkinHuxley.parameters;
    INa.forEach((value, k) => {
      const { V, m, h } = run.states;
      expect(value).toBeCloseTo(gNa * m[k] ** 3 * h[k] * (V[k] - ENa), 8);
    });
    expect(run.quantity("V")).toBe(run.states.V);
    expect(run.quantity("I")).toBe(run.input);
    expect(() => run.quantity("Ina")).toThrow(/no state or quantity 'Ina'.*Did you mean 'INa'/);
  });

  test("counts its cost", () => {
    let calls = 0;
    const { cost } = simulate(
      (_t, y, d) => {
        calls++;
        d[0] = -y[0];
      },
      { initial: [1], duration: 10 },
    );
    expect(cost.evaluations).toBe(calls);
    expect(cost.steps).toBeGreaterThan(5);
  });

  test("with dt an adaptive run comes on a grid, the same curve", () => {
    const grid = simulate(hodgkinHuxley, { duration: 40, stimulus: step(10, 5, 30), dt: 0.1 });
    expect(grid.time.length).toBe(401);
    grid.time.forEach((t, k) => expect(t).toBe(k * 0.1));
    grid.time.forEach((t, k) => expect(grid.states.V[k]).toBeCloseTo(run.at(t).V, 9));
    expect([grid.cost.steps, grid.cost.rejected]).toEqual([run.cost.steps, run.cost.rejected]);
  });

  test("of a method of fixed step stands at multiples of dt", () => {
    const { time } = simulate(hodgkinHuxley, { duration: 10, stimulus: step(10, 5), method: "rk4", dt: 0.01 });
    expect(time.length).toBe(1001);
    time.forEach((t, k) => expect(t).toBe(k === 1000 ? 10 : k * 0.01));
  });

  test("refuses times outside of the run", () => {
    expect(() => run.at(41)).toThrow(/runs from 0 to 40 ms, asked for t = 41/);
    expect(() => run.at(Number.NaN)).toThrow(RangeError);
  });

  test("at(t) of a model with resets is the state after the reset, and continuous elsewhere", () => {
    const { at, spikes } = simulate(leakyIntegrateAndFire, { duration: 60, stimulus: constant(300) });
    const { Vth, Vreset } = leakyIntegrateAndFire.parameters;
    for (const t of spikes) {
      expect(at(t).V).toBe(Vreset);
      expect(at(t - 1e-7).V).toBeCloseTo(Vth, 4);
      expect(at(t + 1).V).toBe(Vreset);
    }
  });
});

describe("jumps and kinks of the stimulus", () => {
  test("no step spans them: the error of a run through many is that of the smooth pieces", () => {
    // V′ = −V + I(t): each piece in closed form.
    const rhs = (_t: number, y: Float64Array, d: Float64Array, I: number): void => void (d[0] = I - y[0]);
    for (const method of methods) {
      const exact = (1 - Math.exp(-0.35)) * Math.exp(-(1 - 0.65)); // on from 0.3 to 0.65, read at 1
      const { at } = simulate(rhs, {
        initial: [0],
        duration: 1,
        stimulus: step(1, 0.3, 0.65),
        method,
        dt: 0.0999,
        tolerance: 1e-10,
      });
      const error = Math.abs(at(1).y0 - exact);
      expect(error).toBeLessThan(
        {
          euler: 0.02,
          eulerMaruyama: 0.02,
          midpoint: 3e-3,
          heun: 3e-3,
          rk4: 2e-6,
          exponentialEuler: 1e-6,
          dormandPrince: 1e-9,
        }[method as string] ?? 1e-8,
      );
    }
  });

  test("a ramp is started exactly where it starts", () => {
    const rhs = (_t: number, _y: Float64Array, d: Float64Array, I: number): void => void (d[0] = I);
    const { at } = simulate(rhs, { initial: [0], duration: 10, stimulus: ramp(2, 3, 7) });
    expect(at(7).y0).toBeCloseTo(16, 12);
    expect(at(10).y0).toBeCloseTo(16 + 24, 12);
  });
});

describe("arguments that make no sense", () => {
  const hh = hodgkinHuxley;
  const refused = (options: unknown, message: RegExp): void =>
    expect(() => simulate(hh, options as SimulationOptions)).toThrow(message);

  test("the duration", () => {
    refused(undefined, /needs a duration in ms/);
    refused({}, /needs a duration in ms/);
    refused({ duration: -1 }, /positive number of ms, got -1/);
    refused({ duration: Number.NaN }, /got NaN/);
    refused({ duration: "100" }, /got "100"/);
    refused({ duration: Infinity }, /got Infinity/);
  });

  test("dt", () => {
    refused({ duration: 10, dt: -0.1 }, /dt must be a positive number of ms, got -0.1/);
    refused({ duration: 10, dt: 0 }, /got 0/);
    refused(
      { duration: 10, dt: 25, method: "rk4" },
      /dt = 25 ms is longer than the whole run of 10 ms.*did you mean 0.025/,
    );
  });

  test("so many steps that nothing could hold them", () => {
    refused({ duration: 1000, dt: 1e-6, method: "euler" }, /dt = 0.000001 ms makes 1e\+9 steps/);
  });

  test("method and tolerance", () => {
    refused(
      { duration: 10, method: "rk45" },
      /method must be one of "dormandPrince", .* got "rk45"\..*Did you mean 'rk4'/,
    );
    refused({ duration: 10, tolerance: 0 }, /tolerance must lie between/);
    refused({ duration: 10, tolerance: 2 }, /got 2/);
  });

  test("names: an unknown option or state, with the likely one", () => {
    refused({ duration: 10, stimuls: constant(1) }, /no option 'stimuls'.*Did you mean 'stimulus'/);
    refused({ duration: 10, start: { V: -60 } }, /simulate has no option 'start'.*Did you mean 'initial'/);
    refused({ tstop: 10 }, /no option 'tstop'.*Did you mean 'duration'/);
    refused({ duration: 10, I: 5 }, /no option 'I'.*Did you mean 'stimulus'/);
    refused({ duration: 10, initial: { v: -60 } }, /'v'.*[Dd]id you mean 'V'/);
    refused({ duration: 10, initial: [1, 2] }, /4 states \(V, m, h, n\), got a vector of 2/);
    refused({ duration: 10, initial: { V: Number.NaN } }, /V/);
  });

  test("the stimulus", () => {
    refused({ duration: 10, stimulus: 10 }, /did you mean constant\(10\)/);
    refused({ duration: 10, stimulus: constant }, /call it first/);
    const noInput = defineModel({
      name: "decay",
      source: "-",
      equations: "dx/dt = -k*x",
      states: { x: state(1, "1") },
      parameters: { k: [1, "1/ms"] },
    });
    expect(() => simulate(noInput, { duration: 1, stimulus: constant(1) })).toThrow(
      /decay has no input; name the parameter/,
    );
  });

  test("a hand-written right-hand side without an initial state", () => {
    const rhs = (): void => undefined;
    expect(() => simulate(rhs, { duration: 1 })).toThrow(/needs its initial state/);
    expect(() => simulate(rhs, { duration: 1, initial: [] })).toThrow(/empty/);
    expect(() => simulate(rhs, { duration: 1, initial: [Number.NaN] })).toThrow(/initial y0 must be a finite number/);
  });

  test("a run that would take for ever is given up, with the way out: a stiff system by an explicit method", () => {
    const stiff = (_t: number, y: Float64Array, d: Float64Array): void => void (d[0] = -1e6 * (y[0] - 1));
    expect(() => simulate(stiff, { initial: [0], duration: 2000 })).toThrow(
      /gave up at t = .* after too many steps.*fastest time constant there is 0\.000001 ms \(y0\).*rosenbrock/,
    );
    expect(simulate(stiff, { initial: [0], duration: 20, method: "rosenbrock" }).at(20).y0).toBeCloseTo(1, 6);
  });

  test("a run that creeps is given up after a hundred thousand steps, not after three million", () => {
    let evaluations = 0;
    const creeping = (_t: number, y: Float64Array, d: Float64Array): void => {
      evaluations++;
      d[0] = -1e9 * (y[0] - 1);
    };
    expect(() => simulate(creeping, { initial: [0], duration: 1000 })).toThrow(/gave up at t = .* too many steps/);
    expect(evaluations).toBeLessThan(1e6);
  });

  test("a run whose resets all fall on one instant, as nothing is slow enough for a step, is given up", () => {
    const steep = adaptiveExponential.with({ VT: -1000 });
    expect(() => simulate(steep, { duration: 100 })).toThrow(/gave up at t = 0 ms after too many steps/);
  });

  test("a right-hand side that is not finite is named, with its variable", () => {
    const rhs = (t: number, y: Float64Array, d: Float64Array): void => void (d[0] = Math.sqrt(1 - t) - y[0]);
    expect(() => simulate(rhs, { initial: { q: 0 }, duration: 2 })).toThrow(/^q became not a number at t = 1 ms/);
    expect(() => simulate(rhs, { initial: { q: 0 }, duration: 2, method: "euler", dt: 0.3 })).toThrow(
      /^q became not a number at t = 1\.2 ms/,
    );
  });
});
