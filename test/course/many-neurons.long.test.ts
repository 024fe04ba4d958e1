import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { balancedNetwork } from "../../src/networks/balanced-network.js";
import { rhythm } from "../../src/networks/cortical-network.js";
import { wilsonCowan } from "../../src/models/wilson-cowan.js";
import { simulate } from "../../src/solve/simulate.js";
import { matched } from "../matched.js";
import { stateOf } from "../networks/state-of.js";

// Numbers of sections 18.4 and 18.5, computed a second time; those with a pattern are read from the text.

const text = readFileSync(new URL("../../notebooks/source/18-many-neurons.ts", import.meta.url), "utf8");
const size = { excitatory: 4000, probability: 0.25 } as const;
const tens = Array.from({ length: 30 }, (_, k) => 10 * (k + 1));
const printed = (pattern: RegExp): number[] => matched(text, pattern).slice(1).map(Number);
const fastest = (power: Float64Array): number => tens[power.indexOf(Math.max(...power))];

test("18.4: the four states fire at 330, 37, 60 and 5 Hz, and the fast rhythm of 180 Hz becomes one of 100 at 3 ms", () => {
  const regular = balancedNetwork({ ...size, g: 3, duration: 100 });
  const asynchronous = balancedNetwork({ ...size, duration: 300 });
  const fast = balancedNetwork({ ...size, g: 6, drive: 4, duration: 300 });
  const slow = balancedNetwork({ ...size, g: 4.5, drive: 0.9, duration: 500 });
  const rates = [regular, asynchronous, fast, slow].map((run) => stateOf(run, run.duration < 200 ? 50 : 100).rate);
  const said = [
    /every 3 ms, which is (\d+) Hz/,
    /Each cell fires at (\d+) Hz, at moments/,
    /while each cell fires at (\d+) Hz, irregularly/,
    /one volley in five, and fires at (\d+) Hz/,
  ].flatMap(printed);
  expect(said.map((rate, k) => Math.abs(rates[k] / rate - 1) < 0.08)).toEqual([true, true, true, true]);
  const windows = { from: 100, window: 100 };
  const later = balancedNetwork({ ...size, g: 6, drive: 4, delay: 3, duration: 300 });
  expect([fast, later].map((run) => fastest(rhythm(run, tens, windows)))).toEqual([180, 100]);
  expect(printed(/Slower: (\d+) Hz instead of (\d+)/)).toEqual([100, 180]);
  expect(stateOf(later, 100).rate.toFixed(0)).toBe("60");
  const volleys = fastest(rhythm(slow, tens, windows));
  expect([20, 30]).toContain(volleys);
  const irregular = [regular, asynchronous, fast, slow].map((run) => stateOf(run, 50).cv > 0.3);
  expect(irregular).toEqual([false, true, true, true]);
});

test("18.4: excitation of 114 mV and inhibition of 93 leave 22; with g = 3 it is 205", () => {
  const [excitation, inhibition, rest] = printed(
    /pull a cell to (\d+) mV, .* takes (\d+) mV of it away\. What is left is (\d+) mV/,
  );
  expect(Math.abs(excitation - (40 + 2 * 37))).toBeLessThan(1);
  expect(Math.abs(inhibition - (2 * 37 * 5) / 4)).toBeLessThan(1);
  expect(Math.abs(rest - (40 + 2 * 37 * (1 - 5 / 4)))).toBeLessThan(1);
  expect(printed(/\$g = 3\$ the mean is at (\d+) mV/)).toEqual([40 + 2 * 330 * (1 - 3 / 4)]);
});

test("18.5: a beat lasts 40, 27 and 20 ms as P grows and 94 with slow inhibition, of which the peak is 3 ms behind", () => {
  const beat = (changes: object): { readonly period: number; readonly lag: number } => {
    const run = simulate(wilsonCowan.with(changes), { duration: 1200, method: "rk4", dt: 0.05 });
    const peaks = (values: Float64Array): number[] =>
      [...values.keys()]
        .filter((k) => run.time[k] > 600 && values[k - 1] < values[k] && values[k] >= values[k + 1])
        .map((k) => run.time[k]);
    const [e, i] = [peaks(run.states.E), peaks(run.states.I)];
    return { period: (e[e.length - 1] - e[0]) / (e.length - 1), lag: i.filter((t) => t > e[0])[0] - e[0] };
  };
  const beats = [{ P: 1.25 }, { P: 1.5 }, { P: 1.8 }].map((changes) => beat(changes).period.toFixed(0));
  expect(beats.map(Number)).toEqual(printed(/its period is (\d+) ms, then (\d+), then (\d+)/));
  expect([beat({ tauI: 12 }).period.toFixed(0)].map(Number)).toEqual(printed(/8 ms a beat lasts (\d+) ms/));
  expect([beat({}).lag.toFixed(0)].map(Number)).toEqual(printed(/has its peak (\d+) ms after/));
});
