// Runs what is exported in the programs it is exported for, where they are at hand:
//   XPPAUT     `xppaut` on the path (Debian and Ubuntu: apt install xppaut)
//   Brian 2    a Python that has it: NULLCLINE_BRIAN2=/path/to/python, or the folder .venv-peers
//              (python3 -m venv .venv-peers && .venv-peers/bin/pip install brian2 "numpy<2" "setuptools<81": seen
// with 2.9.0 on Python 3.11)
//   jNeuroML   NULLCLINE_JNEUROML=/path/to/jNeuroML-…-jar-with-dependencies.jar and `java`; the jar comes with
// pyneuroml, in pyneuroml/lib
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { present } from "../../src/checks/present.js";
import { toBrian2 } from "../../src/exchange/brian2.js";
import { toNeuroML } from "../../src/exchange/neuroml.js";
import { toXppaut } from "../../src/exchange/xppaut/write.js";
import type { Model } from "../../src/model/model.js";
import { catalogue } from "../../src/models/catalogue.js";
import { conductanceModel } from "../../src/models/channels/conductance-model.js";
import { voltageClamp } from "../../src/models/voltage-clamp.js";
import { adaptiveExponential } from "../../src/models/adaptive-exponential.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich2007 } from "../../src/models/izhikevich-2007.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { morrisLecar } from "../../src/models/morris-lecar.js";
import { simulate } from "../../src/solve/simulate.js";
import { asRun } from "./xppaut/construct.js";
import { events } from "./xppaut/events.js";
import { expressions } from "./xppaut/expressions.js";
import { statements } from "./xppaut/statements.js";

const folder = mkdtempSync(join(tmpdir(), "nullcline-exchange-"));
afterAll(() => rmSync(folder, { recursive: true }));

const duration = 60;
/** Rates that are 0/0 as printed, a refractory period, an exponential upstroke, a choice, and hyperbolic functions. */
const models: Readonly<Record<string, Model>> = {
  hodgkinHuxley: hodgkinHuxley.with({ I: 10 }),
  leakyIntegrateAndFire: leakyIntegrateAndFire.with({ I: 250 }),
  adaptiveExponential: adaptiveExponential.with({ I: 1000 }),
  izhikevich2007: izhikevich2007.preset("thalamo-cortical").with({ I: 300 }),
  morrisLecar: morrisLecar.preset("saddle homoclinic").with({ I: 50 }),
};

/** A model with a temperature, concentrations, and a gate that follows V at once. */
const fromConcentrations = conductanceModel({
  name: "calcium and leak",
  capacitance: 1,
  temperature: 36,
  initial: -60,
  channels: [
    {
      ion: "Ca",
      conductance: 0.5,
      reversal: { inside: 1e-4, outside: 2 },
      gates: [{ name: "m", power: 2, steadyState: "1/(1 + exp(-(V + 40)/6))" }],
    },
    { ion: "leak", conductance: 0.1, reversal: -65 },
  ],
});

/** @param allowed largest difference of the k-th spike, k from 0, in ms */
function expectSameSpikes(model: Model, theirs: readonly number[], allowed: (k: number) => number): void {
  const { spikes } = simulate(model, { duration });
  const ours = [...spikes];
  expect(ours.length).toBeGreaterThan(0);
  // A spike at the very end may fall on either side of it.
  expect(Math.abs(theirs.length - ours.length)).toBeLessThanOrEqual(
    duration - Math.max(...ours.slice(-1), ...theirs.slice(-1)) < 2 * allowed(ours.length) ? 1 : 0,
  );
  ours
    .slice(0, theirs.length)
    .forEach((t, k) =>
      expect(Math.abs(theirs[k] - t), `spike ${k} at ${t} ms, theirs at ${theirs[k]} ms`).toBeLessThan(allowed(k)),
    );
}

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: "utf8" });
  expect(status, `${program} ${args.join(" ")}\n${stdout}\n${stderr}`).toBe(0);
  return stdout;
}

function skipLoudly(what: string, reason: string): void {
  console.warn(`SKIPPED: exports are not run in ${what}: ${reason}; see test/exchange/programs.test.ts`);
}

const xppaut = !spawnSync("xppaut", ["-version"]).error;
if (!xppaut) skipLoudly("XPPAUT", "no program xppaut on the path");

describe.skipIf(!xppaut)("XPPAUT runs the export", () => {
  test.each(Object.entries(models))("%s: spike times within 0.012 ms", (name, model) => {
    const dt = 0.01;
    writeFileSync(join(folder, `${name}.ode`), toXppaut(model, { duration, dt }));
    run("xppaut", [`${name}.ode`, "-silent"]);
    const rows = readFileSync(join(folder, "output.dat"), "utf8")
      .trim()
      .split("\n")
      .map((row) => row.trim().split(/\s+/).map(Number));
    const p = model.vector;
    const n = model.stateNames.length;
    const margins = rows.map((row) => model.kernels.threshold(Float64Array.from(row.slice(1, n + 1)), p));
    const spikes: number[] = [];
    for (let k = 1; k < rows.length; k++) {
      // A reset shows as a fall by more than 5 mV in a step; XPPAUT has placed it within the step. Else the threshold
      // is crossed upward.
      if (model.spiking.reset) {
        if (rows[k][1] < rows[k - 1][1] - 5) spikes.push(rows[k][0]);
      } else if (margins[k - 1] < 0 && margins[k] >= 0)
        spikes.push(rows[k][0] - (dt * margins[k]) / (margins[k] - margins[k - 1]));
    }
    expectSameSpikes(model, spikes, () => 1.2 * dt); // the step in which a reset is seen; times have seven digits
  });
});

