import { describe, expect, it } from "vitest";
import { differences } from "../../../src/live/explorer/figures/differences.js";
import { payloadOf } from "../../../src/live/cell/explore.js";
import { compute } from "../../../src/live/explorer/state/compute.js";
import type { Change } from "../../../src/live/explorer/state/change.js";
import { reduce } from "../../../src/live/explorer/state/reduce.js";
import {
  initialState,
  isHidden,
  openQuestions,
  present,
  presentModel,
  settingKey,
  snapshotInSight,
  withoutResults,
  type ExplorerState,
} from "../../../src/live/explorer/state/state.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../../src/models/izhikevich.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";

const opened = initialState(payloadOf([persistentSodiumPotassium, izhikevich], {}));
const apply = (state: ExplorerState, ...changes: readonly Change[]): ExplorerState => changes.reduce(reduce, state);
/** As a frame does: what the state lacks is computed. */
const framed = (state: ExplorerState, elapsed: number = 0): ExplorerState => {
  const result = compute(state, elapsed);
  return result === undefined ? state : reduce(state, result);
};
const drawn = framed(opened);
const own = (state: ExplorerState): ReturnType<typeof present> => present(state);

describe("what a reader sets", () => {
  it("is kept for each model of the menu, which stays as it was when another is chosen", () => {
    const set = apply(opened, { kind: "set parameters", values: { I: 30 } });
    const other = apply(set, { kind: "choose model", model: 1 });
    expect(presentModel(other).name).toBe(izhikevich.name);
    expect(own(other)).toBe(own(apply(opened, { kind: "choose model", model: 1 })));
    expect(presentModel(apply(other, { kind: "choose model", model: 0 })).parameters["I"]).toBe(30);
  });

  it("holds the parameters that differ from those with which the model opened, and those alone", () => {
    const { I, gK } = opened.offer[0].model.parameters as Readonly<Record<string, number>>;
    const set = apply(opened, { kind: "set parameters", values: { I: I + 1, gK: gK + 1 } });
    expect(own(set).parameters).toEqual({ I: I + 1, gK: gK + 1 });
    expect(own(apply(set, { kind: "set parameters", values: { I } })).parameters).toEqual({ gK: gK + 1 });
  });

  it("goes to a preset whole, and back to the model as it opened", () => {
    const name = "supercritical Andronov-Hopf";
    const set = apply(opened, { kind: "set parameters", values: { C: 2 } }, { kind: "choose preset", name });
    expect(presentModel(set).parameters).toEqual(opened.offer[0].model.preset(name).parameters);
    expect(own(apply(set, { kind: "choose preset", name: undefined })).parameters).toEqual({});
  });

  it("goes to a firing pattern whole, and to none again", () => {
    const simple = apply(opened, { kind: "choose model", model: 1 });
    const pattern = opened.offer[1].patterns[3];
    const set = apply(simple, { kind: "keep run" }, { kind: "choose pattern", name: pattern.name });
    expect(own(set)).toMatchObject({
      pattern: pattern.name,
      kept: [],
      setting: { stimulus: pattern.stimulus, duration: pattern.duration, start: pattern.start },
    });
    expect(presentModel(set).parameters).toMatchObject(pattern.parameters);
    expect(own(apply(set, { kind: "choose pattern", name: "none" }))).toEqual(own(simple));
  });

  it("begins at rest, but for the states that are set", () => {
    const set = apply(opened, { kind: "set start", start: { V: -40, n: 0.5 } });
    expect(own(set).setting.start).toEqual({ V: -40, n: 0.5 });
    expect(own(apply(set, { kind: "set start", start: { n: 0.5 } })).setting.start).toEqual({ n: 0.5 });
    expect(own(apply(set, { kind: "set start", start: {} })).setting.start).toEqual({});
  });

  it("has a waveform with parameters of its own, which another waveform does not take over, and a length", () => {
    const set = apply(
      opened,
      { kind: "choose waveform", name: "sine" },
      { kind: "set waveform parameters", values: { frequency: 40 } },
      { kind: "set waveform parameters", values: { mean: 2 } },
      { kind: "set duration", duration: 77 },
    );
    expect(own(set).setting).toMatchObject({
      waveform: "sine",
      waveformParameters: { frequency: 40, mean: 2 },
      duration: 77,
    });
    const other = apply(set, { kind: "choose waveform", name: "ramp" });
    expect(own(other).setting).toMatchObject({ waveform: "ramp", waveformParameters: {}, duration: 77 });
  });

  it("opens and closes panels, remembers what is chosen in them, and keeps a run and lets it go", () => {
    expect(own(opened).panels).toEqual(["phase plane"]);
    const open = apply(opened, { kind: "toggle panel", panel: "f-I curve" });
    expect(own(open).panels).toEqual(["phase plane", "f-I curve"]);
    expect(own(apply(open, { kind: "toggle panel", panel: "phase plane" })).panels).toEqual(["f-I curve"]);
    const chosen = apply(open, { kind: "choose option", panel: "bifurcation diagram", option: "gK" });
    expect(own(chosen).options).toEqual({ "bifurcation diagram": "gK" });
    const kept = apply(drawn, { kind: "keep run" }, { kind: "keep run" });
    expect(own(kept).kept).toEqual([drawn.run]);
    const others = [1, 2, 3, 4].reduce(
      (state, I) => apply(framed(apply(state, { kind: "set parameters", values: { I } })), { kind: "keep run" }),
      kept,
    );
    expect(differences(own(others).kept.map(({ recording }) => recording))).toEqual([
      "I = 1",
      "I = 2",
      "I = 3",
      "I = 4",
    ]);
    expect(own(apply(others, { kind: "let kept runs go" })).kept).toEqual([]);
  });

  it("takes back that a run was kept, or let go, each as one step, and keeps it where something else is taken back", () => {
    const kept = apply(drawn, { kind: "keep run" });
    const moved = framed(apply(kept, { kind: "set parameters", values: { I: 3 } }));
    const once = apply(moved, { kind: "undo" });
    expect([own(once).kept, own(once).parameters]).toEqual([[drawn.run], own(drawn).parameters]);
    const twice = apply(once, { kind: "undo" });
    expect(own(twice).kept).toEqual([]);
    expect(own(apply(twice, { kind: "redo" })).kept).toEqual([drawn.run]);
    const gone = apply(kept, { kind: "let kept runs go" });
    expect(own(gone).kept).toEqual([]);
    expect(own(apply(gone, { kind: "undo" })).kept).toEqual([drawn.run]);
  });

  it("points at a symbol, tells what came of a link, and says how fast a run goes on", () => {
    const set = apply(
      opened,
      { kind: "point at", name: "gK" },
      { kind: "tell", notice: "done" },
      { kind: "set speed", speed: "real time" },
    );
    expect([set.pointedAt, set.notice, set.speed]).toEqual(["gK", "done", "real time"]);
    expect(apply(set, { kind: "choose model", model: 1 }).pointedAt).toBeUndefined();
  });
});

