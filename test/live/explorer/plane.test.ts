import { describe, expect, test } from "vitest";
import type { Line } from "../../../src/figure/figure.js";
import { payloadOf } from "../../../src/live/cell/explore.js";
import { answer } from "../../../src/live/explorer/analysis/analyses.js";
import { onRequest, onRequestOf } from "../../../src/live/explorer/panels/on-request.js";
import { plainLook, type Look, type PanelContent } from "../../../src/live/explorer/panels/panel.js";
import { phasePlanePanel } from "../../../src/live/explorer/panels/phase-plane.js";
import type { Change } from "../../../src/live/explorer/state/change.js";
import { linkText, readLink } from "../../../src/live/explorer/state/link.js";
import { reduce } from "../../../src/live/explorer/state/reduce.js";
import { initialState, present, type ExplorerState } from "../../../src/live/explorer/state/state.js";
import type { Model } from "../../../src/model/model.js";
import { defineModel } from "../../../src/model/text/define.js";
import { state } from "../../../src/model/text/definition.js";
import { fitzHughNagumo } from "../../../src/models/fitzhugh-nagumo.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../../src/models/izhikevich.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";
import { simulate } from "../../../src/solve/simulate.js";
import { snapshotOf } from "./snapshot-of.js";

const opened = initialState(payloadOf([persistentSodiumPotassium], {}));
const apply = (...changes: readonly Change[]): ExplorerState => changes.reduce(reduce, opened);

describe("how a plane is seen", () => {
  const closer: Change = { kind: "set windows", windows: { V: [-70, -50], n: [0, 0.1] } };
  const shade: Change = { kind: "toggle on request", name: "basins" };

  test("is of the state: undo takes a zoom of many steps back as one, then the shades; reset both; a link brings them", () => {
    const seen = apply(shade, { kind: "set windows", windows: { V: [-80, 0] } }, closer);
    expect(present(seen)).toMatchObject({ windows: closer.windows, shows: ["basins"] });
    const back = reduce(seen, { kind: "undo" });
    expect(present(back)).toMatchObject({ windows: {}, shows: ["basins"] });
    expect(present(reduce(back, { kind: "undo" })).shows).toEqual([]);
    expect(present(reduce(seen, { kind: "reset" }))).toMatchObject({ windows: {}, shows: [] });
    const { settings } = readLink(linkText({ figure: 0, choice: "" }, seen), seen.offer);
    expect([settings.windows, settings.shows]).toEqual([closer.windows, ["basins"]]);
  });

  test("by a link of somebody else is refused where it can not be", () => {
    const read = (text: string) => () => readLink(`nullcline=0&${text}`, opened.offer);
    expect(read("w.V=-50,-70")).toThrow('the window of V must be two numbers that increase, it is "-50,-70"');
    expect(read("w.V=1,2,3")).toThrow("two numbers that increase");
    expect(read("w.q=1,2")).toThrow('there is no window of "q" here');
    expect(read("shows=feathers")).toThrow('there is no thing to show "feathers" here');
  });

  test("is offered where it is true: a plane of four states is a shadow, and a reset crosses the edges of basins", () => {
    expect([persistentSodiumPotassium, izhikevich, hodgkinHuxley].map((model) => onRequestOf(model).length)).toEqual([
      4, 3, 0,
    ]);
  });
});

