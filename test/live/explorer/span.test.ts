import { describe, expect, test } from "vitest";
import { payloadOf } from "../../../src/live/cell/explore.js";
import { pieceOf, spanInWords } from "../../../src/live/explorer/figures/span.js";
import { flowPanel } from "../../../src/live/explorer/panels/flow-on-line.js";
import { plainLook } from "../../../src/live/explorer/panels/panel.js";
import { phasePlanePanel } from "../../../src/live/explorer/panels/phase-plane.js";
import { plainSetting, run } from "../../../src/live/explorer/runs/setting.js";
import type { Change } from "../../../src/live/explorer/state/change.js";
import { compute } from "../../../src/live/explorer/state/compute.js";
import { reduce } from "../../../src/live/explorer/state/reduce.js";
import { initialState, spanInSight, type ExplorerState } from "../../../src/live/explorer/state/state.js";
import { marksOver } from "../../../src/live/page/marks.js";
import { leakyIntegrateAndFire } from "../../../src/models/leaky-integrate-and-fire.js";
import { passiveMembrane } from "../../../src/models/passive-membrane.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";
import { snapshotOf } from "./snapshot-of.js";

const apply = (state: ExplorerState, ...changes: readonly Change[]): ExplorerState => changes.reduce(reduce, state);
const opened = initialState(payloadOf([persistentSodiumPotassium, leakyIntegrateAndFire], {}));
const made = compute(opened, 0);
const drawn = made === undefined ? opened : reduce(opened, made);
const select = (from: number, to: number): Change => ({ kind: "select span", span: [from, to] });

describe("a span of time that a reader selects", () => {
  test("runs from the earlier end to the later, within the run, and is nothing where its ends meet", () => {
    expect(spanInSight(drawn)).toBeUndefined();
    expect(spanInSight(apply(drawn, select(60, 20)))).toEqual([20, 60]);
    expect(spanInSight(apply(drawn, select(60, 1e9)))).toEqual([60, 100]);
    expect(spanInSight(apply(drawn, select(-5, 3)))).toEqual([0, 3]);
    expect(spanInSight(apply(drawn, select(200, 300)))).toBeUndefined();
    expect(spanInSight(apply(drawn, select(20, 20)))).toBeUndefined();
  });

  test("stays while a slider moves, ends with Escape and with the model, tells nothing of a hidden run, and is not undone", () => {
    const selected = apply(drawn, select(20, 60));
    expect(spanInSight(apply(selected, { kind: "set parameters", values: { gK: 12 } }))).toEqual([20, 60]);
    expect(spanInSight(apply(selected, { kind: "select span", span: undefined }))).toBeUndefined();
    expect(apply(selected, { kind: "choose model", model: 1 }).span).toBeUndefined();
    expect(spanInSight(apply(selected, { kind: "play", paused: true }))).toBeUndefined();
    expect(selected.history).toBe(drawn.history);
  });

  test("is said with its spikes: none, one, or how far apart", () => {
    const firing = run(persistentSodiumPotassium.with({ I: 6 }), plainSetting(100));
    const [first, , , last] = firing.spikes;
    expect(spanInWords(firing, [0, 5])).toBe("0.0–5.0 ms: no spike");
    expect(spanInWords(firing, [first - 1, first + 1])).toMatch(/: 1 spike, at \d+\.\d ms$/);
    expect(spanInWords(firing, [first - 1, last + 1])).toMatch(/: 4 spikes, last two 10\.5 ms apart \(95 Hz\)$/);
    expect(spanInWords(run(passiveMembrane, plainSetting(100)), [10, 40])).toBe("10.0–40.0 ms");
  });

  test("is a piece of the loop in the plane, of the line where there is no plane, and a reset lifts the pen", () => {
    const recording = run(persistentSodiumPotassium.with({ I: 6 }), plainSetting(100));
    const { time, states } = recording;
    const within = [...time.keys()].filter((k) => time[k] >= 30 && time[k] <= 40);
    const [piece] =
      phasePlanePanel.marks?.(snapshotOf(persistentSodiumPotassium, recording), undefined, 3, [30, 40], plainLook) ??
      [];
    expect(piece).toMatchObject({
      kind: "piece",
      x: within.map((k) => states["V"][k]),
      y: within.map((k) => states["n"][k]),
    });
    const firing = run(leakyIntegrateAndFire.with({ I: 250 }), plainSetting(200));
    const [onLine] =
      flowPanel.marks?.(snapshotOf(leakyIntegrateAndFire, firing), undefined, undefined, [0, 200], plainLook) ?? [];
    if (onLine.kind !== "piece") throw new Error("there is no piece on the line");
    expect(onLine.x.filter(Number.isNaN)).toHaveLength(firing.spikes.length);
    expect(onLine.y.filter((y) => y !== 0).every(Number.isNaN)).toBe(true);
  });

  test("is drawn no farther than the axes, which a piece leaves and comes back to", () => {
    const at = (v: number): number => v;
    const scale = {
      at,
      all: (values: ArrayLike<number>) => Float64Array.from(values, at),
      from: 0,
      to: 10,
      lo: 0,
      hi: 10,
    };
    const frames = new Map([["xy", { x: scale, y: scale, quick: true }]]) as unknown as Parameters<typeof marksOver>[1];
    const piece = {
      kind: "piece",
      axes: "xy",
      x: [1, 5, 50, 5, NaN, 9],
      y: [1, 5, 5, 8, NaN, 9],
      colour: "red",
    } as const;
    expect(marksOver([piece], frames)).toContain('d="M1 1l4 4M5 8M9 9"');
    expect(marksOver([{ kind: "band", from: 2, to: 4 }], frames)).toContain('d="M2.0 0.0V10.0H4.0V0.0Z"');
    expect(pieceOf(run(passiveMembrane, plainSetting(100)), [200, 300], "V", undefined)).toMatchObject({
      x: [],
    });
  });
});
