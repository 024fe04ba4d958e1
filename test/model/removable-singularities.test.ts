import { expect, test } from "vitest";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";

test.each([
  ["0.1*(V + 35)/(1 - exp(-0.1*(V + 35)))", -35, 1],
  ["-0.1*(V + 35)/(exp(-0.1*(V + 35)) - 1)", -35, 1],
  ["0.01*(10 - V)/(exp((10 - V)/10) - 1)", 10, 0.1],
  ["k*(V + 35)/(1 - exp(-k*(V + 35)))", -35, 1],
  ["0.1*(40 + V)/(1 - 1/exp((V + 40)/10))", -40, 1],
  ["(V + 40)/(2 - 2*exp(-(V + 40)/10))", -40, 5],
  ["(V + 40)/(3/exp(V/10 + 4) - 3)", -40, -10 / 3],
  ["1/((1 - exp(-(V + 40)/10))/(V + 40))", -40, 10],
  ["0.1/(1 - exp(-(V + 40)/10))*(V + 40)", -40, 1],
  ["0.1*(V + 40)*(1 - exp(-(V + 40)/10))^-1", -40, 1],
  ["(V + 40)/tanh((V + 40)/10)", -40, 10],
  ["3*(V + 40)/(2*sinh(-(V + 40)/10))", -40, -15],
  ["(1 - exp(-(V + 40)/10))/(V + 40)", -40, 0.1],
  ["2*(exp((V + 40)/10) - 1)/(V + 40)", -40, 0.2],
  ["tanh((V + 40)/10)/(V/10 + 4)", -40, 1],
  ["sinh(V/10 + 4)*(V + 40)^-1", -40, 0.1],
  ["V*(3 - 2*exp(-V/25))/(1 - exp(-V/25))", 0, 25],
  ["0.1*(V + 40)/log(1 + (V + 40)/10)", -40, 1],
  ["(V + 40)/log((V + 50)/10)", -40, 10],
  ["(V + 40)/log(1 - 0.2*(V + 40))", -40, -5],
  ["k*(V + 40)/(2*log(k*(V + 40) + 1))", -40, 0.5],
  ["log(1 + (V + 40)/10)/(V + 40)", -40, 0.1],
  ["log(1 + (V + 40)/10)/log(10)*(V + 40)^-1", -40, 0.1 / Math.LN10],
  ["sin((V + 40)/10)/(V + 40)", -40, 0.1],
  ["(V + 40)/sin(-(V + 40)/10)", -40, -10],
  ["3*sin(k*(V + 40))*(2*V + 80)^-1", -40, 0.3],
  ["sin((V + 40)/10)/cos((V + 40)/10)/(V + 40)", -40, 0.1],
  ["(V + 40)/(sin((V + 40)/10)/cos((V + 40)/10))", -40, 10],
  ["atan((V + 40)/10)/(V + 40)", -40, 0.1],
  ["(1 - cos((V + 40)/10))/(V + 40)^2", -40, 0.005],
  ["(2*cos((V + 40)/10) - 2)/((V + 40)*(V + 40))", -40, -0.01],
  ["(V/10 + 4)^2/(1 - cos((V + 40)/10))", -40, 2],
  ["(1 - cos(V/10 + 4))/(V + 40)", -40, 0],
  ["(cosh((V + 40)/10) - 1)/(V + 40)^2", -40, 0.005],
  ["0.1*(V + 40)^2/(exp((V + 40)/10) - 1)", -40, 0],
  ["sin((V + 40)/10)^2/(V + 40)^2", -40, 0.01],
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

test.each([
  ["(V + 40)/tanh((V + 40)/10)", (x: number) => (10 * x) / Math.tanh(x)],
  ["(V + 40)/sinh((V + 40)/10)", (x: number) => (10 * x) / Math.sinh(x)],
  ["(1 - exp(-(V + 40)/10))/(V + 40)", (x: number) => -Math.expm1(-x) / (10 * x)],
  ["sinh((V + 40)/10)/(V + 40)", (x: number) => Math.sinh(x) / (10 * x)],
  ["(V + 40)/log(1 + (V + 40)/10)", (x: number) => (10 * x) / Math.log1p(x)],
  ["log(1 + (V + 40)/10)/(V + 40)", (x: number) => Math.log1p(x) / (10 * x)],
  ["sin((V + 40)/10)/(V + 40)", (x: number) => Math.sin(x) / (10 * x)],
  ["(V + 40)/(sin((V + 40)/10)/cos((V + 40)/10))", (x: number) => (10 * x) / Math.tan(x)],
  ["atan((V + 40)/10)/(V + 40)", (x: number) => Math.atan(x) / (10 * x)],
  ["(1 - cos((V + 40)/10))/(V + 40)^2", (x: number) => (2 * Math.sin(x / 2) ** 2) / (100 * x * x)],
  ["(cosh((V + 40)/10) - 1)/(V + 40)^2", (x: number) => (2 * Math.sinh(x / 2) ** 2) / (100 * x * x)],
])("%s is what is printed wherever that is finite", (formula, printed) => {
  const model = defineModel({
    name: "rate",
    source: "-",
    equations: `dV/dt = ${formula} [mV/ms]`,
    states: { V: state(0, "mV") },
    parameters: {},
  });
  for (const V of [-7000, -500, -90, -41, -39.9999, -10, 0, 60, 900, 7000]) {
    const right = printed((V + 40) / 10);
    if (Number.isNaN(right)) expect(model.field([V])[0]).toBeNaN();
    else
      expect(Math.abs(model.field([V])[0] / right - 1), `${V}`).toBeLessThan(
        Math.abs(right) < 1e-290 ? Infinity : 1e-11,
      );
  }
});

test.each([
  ["(V + 40)/log(1 + (V + 40)/10)", 0.5],
  ["log(1 + (V + 40)/10)/(V + 40)", -0.005],
  ["(V + 40)/tanh((V + 40)/10)", 0],
  ["(1 - exp(-(V + 40)/10))/(V + 40)", -0.005],
  ["sin((V + 40)/10)/(V + 40)", 0],
  ["V*sin((V + 40)/10)/(V + 40)", 0.1],
  ["atan((V + 40)/10)/(V + 40)", 0],
  ["(1 - cos(V/10 + 4))/(V + 40)", 0.005],
  ["V*(1 - cos((V + 40)/10))/(V + 40)^2", 0.005],
])("the slope of %s has its limit there too, %d", (formula, slope) => {
  const model = defineModel({
    name: "rate",
    source: "-",
    equations: `dV/dt = ${formula} [mV/ms]`,
    states: { V: state(0, "mV") },
    parameters: {},
  });
  const J = new Float64Array(1);
  for (const V of [-40, -40 + 1e-9, -40 - 1e-13]) {
    model.kernels.jacobian(Float64Array.of(V), model.vector, J);
    expect(J[0], `${V}`).toBeCloseTo(slope, 8);
  }
});

test("such a quotient is that of the printed form elsewhere, and another is left alone", () => {
  const rate = (formula: string) =>
    defineModel({
      name: "rate",
      source: "-",
      equations: `dV/dt = ${formula} [mV/ms]`,
      states: { V: state(0, "mV") },
      parameters: {},
    });
  const [odd, plain] = [rate("(V + 40)/(1 - 1/exp((V + 40)/10))"), rate("(V + 40)/(1 - exp(-(V + 40)/10))")];
  for (const V of [-500, -90, -40.001, 0, 60, 8000]) expect(odd.field([V])[0]).toBe(plain.field([V])[0]);
  expect(rate("V/(1 - 2*exp(V))").field([0])[0]).toBe(-0);
});
