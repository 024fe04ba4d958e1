import { describe, expect, it } from "vitest";
import { payloadOf } from "../../../src/live/cell/explore.js";
import { compute } from "../../../src/live/explorer/state/compute.js";
import type { Change } from "../../../src/live/explorer/state/change.js";
import { reduce } from "../../../src/live/explorer/state/reduce.js";
import { initialState, present, presentModel, type ExplorerState } from "../../../src/live/explorer/state/state.js";
import type { StoryStep } from "../../../src/live/explorer/state/story-step.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";

const story = [
  { say: "Lower I until it falls silent.", until: { spikes: [0, 0] } },
  { say: "What do you expect?" },
  { say: "Set I to between 9 and 11.", until: { parameters: { I: [9, 11] }, spikes: [1, 99] } },
  { say: "Open the f-I curve.", until: { view: "f-I curve" } },
  { say: "Begin elsewhere.", until: { start: true } },
] as const;
const opened = initialState(payloadOf([persistentSodiumPotassium], { story }));
const apply = (state: ExplorerState, ...changes: readonly Change[]): ExplorerState => changes.reduce(reduce, state);
const framed = (state: ExplorerState): ExplorerState => {
  const result = compute(state, 0);
  return result === undefined ? state : reduce(state, result);
};
const setI = (state: ExplorerState, I: number): ExplorerState =>
  framed(apply(state, { kind: "set parameters", values: { I } }));

describe("a story", () => {
  it("goes on when the reader has brought about what its step waits for, and not before", () => {
    const first = framed(opened);
    expect(first.told).toBe(0);
    expect(setI(first, 8).told).toBe(0);
    const silent = setI(first, 0);
    expect(silent.told).toBe(1);
    expect(setI(silent, 10).told).toBe(1); // a question waits for its button
    const asked = apply(silent, { kind: "tell step", step: 2 });
    expect(setI(asked, 20).told).toBe(2);
    const fires = setI(asked, 10);
    expect(fires.told).toBe(3);
    expect(apply(fires, { kind: "toggle panel", panel: "impedance" }).told).toBe(3);
    const curve = apply(fires, { kind: "toggle panel", panel: "f-I curve" });
    expect(curve.told).toBe(4);
    expect(apply(curve, { kind: "set start", start: { V: -40 } }).told).toBe(5);
  });

  it("waits for all that a step names at once: a start and what the run from it does", () => {
    const both = [{ say: "Begin where it does not fire.", until: { start: true, spikes: [0, 0] } }] as const;
    const first = framed(initialState(payloadOf([persistentSodiumPotassium.with({ I: 0 })], { story: both })));
    const start = (state: ExplorerState, V: number): ExplorerState =>
      framed(apply(state, { kind: "set start", start: { V, n: 0 } }));
    expect(setI(first, -20).told).toBe(0); // silent, from where it began
    expect(start(setI(first, 10), -40).told).toBe(0);
    expect(start(setI(first, 0), -70).told).toBe(1);
  });

  it.each([
    ["story[0] must say something", [{ say: "" }]],
    ["story[0] has no option 'untill'; it has say, until. Did you mean 'until'?", [{ say: "x", untill: {} }]],
    ["story[0].until waits for nothing", [{ say: "x", until: {} }]],
    ["story[0].until has no option 'spike'", [{ say: "x", until: { spike: [1, 2] } }]],
    [
      "story[0].until: spikes[0] must be a whole number of 0 or more, got -1",
      [{ say: "x", until: { spikes: [-1, 2] } }],
    ],
    [
      "story[0].until: spikes must be the least and the largest value, as in [1, 99]; got [3, 2]",
      [{ say: "x", until: { spikes: [3, 2] } }],
    ],
    ["has no parameter 'gna'; it has", [{ say: "x", until: { parameters: { gna: [0, 1] } } }]],
    [
      "story[1].until: parameters.I must be the least and the largest value",
      [{ say: "x" }, { say: "y", until: { parameters: { I: [0] } } }],
    ],
    ["story[0].until: view must be one of", [{ say: "x", until: { view: "fi curve" } }]],
    ["start must be true", [{ say: "x", until: { start: false } }]],
  ])("is refused where it can not be told: %s", (message, wrong) => {
    const options = { story: wrong as unknown as readonly StoryStep[] };
    expect(() => payloadOf([persistentSodiumPotassium], options)).toThrow(message);
  });
});

describe("undo", () => {
  const currentOf = (state: ExplorerState): number => (presentModel(state).parameters as { I: number }).I;

  it("takes back what a slider has done as one, then what was before; redo makes it again", () => {
    const { I } = opened.offer[0].model.parameters as { I: number };
    const dragged = setI(setI(setI(framed(opened), 7), 8), 9);
    const other = apply(dragged, { kind: "set parameters", values: { gK: 12 } });
    const back = apply(other, { kind: "undo" });
    expect([currentOf(back), present(back).parameters["gK"]]).toEqual([9, undefined]);
    expect(currentOf(apply(back, { kind: "undo" }))).toBe(I);
    expect(apply(apply(back, { kind: "undo" }), { kind: "undo" }).history.past).toEqual([]);
    expect(present(apply(back, { kind: "redo" })).parameters["gK"]).toBe(12);
    expect(apply(setI(back, 5), { kind: "redo" }).history.future).toEqual([]);
  });

  it("leaves the pictures open that are open, and reset goes back to the model as it opened, which undo takes back", () => {
    const set = apply(setI(framed(opened), 9), { kind: "toggle panel", panel: "f-I curve" });
    expect(present(apply(set, { kind: "undo" })).panels).toContain("f-I curve");
    const reset = apply(set, { kind: "reset" });
    expect(present(reset).parameters).toEqual({});
    expect(present(reset).panels).toContain("f-I curve");
    expect(currentOf(apply(reset, { kind: "undo" }))).toBe(9);
  });
});
