import { expect, test } from "vitest";
import { fiCurve } from "../../src/experiments/fi-curve.js";
import { rateMap } from "../../src/experiments/rate-map.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { simulate } from "../../src/solve/simulate.js";

const currents = [0, 5, 8, 10, 15];
const conductances = [30, 36];

test("a map has the rates of the f-I curves that are its rows", () => {
  const options = { duration: 150, transient: 50, method: "rk4" } as const;
  const map = rateMap(hodgkinHuxley, ["I", currents], ["gK", conductances], options);
  expect([map.xName, map.yName, ...map.x, ...map.y]).toEqual(["I", "gK", ...currents, ...conductances]);
  conductances.forEach((gK, j) => {
    const { rate, onset } = fiCurve(hodgkinHuxley.with({ gK }), currents, options);
    expect(map.rate[j]).toEqual(rate);
    expect(map.onset[j]).toEqual(onset);
  });
  expect(map.rate[1][0]).toBe(0);
  expect(map.rate[1][3]).toBeCloseTo(68.3, 0); // 69 spikes in a second at 10 uA/cm2
});

test("an f-I curve of runs side by side is that of runs one by one", () => {
  const initial = { V: -68, gL: undefined } as never;
  for (const method of ["euler", "rk4", "exponentialEuler"] as const)
    for (const from of [undefined, { V: -68 }, [-68, 0.1, 0.5, 0.3]]) {
      const options = { duration: 120, transient: 30, method, ...(from && { initial: from }) };
      const { rate, onset } = fiCurve(hodgkinHuxley, currents, options);
      currents.forEach((I, i) => {
        const { spikes } = simulate(hodgkinHuxley.with({ I }), {
          duration: 120,
          method,
          ...(from && { initial: from }),
        });
        const late = spikes.filter((t, k) => k > 0 && t >= 30).length;
        expect(onset[i]).toBe(spikes.filter((t) => t < 30).length);
        const last = spikes[spikes.length - 1];
        const intervals = last - spikes[spikes.length - 1 - late];
        if (rate[i] > 0) expect(rate[i]).toBeCloseTo((1000 * late) / intervals, 10);
      });
    }
  expect(() => fiCurve(hodgkinHuxley, [1], { initial, method: "rk4" })).toThrow("gL");
});

test("a map says what it cannot be of", () => {
  expect(() => rateMap(leakyIntegrateAndFire, ["I", [200]], ["I", [200]])).toThrow("two parameters");
  expect(() => rateMap(leakyIntegrateAndFire, ["I", [200]], ["gX" as never, [1]])).toThrow("gX");
  expect(() => rateMap(leakyIntegrateAndFire, ["I", [NaN]], ["gL", [10]])).toThrow("I");
  expect(() => rateMap(leakyIntegrateAndFire, ["I", [200]], ["gL", [10]], { transient: 2000 })).toThrow("transient");
});
