import { describe, expect, test } from "vitest";
import { izhikevich2007 } from "../../src/models/izhikevich-2007.js";
import { simulate } from "../../src/solve/simulate.js";
import { step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { folds, hopfs } from "./equilibria.js";

describe("Izhikevich 2007", () => {
  // pA; saddle-node (b + k(vt − vr))²/4k and, where it comes first, Andronov-Hopf; computed independently, printed to
  // 0.01.
  test.each([
    ["regular spiking", 51.43, undefined],
    ["intrinsically bursting", 350.21, 347.66],
    ["chattering", 160.17, undefined],
    ["low-threshold spiking", 121, 114.75],
  ])("%s: saddle-node at %d pA, Andronov-Hopf before it at %s", (preset, saddleNode, andronovHopf) => {
    const model = izhikevich2007.preset(preset);
    const [fold] = folds(model, -75, -40);
    const [hopf] = hopfs(model, -75, fold.V);
    expect(fold.I).toBeCloseTo(saddleNode, 2);
    if (andronovHopf === undefined) expect(hopf).toBeUndefined();
    else expect(hopf.I).toBeCloseTo(andronovHopf, 2);
  });

  test("u of a fast spiking cell grows with the cube of v above −55 mV and not below", () => {
    const model = izhikevich2007.preset("fast spiking");
    expect(model.quantity("U", [-45, 0])).toBeCloseTo(0.025 * 10 ** 3, 12);
    expect(model.quantity("U", [-65, 0])).toBeCloseTo(0, 15);
  });

  test("u of thalamic cells has the book's slope on each side of −65 mV: 15 and 0 (TC), 10 and 2 (RTN)", () => {
    for (const [preset, below, above] of [
      ["thalamo-cortical", 15, 0],
      ["reticular thalamic", 10, 2],
    ] as const) {
      const model = izhikevich2007.preset(preset);
      const at = (v: number): number => model.quantity("U", [v, 0]);
      expect(at(-70) - at(-71)).toBeCloseTo(below, 12);
      expect(at(-60) - at(-61)).toBeCloseTo(above, 12);
    }
  });

  test("thalamo-cortical cells burst on release, regular spiking cells do not (Fig. 8.31)", () => {
    const spikes = (preset: string, I: number): number =>
      simulate(izhikevich2007.preset(preset), { duration: 700, stimulus: step(I, 0, 500) }).spikes.length;
    expect(spikes("thalamo-cortical", -1200)).toBeGreaterThan(2);
    expect(spikes("regular spiking", -100)).toBe(0);
  });
});
