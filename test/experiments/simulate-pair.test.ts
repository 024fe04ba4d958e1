import { describe, expect, test } from "vitest";
import { phaseLocking } from "../../src/dynamics/phase/phase-locking.js";
import { simulatePair, type PairOptions, type PairRun } from "../../src/experiments/simulate-pair.js";
import { withSynapses } from "../../src/models/synapses/with-synapses.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";

const cell = (reversal: number, tau: number) =>
  withSynapses(persistentSodiumPotassium.with({ I: 6 }), [{ name: "syn", kind: "exponential", tau, reversal }]);
const exciting = cell(0, 5);
const by = (weight: number) => ({ kind: "synaptic", onto: "gsyn", weight }) as const;
const last = ({ difference }: PairRun): number => difference[difference.length - 1];

describe("two cells", () => {
  test("that are not coupled stay as far apart as they began", () => {
    const run = simulatePair(exciting, by(0), { ahead: 0.3, duration: 100 });
    for (const apart of run.difference) expect(apart).toBeCloseTo(0.3, 3);
    expect(run.spikes[1][0]).toBeCloseTo(0.7 * run.period, 2);
    expect(run.at.length).toBe(
      run.spikes[0].filter((t) => t > run.spikes[1][0] && t < (run.spikes[1].at(-1) ?? 0)).length,
    );
  });

  test("weakly coupled by excitation come to where phaseLocking says, and further off the stronger it is", () => {
    const { locked } = phaseLocking(exciting, by(1));
    const [predicted] = locked.filter(({ stable }) => stable).map(({ phase }) => phase);
    const far = (weight: number): number =>
      Math.abs(last(simulatePair(exciting, by(weight), { duration: 1500 })) - predicted);
    const [weak, strong] = [far(0.005), far(0.1)];
    expect(weak).toBeLessThan(0.01);
    expect(strong).toBeGreaterThan(0.04);
  });

  test("of which one is driven harder drift apart, and strong inhibition silences the other", () => {
    const inhibiting = cell(-75, 5);
    const drifting: PairOptions = { duration: 300, second: { I: 8 } };
    const [slow, fast] = simulatePair(inhibiting, by(0), drifting).spikes;
    expect(fast.length / slow.length).toBeCloseTo(10.514 / 8.3, 0.5);
    const [one, other] = simulatePair(inhibiting, by(3), { duration: 300 }).spikes.map((train) => train.length);
    expect(Math.min(one, other)).toBe(0);
    expect(Math.max(one, other)).toBeGreaterThan(25);
  });

  test("are refused an unknown parameter, option or weight", () => {
    expect(() => simulatePair(exciting, by(0.1), { second: { i: 3 } as never })).toThrow(/no parameter 'i'.*mean 'I'/);
    expect(() => simulatePair(exciting, by(0.1), { lead: 0.1 } as never)).toThrow(/no option 'lead'/);
    expect(() => simulatePair(exciting, by(NaN))).toThrow(/weight must be a finite number/);
  });
});
