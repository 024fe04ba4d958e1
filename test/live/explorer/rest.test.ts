import { describe, expect, it } from "vitest";
import { requireInput } from "../../../src/checks/require.js";
import { payloadOf } from "../../../src/live/cell/explore.js";
import { rememberedRest } from "../../../src/live/explorer/runs/rest.js";
import { plainSetting, run, startOf } from "../../../src/live/explorer/runs/setting.js";
import { catalogue } from "../../../src/models/catalogue.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { linearPlane } from "../../../src/models/linear-plane.js";
import { persistentSodium } from "../../../src/models/persistent-sodium.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";

describe("where a run of an explorer begins", () => {
  for (const [name, model] of Object.entries(catalogue).filter(([, { input }]) => input !== undefined)) {
    it(`is at rest without input, so that nothing moves before the current comes: ${name}`, () => {
      const { duration, input } = payloadOf([model], {}).models[0].opening;
      const [first] = model.stateNames;
      const { time, states } = run(model.with({ [requireInput("test", model)]: input }), plainSetting(duration));
      const before = states[first].filter((_, k) => time[k] < 0.1 * duration);
      const [low, high] = model.ranges[first];
      expect(before.length).toBeGreaterThan(1);
      // Equilibria are right to about 1e-12 of the range; a run keeps them to its tolerance, which is relative to x:
      // Hindmarsh and Rose's −1.6 within a range of 4.5 drifts to either side of it, within 5 ms and then no farther.
      const allowed = name === "hindmarshRose" ? 4e-6 : 1e-6;
      expect(Math.max(...before) - Math.min(...before)).toBeLessThan(allowed * (high - low));
    });
  }

  it("is the stable equilibrium that is nearest to the model's own initial state, where there are several", () => {
    const bistable = persistentSodium.preset("without reset").with({ I: 0 });
    expect(rememberedRest(bistable)?.V).toBeCloseTo(-52.51, 2); // not the excited state at +30.86 mV
  });

  it("is the model's own initial state where nothing is stable, where there is no input, and what a reader says for each state that is said", () => {
    const firing = persistentSodiumPotassium.preset("supercritical Andronov-Hopf").with({ I: 40 });
    expect(rememberedRest(firing)).toBeUndefined();
    expect(startOf(firing, plainSetting(10, { kind: "step", amplitude: 0, from: 0, to: null }))).toEqual(firing.states);
    expect(startOf(linearPlane, plainSetting(10))).toEqual(linearPlane.states);
    const { V, n } = startOf(hodgkinHuxley, { ...plainSetting(10), start: { V: -40 } });
    expect([V, n]).toEqual([-40, rememberedRest(hodgkinHuxley)?.n]);
  });

  it("is rest under the model's own input where the stimulus is given, which adds to it", () => {
    const model = hodgkinHuxley.with({ I: 3 });
    expect(startOf(model, plainSetting(10, { kind: "sine", amplitude: 1, frequency: 50, phase: 0 }))).toEqual(
      rememberedRest(model),
    );
    expect(startOf(model, plainSetting(10))).toEqual(rememberedRest(hodgkinHuxley.with({ I: 0 })));
  });
});
