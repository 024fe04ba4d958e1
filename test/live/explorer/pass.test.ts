import { afterEach, describe, expect, it, vi } from "vitest";
import { passing } from "../../../src/live/explorer/pictures/passing.js";
import { pitchOf, voice } from "../../../src/live/explorer/extras/voice.js";
import { plainSetting, run } from "../../../src/live/explorer/runs/setting.js";
import { pace, speeds, spikeStretch } from "../../../src/live/explorer/runs/speeds.js";
import { compute } from "../../../src/live/explorer/state/compute.js";
import { reduce } from "../../../src/live/explorer/state/reduce.js";
import { initialState, type ExplorerState } from "../../../src/live/explorer/state/state.js";
import type { Change } from "../../../src/live/explorer/state/change.js";
import { payloadOf } from "../../../src/live/cell/explore.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../../src/models/leaky-integrate-and-fire.js";
import { catalogue } from "../../../src/models/catalogue.js";

const opened = (): ExplorerState => {
  const state = initialState(payloadOf([hodgkinHuxley, leakyIntegrateAndFire], {}));
  const made = compute(state, 0);
  return made === undefined ? state : reduce(state, made);
};
const apply = (state: ExplorerState, ...changes: readonly Change[]): ExplorerState => changes.reduce(reduce, state);

describe("a run that is played", () => {
  it("goes from the cursor to the end, and from the beginning once it is there; a pointer that rests on a picture leaves it alone", () => {
    const begun = apply(opened(), { kind: "look at", time: 40 }, { kind: "begin pass" });
    expect([begun.cursor, begun.pass]).toEqual([40, { until: 100, pace: 25 }]);
    expect(apply(begun, { kind: "look at", time: 3 })).toBe(begun);
    expect(apply(begun, { kind: "look at", time: undefined })).toBe(begun);
    const moved = apply(begun, { kind: "move cursor", time: 70 });
    expect([moved.cursor, moved.pass]).toEqual([70, begun.pass]);
    const ended = apply(moved, { kind: "move cursor", time: 101 });
    expect([ended.cursor, ended.pass]).toEqual([100, undefined]);
    expect(apply(ended, { kind: "begin pass" }).cursor).toBe(0);
    expect(apply(begun, { kind: "end pass" })).toMatchObject({ cursor: 40, pass: undefined });
  });

  it("takes another speed at once, and ends with another model, a run that goes on, and a prediction", () => {
    const begun = apply(opened(), { kind: "begin pass" });
    expect(apply(begun, { kind: "set speed", speed: "real time" }).pass?.pace).toBe(1000);
    expect(apply(begun, { kind: "choose model", model: 1 }).pass).toBeUndefined();
    expect(apply(begun, { kind: "play", paused: true }).pass).toBeUndefined();
    const predicting = apply(begun, { kind: "toggle prediction" });
    expect(predicting.pass).toBeUndefined();
    const hidden = apply(predicting, { kind: "set parameters", values: { I: 20 } });
    const made = compute(hidden, 0);
    const unseen = made === undefined ? hidden : reduce(hidden, made);
    expect(apply(unseen, { kind: "begin pass" }).pass).toBeUndefined();
  });

  it("goes through one spike, slowly: the next after the cursor, and says where there is none", () => {
    const state = apply(opened(), { kind: "set speed", speed: "one spike in 8 s" });
    const spikes = [...(state.run?.recording.spikes ?? [])];
    for (const cursor of [0, spikes[1] - 1, spikes[1] + 1]) {
      const { pass, cursor: from } = apply(state, { kind: "look at", time: cursor }, { kind: "begin pass" });
      const spike = spikes.find((each) => each >= cursor);
      expect(from).toBeLessThan(spike ?? NaN);
      expect(pass?.until).toBeGreaterThan(spike ?? NaN);
      expect(spikes.filter((each) => each > (from ?? NaN) && each < (pass?.until ?? NaN))).toEqual([spike]);
      expect(pass?.pace).toBeCloseTo(((pass?.until ?? NaN) - (from ?? NaN)) / 8, 9);
      expect(pass?.pace).toBeLessThan(3); // ms a second
    }
    const silent = apply(state, { kind: "set parameters", values: { I: 0 } });
    const made = compute(silent, 0);
    const played = apply(silent, ...(made === undefined ? [] : [made]), { kind: "begin pass" } as const);
    expect(played.pass).toEqual({ until: 100, pace: 100 / 16 });
    expect(played.notice).toMatch("no spike");
  });
});

