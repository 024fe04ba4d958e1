import { describe, expect, test } from "vitest";
import { izhikevichPatterns } from "../../src/models/izhikevich-2004.js";
import { runPattern } from "../../src/experiments/run-pattern.js";
import { simulate } from "../../src/solve/simulate.js";
import { stimulusFromData } from "../../src/solve/stimuli/stimulus-from-data.js";
import { present } from "../../src/checks/present.js";

/**
 * Spikes of each panel: from a line-by-line port of the author's figure1.m with its own dt, and from an accurate
 * integration of the same equations, both computed independently of this project.
 */
const counts: Readonly<Record<string, readonly [published: number, accurate: number]>> = {
  A: [5, 5],
  B: [1, 1],
  C: [28, 29],
  D: [6, 8],
  E: [6, 7],
  F: [6, 6],
  G: [10, 10],
  H: [14, 18],
  I: [1, 1],
  J: [1, 1],
  K: [1, 1],
  L: [1, 1],
  M: [1, 1],
  N: [7, 14],
  O: [1, 1],
  P: [5, 7],
  Q: [1, 8],
  R: [1, 1],
  S: [3, 4],
  T: [12, Infinity],
};
const panel = (letter: string) =>
  present(
    izhikevichPatterns.find((pattern) => pattern.panel === letter),
    `a panel ${letter}`,
  );

describe("the twenty firing patterns of Izhikevich (2004)", () => {
  test("are the panels A to T in order", () => {
    expect(izhikevichPatterns.map((pattern) => pattern.panel).join("")).toBe("ABCDEFGHIJKLMNOPQRST");
  });

  test.each(izhikevichPatterns)(
    "$panel, $name: spikes as published and accurately as often as counted independently",
    (pattern) => {
      const [published, accurate] = counts[pattern.panel];
      expect(runPattern(pattern, "as published").spikes).toHaveLength(published);
      if (Number.isFinite(accurate)) expect(runPattern(pattern, "accurate").spikes).toHaveLength(accurate);
    },
  );

  test("latency and rebound come 10 ms too late as published: at 26.6 and 68.0 ms, not at 16.6 and 57.6 ms", () => {
    // Published times are grid points, right to rounding; the accurate ones are printed to 0.1 ms.
    expect(runPattern(panel("I"), "as published").spikes[0]).toBeCloseTo(26.6, 10);
    expect(runPattern(panel("I"), "accurate").spikes[0]).toBeCloseTo(16.6, 1);
    expect(runPattern(panel("I"), "repaired").spikes[0]).toBeCloseTo(20.7, 1);
    expect(runPattern(panel("M"), "as published").spikes[0]).toBeCloseTo(68.0, 10);
    expect(runPattern(panel("M"), "accurate").spikes[0]).toBeCloseTo(57.6, 1);
  });

  test("the integrator and the resonator answer to different doublets: 5 ms apart, and one period (40 ms) apart", () => {
    const [late] = runPattern(panel("K"), "accurate").spikes;
    expect(late).toBeGreaterThan(320);
    const [early] = runPattern(panel("L"), "accurate").spikes;
    expect(early).toBeGreaterThan(14.09);
    expect(early).toBeLessThan(70);
  });

  test("inhibition-induced bursting runs away when integrated accurately: past 1000 spikes within 150 ms of inhibition", () => {
    const { model, initial, stimulus } = panel("T");
    const { spikes } = simulate(model, { duration: 200, initial, stimulus: stimulusFromData(stimulus) });
    expect(spikes.length).toBeGreaterThan(1000);
  });

  test("the repairs show the pattern: P stops, Q spikes once, S ends with inhibition, T bursts in 46 spikes", () => {
    expect(runPattern(panel("P"), "accurate").spikes.at(-1)).toBeGreaterThan(250);
    expect(runPattern(panel("P"), "repaired").spikes.at(-1)).toBeLessThan(210);
    expect(runPattern(panel("Q"), "repaired").spikes).toHaveLength(1);
    expect(runPattern(panel("S"), "repaired").spikes.at(-1)).toBeLessThan(220);
    expect(runPattern(panel("T"), "repaired").spikes).toHaveLength(46);
  });

  test("every repair changes something, and says what", () => {
    for (const { panel: letter, model, stimulus, repair } of izhikevichPatterns) {
      if (!repair) continue;
      const same =
        JSON.stringify([model.parameters, stimulus]) === JSON.stringify([repair.model.parameters, repair.stimulus]);
      expect([letter, same, repair.change]).toEqual([letter, false, expect.stringMatching(/\d/)]);
    }
  });

  test("a run has the columns that a trace draws, and refuses others and unknown modes", () => {
    const run = runPattern(panel("A"), "as published");
    expect(run.time).toHaveLength(401);
    expect(run.input[400]).toBe(14);
    expect(Math.max(...run.states.v)).toBe(30); // the program cuts a spike at its peak
    expect(run.quantity("I")).toBe(run.input);
    expect(() => run.quantity("V")).toThrow("there is no 'V' in this run; there are v, u, I");
    expect(() => runPattern(panel("A"), "exact" as never)).toThrow(
      'runPattern: mode must be one of "as published", "accurate", "repaired", got "exact"',
    );
  });
});