describe("what is computed", () => {
  it("is a run of each new setting, once", () => {
    expect(drawn.run?.recording.spikes.length).toBeGreaterThan(2);
    expect(drawn.shown).toBe(drawn.run);
    expect(compute(drawn, 0)).toBeUndefined();
    const looked = apply(drawn, { kind: "toggle panel", panel: "f-I curve" }, { kind: "point at", name: "I" });
    expect(compute(looked, 0)).toBeUndefined();
    const set = apply(drawn, { kind: "set parameters", values: { I: 0 } });
    expect(framed(set).run?.recording.spikes).toHaveLength(0);
    expect(framed(set).run?.model.parameters["I"]).toBe(0);
  });

  it("may fail, which leaves the run before, and recovers with the next setting", () => {
    const current = framed(initialState(payloadOf([hodgkinHuxley], {})));
    const failed = framed(apply(current, { kind: "set parameters", values: { C: 0 } }));
    expect(failed.failure).toMatch(
      /^There is no run at this setting: V became not a number at t = 0 ms;.*The pictures are those of the last one\.$/,
    );
    expect(failed.run).toBe(current.run);
    expect(compute(failed, 0)).toBeUndefined();
    const again = framed(apply(failed, { kind: "set parameters", values: { C: 1 } }));
    expect(again.failure).toBeUndefined();
    expect(again.run).toEqual({ ...current.run, recording: expect.anything() });
  });

  it("belongs to the model in sight: the pictures show none of another's", () => {
    const other = apply(drawn, { kind: "choose model", model: 1 });
    expect(snapshotInSight(other)).toBeUndefined();
    expect(snapshotInSight(framed(other))?.index).toBe(1);
  });

  it("is asked for by the panels that are open, until the answer is there; of answers the oldest is forgotten", () => {
    const open = apply(drawn, { kind: "toggle panel", panel: "f-I curve" });
    const questions = openQuestions(open);
    expect(questions.map(({ job }) => job.kind)).toEqual(["orbits", "rates"]);
    const answer = { problem: "none" };
    const answered = apply(open, { kind: "answered", key: questions[0].key, answer });
    expect(openQuestions(answered).map(({ job }) => job.kind)).toEqual(["rates"]);
    expect(openQuestions(apply(answered, { kind: "set parameters", values: { I: 31 } }))).toHaveLength(1);
    const many = Array.from({ length: 60 }, (_, k): Change => ({ kind: "answered", key: `${k}`, answer }));
    const last = apply(answered, ...many);
    expect([last.answers.size, last.answers.has(questions[0].key), last.answers.has("0")]).toEqual([60, false, true]);
  });

  it("is not kept of an explorer that leaves the page; what was set is", () => {
    const left = withoutResults(
      apply(drawn, { kind: "set parameters", values: { I: 3 } }, { kind: "play", paused: false }),
    );
    expect(left).toEqual(apply(opened, { kind: "set parameters", values: { I: 3 } }));
    expect(framed(left).run?.model.parameters["I"]).toBe(3);
  });
});

