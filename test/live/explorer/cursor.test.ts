import { expect, test } from "vitest";
import { quantityColour } from "../../../src/figure/quantity-colours.js";
import { light } from "../../../src/figure/theme.js";
import { momentInWords, momentNear, momentOf } from "../../../src/live/explorer/figures/cursor.js";
import { nearRange } from "../../../src/live/explorer/runs/near-range.js";
import { plainSetting, run } from "../../../src/live/explorer/runs/setting.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";

const firing = run(persistentSodiumPotassium.with({ I: 6 }), plainSetting(100));

test("a moment of a run lies between its points, and the moment nearest to a state is that of the state", () => {
  const { V, n, input } = momentOf(firing, 37.2);
  const { time, states } = firing;
  const after = time.findIndex((t) => t > 37.2);
  expect(V).toBeGreaterThanOrEqual(Math.min(states.V[after - 1], states.V[after]));
  expect(V).toBeLessThanOrEqual(Math.max(states.V[after - 1], states.V[after]));
  expect(input).toBe(6);
  const k = 200;
  const near = momentNear(firing, { V: states.V[k], n: states.n[k] }, { V: 100, n: 1 });
  expect(near).toBe(time[k]);
  expect(momentInWords(firing, 0)).toMatch(/^0\.0 ms: V = −6\d(\.\d)? mV, n = 0\.000\d+, I = 0 µA\/cm²$/);
  expect(n).toBeGreaterThanOrEqual(0);
});

test("a quantity has one colour: its steady state, its rates, its ion's conductance and current are painted alike", () => {
  const colour = (name: string): string | undefined => quantityColour(name, hodgkinHuxley);
  expect(["m", "mInf", "tauM", "alphaM", "gNa", "ENa", "INa"].map(colour)).toEqual(Array(7).fill(light.vermillion));
  expect(["n", "nInf", "betaN", "gK", "IK"].map(colour)).toEqual(Array(5).fill(light.green));
  expect(["V", "I", "h", "gL"].map(colour)).toEqual([light.blue, light.orange, light.purple, light.brown]);
  expect(["C", "T"].map(colour)).toEqual([undefined, undefined]);
});

test("the slider of Hodgkin and Huxley's current spans what happens between 6.26 and 9.78, in steps of 0.2", () => {
  expect(nearRange(hodgkinHuxley, 10)).toEqual([-5, 25]);
  expect(nearRange(persistentSodiumPotassium, 6)).toEqual([-3, 15]);
});
