import { expect, test } from "vitest";
import { answer, isOwn, options, workingOptions } from "./calls-with-options.js";

test("no option of any public function takes what is no number for a number", () => {
  expect(options.length).toBeGreaterThan(220);
  expect(options.filter(([, option]) => option === "")).toEqual([]);
  const taken = options.flatMap(([name, option]) => {
    const given = answer(name, { ...workingOptions[name], [option]: NaN });
    return isOwn(given) ? [] : [`${name} ${option}: ${String(given)}`];
  });
  expect(taken).toEqual([]);
});

test("no option of any public function is left out by null", () => {
  const taken = options.flatMap(([name, option]) => {
    const given = answer(name, { ...workingOptions[name], [option]: null });
    return isOwn(given) ? [] : [`${name} ${option}: ${String(given)}`];
  });
  expect(taken).toEqual([]);
});

test.each([
  ["plot.neuron", { height: -1 }, "plot.neuron: height must be a positive number, got -1"],
  ["plot.flow", { equilibria: "all" }, 'plot.flow: equilibria must be a list, got "all"'],
  ["bifurcations", { cycles: "no" }, 'bifurcations: cycles must be true or false, got "no"'],
  ["impedance", { rest: { V: -65 } }, "impedance: rest must be an equilibrium, got { V }"],
  ["simulate", { duration: 1, initial: -65 }, "simulate: initial is a state, as in { V: -65 } or [-65, 0.3], got -65"],
  ["pulses", { width: 1, at: [1], period: 5 }, "pulses with times at has no option 'period'; it has width, at."],
  ["explore", { stimulus: 5 }, "explore: a stimulus is made by constant, step, pulses, ramp, …; got 5"],
])("%s of %j says what was expected", (name, given, words) => {
  expect(String(answer(name, given))).toContain(words);
});