describe("the phase plane of a neuron with two stable states", () => {
  const model = persistentSodiumPotassium.preset("saddle-node off invariant circle").with({ I: 3.5 });
  const snapshot = snapshotOf(model, simulate(model, { duration: 20, initial: { V: -40, n: 0.3 } }));
  const drawn = (look: Partial<Look>, found: Parameters<typeof phasePlanePanel.draw>[4] = []): PanelContent =>
    phasePlanePanel.draw(snapshot, undefined, undefined, { ...plainLook, ...look }, found);
  const lines = ({ figure }: PanelContent, name: string): readonly Line[] =>
    ((figure?.data ?? []) as readonly Line[]).filter((trace) => trace.name === name);

  test("in a closer look has all recomputed within it, and lists what is there alone", () => {
    const close = drawn({ windows: { V: [-70, -50], n: [0, 0.1] } });
    expect(close.figure?.layout.xaxis?.range).toEqual([-70, -50]);
    const [, ...outside] = lines(close, "n-nullcline").flatMap(({ x }) =>
      [...(x as Float64Array)].filter((V) => V < -70 || V > -50),
    );
    expect(outside).toEqual([]);
    const field = lines(close, "vector field")[0];
    expect(Math.max(...[...(field.x as Float64Array)].filter(Number.isFinite))).toBeLessThan(-49);
    const listed = (name: string): boolean => lines(close, name).some(({ showlegend }) => showlegend === true);
    expect([listed("saddle"), listed("unstable focus")]).toEqual([true, false]);
  });

  test("backward from where the run begins: forward again it comes back; far away it ends", () => {
    const [{ x, y }] = lines(drawn({ shows: [onRequest.backward] }), "backward in time");
    const [V, n] = [x as Float64Array, y as Float64Array];
    expect([V[0], n[0]]).toEqual([-40, 0.3]);
    const k = Math.min(24, V.length - 1);
    const forward = simulate(model, { duration: 40, initial: { V: V[k], n: n[k] }, tolerance: 1e-9 });
    const near = forward.states.V.map((value, j) => Math.hypot((value + 40) / 100, forward.states.n[j] - 0.3));
    expect(Math.min(...near)).toBeLessThan(0.02);
    expect(Math.max(...V.map(Math.abs), ...n.map(Math.abs))).toBeLessThan(1000);
  });

  test("the eigenvectors of node and saddle, and none of the focus, whose eigenvalues are told", () => {
    const { figure, words } = drawn({ shows: [onRequest.eigenvectors] });
    const names = ((figure?.data ?? []) as readonly Line[]).map(({ name }) => name);
    expect(names.filter((name) => name === "λ < 0")).toHaveLength(3);
    expect(names.filter((name) => name === "λ > 0")).toHaveLength(1);
    expect(words).toMatch(
      /^Stable node at −63\.\d mV: λ = −0\.\d+ and −6\.\d+ \/ms\. Saddle .* and .*\. Unstable focus/,
    );
    expect(words).toMatch(/λ = 0\.63 ± 12\.1 i \/ms\.$/);
    const saddle = snapshot.equilibria.find(({ kind }) => kind === "saddle");
    const { x, y } = lines({ figure: figure as NonNullable<typeof figure> }, "λ > 0")[0];
    const slope = ((y as Float64Array)[1] - (y as Float64Array)[0]) / ((x as Float64Array)[1] - (x as Float64Array)[0]);
    const vector = saddle?.eigenvectors[0];
    expect(slope).toBeCloseTo((vector?.["n"].re ?? NaN) / (vector?.["V"].re ?? NaN), 9);
  });
});

test("basins are worked out of the whole plane first and then of what is seen, each with its share in words", () => {
  const model = fitzHughNagumo.preset("bistable");
  const snapshot = snapshotOf(model);
  const [across, up] = [
    [-1, 1.5],
    [-1, 0.4],
  ] as const;
  const look: Look = { ...plainLook, windows: { v: across, w: up }, shows: [onRequest.basins] };
  const drawn = (found: Parameters<typeof phasePlanePanel.draw>[4]): PanelContent =>
    phasePlanePanel.draw(snapshot, undefined, undefined, look, found);
  const asked = phasePlanePanel.further?.(snapshot, look, undefined) ?? [];
  expect(asked.map(({ job }) => job.window?.["v"])).toEqual([model.ranges.v, across]);
  expect(drawn([]).words).toBe("The basins are being worked out.");
  const [whole, seen] = asked.map(({ job }) => answer(job));
  for (const found of [[whole], [whole, seen]]) {
    const { figure, words } = drawn(found);
    expect(figure?.data[0].type).toBe("heatmap");
    expect(words).toMatch(
      /^Basins: blue \(\d+ %\) to the stable focus at v = −1.*; amber \(\d+ %\) to the stable focus at v = 1/,
    );
  }
  if (!("result" in whole && "cells" in whole.result && "result" in seen && "cells" in seen.result))
    throw new Error("basins were asked for");
  const { grid, cells } = whole.result;
  const within = [...cells].filter((_, k) => {
    const [v, w] = [grid["v"][k % grid["v"].length], grid["w"][Math.floor(k / grid["v"].length)]];
    return v > across[0] && v < across[1] && w > up[0] && w < up[1];
  });
  // the border leaves the closer look and comes back: without it all would be one basin
  expect(seen.result.share[0]).toBeCloseTo(within.filter((label) => label === 0).length / within.length, 1);
  const [coarse, fine] = phasePlanePanel.further?.(snapshot, { ...look, windows: {} }, undefined) ?? [];
  expect(coarse.key).toBe(fine.key); // nothing is worked out twice
});

test("what may be missing of the orbits is told, and nothing where all is found", () => {
  const drawn = (model: Model): PanelContent => {
    const snapshot = snapshotOf(model);
    const asked = phasePlanePanel.question?.(snapshot, undefined);
    if (asked === undefined) throw new Error("a plane asks for its orbits");
    return phasePlanePanel.draw(snapshot, answer(asked.job), undefined, plainLook, []);
  };
  const logistic = defineModel({
    name: "logistic resets",
    source: "placed by hand",
    equations: "dv/dt = I [1/ms]\ndw/dt = 0*w [1/ms]",
    states: { v: state(0, "1", [0, 1]), w: state(0.3, "1", [0, 1]) },
    parameters: { I: [1, "1", [0.5, 2]], a: [3.9, "1", [2.2, 4]] },
    input: "I",
    threshold: "v >= 1",
    reset: "v = 0\nw = a*w*(1 - w)",
  });
  expect(drawn(logistic).words).toMatch(
    /^Not all of it is sure: spikes come in no order .* chaos, or bursts of more\.$/,
  );
  expect(drawn(persistentSodiumPotassium).words).toBe("");
});
