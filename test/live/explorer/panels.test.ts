import { describe, expect, test } from "vitest";
import { intervalsDrawing } from "../../../src/live/explorer/apart/intervals.js";
import { intervalsOutline } from "../../../src/live/explorer/panels/apart.js";
import { plainLook, type PanelContent } from "../../../src/live/explorer/panels/panel.js";
import type { Model } from "../../../src/model/model.js";
import { adaptiveExponential } from "../../../src/models/adaptive-exponential.js";
import { leakyIntegrateAndFire } from "../../../src/models/leaky-integrate-and-fire.js";
import { passiveMembrane } from "../../../src/models/passive-membrane.js";
import { snapshotOf } from "./snapshot-of.js";
import { simulate } from "../../../src/solve/simulate.js";

const seen = (model: Model, duration: number): PanelContent =>
  intervalsDrawing.draw(snapshotOf(model, simulate(model, { duration })), undefined, undefined, plainLook, []);
const intervals = ({ figure }: PanelContent): readonly number[] => [
  ...((figure?.data ?? [])[0] as { y: Float64Array }).y,
];

describe("the panel of intervals", () => {
  test("is level for a leaky integrate-and-fire neuron, which forgets at each reset, and rises for one that adapts", () => {
    const regular = intervals(seen(leakyIntegrateAndFire.with({ I: 500 }), 400));
    expect(Math.max(...regular.slice(1)) / Math.min(...regular.slice(1))).toBeCloseTo(1, 6);
    const adapting = seen(adaptiveExponential.with({ I: 1000 }), 400);
    const found = intervals(adapting);
    expect(found.length).toBeGreaterThan(3);
    const [first, last] = [found[0], found[found.length - 1]];
    expect(last / first).toBeGreaterThan(1.2);
    const three = (value: number): number => Number(value.toPrecision(3));
    expect(adapting.words).toBe(
      `The first interval is ${three(first)} ms, the last ${three(last)} ms: ${three(last / first)} times the first.`,
    );
  });

  test("says so where there are fewer than two spikes, and is not offered where there are none ever", () => {
    expect(seen(leakyIntegrateAndFire.with({ I: 0 }), 100)).toEqual({
      words: "There is no interval to measure: that takes two spikes.",
    });
    expect(intervalsOutline.suits(passiveMembrane)).toBe(false);
  });
});
