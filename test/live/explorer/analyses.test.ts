import { expect, test } from "vitest";
import { answer } from "../../../src/live/explorer/analysis/analyses.js";
import type { Model } from "../../../src/model/model.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";
import { fiCurve, type FiCurve } from "../../../src/experiments/fi-curve.js";

const rates = (model: Model): FiCurve => {
  const found = answer({ kind: "rates", data: model.data, duration: 400, along: undefined, window: undefined });
  if ("problem" in found) throw new Error(found.problem);
  return found.result as FiCurve;
};
/** The last silent current before firing begins, the first with firing, and its rate. */
function onsetOf({ current, rate }: FiCurve): {
  readonly silent: number;
  readonly firing: number;
  readonly rate: number;
} {
  const k = rate.findIndex((value) => value > 0);
  return { silent: current[k - 1], firing: current[k], rate: rate[k] };
}

test("an f-I curve has more currents where firing begins, so that a rate that rises from 0 is told from one that jumps", () => {
  const [rising, jumping] = [onsetOf(rates(persistentSodiumPotassium)), onsetOf(rates(hodgkinHuxley))];
  expect(rising.firing - rising.silent).toBeLessThan(0.03); // a 64th of the step of 66/40
  expect(rising.silent).toBeLessThan(4.6); // saddle-node on invariant circle at 4.5129
  expect(rising.firing).toBeGreaterThan(4.5128);
  expect(rising.rate).toBeLessThan(25);
  expect(jumping.firing - jumping.silent).toBeLessThan(0.09);
  expect(jumping.rate).toBeGreaterThan(45);
});

test("its currents ascend, and each rate is what fiCurve finds", () => {
  const found = rates(persistentSodiumPotassium);
  const { current, rate } = found;
  for (let k = 1; k < current.length; k++) expect(current[k]).toBeGreaterThan(current[k - 1]);
  expect(fiCurve(persistentSodiumPotassium, current, { duration: 400 })).toEqual(found);
  expect(rate.length).toBe(current.length);
});
