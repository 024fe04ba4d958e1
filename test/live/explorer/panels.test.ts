import { describe, expect, test } from "vitest";
import type { Shown } from "../../../src/live/explorer/panels/panel.js";
import { views } from "../../../src/live/explorer/panels/panels.js";
import type { Model } from "../../../src/model/model.js";
import { adaptiveExponential } from "../../../src/models/adaptive-exponential.js";
import { leakyIntegrateAndFire } from "../../../src/models/leaky-integrate-and-fire.js";
import { passiveMembrane } from "../../../src/models/passive-membrane.js";
import { simulate } from "../../../src/solve/simulate.js";

const view = views.find(({ name }) => name === "intervals")!;
const seen = (model: Model, duration: number): Shown =>
  view.draw({
    model,
    resting: [],
    trajectory: simulate(model, { duration }),
    duration,
    ask: () => undefined,
    chosen: undefined,
  });
const intervals = ({ figure }: Shown): readonly number[] => [...(figure!.data[0] as { y: Float64Array }).y];

describe("the view of intervals", () => {
  test("is level for a leaky integrate-and-fire neuron, which forgets at each reset, and rises for one that adapts", () => {
    const regular = intervals(seen(leakyIntegrateAndFire.with({ I: 500 }), 400));
    expect(Math.max(...regular.slice(1)) / Math.min(...regular.slice(1))).toBeCloseTo(1, 6);
    const adapting = seen(adaptiveExponential.with({ I: 1000 }), 400);
    const found = intervals(adapting);
    expect(found.length).toBeGreaterThan(3);
    expect(found.at(-1)! / found[0]).toBeGreaterThan(1.2);
    expect(adapting.words).toBe(
      `The first interval is ${Number(found[0].toPrecision(3))} ms, the last ${Number(found.at(-1)!.toPrecision(3))} ms: ${Number((found.at(-1)! / found[0]).toPrecision(3))} times the first.`,
    );
  });

  test("says so where there are fewer than two spikes, and is not offered where there are none ever", () => {
    expect(seen(leakyIntegrateAndFire.with({ I: 0 }), 100)).toEqual({
      words: "There is no interval to measure: that takes two spikes.",
    });
    expect(view.suits(passiveMembrane)).toBe(false);
  });
});