describe("a reader who predicts", () => {
  const predicting = apply(drawn, { kind: "toggle prediction" });
  const moved = framed(apply(predicting, { kind: "set parameters", values: { I: 0 } }));

  it("sees the run that was in sight, and no other before it is revealed; the panels ask for nothing", () => {
    expect(isHidden(predicting)).toBe(false);
    expect(isHidden(moved)).toBe(true);
    expect(moved.shown).toBe(drawn.shown);
    expect(openQuestions(moved)).toEqual([]);
    expect(own(apply(moved, { kind: "keep run" })).kept).toEqual([drawn.shown]);
    const revealed = apply(moved, { kind: "reveal", said: 0 });
    expect(revealed.prediction.verdict).toBe("You said 0 spikes, and that is right.");
    expect(revealed.shown).toBe(moved.run);
    expect(apply(moved, { kind: "reveal", said: undefined }).prediction.verdict).toBe("");
    expect(apply(revealed, { kind: "reveal", said: 7 })).toBe(revealed);
  });

  it("sees it too who goes back to the setting that was seen", () => {
    const back = framed(apply(moved, { kind: "set parameters", values: drawn.offer[0].model.parameters }));
    expect(settingKey(back)).toBe(settingKey(drawn));
    expect(isHidden(back)).toBe(false);
  });

  it("has a sketch for as long as the run that it was for is not followed by another that is hidden", () => {
    const sketched = apply(moved, { kind: "sketch", values: { 3: -60 } }, { kind: "sketch", values: { 4: -50 } });
    expect(sketched.prediction.sketch).toEqual({ 3: -60, 4: -50 });
    const elsewhere = framed(apply(sketched, { kind: "set parameters", values: { I: 1 } }));
    expect(elsewhere.prediction.sketch).toEqual(sketched.prediction.sketch); // nothing was revealed
    const revealed = apply(elsewhere, { kind: "reveal", said: undefined });
    expect(revealed.prediction.sketch).toEqual(sketched.prediction.sketch);
    const next = framed(apply(revealed, { kind: "set parameters", values: { I: 2 } }));
    expect([isHidden(next), next.prediction.sketch]).toEqual([true, {}]);
  });

  it("sees all again who stops, and cannot let a run go on, which would tell", () => {
    const stopped = apply(moved, { kind: "toggle prediction" });
    expect([isHidden(stopped), stopped.shown]).toEqual([false, moved.run]);
    expect(apply(moved, { kind: "play", paused: false })).toBe(moved);
  });

  it("who opens so sees nothing at first", () => {
    const hidden = framed(initialState(payloadOf([persistentSodiumPotassium], { predict: true })));
    expect([isHidden(hidden), hidden.shown]).toEqual([true, undefined]);
  });
});

