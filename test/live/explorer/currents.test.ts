import { expect, test } from "vitest";
import type { Line } from "../../../src/figure/figure.js";
import { currentsPanel } from "../../../src/live/explorer/panels/currents.js";
import { ionCurrents } from "../../../src/live/explorer/panels/ion-channels.js";
import { plainLook, type PanelContent } from "../../../src/live/explorer/panels/panel.js";
import { plainSetting, run } from "../../../src/live/explorer/runs/setting.js";
import { catalogue } from "../../../src/models/catalogue.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { prescott } from "../../../src/models/prescott.js";
import { snapshotOf } from "./snapshot-of.js";

const model = hodgkinHuxley.with({ I: 10 });
const snapshot = snapshotOf(model, run(model, plainSetting(50)));
const { states, time } = snapshot.recording;
const drawn = (option?: string): PanelContent => currentsPanel.draw(snapshot, undefined, option, plainLook, []);
const lines = (option?: string): readonly Line[] => (drawn(option).figure?.data ?? []) as readonly Line[];

test("each current of a run is drawn, and told where it is largest", () => {
  expect(lines().map(({ name }) => name)).toEqual(["I<sub>Na</sub>", "I<sub>K</sub>", "I<sub>L</sub>"]);
  const sodium = lines()[0].y as Float64Array;
  const least = Math.min(...sodium);
  expect(drawn().words).toContain(`INa −${Number(Math.abs(least).toPrecision(3))} µA/cm² at `);
  expect(drawn().figure?.layout.meta).toMatchObject({
    description: expect.stringMatching(/currents of Hodgkin/) as string,
  });
});

test("conductances are g m³h and g n⁴, those of the equations, and never negative", () => {
  const [sodium, potassium, leak] = lines("conductances").map(({ y }) => y as Float64Array);
  const { gNa, gK, gL } = model.parameters;
  for (let k = 0; k < time.length; k += 7) {
    const [m, h, n] = ["m", "h", "n"].map((name) => states[name][k]);
    expect(sodium[k]).toBeCloseTo(gNa * m ** 3 * h, 6);
    expect(potassium[k]).toBeCloseTo(gK * n ** 4, 6);
    expect(leak[k]).toBeCloseTo(gL, 6);
  }
  expect(drawn("conductances").words).toContain("mS/cm²");
});

test("conductances are offered of every model whose currents turn at potentials of its own, whatever these are called", () => {
  const cell = prescott.with({ I: 40 });
  const seen = snapshotOf(cell, run(cell, plainSetting(100)));
  expect(currentsPanel.choices?.[0].options(cell)).toEqual(["currents", "conductances"]);
  const { figure, words } = currentsPanel.draw(seen, undefined, "conductances", plainLook, []);
  expect(words).toContain("mS/cm²");
  const courses = (figure?.data ?? []) as readonly Line[];
  expect(courses.length).toBe(ionCurrents(cell).length);
  for (const { y } of courses) expect(Math.min(...(y as Float64Array).filter(Number.isFinite))).toBeGreaterThan(-1e-9);
});

test("the cursor is a dot on each of them, at the values of its moment", () => {
  const marks = currentsPanel.marks?.(snapshot, undefined, 20, undefined, plainLook) ?? [];
  expect(marks.map(({ kind }) => kind)).toEqual(["rule", "dot", "dot", "dot"]);
  const k = time.findLastIndex((t) => t <= 20);
  expect(marks[1]).toMatchObject({ x: time[k], y: (lines()[0].y as Float64Array)[k] });
});

test("is offered where a model names two currents or more", () => {
  const named = Object.entries(catalogue).flatMap(([name, each]) => (currentsPanel.suits(each) ? [name] : []));
  expect(named).toEqual(
    expect.arrayContaining(["hodgkinHuxley", "persistentSodiumPotassium", "morrisLecar", "prescott"]),
  );
  expect(named).not.toContain("izhikevich");
});
