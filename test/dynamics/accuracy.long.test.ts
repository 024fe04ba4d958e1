import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import type { BifurcationDiagram, BifurcationPoint } from "../../src/dynamics/system/diagram.js";
import type { Model } from "../../src/model/model.js";
import { fitzHughNagumo } from "../../src/models/fitzhugh-nagumo.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { bifurcationCurves } from "../../src/dynamics/two-parameter.js";
import { freeze } from "../../src/model/freeze.js";
import { persistentSodiumPotassiumM } from "../../src/models/bursters/persistent-sodium-potassium-m.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { morrisLecar } from "../../src/models/morris-lecar.js";
import { persistentSodium } from "../../src/models/persistent-sodium.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import numbers from "../reference/numbers.json" with { type: "json" };
import { moebius, pure, relaxationOscillator } from "./normal-forms.js";
import { roessler } from "./roessler.js";
import { present } from "./present.js";

/** A number from outside beside ours. */
interface Row {
  readonly model: string;
  readonly what: string;
  readonly source: string;
  readonly theirs: number;
  readonly ours: number;
  /** How far apart they may be, as `difference` has it: as far as the source has digits, or as we promise. */
  readonly within: number;
}

const independent = "30 to 50 digits, computed independently";
const auto = "AUTO-07p, its mesh refined until nothing changes";
const rows: Row[] = [];
const add = (
  model: string,
  source: string,
  within: number,
  entries: Readonly<Record<string, [number, number]>>,
): void => {
  for (const [what, [theirs, ours]] of Object.entries(entries))
    rows.push({ model, what, source, theirs, ours, within });
};

const pointsOf = (diagram: BifurcationDiagram, kind: RegExp): BifurcationPoint[] =>
  diagram.points.filter((point) => kind.test(point.kind));
const omega = ({ period }: BifurcationPoint): number => (2 * Math.PI) / present(period);
const l1 = ({ evidence }: BifurcationPoint): number => evidence["first Lyapunov coefficient (Kuznetsov)"] as number;

interface HopfNumbers {
  readonly I: number;
  readonly V?: number;
  readonly omega?: number;
  readonly l1K?: number;
}
function addHopf(model: string, theirs: HopfNumbers, ours: BifurcationPoint, name = "V", offset = 0): void {
  const at = `Hopf point at ${theirs.I.toPrecision(5)}`;
  add(model, independent, 1e-9, {
    [`${at}: I`]: [theirs.I, ours.parameter],
    ...(theirs.V === undefined ? {} : { [`${at}: ${name}`]: [theirs.V, ours.state[name] - offset] }),
    ...(theirs.omega === undefined ? {} : { [`${at}: ω`]: [theirs.omega, omega(ours)] }),
  });
  if (theirs.l1K !== undefined) add(model, independent, 1e-8, { [`${at}: l1`]: [theirs.l1K, l1(ours)] });
}

const stablePeriod = (model: Model): number => present(limitCycles(model).find(({ stable }) => stable)).period;

function hodgkinHuxleyRows(): void {
  const model = "Hodgkin-Huxley";
  const axon = hodgkinHuxley.preset("1952");
  const theirs = numbers["hodgkinHuxley (6.3 C, rest 0: ENa 115, EK -12, EL 10.613)"];
  const [rest] = equilibria(axon.with({ I: 0 }));
  const zero = axon.parameters.ENa - 115; // the potential that the source calls 0
  theirs.rest_I0.forEach((value, i) => {
    const name = axon.stateNames[i];
    add(model, independent, 1e-10, { [`rest at I = 0: ${name}`]: [value, rest.state[name] - (i === 0 ? zero : 0)] });
  });
  const diagram = bifurcations(axon, "I", [0, 180]);
  const hopf = pointsOf(diagram, /Hopf/);
  theirs.hopf.forEach((one, k) => {
    addHopf(model, one, hopf[k], "V", zero);
    const slope = hopf[k].evidence["d(real part)/d(parameter)"] as number;
    add(model, independent, 1e-8, { [`Hopf point at ${one.I.toPrecision(5)}: dRe/dI`]: [one.dReLdI, slope] });
  });
  const [fold] = pointsOf(diagram, /fold of cycles/);
  const [{ I, T }] = theirs.fold_of_cycles;
  add(model, auto, 1e-9, { "fold of cycles: I": [I, fold.parameter] });
  add(model, auto, 1e-6, { "fold of cycles: period": [T, present(fold.period)] });
  for (const [current, period] of Object.entries(theirs.stable_cycle_period_ms))
    add(model, auto, 1e-9, { [`period at I = ${current}`]: [period, stablePeriod(axon.with({ I: Number(current) }))] });
}

