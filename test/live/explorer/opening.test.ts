import { describe, expect, test } from "vitest";
import { opening } from "../../../src/live/cell/opening.js";
import { plainSetting, run } from "../../../src/live/explorer/runs/setting.js";
import { fitzHughRinzel } from "../../../src/models/bursters/fitzhugh-rinzel.js";
import { hindmarshRose } from "../../../src/models/bursters/hindmarsh-rose.js";
import { persistentSodiumPotassiumM } from "../../../src/models/bursters/persistent-sodium-potassium-m.js";
import { izhikevich } from "../../../src/models/izhikevich.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import type { Model } from "../../../src/model/model.js";

const opened = (model: Model): { readonly duration: number; readonly spikes: readonly number[] } => {
  const { duration, input } = opening(model, undefined, null);
  return { duration, spikes: [...run(model.with({ I: input }), plainSetting(duration)).spikes] };
};

describe("an explorer opens on a run", () => {
  // ms of silence between the bursts, and what is longer than any interval within one
  test.each([
    [persistentSodiumPotassiumM, 60],
    [hindmarshRose, 200],
    [fitzHughRinzel, 400],
    [izhikevich.preset("chattering"), 20],
  ])("that is long enough for at least four bursts, and not for dozens: %#", (model, silence) => {
    const { spikes } = opened(model);
    const bursts = 1 + spikes.filter((t, k) => t - spikes[k - 1] > silence).length;
    expect(bursts).toBeGreaterThanOrEqual(4);
    expect(bursts).toBeLessThan(12);
  });

  test("that is no longer than some spikes take where they come one by one, or slower and slower", () => {
    expect(opened(hodgkinHuxley)).toMatchObject({ duration: 100 });
    expect(opened(izhikevich)).toMatchObject({ duration: 400 });
    expect(opened(fitzHughRinzel.preset("tonic spiking")).duration).toBeLessThanOrEqual(400);
  });
});
