import { describe, expect, test } from "vitest";
import { izhikevich } from "../../src/models/izhikevich.js";
import { simulate } from "../../src/solve/simulate.js";
import { step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { folds, hopfs } from "./equilibria.js";

describe("Izhikevich 2003", () => {
  // Saddle-node and Andronov-Hopf current for (a, b): (5 − b)²/0.16 − 140 and, if b > a, at v = (a − 5)/0.08; computed
  // independently.
  test.each([
    [0.02, 0.2, 4, 3.7975],
    [0.02, 0.25, 1.0156, 0.685],
    [0.1, 0.26, 0.4225, 0.2625],
  ])("a = %d, b = %d: saddle-node at I = %d, Andronov-Hopf at %d", (a, b, saddleNode, andronovHopf) => {
    const model = izhikevich.with({ a, b });
    const [fold] = folds(model, -75, -55);
    const [hopf] = hopfs(model, -75, -55);
    expect(fold.I).toBeCloseTo(saddleNode, 4);
    expect(hopf.I).toBeCloseTo(andronovHopf, 4);
    expect(hopf.V).toBeCloseTo((a - 5) / 0.08, 9);
  });

  test.each([
    ["regular spiking", -70],
    ["thalamo-cortical", -64.414],
    ["resonator", -62.5],
  ])("%s rests at v = %d mV", (preset, v) => {
    const model = izhikevich.preset(preset);
    const u = model.parameters.b * v;
    expect(model.field([v, u])[0]).toBeCloseTo(0, 3); // −64.414 is printed to 0.001
    expect(model.field([v, u])[1]).toBeCloseTo(0, 12);
  });

  test("fires as Fig. 2 names it: RS adapts, IB starts with a burst, CH bursts on, FS and LTS fire on, LTS with adaptation", () => {
    const isi = (preset: string, I = 10): number[] => {
      const { spikes } = simulate(izhikevich.preset(preset), { duration: 400, stimulus: step(I, 50) });
      return Array.from(spikes.subarray(1), (t, i) => t - spikes[i]);
    };
    const [first, ...later] = isi("regular spiking");
    expect(later.every((interval) => interval > 1.5 * first)).toBe(true);
    expect(isi("intrinsically bursting").map((interval) => interval < 10)).toEqual([
      true,
      true,
      ...isi("intrinsically bursting")
        .slice(2)
        .map(() => false),
    ]);
    expect(isi("chattering").filter((interval) => interval > 30).length).toBeGreaterThan(3);
    expect(isi("chattering").filter((interval) => interval < 6).length).toBeGreaterThan(15);
    expect(isi("fast spiking").length).toBeGreaterThan(2 * isi("low-threshold spiking").length * 0.8);
    const lowThreshold = isi("low-threshold spiking");
    expect(lowThreshold[lowThreshold.length - 1] / lowThreshold[0]).toBeGreaterThan(4);
  });

  test("a thalamo-cortical cell bursts when released from hyperpolarisation (Fig. 2, TC)", () => {
    const { spikes } = simulate(izhikevich.preset("thalamo-cortical"), { duration: 200, stimulus: step(-25, 0, 100) });
    expect(spikes.length).toBeGreaterThan(3);
    expect(spikes[0]).toBeGreaterThan(100);
  });
});
