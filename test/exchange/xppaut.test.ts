import { describe, expect, test } from "vitest";
import { fromXppaut } from "../../src/exchange/xppaut/read.js";
import { toXppaut } from "../../src/exchange/xppaut/write.js";
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

describe("what a model cannot hold is left out with a remark, or refused where an equation needs it", () => {
  const base = "x'=-x\npar a=1\n";
  test.each([
    ["noise is its mean", `${base}wiener w\ny'=w-y`, /line 3: wiener w: white noise is left out/],
    ["a boundary condition", `${base}bndry x-1`, /line 3: a boundary condition: bndry x-1/],
    ["a file of settings", `${base}option f.opt`, /line 3: a file of settings: option f.opt/],
    ["a word that is none", `${base}foo bar`, /line 3: no statement, which XPPAUT passes over: foo bar/],
    ["what is only shown", `${base}aux z=x*ran(1)`, /line 3: the function 'ran' is random/],
    [
      "all that is shown and needs it",
      `${base}b=delay(x,2)\nc=2*b\naux z=c`,
      /line 3: .* past\nline 4: 'b' is left out/,
    ],
    ["time where it is only shown", `${base}aux sec=t/1000`, /line 3: 'sec' is of the time, which a run has/],
    ["time in an equation", `${base}y'=sin(t)`, /line 3: time is in the equations, and is the state 'time'/],
    ["an end that does not look like one", `${base}define z\ny'=1`, /line 3: 'define z': XPPAUT takes it for 'done'/],
    ["a value that is not computed", `${base}par b=1/2`, /line 3: b=1\/2: XPPAUT takes the number .* with, 1/],
    ["a set of initial values", `${base}set here {x=3,a=2}`, /line 3: set here also sets x; a preset sets parameters/],
    ["an initial value of nothing", `${base}init z=3`, /line 3: an initial value of 'z'/],
    ["a report of an event", `${base}global 1 x-1 {out_put=1;x=0}`, /line 3: 'out_put' stores a point/],
    [
      "an event that only counts",
      `${base}n'=0\nglobal 1 x-1 {x=0}\nglobal 1 x-2 {n=n+1}`,
      /line 5: an event that changes n/,
    ],
    ["an event of another thing", `${base}global 1 x-1 {q=0}`, /line 3: an event changes 'q', which is neither/],
    ["an event at an exact zero", `${base}global 0 x-1 {x=0}`, /line 3: an event where 'x-1' is exactly 0/],
    [
      "an event that only counts what another one counts",
      `${base}n'=0\nm'=0\nglobal 1 x-1 {x=0}\nglobal 1 x-2 {n=n+1}\nglobal 1 n-2 {m=m+1}`,
      /line 6: an event that changes n.*\nline 7: an event that changes n/,
    ],
    ["a blank before a number", `${base}par b= 1`, /line 3: par b= 1: the number is taken; .* XPPAUT 6.11 takes 0/],
    ["blanks before a sign", `${base}x(0) = -1`, /line 3: x\(0\) = -1: the number is taken/],
    ["a sign behind an initial value", `${base}x(0)=1;`, /line 3: x\(0\)=1;: the number is taken/],
    ["quantities against their order", `${base}b=c\nc=x\ny'=b`, /line 3: 'b' needs 'c', which comes later/],
  ])("%s", (_, text, remark) => {
    expect(fromXppaut(text).remarks.join("\n")).toMatch(remark);
  });

  test.each([
    ["a map", "x(t+1)=x", /no differential equation.*\nline 1: a map/],
    [
      "an integral equation",
      `${base}u(t)=int{exp(-t)#u}\ny'=u`,
      /for y:\nline 3: an integral.*\nline 4: 'u' is an integral/,
    ],
    [
      "an integral equation in XPP's first language",
      "1\nv x,u\no u-x\ni sin(t)+int{exp(-t)#u}\nd",
      /for x:\nline 3: 'u' is an integral equation/,
    ],
    ["a delay", `${base}y'=delay(y,2)`, /for y:\nline 3: the function 'delay' reaches into the past/],
    ["what needs a delay", `${base}b=delay(x,2)\ny'=b`, /for y:\nline 3: .*past\nline 4: 'b' is left out/],
    ["random numbers", `${base}y'=normal(0,1)`, /line 3: the function 'normal' is random/],
    ["a table in a file", `${base}table f d.tab\ny'=f(x)`, /line 4: 'f' is a table in a file, 'd.tab'/],
    ["a Markov process", `${base}markov z 2\n{0} {1}\n{1} {0}\ny'=z`, /line 6: 'z' is a Markov process/],
    ["an algebraic equation", `${base}solv z=0\n0=z-x\ny'=z`, /line 5: 'z' is the unknown of an algebraic equation/],
    ["a network", `${base}special k=conv(even,9,3,w,x)\ny'=k(1)`, /line 4: 'k' is a network function/],
    ["an unknown function", `${base}y'=besselj(0,y)`, /line 3: the function 'besselj' is not supported/],
    ["a name from nowhere", `${base}y'=b*y`, /line 3: 'b' is nowhere defined in the file/],
    ["brackets that do not close", `${base}y'=(1+2`, /line 3: expected '\)'/],
    ["a name of two things", `${base}par a=2`, /line 3: 'a' is defined a second time/],
    ["many equations at once", "wiener w\nx[1..9]'=ran(1)", /for x1, x2, x3, x4, x5 and 4 more/],
    ["no equation at all", "par a=1\ndone", /has no differential equation/],
  ])("%s", (_, text, message) => {
    expect(() => fromXppaut(text)).toThrow(message);
  });

  test("a number as it should stand gives no remark", () => {
    const text = "x'=-x\ny'=x\npar a=1,b=-2 # c= 3\nx(0)=-1.5e-1\ny(0) = 2\ninit x=3 y=.5";
    expect(fromXppaut(text).remarks).toEqual([]);
  });

  test("equations with time in them can be taken as they are at one time", () => {
    const text = "v'=i0+ip*heav(t-50)-v\npar i0=1,ip=10\naux now=t";
    const during = fromXppaut(text).model;
    expect(during.stateNames).toEqual(["v", "time"]);
    const before = fromXppaut(text, { time: 0 });
    expect(before.model.stateNames).toEqual(["v"]);
    expect(before.model.field([0])).toEqual([1]);
    expect(before.model.quantity("now", [0])).toBe(0);
    expect(fromXppaut(text, { time: 60 }).model.field([0])).toEqual([11]);
    expect(before.remarks).toEqual([]);
  });

  test("the axes of the file are the windows of its states", () => {
    const { model } = fromXppaut("v'=-v\nw'=-w\n@ xp=t,yp=v,xlo=0,xhi=100,ylo=-80,yhi=40");
    expect(model.ranges).toMatchObject({ v: [-80, 40], w: [0, 1] });
  });

  test("lines in quotes with values are presets, of which each is written with the values of all", () => {
    const { model } = fromXppaut('x\'=a+b\npar a=1,b=2\n"{a=3,b=4} both\n"only shown\nset one {a=5}');
    expect(model.presets).toEqual({ both: { a: 3, b: 4 }, one: { a: 5 } });
    const text = toXppaut(model);
    expect(text).toContain('"{a=3,b=4} both\n"{a=5,b=2} one\n');
    expect(text).not.toMatch(/^set/m);
    expect(fromXppaut(text).model.presets).toEqual(model.presets);
  });

  test("a comparison of sums is written in brackets, as XPPAUT binds it before them", () => {
    const model = defineModel({
      name: "steps",
      source: "none",
      equations: "dx/dt = (x - 1 >= -a ? 1 : -1) + floor(x/2) + atan(x)  [1/ms]",
      states: { x: state(0.25, "1", [0, 5]) },
      parameters: { a: [0.5, "1"] },
    });
    expect(toXppaut(model)).toContain("x'=(if((x - 1)>=((-a)))then(1)else((-1))) + flr(x/2) + atan(x)");
    const { model: again } = fromXppaut(toXppaut(model));
    for (const x of [0.2, 0.5, 0.6, 3.5]) expect(again.field([x])[0]).toBeCloseTo(model.field([x])[0], 14);
  });
});
