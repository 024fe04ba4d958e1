import { expect, test } from "vitest";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";

test.each([
  ["0.1*(V + 35)/(1 - exp(-0.1*(V + 35)))", -35, 1],
  ["-0.1*(V + 35)/(exp(-0.1*(V + 35)) - 1)", -35, 1],
  ["0.01*(10 - V)/(exp((10 - V)/10) - 1)", 10, 0.1],
  ["k*(V + 35)/(1 - exp(-k*(V + 35)))", -35, 1],
])("%s has its limit at V = %d, where it is printed 0/0", (formula, V, limit) => {
  const model = defineModel({
    name: "rate",
    source: "-",
    equations: `dV/dt = ${formula} [mV/ms]`,
    states: { V: state(0, "mV") },
    parameters: { k: [0.2, "1/mV"] },
  });
  expect(model.field([V])[0]).toBeCloseTo(limit, 14);
  expect(model.field([V + 1e-9])[0]).toBeCloseTo(limit, 8);
});
