import { expect, test } from "vitest";
import { payloadOf } from "../../../src/live/cell/explore.js";
import { seenWithin, timeWithin } from "../../../src/live/explorer/figures/time-window.js";
import { runFigure } from "../../../src/live/explorer/figures/time-course.js";
import { currentsPanel } from "../../../src/live/explorer/panels/currents.js";
import { keptRunsPanel } from "../../../src/live/explorer/panels/kept-runs.js";
import { plainLook } from "../../../src/live/explorer/panels/panel.js";
import { plainSetting, run } from "../../../src/live/explorer/runs/setting.js";
import { linkText, readLink } from "../../../src/live/explorer/state/link.js";
import { reduce } from "../../../src/live/explorer/state/reduce.js";
import { initialState, present } from "../../../src/live/explorer/state/state.js";
import { marksOver } from "../../../src/live/page/marks.js";
import { drawing } from "../../../src/figure/svg/svg.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { snapshotOf } from "./snapshot-of.js";

const snapshot = snapshotOf(hodgkinHuxley, run(hodgkinHuxley.with({ I: 10 }), plainSetting(100)));

test("a window of time is moved into the run, keeps its width, and is none where all of the run is in it", () => {
  expect(timeWithin([20, 40], 100)).toEqual([20, 40]);
  expect(timeWithin([-10, 10], 100)).toEqual([0, 20]);
  expect(timeWithin([90, 130], 100)).toEqual([60, 100]);
  expect([
    timeWithin([0, 100], 100),
    timeWithin([-50, 300], 100),
    timeWithin([0.001, 99.9999], 100),
    timeWithin(undefined, 100),
  ]).toEqual(Array.from({ length: 4 }, () => undefined));
});

test("run, currents and kept runs are seen within it, and their descriptions say so", () => {
  const look = { ...plainLook, windows: { time: [20, 40] as const }, kept: [{ ...snapshotOf(hodgkinHuxley) }] };
  const figures = [
    seenWithin(runFigure(snapshot.recording), [20, 40]),
    ...[currentsPanel, keptRunsPanel].map((panel) => panel.draw(snapshot, undefined, undefined, look, []).figure),
  ];
  for (const figure of figures) {
    expect(figure?.layout.xaxis?.range).toEqual([20, 40]);
    expect(figure?.layout.meta).toMatchObject({
      description: expect.stringMatching(/seen from 20 to 40 ms$/) as string,
    });
  }
});

test("a cursor beyond it is not drawn, and of a span the part within", () => {
  const { frames } = drawing(seenWithin(runFigure(snapshot.recording), [20, 40]), 720);
  const { x } = [...frames.values()][0];
  expect(marksOver([{ kind: "rule", x: 50 }], frames)).toBe("");
  expect(marksOver([{ kind: "rule", x: 30 }], frames)).toContain("nc-rule");
  expect(marksOver([{ kind: "band", from: 50, to: 60 }], frames)).toBe("");
  expect(marksOver([{ kind: "band", from: 30, to: 60 }], frames)).toContain(`H${x.to.toFixed(1)}V`);
});

test("a link has it, and undo takes it back", () => {
  const opened = initialState(payloadOf([hodgkinHuxley], {}));
  const seen = reduce(opened, { kind: "set windows", windows: { time: [20, 40] } });
  const followed = readLink(linkText({ figure: 0, choice: "" }, seen), opened.offer);
  expect(followed.settings.windows).toEqual({ time: [20, 40] });
  expect(present(reduce(seen, { kind: "undo" })).windows).toEqual({});
});
