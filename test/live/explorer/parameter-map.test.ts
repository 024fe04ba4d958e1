import { expect, test } from "vitest";
import { answer, type Answer } from "../../../src/live/explorer/analysis/analyses.js";
import { parameterMapPanel } from "../../../src/live/explorer/panels/parameter-map.js";
import { plainLook, type PanelContent } from "../../../src/live/explorer/panels/panel.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../../src/models/leaky-integrate-and-fire.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";
import type { Model } from "../../../src/model/model.js";
import { present } from "../../../src/checks/present.js";
import { snapshotOf } from "./snapshot-of.js";

const at = (I: number, gK: number): Model => persistentSodiumPotassium.with({ I, gK });
const [panel, snapshot] = [parameterMapPanel, snapshotOf(at(10, 8))];
const question = present(panel.question?.(snapshot, "gK"), "a question");
const [outline] = present(panel.further?.(snapshot, plainLook, "gK"), "a further question");
const whole = answer(question.job) as Answer<"map">;
const drawn = (model: Model, found: Answer<"map"> | undefined = whole): PanelContent =>
  panel.draw(snapshotOf(model), found, "gK", plainLook, [answer(outline.job)]);

test("the map says what the neuron does here and on all of it, and is the same figure wherever here is", () => {
  const [firing, resting] = [drawn(at(10, 8)), drawn(at(0, 8))];
  expect(firing.words).toMatch(/^Here it fires\. On the map it rests in \d+ %, fires in \d+ %\. A click, or/);
  expect(resting.words).toMatch(/^Here it rests\./);
  expect(drawn(at(1e4, 8)).words).toMatch(/^Here it is beyond the map\./);
  expect(resting.figure).toBe(firing.figure);
  expect(firing.figure?.layout.annotations?.map(({ text }) => text).sort()).toEqual(["fires", "rests"]);
});

test("where the two parameters are makes no other question; what else is set does", () => {
  const asked = (model: Model): string | undefined => panel.question?.(snapshotOf(model), "gK").key;
  expect(asked(at(3, 4))).toBe(question.key);
  expect(asked(at(10, 8).with({ gL: 7 }))).not.toBe(question.key);
  expect(panel.question?.(snapshot, "gNa").key).not.toBe(question.key);
});

test("the bifurcations of equilibria stand there until all is worked out", () => {
  const waiting = panel.draw(snapshot, undefined, "gK", plainLook, [answer(outline.job)]);
  const names = (waiting.figure?.data ?? []).map((trace) => (trace as { readonly name?: string }).name);
  expect(names).toContain("saddle-node");
  expect(names).not.toContain("saddle homoclinic");
  expect(waiting.words).toMatch(/is being worked out/);
  expect(waiting.figure?.layout.yaxis?.title).toMatchObject({ text: "g<sub>K</sub> (mS/cm²)" });
  expect(panel.draw(snapshot, undefined, "gK", plainLook, [undefined]).figure).toBeUndefined();
});

test("a place in it sets both parameters, by a pointer or by keys", () => {
  const [handle] = panel.handles?.(snapshot, "gK", plainLook) ?? [];
  expect(handle.at).toEqual({ axes: "xy", x: 10, y: 8 });
  expect([handle.across?.name, handle.up?.name, handle.said]).toEqual(["I", "gK", "I = 10 µA/cm², gK = 8 mS/cm²"]);
  expect(handle.change({ I: 1, gK: 2 })).toEqual({ kind: "set parameters", values: { I: 1, gK: 2 } });
});

test("it begins with a conductance, and is offered where the flow alone decides", () => {
  expect(panel.choices?.[0].options(hodgkinHuxley).slice(0, 4)).toEqual(["gNa", "gK", "gL", "C"]);
  expect([hodgkinHuxley, leakyIntegrateAndFire].map((model) => panel.suits(model))).toEqual([true, false]);
});