function persistentSodiumPotassiumRows(): void {
  const model = "I_Na,p + I_K";
  const high = numbers["persistentSodiumPotassium, high threshold"];
  const wide = bifurcations(persistentSodiumPotassium, "I", [-100, 300]);
  const folds = pointsOf(wide, /saddle-node/).reverse();
  high.folds.forEach(({ I, V }, k) => {
    add(model, independent, 1e-9, { [`saddle-node at ${I.toPrecision(5)}: I`]: [I, folds[k].parameter] });
    add(model, independent, 1e-7, { [`saddle-node at ${I.toPrecision(5)}: V`]: [V, folds[k].state.V] });
  });
  const found = equilibria(persistentSodiumPotassium.with({ I: 0 }));
  high.equilibria_tau1_I0.forEach(([V, n], k) =>
    add(model, independent, 1e-10, {
      [`equilibrium ${k + 1} at I = 0: V`]: [V, found[k].state.V],
      [`equilibrium ${k + 1} at I = 0: n`]: [n, found[k].state.n],
    }),
  );
  addHopf(model, high.tau1.hopf, pointsOf(wide, /Hopf/)[0]);
  for (const [I, period] of Object.entries(high.tau1.period_ms))
    add(model, auto, 1e-8, {
      [`period at I = ${I}`]: [period, stablePeriod(persistentSodiumPotassium.with({ I: Number(I) }))],
    });
  const preset = (name: string, range: readonly [number, number]): BifurcationPoint[] =>
    pointsOf(bifurcations(persistentSodiumPotassium.preset(name), "I", range), /Hopf/);
  addHopf(`${model}, τ 0.152`, high["tau0.152"].hopf, preset("saddle-node off invariant circle", [0, 60])[0]);
  const low = preset("supercritical Andronov-Hopf", [0, 400]);
  numbers["persistentSodiumPotassium, low threshold"].hopf.forEach((one, k) =>
    addHopf(`${model}, low threshold`, one, low[k]),
  );
  const hard = numbers["persistentSodiumPotassium, sub-critical set"].hopf;
  addHopf(`${model}, subcritical`, hard, preset("subcritical Andronov-Hopf", [0, 70])[0]);
  const line = numbers["persistentSodium (1-D)"];
  const flat = persistentSodium.preset("without reset");
  const ends = bifurcations(flat, "I", [-1000, 100]).points.toReversed();
  line.folds_I.forEach((I, k) =>
    add("I_Na,p", independent, 1e-9, { [`saddle-node ${k + 1}: I`]: [I, ends[k].parameter] }),
  );
  line.fold_V.forEach((V, k) =>
    add("I_Na,p", independent, 1e-7, { [`saddle-node ${k + 1}: V`]: [V, ends[k].state.V] }),
  );
  const still = equilibria(flat.with({ I: 0 }));
  line.equilibria_I0.forEach((V, k) =>
    add("I_Na,p", independent, 1e-10, { [`equilibrium ${k + 1} at I = 0: V`]: [V, still[k].state.V] }),
  );
}

