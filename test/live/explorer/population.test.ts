import { expect, test } from "vitest";
import { present } from "../../../src/checks/present.js";
import { answer, type Answer } from "../../../src/live/explorer/analysis/analyses.js";
import { populationPanel } from "../../../src/live/explorer/panels/population.js";
import { plainLook, type PanelContent } from "../../../src/live/explorer/panels/panel.js";
import { plainSetting, run, startOf, stimulusOf, type Setting } from "../../../src/live/explorer/runs/setting.js";
import type { Snapshot } from "../../../src/live/explorer/runs/snapshot.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { hindmarshRose } from "../../../src/models/bursters/hindmarsh-rose.js";
import { leakyIntegrateAndFire } from "../../../src/models/leaky-integrate-and-fire.js";
import { passiveMembrane } from "../../../src/models/passive-membrane.js";
import type { Model } from "../../../src/model/model.js";
import { simulate } from "../../../src/solve/simulate.js";
import { constant, step } from "../../../src/solve/stimuli/stimulus-shapes.js";
import { whiteNoise } from "../../../src/solve/stimuli/stimulus-noise.js";
import { snapshotOf } from "./snapshot-of.js";

/** As an explorer makes one. */
function taken(model: Model, setting: Setting = plainSetting(100)): Snapshot {
  const stimulus = stimulusOf(model, setting)?.data;
  const home = startOf(model, setting);
  return { ...snapshotOf(model, run(model, setting)), stimulus, home, setting, duration: setting.duration };
}
function found(snapshot: Snapshot, spread: string | undefined): Answer<"cells"> {
  return answer(present(populationPanel.question?.(snapshot, spread), "a question").job) as Answer<"cells">;
}
const drawn = (snapshot: Snapshot, spread?: string): PanelContent =>
  populationPanel.draw(snapshot, found(snapshot, spread), spread, plainLook, []);
/** The places of the ticks of a raster: time, and cell from 1. */
function ticksOf({ figure }: PanelContent): readonly (readonly [time: number, cell: number])[] {
  const { x, y } = present(figure, "a figure").data[0] as { readonly x: Float64Array; readonly y: Float64Array };
  return Array.from({ length: x.length / 3 }, (_, k) => [x[3 * k], (y[3 * k] + y[3 * k + 1]) / 2]);
}

test("each cell of the raster fires when a run of it by itself does", () => {
  const snapshot = taken(hodgkinHuxley.with({ I: 10 }));
  const ticks = ticksOf(drawn(snapshot, "4"));
  for (const cell of [1, 250, 500, 1000]) {
    const alone = simulate(hodgkinHuxley.with({ I: -4 + (8 * (cell - 1)) / 999 }), {
      duration: 100,
      stimulus: step(10, 10, 80),
      initial: snapshot.home,
    });
    const together = ticks.filter(([, which]) => which === cell).map(([t]) => t);
    expect(together.length, `cell ${cell}`).toBe(alone.spikes.length);
    together.forEach((t, k) => expect(Math.abs(t - alone.spikes[k])).toBeLessThan(0.2)); // a pixel
  }
});

test("without a spread all fire as the run does; the rate has all spikes in it, of cells that are not drawn too", () => {
  const snapshot = taken(leakyIntegrateAndFire.with({ I: 1000 }), plainSetting(200));
  const { figure, words } = drawn(snapshot, "0");
  const { time, spikes } = snapshot.recording;
  expect(time.at(-1)).toBe(200);
  const each = Number(/(\S+) spikes each/.exec(words ?? "")?.[1]);
  expect(each).toBeGreaterThan(6);
  expect(each).toBe(spikes.length);
  expect(words).toMatch(/one cell in \d+ is drawn, the rate is of all\.$/);
  const rate = present(figure, "a figure").data[1] as { readonly x: Float64Array; readonly y: Float64Array };
  const bin = rate.x[1] - rate.x[0];
  expect((rate.y.reduce((sum, hz) => sum + hz, 0) * bin) / 1000).toBeCloseTo(each, 6);
  expect(ticksOf({ ...(figure && { figure }) }).length).toBeLessThanOrEqual(6000);
});

test("its words tell how many fire, the spread, the step and how much of a long run is seen", () => {
  const { words } = drawn(taken(hodgkinHuxley.with({ I: 5 }), plainSetting(1000, constant(0).data)), "2");
  expect(words).toMatch(
    /^1000 cells .* from −2 to 2 µA\/cm²: \d+ of 1000 fire, .* steps of 0\.1 ms, the first 400 ms\.$/,
  );
  const silent = drawn(taken(hodgkinHuxley.with({ I: 0 })), "0.5");
  expect(silent.words).toContain(": 0 of 1000 fire, 0 spikes each on average. Run");
  expect(silent.figure?.layout.meta).toEqual({
    description: expect.stringContaining("Raster of 1000 cells") as string,
  });
});

test("a run of arithmetic alone is seen for longer; a closer look at the time is one here too", () => {
  const snapshot = taken(hindmarshRose.with({ I: 3 }), plainSetting(1600));
  const answered = found(snapshot, undefined);
  const seen = populationPanel.draw(snapshot, answered, undefined, { ...plainLook, windows: { time: [400, 800] } }, []);
  expect(seen.words).not.toContain("the first");
  expect(seen.figure?.layout.xaxis?.range).toEqual([400, 800]);
  expect(populationPanel.draw(snapshot, answered, undefined, plainLook, []).figure?.layout.xaxis?.range).toEqual([
    0, 1600,
  ]);
});

test("what cannot be run so says why", () => {
  const noisy = { ...taken(hodgkinHuxley.with({ I: 10 })), stimulus: whiteNoise(1, 3).data };
  expect(drawn(noisy).words).toMatch(/^There is no population under white noise here/);
  expect([hodgkinHuxley, passiveMembrane].map((model) => populationPanel.suits(model))).toEqual([true, false]);
});

test("a setting and a spread are a question; while it is open nothing is drawn, so that the old picture stays", () => {
  const snapshot = taken(hodgkinHuxley.with({ I: 10 }));
  const key = (of: Snapshot, spread?: string): string | undefined => populationPanel.question?.(of, spread)?.key;
  expect(key(snapshot, "4")).toBe(key(snapshot)); // with which it opens
  expect(key(snapshot, "5")).not.toBe(key(snapshot));
  expect(key({ ...snapshot, key: "another" })).not.toBe(key(snapshot));
  expect(populationPanel.draw(snapshot, undefined, undefined, plainLook, [])).toEqual({
    words: "1000 cells are being run …",
  });
  expect(populationPanel.marks?.(snapshot, undefined, 12, [10, 20], plainLook)).toEqual([
    { kind: "band", from: 10, to: 20 },
    { kind: "rule", x: 12 },
  ]);
});
