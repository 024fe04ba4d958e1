import { readdirSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import * as nullcline from "../../src/index.js";
import { initialValues, type Preparation, type Scene, type Values } from "../../src/live/scenes/scene.js";
import { sceneOutput } from "../../src/live/cell/scene-output.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { voltageClamp } from "../../src/models/voltage-clamp.js";
import { simulate } from "../../src/solve/simulate.js";
import { step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { escapeHtml } from "../../src/text/html.js";
import { fileName, sceneFiles, sceneNames, type SceneName } from "./scene-files.js";
import { present } from "../../src/checks/present.js";
import { matched } from "../matched.js";
import { looksOfScenes } from "./scene-looks.js";
import { expectSketches } from "./snapshot.js";
import { stored } from "./stored.js";

const prepared = Object.fromEntries(sceneNames.map((name) => [name, sceneFiles[name].prepare()])) as Record<
  SceneName,
  Preparation
>;
const sceneOf = (name: SceneName): Scene => sceneFiles[name].scene;
const seen = (name: SceneName, changes: Values = {}): ReturnType<Scene["draw"]> => {
  const { models, data } = prepared[name];
  return sceneOf(name).draw({ ...initialValues(sceneOf(name).controls(models, data)), ...changes }, models, data);
};

describe.each(sceneNames)("%s", (name) => {
  const { models, data } = prepared[name];
  const controls = sceneOf(name).controls(models, data);

  test("carries a picture of each figure, with a text alternative, its words, and data that survive JSON, in 60 kB", () => {
    const { html, words } = sceneOutput(sceneOf(name), prepared[name]);
    const alternatives = [...html.matchAll(/<img class="nullcline-still" alt="([^"]*)"/g)].map(([, text]) => text);
    expect(alternatives.length).toBe(seen(name).figures.length);
    for (const text of alternatives) expect(text.replaceAll("&#39;", "'")).toMatch(/^[^<&]{20,}$/);
    expect(html).toContain(
      `<p class="nullcline-still" style="white-space:pre-line;max-width:720px">${escapeHtml(words)}</p>`,
    );
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
    expect(stored(html), "beside the shared library").toBeLessThan(60_000);
  });

  test("draws numbers at the ends of every control", () => {
    for (const { name: control, range, initial } of controls) {
      expect(range[0]).toBeLessThan(range[1]);
      expect(initial >= range[0] && initial <= range[1], `${control}: ${initial} in ${range.join(" to ")}`).toBe(true);
      for (const value of range) {
        const { figures, words } = seen(name, { [control]: value });
        expect(words, `${control} = ${value}`).not.toMatch(/NaN|undefined|Infinity/);
        for (const { data: traces } of figures) expect(traces.length, `${control} = ${value}`).toBeGreaterThan(0);
      }
    }
  });
});

test("every scene looks as it did when somebody looked at it, as it opens and at another setting", () => {
  expectSketches("scenes", looksOfScenes());
});

describe("a scene is one file", () => {
  const shown = (name: SceneName): unknown => (nullcline as unknown as Record<string, unknown>)[name];

  test("of its name, in the list of scenes, with the public function that shows it", () => {
    const files = readdirSync(new URL("../../src/live/scenes", import.meta.url)).filter(
      (file) => !["scene.ts", "scenes.ts"].includes(file),
    );
    expect(sceneNames.map((name) => `${fileName(name)}.ts`).sort()).toEqual(files.sort());
    for (const name of sceneNames) {
      expect(sceneOf(name).name).toBe(name);
      expect(shown(name), name).toBeTypeOf("function");
    }
  });

  test("its function shows what it prepares from its arguments, and refuses an option that it lacks", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    nullcline.potentialLandscape(prepared.potentialLandscape.models[0]);
    expect(log.mock.calls).toEqual([[`[live figure] ${seen("potentialLandscape").words}`]]);
    log.mockRestore();
    expect(() => nullcline.errorAgainstStep(hodgkinHuxley, { durations: 20 } as never)).toThrow(
      "errorAgainstStep has no option 'durations'; it has duration. Did you mean 'duration'?",
    );
  });
});

describe("what they say", () => {
  test("the five equilibria lie where trace and determinant put them", () => {
    const at = (trace: number, determinant: number): string =>
      seen("traceDeterminantPlane", { trace, determinant }).words.split(":")[0].toLowerCase();
    expect([at(-3, 1), at(3, 1), at(-1, 3), at(1, 3), at(1, -1), at(0, 2), at(-1, 0)]).toEqual([
      "stable node",
      "unstable node",
      "stable focus",
      "unstable focus",
      "saddle",
      "center",
      "line of equilibria",
    ]);
  });

  test("a trajectory over time is shown until it leaves the plane for good", () => {
    const time = (trace: number): ArrayLike<number> => {
      const { x } = seen("traceDeterminantPlane", { trace, determinant: 3 }).figures[2].data[0] as { x: number[] };
      return x;
    };
    const end = (trace: number): number => time(trace)[time(trace).length - 1];
    expect(end(-0.8)).toBe(16);
    expect(end(1.3)).toBeLessThan(3);
    expect(end(1.3)).toBeGreaterThan(0.2);
  });

  // Izhikevich (2007) section 3.2 with these parameters: test/models/persistent-sodium.test.ts
  test("a state that begins beyond the threshold goes to the excited state, one before it to rest, until both have merged at I = 15.8", () => {
    const end = (changes: Values): number =>
      Number(
        matched(seen("potentialLandscape", { time: 40, ...changes }).words, /has come to (−?[\d.]+) mV/)[1].replace(
          "−",
          "-",
        ),
      );
    expect(end({ start: -39.5 })).toBeCloseTo(30.9, 0);
    expect(end({ start: -41 })).toBeCloseTo(-52.5, 0);
    expect(seen("potentialLandscape", { I: 15.7 }).words).toMatch(
      /^Stable node at −4\d.*unstable node at −4\d.*stable node at 31/,
    );
    expect(seen("potentialLandscape", { I: 15.9 }).words).toMatch(/^Stable node at 31\S* mV\./);
  });

  test("the ball of a landscape lies on it, at the height that is the integral of the velocity", () => {
    const { figures } = seen("potentialLandscape", { "look at": 1 });
    const [line, ball] = [figures[1].data[0], figures[1].data.at(-1)] as unknown as {
      x: ArrayLike<number>;
      y: ArrayLike<number>;
    }[];
    const model = prepared.potentialLandscape.models[0];
    // −∫ from the left edge to the ball by the midpoint rule
    const [from, to, n] = [line.x[0], ball.x[0], 4000];
    let U = line.y[0];
    for (let k = 0; k < n; k++) U -= (model.field([from + ((to - from) * (k + 0.5)) / n])[0] * (to - from)) / n;
    expect(ball.y[0]).toBeCloseTo(U, 2); // of 120; the line has 401 points
  });

  test("a nullcline that is dragged goes through the pointer", () => {
    const { models, data } = prepared.draggableNullclines;
    const values = initialValues(sceneOf("draggableNullclines").controls(models, data));
    const [x, y] = [-30, 0.35];
    const pick = present(sceneOf("draggableNullclines").pick, "something to drag");
    // The pointer went down on the V-nullcline, then on the n-nullcline, 0 = n∞(V) − n.
    for (const [held, begun] of [
      [0, { x: 0, y: 0.34 }],
      [1, { x: -20, y: 0.7 }],
    ] as const) {
      const picked = pick(0, { axes: "xy", x, y }, values, models, data, {
        point: { axes: "xy", ...begun },
        values,
      });
      if (picked === undefined) throw new Error("the pointer drags nothing");
      expect(Object.keys(picked)).toEqual([["I", "Vn"][held]]);
      // the parameter is found to a millionth of its range
      expect(Math.abs(models[0].with(picked).field([x, y])[held])).toBeLessThan(1e-3);
    }
  });

  // Izhikevich (2007) chapters 4 and 6 as test/models/persistent-sodium-potassium.test.ts has them
  test("rest is lost at I = 4.51 in both saddle-nodes, at 14.66 and at 48.90 in the Andronov-Hopf bifurcations", () => {
    const { at } = prepared.fourBifurcations.data as { at: readonly number[] };
    expect(at.map((I) => Number(I.toFixed(2)))).toEqual([4.51, 4.51, 14.66, 48.9]);
    expect(seen("fourBifurcations", { "I from the bifurcation": -0.5 }).words).toMatch(
      /^Saddle-node on invariant circle, I = 4\.01: stable node.* Both runs (rest|settle)/,
    );
  });

  test("near its bifurcation each rest meets the oscillation that the theory says: none, one beside it, a small one that grows, a large one beside it", () => {
    const lines = (shift: number): readonly string[] =>
      seen("fourBifurcations", { "I from the bifurcation": shift }).words.split("\n");
    const swing = (line: string): number => Number(matched(line, /swings? by (\d+) mV/)[1]);
    const [before, after] = [lines(-0.5), lines(0.5)];
    expect(before[1]).toMatch(/From rest the run (rests|settles slowly), from afar it swings by/);
    expect(before[3]).toMatch(/From rest the run (rests|settles slowly), from afar it swings by/);
    expect(before[2]).toMatch(/Both runs (rest|settle slowly)/);
    expect(after.map((line) => /Both runs swing/.test(line))).toEqual([true, true, true, true]);
    // The amplitude of a supercritical Andronov-Hopf bifurcation grows as the square root of the distance: ×2 from 0.5
    // to 2, far from it still ×1.6 to 2.4.
    const growth = swing(lines(2)[2]) / swing(after[2]);
    expect(growth > 1.6 && growth < 2.4, String(growth)).toBe(true);
  });

  test("the clamped membrane has the current of the clamped model", () => {
    const run = simulate(voltageClamp(hodgkinHuxley), { duration: 14, stimulus: step(56, 2) });
    const late = present(run.quantity("Iclamp").at(-1), "a current at the end");
    expect(seen("clampedMembrane").words).toContain(`and ${Number(late.toPrecision(3))} µA/cm², outward, at its end`);
  });

  test("a clamp without a step draws a line that stands still, not the last digits of the solver", () => {
    const axis = (command: number): readonly unknown[] | undefined =>
      seen("clampedMembrane", { command, holding: -68, gNa: 36 }).figures[0].layout.yaxis?.range;
    const [low, high] = present(axis(-68), "a range").map(Number);
    expect(high - low > 1 && high - low < 1.02, `${low} to ${high}`).toBe(true);
    expect(axis(-58)).toBeUndefined();
  });

  test("a second pulse evokes a spike above its threshold and none below", () => {
    const { delay, threshold } = prepared.twoPulses.data as {
      delay: readonly number[];
      threshold: readonly (number | null)[];
    };
    const reached = present(threshold[delay.indexOf(10)], "a threshold after 10 ms");
    expect(seen("twoPulses", { delay: 10, "second pulse": 1.01 * reached }).words).toMatch(/^2 spikes/);
    expect(seen("twoPulses", { delay: 10, "second pulse": 0.99 * reached }).words).toMatch(/^1 spike\. .* evokes none/);
    const onlySpike = seen("twoPulses", { delay: 9, "first pulse": 8, "second pulse": 44 }).words;
    expect(onlySpike).toMatch(/^1 spike\. .* evokes a spike\./);
  });

  test("a short pulse needs a constant charge, a long one the rheobase", () => {
    const { width, current, rheobase } = prepared.strengthDurationCurve.data as {
      width: readonly number[];
      current: readonly number[];
      rheobase: number;
    };
    expect((width[0] * current[0]) / (width[1] * current[1])).toBeCloseTo(1, 1);
    expect(current[current.length - 1] / rheobase).toBeCloseTo(1, 2);
    expect(seen("strengthDurationCurve", { length: 1, strength: 1.01 * current[width.indexOf(1)] }).words).toMatch(
      /^1 spike/,
    );
    expect(seen("strengthDurationCurve", { length: 1, strength: 0.99 * current[width.indexOf(1)] }).words).toMatch(
      /^No spike/,
    );
  });

  test("a spike has its phases in order, and a pulse that is too weak none", () => {
    expect(seen("phasesOfASpike").words).toMatch(
      /evokes a spike: rest .*depolarisation .*upstroke .*repolarisation .*hyperpolarisation .*refractory/,
    );
    expect(seen("phasesOfASpike", { pulse: 1 }).words).toMatch(/^A pulse of 1 µA.*evokes no spike\.$/);
    expect(seen("phasesOfASpike", { gNa: 240 }).words).toMatch(
      /^The membrane fires by itself, before any pulse: rest /,
    );
  });

  test("half the step halves Euler's error and divides that of rk4 by about sixteen", () => {
    const { errors } = prepared.errorAgainstStep.data as { errors: Record<string, readonly (number | null)[]> };
    const error = (method: string, k: number): number => present(errors[method][k], `an error of ${method}`);
    const ratio = (method: string, k: number): number => error(method, k) / error(method, k + 1);
    expect(ratio("euler", 5)).toBeGreaterThan(1.8);
    expect(ratio("euler", 5)).toBeLessThan(2.2);
    expect(ratio("rk4", 3)).toBeGreaterThan(12);
    expect(ratio("rk4", 3)).toBeLessThan(20);
  });

  test("class 3 answers a step with a spike and silence, class 2 goes on", () => {
    expect(seen("excitabilityClasses", { betaW: -21, I: 60 }).words).toMatch(/1 spike, .*then silence/);
    expect(seen("excitabilityClasses", { betaW: -13, I: 60 }).words).not.toContain("silence");
  });

  test("one current per capacitance fires one neuron and not another, each told its own amount", () => {
    const { words } = seen("sameCurrent", { "current / C": 3 });
    expect(words).toMatch(/^Hodgkin-Huxley, 3 µA\/cm²: (no|1) spike/m);
    expect(words).toMatch(/^I_Na,p \+ I_K, 3 µA\/cm²: no spike/m);
    expect(words).toMatch(/^Leaky integrate-and-fire, 300 pA: \d+ spikes/m);
    const { models, data } = prepared.sameCurrent;
    const values = initialValues(sceneOf("sameCurrent").controls(models, data));
    const start = { point: { axes: "xy2", x: 0, y: 0 }, values };
    const dragged = sceneOf("sameCurrent").pick?.(2, { axes: "xy2", x: 50, y: 250 }, values, models, data, start);
    expect(dragged).toEqual({ "current / C": 2.5 });
    expect(() => nullcline.sameCurrent([hodgkinHuxley])).toThrow("sameCurrent compares two models or more, got one");
  });

  test("two pulses 3 ms apart fire the resonator, 1.5 ms apart the integrator", () => {
    expect(seen("integratorAndResonator", { interval: 3 }).words).toMatch(
      /^Integrator: no spike\.\nResonator: 1 spike;/m,
    );
    expect(seen("integratorAndResonator", { interval: 1.5 }).words).toMatch(
      /^Integrator: 1 spike\.\nResonator: no spike;/m,
    );
  });

  test("along a dendrite a long current keeps what the steady solution keeps, a brief one less, and less and later from farther away", () => {
    const said = (changes: Values): { kept: number; steady: number; later: number } => {
      const found = matched(
        seen("voltageAlongCable", changes).words,
        /soma, ([\d.]+) % of it(?:, ([\d.]+) ms later)?\. Of a current that stays on ([\d.]+) %/,
      );
      return { kept: Number(found[1]), later: Number(found[2]), steady: Number(found[3]) };
    };
    // Between a sealed end and the current V goes as cosh(x/λ), λ = 577.35 µm; the compartments' middles are at 10 and
    // 610 µm.
    expect(said({}).steady).toBeCloseTo((100 * Math.cosh(10 / 577.35)) / Math.cosh(610 / 577.35), 0);
    const long = said({ lasts: 50, gL: 0.5 }); // 25 time constants
    expect(long.kept).toBeCloseTo(long.steady, 1);
    const [near, far] = [said({ site: 400 }), said({ site: 1200 })];
    expect(near.kept).toBeLessThan(near.steady);
    expect(far.kept).toBeLessThan(near.kept);
    expect(far.later).toBeGreaterThan(near.later);
  });

  test("coupled cells have a rhythm, uncoupled ones none, and without noise there is silence", () => {
    const power = (changes: Values): number =>
      Number(matched(seen("networkRaster", changes).words, /with ([\d.]+) times/)[1]);
    expect(power({})).toBeGreaterThan(20);
    expect(power({ coupling: 0 })).toBeLessThan(power({}) / 2);
    expect(seen("networkRaster", { noise: 0 }).words).toMatch(
      /^Excitatory cells fire at 0 Hz, inhibitory ones at 0 Hz\. Without spikes/,
    );
  });

  test("a balanced network fires together like clocks at g = 3, irregularly at 5, and slower with more inhibition", () => {
    const { scene } = sceneFiles.networkRaster;
    const opens = initialValues(scene.controls([], "balanced"));
    const said = (g: number) =>
      matched(
        scene.draw({ ...opens, g }, [], "balanced").words,
        /cells fire at ([\d.]+) Hz, inhibitory .* intervals is ([\d.]+)\.$/,
      )
        .slice(1)
        .map(Number);
    const [[fast, regular], [middle, irregular], [slow]] = [3, 5, 8].map(said);
    expect([fast > 300, regular < 0.1, irregular > 0.6]).toEqual([true, true, true]);
    expect(middle).toBeGreaterThan(slow);
    const clocks = scene.draw({ ...opens, g: 2.9, decay: 8.5 }, [], "balanced").words;
    expect(clocks).toMatch(/intervals is 0\.$/); // not 6e−16
    expect(() => nullcline.networkRaster("balancd" as never)).toThrow("networkRaster: the network must be one of");
  });

  test("a Poisson train has a Fano factor near 1, one with a refractory period less", () => {
    const fano = (dead: number): number =>
      Number(matched(seen("poissonSpikes", { "refractory period": dead }).words, /Fano factor ([\d.]+)/)[1]);
    expect(Math.abs(fano(0) - 1)).toBeLessThan(0.15); // 1000 windows: a standard deviation of √(2/1000) = 0.045
    expect(fano(20)).toBeLessThan(0.5); // about 1/(1 + 0.8)² = 0.31
  });
});
