import { describe, expect, test } from "vitest";
import { fromXppaut } from "../../src/exchange/xppaut-read.js";
import { toXppaut } from "../../src/exchange/xppaut-write.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import type { Model } from "../../src/model/model.js";
import { catalogue } from "../../src/models/catalogue.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { morrisLecar } from "../../src/models/morris-lecar.js";
import { simulate } from "../../src/solve/simulate.js";

/** A current at which each model spikes, in its unit. */
const current: Readonly<Record<string, number>> = {
  hodgkinHuxley: 12,
  leakyIntegrateAndFire: 300,
  persistentSodium: 30,
  persistentSodiumPotassium: 20,
  quadraticIntegrateAndFire: 30,
  exponentialIntegrateAndFire: 600,
  adaptiveExponential: 800,
  izhikevich: 10,
  izhikevich2007: 200,
  fitzHughNagumo: 0.5,
  morrisLecar: 100,
  prescott: 60,
};
const versions = Object.entries(catalogue).flatMap(([key, model]) =>
  ["default", ...Object.keys(model.presets)].map((preset) => ({
    key,
    preset,
    model: drive(preset === "default" ? model : model.preset(preset), current[key]),
  })),
);

function drive(model: Model, amplitude: number | undefined): Model {
  return model.input === undefined || amplitude === undefined ? model : model.with({ [model.input]: amplitude });
}

describe("what is written as .ode and read again is the same model", () => {
  test.each(versions)("$key, $preset: names, units, ranges, presets and field", ({ model }) => {
    const { model: again, settings } = fromXppaut(toXppaut(model, { duration: 200, dt: 0.05 }));
    expect(again.name).toBe(model.name);
    expect(again.source).toBe(model.source);
    expect(again.input).toBe(model.input);
    expect(again.parameters).toEqual(model.parameters);
    expect(again.units).toEqual(model.units);
    expect(again.ranges).toEqual(model.ranges);
    expect(again.presets).toEqual(model.presets);
    expect(again.spiking).toEqual(model.spiking);
    expect(again.states).toEqual(model.states);
    expect(settings).toMatchObject({ total: "200", dt: "0.05", meth: "rungekutta" });
    // Where the membrane potential is below its peak the fields agree to rounding.
    const y = model.stateNames.map((name, i) =>
      i === 0 ? model.states[name] : 0.4 * model.ranges[name][0] + 0.6 * model.ranges[name][1],
    );
    again
      .field(y)
      .forEach((f, i) =>
        expect(Math.abs(f - model.field(y)[i])).toBeLessThanOrEqual(
          1e-12 * Math.max(1, ...model.field(y).map(Math.abs)),
        ),
      );
  });

  test.each(versions.filter(({ key }) => key in current))("$key, $preset: spike times to 1e-6 ms", ({ model }) => {
    const [mine, again] = [model, fromXppaut(toXppaut(model)).model].map((m) => simulate(m, { duration: 60 }).spikes);
    expect(again).toHaveLength(mine.length);
    mine.forEach((t, k) => expect(Math.abs(again[k] - t)).toBeLessThan(1e-6));
  });

  test("the comparison above is about spikes: eleven models or more of twelve spike in it", () => {
    const counts = Object.keys(current).map(
      (key) => simulate(drive(catalogue[key], current[key]), { duration: 60 }).spikes.length,
    );
    expect(counts.filter((n) => n > 0).length).toBeGreaterThanOrEqual(11);
  });

  test("names that XPPAUT would confuse are told apart and come back: v and V, T and t", () => {
    const text = toXppaut(hodgkinHuxley);
    expect(text).toMatch(/^V'=/m);
    expect(text).toMatch(/^v_=V - Vr$/m);
    expect(text).toMatch(/^par T_=6\.3$/m);
    expect(fromXppaut(text).model.quantities).toContain("v");
  });

  test("a rate that is 0/0 as printed is finite in the file", () => {
    const { model } = fromXppaut(toXppaut(hodgkinHuxley));
    expect(model.quantity("alphaM", { V: -40, m: 0, h: 0, n: 0 })).toBe(1);
    expect(toXppaut(hodgkinHuxley)).toContain("bern(x)=if(abs(x)<1e-4)then(1-x/2+x*x/12)else(x/(exp(x)-1))");
  });

  test("a refractory period holds the membrane potential by the time of the last spike", () => {
    expect(toXppaut(leakyIntegrateAndFire)).toContain("V'=heav(t-tspike-tRef)*(I - gL*(V - EL))/C");
    expect(toXppaut(leakyIntegrateAndFire)).toContain("global 1 V-Vth {V=Vreset;tspike=t}");
  });

  test("a reset in which two states trade places cannot be written and says so", () => {
    const swap = defineModel({
      name: "swap",
      source: "none",
      equations: "dx/dt = 1  [1/ms]\ndy/dt = 0  [1/ms]",
      states: { x: state(0, "1"), y: state(0, "1") },
      parameters: {},
      threshold: "x >= 1",
      reset: "x = y\ny = x",
    });
    expect(() => toXppaut(swap)).toThrow(/the reset of x needs the value of y before its own reset/);
  });
});

describe("a file written by hand", () => {
  // The Morris-Lecar model in the manner of XPPAUT's own examples: functions, other names, upper and lower case mixed.
  const file = `
# Morris-Lecar model
"a remark that XPPAUT shows
dv/dt = ( I - gca*minf(V)*(V-Vca)-gk*w*(V-VK)-gl*(V-Vl))/c
dw/dt = phi*(winf(V)-w)/tauw(V)
v(0)=-16
init w=0.014915
minf(v)=.5*(1+tanh((v-v1)/v2))
winf(v)=.5*(1+tanh((v-v3)/v4))
tauw(v)=1/cosh((v-v3)/(2*v4))
param vk=-84,vl=-60,vca=120
par i=95,gk=8,gl=2, C=20 v1=-1.2, v2=18
p v3=2,v4=30,\\
phi=.04,gca=4.4
set snic {v3=12,v4=17.4,phi=.067,gca=4}
aux ica=gca*minf(v)*(v-vca)
@ total=150,dt=.25,xlo=-75,xhi=75
done
this is not read
`;
  const { model, settings } = fromXppaut(file, {
    units: { v: "mV" },
    ranges: { v: [-80, 60], w: [-0.05, 1] },
    threshold: "v > 0",
  });

  test("gives the model of the catalogue: the same field and the same spikes", () => {
    const mine = morrisLecar.with({ I: 95 });
    for (const V of [-60, -20, 0, 30]) {
      const y = [V, 0.2];
      model.field(y).forEach((f, i) => expect(f).toBeCloseTo(mine.field(y)[i], 12));
    }
    const [a, b] = [
      simulate(model, { duration: 500 }),
      simulate(mine, { duration: 500, initial: { V: -16, w: 0.014915 } }),
    ];
    expect(a.spikes).toHaveLength(b.spikes.length);
    a.spikes.forEach((t, k) => expect(t).toBeCloseTo(b.spikes[k], 6));
    expect(a.spikes.length).toBeGreaterThan(3);
  });

  test("keeps names as first written; i, a constant here, becomes I and takes the stimulus", () => {
    expect(model.stateNames).toEqual(["v", "w"]);
    expect(model.parameterNames).toContain("C");
    expect(model.input).toBe("I");
    expect(model.presets).toEqual({ snic: { v3: 12, v4: 17.4, phi: 0.067, gca: 4 } });
    expect(model.quantities).toEqual(["ica"]);
    expect(settings).toEqual({ total: "150", dt: ".25", xlo: "-75", xhi: "75" });
  });

  test("has expressions read as XPPAUT 6.11 evaluates them", () => {
    // Values from xppaut 6.11b with `aux` lines: powers bind to the left, a sign is weaker than a power, heav(0) is 1,
    // log is natural.
    const lines = {
      a: "-2^2",
      b: "2^3^2",
      c: "8/4/2",
      d: "if(2>=2)then(1)else(0)",
      f: "heav(0)",
      g: "log(10)",
      h: "log10(10)",
      k: "2**3",
    };
    const { model: odd } = fromXppaut(
      `x'=0\n${Object.entries(lines)
        .map(([name, text]) => `aux ${name}=${text}`)
        .join("\n")}\ndone`,
    );
    const values = Object.keys(lines).map((name) => odd.quantity(name, [0]));
    [-4, 64, 1, 1, 1, Math.LN10, 1, 8].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 14));
  });
});

