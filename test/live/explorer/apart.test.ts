import { describe, expect, test } from "vitest";
import { drawings } from "../../../src/live/explorer/apart/drawings.js";
import { linearFlow } from "../../../src/live/explorer/apart/linear-flow.js";
import { orderInWords } from "../../../src/live/explorer/apart/next-against-last.js";
import { powerOf } from "../../../src/live/explorer/apart/spectrum.js";
import { sectionOutline, twoQuantitiesOutline } from "../../../src/live/explorer/panels/apart.js";
import {
  amountIn,
  chosenIn,
  plainLook,
  type DrawnApart,
  type PanelContent,
} from "../../../src/live/explorer/panels/panel.js";
import { panels } from "../../../src/live/explorer/panels/panels.js";
import type { Snapshot } from "../../../src/live/explorer/runs/snapshot.js";
import type { Model } from "../../../src/model/model.js";
import { hindmarshRose } from "../../../src/models/bursters/hindmarsh-rose.js";
import { catalogue } from "../../../src/models/catalogue.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../../src/models/izhikevich.js";
import { linearPlane } from "../../../src/models/linear-plane.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";
import { simulate } from "../../../src/solve/simulate.js";
import { snapshotOf } from "./snapshot-of.js";

const drawn = (name: DrawnApart, snapshot: Snapshot, option?: string): PanelContent =>
  drawings[name].draw(snapshot, undefined, option, plainLook, []);
const columns = ({ figure }: PanelContent, k = 0): readonly [number[], number[]] => {
  const { x, y } = (figure?.data ?? [])[k] as { x: Float64Array; y: Float64Array };
  return [[...x], [...y]];
};
const runOf = (model: Model, duration: number): Snapshot => snapshotOf(model, simulate(model, { duration }));
const firing = runOf(hodgkinHuxley.with({ I: 10 }), 200);

test("each panel whose drawing is apart draws, or says why not, for every model that it suits", () => {
  for (const model of Object.values(catalogue)) {
    const snapshot = runOf(model, 30);
    for (const panel of panels) {
      if (!("drawnBy" in panel) || !panel.suits(model)) continue;
      for (const { options } of panel.choices ?? [{ options: () => [""] }])
        for (const option of options(model).slice(0, 4)) {
          const { figure, words } = drawn(panel.drawnBy, snapshot, option);
          expect(figure ?? words, `${model.name}: ${panel.name} ${option}`).toBeTruthy();
          expect(words).not.toMatch(/NaN|undefined|Infinity/);
        }
    }
  }
});

describe("any two quantities", () => {
  test("are drawn against each other as the run has them: a current against the voltage until something is chosen", () => {
    const [x, y] = columns(drawn("two quantities", firing));
    expect(chosenIn(twoQuantitiesOutline, hodgkinHuxley, undefined)).toEqual(["INa", "V"]);
    expect(x).toEqual([...firing.recording.states["V"]]);
    expect(y).toEqual([...firing.recording.quantity("INa")]);
    const [time, gate] = columns(drawn("two quantities", firing, "n|time"));
    expect([time, gate]).toEqual([[...firing.recording.time], [...firing.recording.states["n"]]]);
  });

  test("lift the pen at a reset, and have the moment nearest to a point", () => {
    const snapshot = runOf(izhikevich.with({ I: 10 }), 100);
    const [x] = columns(drawn("two quantities", snapshot, "u|v"));
    expect(x.filter(Number.isNaN)).toHaveLength(snapshot.recording.spikes.length);
    const { time, states } = firing.recording;
    const k = 777;
    const point = { x: states["V"][k], y: states["n"][k] };
    const found = drawings["two quantities"].momentAt?.(firing, "n|V", point);
    expect([states["V"], states["n"]].map((column) => column[time.indexOf(found ?? NaN)])).toEqual([point.x, point.y]);
  });
});

describe("a section", () => {
  test("finds each rise through its level, a spike each, at the times that the run itself has", () => {
    const [last, next] = columns(drawn("section", firing), 1);
    const { spikes } = firing.recording;
    expect(last.length).toBe(spikes.length - 2);
    expect(next[last.length - 1]).toBeCloseTo(spikes[spikes.length - 1] - spikes[spikes.length - 2], 1);
    expect(drawn("section", firing).words).toContain(`The run rises through V = −15 mV ${spikes.length} times`);
  });

  test("of a gate has its values there; another level is another section, as far as the slider goes", () => {
    expect(amountIn(sectionOutline, hodgkinHuxley, undefined)).toBe(-15);
    expect(amountIn(sectionOutline, hodgkinHuxley, "V|n|-50")).toBe(-50);
    const atLevel = (option: string): number => columns(drawn("section", firing, option), 1)[1][3];
    expect(atLevel("V|n|0")).toBeGreaterThan(atLevel("V|n|-50"));
    expect(drawn("section", firing, "V|n|45").words).toMatch(/too seldom to compare/);
  });

  test("tells one value, values by turns, and neither", () => {
    expect(orderInWords(Float64Array.from({ length: 40 }, (_, k) => 3 + 2 ** -k))).toBe("it settles at 3");
    expect(orderInWords(Float64Array.from({ length: 30 }, (_, k) => [1, 4, 2][k % 3]))).toBe(
      "it takes 3 values by turns",
    );
    let x = 0.3;
    expect(orderInWords(Float64Array.from({ length: 60 }, () => (x = 3.9 * x * (1 - x))))).toMatch(
      /goes about between/,
    );
  });

  test("of a burster goes about, or by turns, and does not settle", () => {
    expect(drawn("section", runOf(hindmarshRose, 1500)).words).not.toContain("it settles");
  });
});