describe.skipIf(!xppaut)("XPPAUT prints what is said of each construct of its files", () => {
  test.each([...statements, ...expressions, ...events].map((c) => [c.what, c] as const))("%s", (_, construct) => {
    writeFileSync(join(folder, "construct.ode"), asRun(construct));
    run("xppaut", ["construct.ode", "-silent"]);
    const last = readFileSync(join(folder, "output.dat"), "utf8").trim().split("\n").at(-1) ?? "";
    const numbers = last.trim().split(/\s+/).slice(1).map(Number);
    expect(numbers).toEqual(expect.arrayContaining(Object.values(construct.printed)));
  });
});

const python =
  process.env.NULLCLINE_BRIAN2 ??
  (existsSync(".venv-peers/bin/python") ? resolve(".venv-peers/bin/python") : undefined);
if (python === undefined) skipLoudly("Brian 2", "no Python with it");

describe.skipIf(python === undefined)("Brian 2 runs the export", () => {
  test("spike times within a step, to which each reset adds one", () => {
    const dt = 0.01;
    const names = Object.keys(models);
    for (const name of names) writeFileSync(join(folder, `${name}.py`), toBrian2(models[name], { duration, dt }));
    // One process for all, because importing Brian 2 takes longer than running it.
    writeFileSync(
      join(folder, "all.py"),
      [
        "from brian2 import prefs, start_scope",
        'prefs.codegen.target = "numpy"',
        `for name in ${JSON.stringify(names)}:`,
        '    print("#", name)',
        "    start_scope()",
        '    exec(compile(open(name + ".py").read(), name, "exec"), {})',
        "",
      ].join("\n"),
    );
    const sections = run(present(python, "a Python"), ["all.py"]).split("# ").slice(1);
    expect(sections.map((section) => section.split("\n")[0])).toEqual(names);
    for (const section of sections) {
      const [name, ...times] = section.trim().split("\n");
      // A spike is told at the beginning of the step that ends at or after it; a reset then comes up to a step late,
      // and the delays add up.
      expectSameSpikes(models[name], times.map(Number), (k) => (models[name].spiking.reset ? (k + 1) * dt : dt) * 1.1);
    }
  });
});

const jar = process.env.NULLCLINE_JNEUROML;
if (jar === undefined) skipLoudly("jNeuroML", "NULLCLINE_JNEUROML does not say where its jar is");

describe.skipIf(jar === undefined)("jNeuroML runs the export", () => {
  test.each(Object.entries(models))(
    "%s: spike times within 0.01 ms a spike, for Euler's method with steps of 0.001 ms",
    (name, model) => {
      writeFileSync(join(folder, `LEMS_${name}.xml`), toNeuroML(model, { duration, dt: 0.001 }));
      run("java", ["-Xmx400m", "-jar", present(jar, "a jar"), `LEMS_${name}.xml`, "-nogui"]);
      const times = readFileSync(join(folder, "spikes.dat"), "utf8")
        .trim()
        .split("\n")
        .map((row) => 1000 * Number(row.split(/\s+/)[0]));
      expectSameSpikes(model, times, (k) => 0.01 * (k + 1));
    },
  );
});

describe("an export says what its language asks for", () => {
  test("Brian 2: units, a refractory period, and a quotient that is finite at 0", () => {
    const lif = toBrian2(leakyIntegrateAndFire);
    expect(lif).toContain("gL = 10*nS\n");
    expect(lif).toContain("dV/dt = (I - gL*(V - EL))/C : volt (unless refractory)");
    expect(lif).toContain('threshold="V >= Vth", reset="V = Vreset", refractory="tRef"');
    const hh = toBrian2(hodgkinHuxley);
    expect(hh).toContain("alphaM = ((1/exprel((25 - (v/mV))/10)))/ms : 1/second");
    expect(hh).toContain("T = 6.3  # degC");
  });

  test("NeuroML: the membrane potential is exposed as v, units that it does not know are defined", () => {
    const text = toNeuroML(izhikevich2007);
    expect(text).toContain('<ComponentType name="Izhikevich2007Cell" extends="baseCellMembPot">');
    expect(text).toContain('<StateVariable name="v" dimension="voltage" exposure="v"/>');
    expect(text).toMatch(
      /<Dimension name="(\w+)" m="-3" l="-6" t="9" i="4"\/>\n\s*<Unit symbol="nS_per_mV2" dimension="\1" power="-3"\/>/,
    );
    expect(toNeuroML(hodgkinHuxley)).toContain("<!-- v_ is v -->");
  });

  test.each([...Object.values(catalogue), voltageClamp(hodgkinHuxley), fromConcentrations])(
    "$name can be written in each, naming every parameter",
    (model) => {
      for (const text of [toXppaut(model), toBrian2(model), toNeuroML(model)]) {
        for (const value of Object.values(model.parameters)) expect(text).toContain(String(value));
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }
      // Each opened bracket is closed, each element ended.
      for (const text of [toXppaut(model), toBrian2(model), toNeuroML(model)])
        expect(text.split("(").length).toBe(text.split(")").length);
      const xml = toNeuroML(model).replace(/<!--.*?-->/g, "");
      expect(xml.match(/<[A-Za-z][^>]*[^/]>/g)).toHaveLength(xml.match(/<\/[A-Za-z]+>/g)?.length ?? 0);
    },
  );
});
