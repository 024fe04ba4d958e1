import { describe, expect, test } from "vitest";
import { resonance } from "../../../src/experiments/impedance.js";
import { plainLook } from "../../../src/live/explorer/panels/panel.js";
import { impedanceDrawing } from "../../../src/live/explorer/apart/impedance.js";
import type { PanelContent } from "../../../src/live/explorer/panels/panel.js";
import type { Model } from "../../../src/model/model.js";
import { catalogue } from "../../../src/models/catalogue.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { izhikevichPatterns } from "../../../src/models/izhikevich-2004.js";
import { linearPlane } from "../../../src/models/linear-plane.js";
import { snapshotOf } from "./snapshot-of.js";
import { passiveMembrane } from "../../../src/models/passive-membrane.js";

const seen = (model: Model): PanelContent =>
  impedanceDrawing.draw(snapshotOf(model), undefined, undefined, plainLook, []);
const curve = ({ figure }: PanelContent, k: number): { readonly x: Float64Array; readonly y: Float64Array } =>
  (figure?.data ?? [])[k] as never;

describe("the panel of a model's impedance", () => {
  test("marks Hodgkin and Huxley's resonance at rest and says it in words", () => {
    const { frequency, quality } = resonance(hodgkinHuxley);
    const shown = seen(hodgkinHuxley);
    expect(shown.words).toMatch(
      new RegExp(
        `stable focus at −65 mV. Resonance at ${frequency.toPrecision(3)} Hz, where .Z. is ${quality.toPrecision(3)} times`,
      ),
    );
    const [Z, mark] = [curve(shown, 0), curve(shown, 1)];
    expect(mark.x[0]).toBeCloseTo(frequency, 9);
    expect(mark.y[0]).toBeGreaterThanOrEqual(Math.max(...Z.y));
    expect(mark.y[0] / Z.y[0]).toBeCloseTo(quality, 2); // 1 Hz stands for a steady current
  });

  test("draws of a passive membrane what R and C say: half the power and a phase of −45° at 1/(2πRC)", () => {
    const shown = seen(passiveMembrane);
    const { C, gL } = passiveMembrane.parameters as Readonly<Record<string, number>>;
    const cutoff = (1000 * gL) / (2 * Math.PI * C);
    const [Z, phase] = [curve(shown, 0), curve(shown, 1)];
    Z.x.forEach((f, k) => {
      expect(Z.y[k]).toBeCloseTo(1 / gL / Math.hypot(1, f / cutoff), 9);
      expect(phase.y[k]).toBeCloseTo((-180 / Math.PI) * Math.atan(f / cutoff), 9);
    });
    expect(shown.words).toContain("No resonance");
  });

  test("says why there is none where nothing is stable, and where there is no input", () => {
    expect(seen(hodgkinHuxley.with({ I: 20 }))).toEqual({
      words: expect.stringContaining("At I = 20 nothing is stable to rest at"),
    });
    expect(seen(linearPlane)).toEqual({ words: "linear plane has no input whose frequency could be varied." });
  });

  test("draws numbers for every model that rests", () => {
    const all = [...Object.values(catalogue), ...izhikevichPatterns.map(({ model }) => model)];
    for (const model of all) {
      const { figure, words } = seen(model);
      expect(words, model.name).not.toMatch(/NaN|Infinity|undefined/);
      for (const { x, y } of (figure?.data ?? []) as { x: Float64Array; y: Float64Array }[])
        expect([...x, ...y].every(Number.isFinite), model.name).toBe(true);
    }
  });
});
