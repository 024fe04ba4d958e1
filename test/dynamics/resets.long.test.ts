import { expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { simulate } from "../../src/solve/simulate.js";

const chattering = izhikevich.preset("chattering").with({ I: 10 });

/** Spikes in a period of what a long run comes to. */
function spikesInPeriod(d: number): number | undefined {
  const { spikes } = simulate(chattering.with({ d }), { duration: 6000, tolerance: 1e-9, states: ["v"] });
  const intervals = Array.from(spikes.slice(-25, -1), (t, k) => spikes[spikes.length - 24 + k] - t);
  return [1, 2, 3, 4].find((k) => intervals.every((T, i) => i < k || Math.abs(T - intervals[i - k]) < 1e-3));
}

test("the chattering cell doubles and adds spikes along d where runs do, and steps from no cycle onto another", () => {
  const { points } = bifurcations(chattering, "d");
  const doubled = points.filter(({ kind, status }) => kind === "period doubling" && status === "refined");
  const found = doubled.map(({ parameter, evidence }) => [evidence["spikes in a period"], parameter] as const);
  for (const [spikes, d] of [
    [3, 2.6757],
    [2, 3.924212],
    [1, 7.703272],
  ]) {
    expect(found.find(([k, at]) => k === spikes && Math.abs(at - d) < 1e-5)).toBeDefined();
    expect(spikesInPeriod(d + 0.002)).toBe(spikes);
    if (spikes < 3) expect(spikesInPeriod(d - 0.002)).toBe(spikes + 1);
  }
  expect(points.filter(({ kind, parameter }) => kind === "period adding" && parameter > 4)).toEqual([]);
});

test.each([2.7, 3.92, 3.9243, 7, 7.704, 9])("at d = %d its cycle is what a run comes to", (d) => {
  const cell = chattering.with({ d });
  const { spikes } = simulate(cell, { duration: 6000, tolerance: 1e-9, states: ["v"] });
  const [cycle, ...more] = limitCycles(cell).filter(({ stable }) => stable);
  expect(more).toEqual([]);
  const count = spikesInPeriod(d) ?? NaN;
  expect(spikes[spikes.length - 1] - spikes[spikes.length - 1 - count]).toBeCloseTo(cycle.period, 3);
});

test("Izhikevich's chattering cell bursts with one spike more after the other as the current grows", () => {
  const { points } = bifurcations(izhikevich.preset("chattering"), "I", [8, 12]);
  const adding = points.filter(({ kind }) => kind === "period adding");
  expect(adding.map(({ evidence }) => evidence["spikes in a period"])).toContain("4 below, 5 above");
});