function otherRows(): void {
  const sets = numbers.morrisLecar;
  const first = pointsOf(bifurcations(morrisLecar, "I"), /Hopf/);
  sets["hopf set (gCa 4.4, V3 2, V4 30, phi .04)"].hopf.forEach((one, k) => {
    addHopf("Morris-Lecar", one, first[k]);
    const value = first[k].evidence["first Lyapunov coefficient × omega (MatCont)"] as number;
    add("Morris-Lecar", "published, in MatCont's scale", 1e-5, {
      [`Hopf point at ${one.I.toPrecision(5)}: l1 ω`]: [one.l1M_published, value],
    });
  });
  const circle = bifurcations(morrisLecar.preset("saddle-node on invariant circle"), "I");
  const set = sets["SNIC set (gCa 4, V3 12, V4 17.4, phi .067)"];
  const folds = pointsOf(circle, /saddle-node/).reverse();
  set.folds_I.forEach((I, k) =>
    add("Morris-Lecar, SNIC", independent, 1e-9, {
      [`saddle-node at ${I.toPrecision(5)}: I`]: [I, folds[k].parameter],
    }),
  );
  addHopf("Morris-Lecar, SNIC", set.hopf, pointsOf(circle, /Hopf/)[0]);
  const held = pointsOf(bifurcations(freeze(persistentSodiumPotassiumM, "nM"), "nM", [-0.02, 0.3]), /^saddle/);
  add("I_Na,p + I_K + I_K(M), nM held", "AUTO-07p, from the same graph", 1e-10, {
    "saddle-node: nM": [0.00350157835215, held[0].parameter],
  });
  add("I_Na,p + I_K + I_K(M), nM held", "where runs from (-20 mV, 0.3) no longer spike, by bisection", 1e-4, {
    "homoclinic orbit: nM": [0.06782485, held[1].parameter],
  });
  const nagumo = numbers["fitzHughNagumo (a .7, b .8, eps .08)"];
  pointsOf(bifurcations(fitzHughNagumo, "I"), /Hopf/).forEach((point, k) =>
    addHopf("FitzHugh-Nagumo", { I: nagumo.hopf_I[k], omega: nagumo.omega, l1K: nagumo.l1K }, point),
  );
  const regular = bifurcations(izhikevich.preset("regular spiking"), "I").points;
  add("Izhikevich, regular spiking", "in closed form", 1e-10, {
    "saddle-node: I": [
      numbers.izhikevich["RS_.02_.2"].I_SN,
      present(regular.find((p) => p.kind === "saddle-node")).parameter,
    ],
    "Hopf point: I": [numbers.izhikevich["RS_.02_.2"].I_H, present(regular.find((p) => /Hopf/.test(p.kind))).parameter],
  });
  for (const [mu, T] of Object.entries(numbers["van der Pol period"])) {
    const oscillator = pure({ x: "y", y: "mu*(1 - x^2)*y - x" }, { mu: Number(mu) }, [-10, 10], [0, 10]);
    add("van der Pol", independent, 1e-9, { [`period at μ = ${mu}`]: [Number(T), limitCycles(oscillator)[0].period] });
  }
  const lorenz = pure({ x: "10*(y - x)", y: "p*x - y - x*z", z: "x*y - 8/3*z" }, { p: 20 }, [-30, 50], [0.5, 30]);
  const chaos = bifurcations(lorenz, "p");
  add("Lorenz", "Sparrow (1982) The Lorenz Equations", 1e-4, {
    "homoclinic orbit: ρ": [13.926, pointsOf(chaos, /homoclinic/)[0].parameter],
  });
  add("Lorenz", "in closed form", 1e-10, { "Hopf point: ρ": [470 / 19, pointsOf(chaos, /Hopf/)[0].parameter] });
}

