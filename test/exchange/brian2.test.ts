import { expect, test } from "vitest";
import { toBrian2 } from "../../src/exchange/brian2.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { unitNames } from "../../src/model/text/units.js";

/** A temperature in °C is a number in Brian 2. */
const kelvins = unitNames.filter((name) => name !== "degC");

test.each(kelvins)("a parameter in %s is written in a unit that Brian 2 has", (unit) => {
  const model = defineModel({
    name: "decay",
    source: "test",
    equations: "dx/dt = -x*p/q/tau",
    states: { x: state(1, "1") },
    parameters: { p: [3, unit], q: [2, unit], tau: [1, "ms"] },
  });
  const program = toBrian2(model, { duration: 1 });
  expect(program).toMatch(/^p = 3\*[a-zA-Z]+/m);
});
