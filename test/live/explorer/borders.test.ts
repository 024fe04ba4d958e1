import { expect, test } from "vitest";
import type { Line } from "../../../src/figure/figure.js";
import { runFigure } from "../../../src/live/explorer/figures/time-course.js";
import { borderHandles } from "../../../src/live/explorer/panels/border-handles.js";
import { plainLook } from "../../../src/live/explorer/panels/panel.js";
import { phasePlanePanel } from "../../../src/live/explorer/panels/phase-plane.js";
import { bordersOf, zerosBeyond } from "../../../src/live/explorer/runs/borders.js";
import { plainSetting, run } from "../../../src/live/explorer/runs/setting.js";
import { valuesAfter, valuesAt, valuesOf } from "../../../src/live/page/handle.js";
import type { Model } from "../../../src/model/model.js";
import { defineModel } from "../../../src/model/text/define.js";
import { state } from "../../../src/model/text/definition.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../../src/models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../../src/models/leaky-integrate-and-fire.js";
import { snapshotOf } from "./snapshot-of.js";

const drawn = (model: Model): readonly Line[] =>
  (runFigure(run(model, plainSetting(50))).data as readonly Line[]).filter(
    ({ legendgroup }) => legendgroup === "border",
  );

/** Its threshold rises with w and with the current; its reset is a number. */
const moving = defineModel({
  name: "moving threshold",
  source: "made for this test",
  equations: `
    dV/dt = (I - V)/tau
    dw/dt = (V - w)/tau`,
  states: { V: state(0, "1", [-1, 3]), w: state(0, "1", [-1, 3]) },
  parameters: { tau: [10, "ms", [1, 20]], Vth: [1, "1", [0, 2]], k: [0.5, "1", [0, 1]], I: [2, "1", [0, 3]] },
  threshold: "V >= Vth + k*w + 0.1*I",
  reset: "V = 0",
});

test("threshold and reset lie where their parameters say, and the zero of a flow beyond the threshold is out of reach", () => {
  const model = leakyIntegrateAndFire.with({ I: 250 });
  const borders = bordersOf(model);
  expect(borders.map(({ kind, parameter }) => [kind, parameter])).toEqual([
    ["threshold", "Vth"],
    ["reset", "Vreset"],
  ]);
  const [threshold, reset] = borders.map((border) => border.at(Float64Array.of(0), model.vector));
  const { Vth, Vreset, EL, gL } = model.parameters;
  expect(threshold).toBeCloseTo(Vth, 9);
  expect(reset).toBe(Vreset);
  expect(zerosBeyond(model, threshold)[0]).toBeCloseTo(EL + 250 / gL, 9);
  expect(zerosBeyond(model.with({ I: 0 }), threshold)).toEqual([]);
  expect(bordersOf(hodgkinHuxley)).toEqual([]);
});

test("a line that is one parameter's value can be moved; one that an expression places is drawn as it runs, and cannot", () => {
  const place = (): { readonly axes: string; readonly y: number } => ({ axes: "xy", y: 0 });
  expect(borderHandles(izhikevich, place).map(({ name }) => name)).toEqual(["threshold, vpeak", "reset, c"]);
  expect(borderHandles(moving, place)).toEqual([]);
  for (const { y } of drawn(leakyIntegrateAndFire)) expect(y).toHaveLength(2);
  const trajectory = run(moving, plainSetting(50));
  const [threshold, reset] = drawn(moving);
  const last = trajectory.time.length - 1;
  expect((threshold.y as Float64Array).at(-1)).toBeCloseTo(1 + 0.5 * trajectory.states.w[last], 9); // the step is over
  expect(new Set(reset.y as Float64Array)).toEqual(new Set([0]));
  const { figure } = phasePlanePanel.draw(snapshotOf(moving, trajectory), undefined, undefined, plainLook, []);
  const slanted = ((figure?.data ?? []) as readonly Line[]).find(({ name }) => name === "threshold");
  const [x, y] = [slanted?.x as Float64Array, slanted?.y as Float64Array];
  expect(x[99] - x[0]).toBeCloseTo(0.5 * (y[99] - y[0]), 9);
});

test("a line moves by a pointer and by keys, as far as its slider goes", () => {
  const [threshold] = borderHandles(leakyIntegrateAndFire, (_, value) => ({ axes: "xy", y: value }));
  const { ranges } = leakyIntegrateAndFire;
  expect(threshold.said).toBe("−55 mV");
  expect(threshold.change(valuesAt(threshold, { x: 7, y: -50.123 }))).toEqual({
    kind: "set parameters",
    values: { Vth: -50.12 },
  });
  expect(valuesAt(threshold, { x: 7, y: 900 })).toEqual({ Vth: ranges.Vth[1] });
  const after = (key: string, shiftKey = false): unknown =>
    valuesAfter(threshold, valuesOf(threshold), { key, shiftKey })?.Vth;
  const step = threshold.up?.step ?? NaN;
  expect(after("ArrowUp")).toBeCloseTo(-55 + step, 9);
  expect(after("ArrowLeft", true)).toBeCloseTo(-55 - 10 * step, 9);
  expect([after("Home"), after("End")]).toEqual(ranges.Vth);
  expect(after("Tab")).toBeUndefined();
});

test("the start in a plane goes across and up by its own arrows", () => {
  const [start] = phasePlanePanel.handles?.(snapshotOf(izhikevich), undefined, plainLook) ?? [];
  const from = valuesOf(start);
  const [right, up] = ["ArrowRight", "ArrowUp"].map((key) => valuesAfter(start, from, { key, shiftKey: false }));
  expect(right).toEqual({ v: from.v + (start.across?.step ?? NaN), u: from.u });
  expect(up).toEqual({ v: from.v, u: from.u + (start.up?.step ?? NaN) });
  expect(valuesAfter(start, from, { key: "Home", shiftKey: false })).toBeUndefined();
});