/** Curves in two parameters and cycles through resets of which the answer is known. */
function closedRows(): void {
  const closed = "in closed form";
  const radial = "(mu + s*(x^2 + y^2) - (x^2 + y^2)^2)";
  const bautin = bifurcationCurves(
    pure({ x: `${radial}*x - y`, y: `${radial}*y + x` }, { mu: 0.1, s: 0.3 }, [-2, 2], [-1, 1]),
    ["mu", "s"],
  );
  const folds = present(bautin.curves.find(({ kind }) => kind === "fold of cycles")).values;
  const top = folds.s.indexOf(Math.max(...folds.s));
  add("Bautin's normal form", closed, 1e-9, {
    "Bautin point: s": [0, bautin.points[0].values.s],
    "fold of cycles in two parameters: μ": [-(folds.s[top] ** 2) / 4, folds.mu[top]],
  });
  const mu = "(m - a^2/4)";
  const sandstede = bifurcationCurves(
    pure(
      { x: `a*x + y - a*x^2 + ${mu}*x*(2 - 3*x)`, y: `x + a*y - 1.5*x^2 - 1.5*a*x*y - ${mu}*2*y` },
      { m: 0, a: -0.4 },
      [-1, 2],
      [-0.3, 0.3],
    ),
    ["m", "a"],
    [
      [-0.1, 0.3],
      [-0.6, 0.6],
    ],
  );
  const loops = present(sandstede.curves.find(({ kind }) => kind === "saddle homoclinic")).values;
  const least = loops.a.indexOf(Math.min(...loops.a));
  add("Sandstede's field", closed, 1e-6, {
    "homoclinic orbit in two parameters: m": [loops.a[least] ** 2 / 4, loops.m[least]],
    "neutral saddle loop: a": [
      0,
      present(sandstede.points.find(({ kind }) => kind === "neutral saddle loop")).values.a,
    ],
  });
  const firing = leakyIntegrateAndFire.with({ I: 250 });
  add("leaky integrate-and-fire", closed, 1e-9, {
    "period at I = 250 pA": [2 + 10 * Math.log(25 / 5), limitCycles(firing)[0].period],
  });
}

/** Branches that are switched to, tori, slow and piecewise fields, and loops through saddle-nodes. */
function laterRows(): void {
  const closed = "in closed form";
  const turns = ["one turn", "two turns", "four turns", "eight turns"];
  const roesslers = [2.83244502904, 3.83735816852, 4.124214732, 4.1869969996];
  pointsOf(bifurcations(roessler, "c"), /doubling/).forEach(({ parameter }, k) =>
    add("Roessler", "AUTO-07p, from the same graph, branch by branch", 1e-9, {
      [`period doubling of the cycle of ${turns[k]}: c`]: [roesslers[k], parameter],
    }),
  );
  const band = bifurcations(moebius, "a", [-0.1, 0.2]);
  const doubled = present(band.cycles.find(({ ends }) => ends.some(({ kind }) => kind === "period doubling")));
  const [{ parameter: a, period, maximum }] = doubled.segments;
  const last = a.indexOf(Math.max(...a));
  add("a band that turns by half a turn", closed, 1e-6, {
    "period doubling: a": [0, pointsOf(band, /doubling/)[0].parameter],
    "cycle of twice the period, switched to: period": [4 * Math.PI, period[last]],
    "cycle of twice the period, switched to: largest x": [1 + Math.sqrt(a[last]), maximum.x[last]],
  });
  const r = "sqrt(x^2 + y^2)",
    u = `(${r} - 1)`,
    outward = `((a - b^2)*${u} - (b/2 + 0.29)*z - ${u}*(${u}^2 + z^2))`;
  const torus = bifurcationCurves(
    pure(
      {
        x: `${outward}*x/${r} - y`,
        y: `${outward}*y/${r} + x`,
        z: `(a - b^2)*z + (b/2 + 0.29)*${u} - z*(${u}^2 + z^2)`,
      },
      { a: -0.2, b: 0.2 },
      [-2, 2],
      [-1, 1],
    ),
    ["a", "b"],
    [
      [-0.3, 0.3],
      [-0.15, 0.3],
    ],
  );
  const tori = present(torus.curves.find(({ kind }) => kind === "Neimark-Sacker")).values;
  const top = tori.b.indexOf(Math.max(...tori.b));
  const resonance = (kind: string): number => present(torus.points.find((point) => point.kind === kind)).values.b;
  add("a circle in a torus", closed, 1e-6, {
    "Neimark-Sacker in two parameters: a": [tori.b[top] ** 2, tori.a[top]],
    "1:3 resonance: b": [2 * (1 / 3 - 0.29), resonance("1:3 resonance")],
    "1:4 resonance: b": [2 * (1 / 4 - 0.29), resonance("1:4 resonance")],
  });
  const loop = bifurcationCurves(
    pure({ x: "c + a*(x - x^2) + y", y: "a*(y - 1.5*x*y) + x - 1.5*x^2" }, { c: 0, a: -0.9 }, [-1, 2], [-1.5, 0.3]),
    ["c", "a"],
    [
      [-0.1, 0.1],
      [-1.5, -0.5],
    ],
  );
  const [{ values }] = loop.points;
  add("the loop x²(1 − x) = y² through a saddle-node", closed, 1e-8, {
    "saddle-node loop: a": [-1, values.a],
    "saddle-node loop: c": [0, values.c],
  });
  const slow = bifurcations(relaxationOscillator, "I", [-2, 2]);
  add("a slow planar polynomial", "runs and shooting, computed independently", 1e-6, {
    "period at I = 0.184": [1506.918, stablePeriod(relaxationOscillator as Model)],
    "homoclinic orbit: I": [0.18067168, pointsOf(slow, /homoclinic/)[1].parameter],
  });
  const mckean = pure(
    { v: "max(-v, min(v - a, 1 - v)) - w + I", w: "eps*(v - gamma*w)" },
    { I: 0, a: 0.25, gamma: 0.5, eps: 0.1 },
    [-1, 3],
  );
  pointsOf(bifurcations(mckean, "I", [0, 1.5]), /border/).forEach(({ parameter }, k) =>
    add("McKean", closed, 1e-10, { [`border collision ${k + 1}: I`]: [[0.375, 0.875][k], parameter] }),
  );
}