describe("what is not supported is named with its line", () => {
  const base = "x'=-x\npar a=1\n";
  test.each([
    [
      "noise, tables and delays, all at once",
      `${base}wiener w\ntable f data.tab\nmarkov z 2`,
      /line 3: wiener w\nline 4: table f data\.tab\nline 5: markov z 2/,
    ],
    [
      "expressions that cannot be read, all at once",
      `${base}y'=delay(y,2)\naux z=x*sin(t)+ran(1)\naux q=t`,
      /line 3: the function 'delay'.*\nline 4: the function 'ran'.*\nline 5: an equation with the time t/,
    ],
    ["an integral equation", `${base}u(t)=int{exp(-t)#u}`, /line 3: u\(t\)=/],
    ["an unknown function", `${base}y'=besselj(0,y)`, /line 3: the function 'besselj' is not supported/],
    ["a delay", `${base}y'=delay(y,2)`, /line 3: the function 'delay'/],
    ["time in an equation", `${base}y'=sin(t)`, /line 3: an equation with the time t/],
    ["a logical and", `${base}y'=if(x>0&a>1)then(1)else(0)`, /line 3: '&' is not supported/],
    ["a second event", `${base}global 1 x-1 {x=0}\nglobal 1 x-2 {x=0}`, /line 4: global 1 x-2/],
    ["an event that writes a file", `${base}global 1 x-1 {out_put=1}`, /line 3: global/],
    ["a name from nowhere", `${base}y'=b*y`, /'b' is nowhere defined/],
    ["a set of initial values", `${base}set here {x=3}`, /set here gives a value to 'x', which is not a parameter/],
    ["an initial value of nothing", `${base}init z=3`, /initial value to 'z'/],
    ["brackets that do not close", `${base}y'=(1+2`, /line 3: expected '\)'/],
    ["no equation at all", "par a=1\ndone", /has no differential equation/],
  ])("%s", (_, text, message) => {
    expect(() => fromXppaut(text)).toThrow(message);
  });
});