describe("a run that goes on", () => {
  const { duration } = own(drawn).setting;
  const begun = framed(apply(drawn, { kind: "play", paused: false }));
  const now = (state: ExplorerState): number => state.playing?.playback?.now ?? NaN;

  it("has half a window at once, then goes with time, faster or slower, and stands still in a pause but for steps", () => {
    expect(now(begun)).toBe(duration / 2);
    expect(snapshotInSight(begun)?.recording.time.at(-1)).toBeCloseTo(duration / 2, 9);
    expect(now(framed(begun, 0.04)) - now(begun)).toBeCloseTo(duration / 100, 9);
    const fast = apply(begun, { kind: "set speed", speed: "run in 1 s" });
    expect(now(framed(fast, 0.04)) - now(begun)).toBeCloseTo(duration / 25, 9);
    expect(now(framed(begun, 60)) - now(begun)).toBeCloseTo(duration / 40, 9); // a tenth of a second at most
    const paused = apply(begun, { kind: "pause", paused: true });
    expect(compute(paused, 1)).toBeUndefined();
    const stepped = apply(begun, { kind: "step" });
    expect(now(framed(stepped, 1)) - now(begun)).toBeCloseTo(duration / 50, 9);
    expect(compute(framed(stepped, 1), 1)).toBeUndefined();
  });

  it("follows the sliders, and where the model breaks down it pauses in the state before", () => {
    const moved = framed(apply(begun, { kind: "set parameters", values: { I: 0 } }), 0.05);
    expect(snapshotInSight(moved)?.model.parameters["I"]).toBe(0);
    expect(moved.run).toBe(drawn.run);
    const broken = framed(apply(begun, { kind: "set parameters", values: { C: 0 } }), 0.05);
    expect([broken.playing?.paused, now(broken)]).toEqual([true, now(begun)]);
    expect(broken.failure).toBeDefined();
    const mended = apply(broken, { kind: "set parameters", values: { C: 1 } }, { kind: "pause", paused: false });
    expect(framed(mended, 0.05).failure).toBeUndefined();
    expect(framed(apply(mended, { kind: "stop" })).failure).toBeUndefined();
  });

  it("ends with stop, and with another model, pattern, link or prediction", () => {
    for (const change of [
      { kind: "stop" },
      { kind: "choose model", model: 1 },
      { kind: "choose pattern", name: "none" },
      { kind: "toggle prediction" },
    ] as const)
      expect(framed(apply(begun, change)).playing, change.kind).toBeUndefined();
    expect(framed(apply(begun, { kind: "stop" })).run?.recording.spikes).toEqual(drawn.run?.recording.spikes);
    for (const kind of ["step", "stop"] as const) expect(apply(drawn, { kind })).toBe(drawn);
  });
});

describe("earlier states", () => {
  const changes: readonly Change[] = [
    { kind: "set parameters", values: { I: 12 } },
    { kind: "choose waveform", name: "pulses" },
    { kind: "set waveform parameters", values: { width: 1 } },
    { kind: "toggle panel", panel: "impedance" },
    { kind: "set start", start: { V: -50 } },
    { kind: "choose model", model: 1 },
    { kind: "choose pattern", name: "A tonic spiking" },
    { kind: "toggle prediction" },
  ];

  it("undo one change after the other, and do them again, run for run", () => {
    const states = [drawn];
    for (const change of changes) states.push(framed(apply(states[states.length - 1], change)));
    let state = states[states.length - 1];
    for (const earlier of [...states].reverse()) {
      state = apply(state, { kind: "restore", state: earlier });
      expect(state).toEqual(earlier);
      expect(compute(state, 0)).toBeUndefined();
    }
    for (const later of states) state = apply(state, { kind: "restore", state: later });
    expect(state).toEqual(states[states.length - 1]);
  });

  it("are never changed, and what was computed since stays known", () => {
    const before = JSON.stringify([drawn.settings, drawn.prediction]);
    const later = apply(drawn, ...changes, { kind: "answered", key: "asked", answer: { problem: "none" } });
    expect(JSON.stringify([drawn.settings, drawn.prediction])).toBe(before);
    expect(drawn.answers.size).toBe(0);
    const undone = apply(later, { kind: "restore", state: drawn });
    expect(undone).toEqual({ ...drawn, answers: later.answers });
  });

  it("share with the next what stayed, so that views find by identity what is new", () => {
    const next = apply(drawn, { kind: "toggle panel", panel: "impedance" });
    expect(own(next).setting).toBe(own(drawn).setting);
    expect(own(next).parameters).toBe(own(drawn).parameters);
    expect([next.run, next.prediction, next.settings[1]]).toEqual([drawn.run, drawn.prediction, drawn.settings[1]]);
    expect(next.run).toBe(drawn.run);
  });
});