/** Relative to the value, or to 0.001 where that is larger. */
const difference = ({ theirs, ours }: Row): number => Math.abs(ours - theirs) / Math.max(Math.abs(theirs), 1e-3);

describe("numbers from outside, beside ours", () => {
  hodgkinHuxleyRows();
  persistentSodiumPotassiumRows();
  otherRows();
  closedRows();
  laterRows();

  test.each(rows)("$model, $what", (row) => {
    expect(difference(row)).toBeLessThan(row.within);
  });

  test("are all in docs/accuracy.md, which this test writes", () => {
    const path = new URL("../../docs/accuracy.md", import.meta.url);
    const digits = (row: Row): string => {
      const off = difference(row);
      return off === 0 ? "all" : String(Math.floor(-Math.log10(off)));
    };
    const table = rows.map(
      (row) =>
        `| ${row.model} | ${row.what} | ${row.source} | ${row.theirs} | ${row.ours.toPrecision(14)} | ` +
        `${(row.ours - row.theirs).toExponential(0)} | ${digits(row)} |`,
    );
    const text = `# Accuracy of the analyses

Each number that comes from outside, what we find, the difference, and how many digits agree; \`test/dynamics/accuracy.long.test.ts\`
writes this page and fails where a difference is larger than it allows. A source that gives few digits shows as few that agree. Currents
are in uA/cm^2 (Izhikevich and Lorenz: none), V in mV, periods in ms, ω in rad/ms; l1 is Kuznetsov's, l1 ω MatCont's. The diagrams of
six models are compared with AUTO-07p's in \`test/dynamics/auto-07p\`, and agree to 1e-7 of the range; so are curves in two parameters
of folds of cycles and of homoclinic orbits, to 1e-8 and 1e-9, and of period doublings, to 1e-6. Runs have their own tests in
\`test/solve\`.

| model | number | source | theirs | ours | difference | digits |
|---|---|---|---|---|---|---|
${table.join("\n")}
`;
    writeFileSync(path, text);
    expect(readFileSync(path, "utf8")).toBe(text);
    expect(rows.length).toBeGreaterThan(95);
  });
});