describe("the spectrum", () => {
  const time = Float64Array.from({ length: 4001 }, (_, k) => k / 4);
  const wave = time.map((t) => 5 + 3 * Math.sin(2 * Math.PI * 0.04 * t)); // 40 Hz

  test("of a wave is a peak at its frequency, and holds its variance", () => {
    const { frequency, power, variance } = powerOf(time, wave);
    const best = power.indexOf(Math.max(...power));
    expect(frequency[best]).toBeCloseTo(40, 6);
    expect(variance).toBeCloseTo(4.5, 2);
    const held = power.reduce((sum, value) => sum + value * (frequency[1] - frequency[0]), 0);
    expect(held).toBeCloseTo(4.5, 2);
  });

  test("of a neuron that fires has its peak at the rate, and what does not change has none", () => {
    const { spikes } = firing.recording;
    const rate = 1000 / (spikes[spikes.length - 1] - spikes[spikes.length - 2]);
    const said = Number(/Most power at ([\d.]+) Hz/.exec(drawn("spectrum", firing).words ?? "")?.[1]);
    expect(Math.abs(said - rate)).toBeLessThan(5); // 200 ms tell 5 Hz apart
    expect(drawn("spectrum", firing, "I").words).toBe("I does not change: it has no spectrum.");
  });
});

describe("the linear part at an equilibrium", () => {
  test("carries the plane as the equations of a linear model do, whatever their kind", () => {
    for (const kind of Object.keys(linearPlane.presets)) {
      const model = linearPlane.preset(kind);
      const { a, b, c, d } = model.parameters;
      const run = simulate(model, { duration: 1.5 });
      const [p, q, r, s] = linearFlow([a, b, c, d], 1.5);
      const { x, y } = model.states;
      const end = run.time.length - 1;
      expect(p * x + q * y, kind).toBeCloseTo(run.states["x"][end], 4);
      expect(r * x + s * y, kind).toBeCloseTo(run.states["y"][end], 4);
    }
    expect(linearFlow([1, 1, 0, 1], 2)).toEqual([Math.exp(2), 2 * Math.exp(2), 0, Math.exp(2)]);
  });

  test("is shown of the first, second and third from the left, with its numbers, and is missed where there is none", () => {
    const three = snapshotOf(persistentSodiumPotassium.with({ I: 3 }));
    const [V] = [...three.equilibria].map(({ state }) => state["V"]).sort((a, b) => a - b);
    const first = drawn("linear", three);
    expect(first.words).toMatch(/^Stable focus at −\d/);
    expect(first.figure?.layout.xaxis?.range?.map(Number).reduce((a, b) => a + b)).toBeCloseTo(2 * V, 9);
    expect(drawn("linear", three, "second").words).toMatch(/^Saddle at .*λ \(1\/ms\): .* grows by e in .* dies away/);
    expect(drawn("linear", three, "fifth").words).toContain("no fifth equilibrium at these parameters: there are 3");
  });

  test("of more states than two is its eigenvalues", () => {
    const [x, y] = columns(drawn("linear", firing), 1);
    const found = firing.equilibria[0].eigenvalues;
    expect([x, y]).toEqual([found.map(({ re }) => re), found.map(({ im }) => im)]);
  });
});

describe("intervals", () => {
  test("as a histogram have an area of 1 and their CV; next against last lie on the diagonal when they are alike", () => {
    const histogram = drawn("intervals", firing, "as a histogram");
    const [x, y] = columns(histogram);
    const area = x.reduce((sum, at, k) => (k === 0 ? 0 : sum + y[k] * (at - x[k - 1])), 0);
    expect(area).toBeCloseTo(1, 9);
    expect(histogram.words).toMatch(/^\d+ intervals, mean 14\.\d ms, CV 0\.\d+\./);
    const [last, next] = columns(drawn("intervals", firing, "next against last"), 1);
    expect(next[next.length - 1]).toBeCloseTo(last[last.length - 1], 2);
  });
});