it("every model that fires has a stretch around each spike that is within the run, holds it, and holds no other", () => {
  for (const [name, model] of Object.entries(catalogue)) {
    if (!model.spiking.threshold) continue;
    const { opening } = payloadOf([model], {}).models[0];
    const driven = model.input === undefined ? model : model.with({ [model.input]: opening.input });
    const made = run(driven, plainSetting(opening.duration));
    for (const spike of made.spikes) {
      const [from, to] = spikeStretch(made, spike) ?? [NaN, NaN];
      expect(from, name).toBeGreaterThanOrEqual(0);
      expect(to, name).toBeLessThanOrEqual(opening.duration);
      expect(from <= spike && spike <= to, `${name}: ${from} to ${to} around ${spike}`).toBe(true);
      expect(made.spikes.filter((each) => each > from && each < to).length, name).toBeLessThanOrEqual(1);
    }
  }
});

it("each speed has its pace: real time is 1000 ms a second, a run takes what its name says", () => {
  expect(speeds.map((speed) => pace(speed, 200, [20, 36]))).toEqual([1000, 200, 50, 12.5, 2]);
});

describe("the voice of a run", () => {
  const recording = run(hodgkinHuxley.with({ I: 10 }), plainSetting(100));
  /** What Web Audio was asked for. */
  const heard = (): {
    readonly starts: number[];
    readonly pitches: [number, number][];
    readonly context: AudioContext;
  } => {
    const [starts, pitches]: [number[], [number, number][]] = [[], []];
    const node = { connect: () => node, gain: { value: 1, setTargetAtTime: () => undefined }, start: () => undefined };
    const context = {
      currentTime: 5,
      sampleRate: 8000,
      createBuffer: (_: number, length: number) => ({ length, getChannelData: () => new Float32Array(length) }),
      createBufferSource: () => ({ ...node, start: (at: number) => starts.push(at) }),
      createGain: () => node,
      createOscillator: () => ({
        ...node,
        frequency: { linearRampToValueAtTime: (value: number, at: number) => pitches.push([value, at]) },
      }),
    };
    return { starts, pitches, context: context as unknown as AudioContext };
  };

  it("clicks once for each spike, as far apart as they are at that speed, however the frames cut the run", () => {
    const { starts, context } = heard();
    const { click } = voice(context);
    const cuts = [0, 3, 11, 12, 30.5, 31, 60, 99, 100];
    for (let k = 1; k < cuts.length; k++) click(recording, cuts[k - 1], cuts[k], (cuts[k] - cuts[k - 1]) / 400);
    expect(starts).toHaveLength(recording.spikes.length);
    const apart = recording.spikes.map((spike) => (spike - recording.spikes[0]) / 400);
    starts.forEach((start, k) => expect(start - starts[0]).toBeCloseTo(apart[k], 9));
  });

  it("sings the first state: high where it is high, three octaves from end to end of its window", () => {
    const { pitches, context } = heard();
    voice(context).sing(recording, 0, 100, 0.4);
    expect([pitchOf(-100, [-100, 60]), pitchOf(60, [-100, 60])]).toEqual([110, 880]);
    const highest = pitches.reduce((best, each) => (each[0] > best[0] ? each : best));
    const [begins] = [5.03];
    const time = ((highest[1] - begins) / 0.4) * 100;
    expect(recording.spikes.some((spike) => Math.abs(spike - time) < 1.5)).toBe(true);
    expect(pitches.every(([, at], k) => k === 0 || at > pitches[k - 1][1])).toBe(true);
  });
});

describe("the cursor of a run that is played", () => {
  afterEach(() => vi.unstubAllGlobals());

  /** Where the cursor is in frames of 50 ms, at a pace of 25 ms of the run a second. */
  const places = (reduced: boolean): readonly number[] => {
    vi.stubGlobal("matchMedia", () => ({ matches: reduced }));
    const pass = passing();
    let state = apply(opened(), { kind: "look at", time: 40 }, { kind: "begin pass" });
    return Array.from({ length: 21 }, (_, frame) => {
      const change = pass(state, 1000 + 50 * frame);
      if (change !== undefined) state = reduce(state, change);
      return state.cursor ?? NaN;
    });
  };

  it("goes on with every frame", () => {
    const steps = places(false);
    expect(new Set(steps).size).toBe(21);
    expect(steps[20]).toBeCloseTo(40 + 25, 9);
  });

  it("goes four steps a second for readers who want less motion", () => {
    const steps = [...new Set(places(true))];
    expect(steps).toEqual([40, 46.25, 52.5, 58.75, 65].map((time) => expect.closeTo(time, 9)));
  });
});
