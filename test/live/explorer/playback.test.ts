import { describe, expect, it } from "vitest";
import { continuedStimulus, goesOn } from "../../../src/live/explorer/runs/continued-stimulus.js";
import { advanced, lastWindow, playbackFrom } from "../../../src/live/explorer/runs/playback.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../../src/models/leaky-integrate-and-fire.js";
import type { Model } from "../../../src/model/model.js";
import { simulate } from "../../../src/solve/simulate.js";
import { ornsteinUhlenbeck } from "../../../src/solve/stimuli/stimulus-noise.js";
import { constant, pulses, ramp, step } from "../../../src/solve/stimuli/stimulus-shapes.js";
import { sine, zap } from "../../../src/solve/stimuli/stimulus-waves.js";
import { sum, type Stimulus } from "../../../src/solve/stimuli/stimulus.js";

/** Spikes of a run that goes on, in spans that fit neither the window nor the steps of the course. */
function played(model: Model, course: Stimulus | undefined, window: number, until: number): Float64Array {
  let playback = playbackFrom(model.states);
  for (let t = 0; t < until; t += 3.7) playback = advanced(playback, model, course, window, 3.7);
  return lastWindow(playback, model, 10 * until).spikes.filter((t) => t < until - 10);
}
const inOneRun = (model: Model, stimulus: Stimulus, until: number): Float64Array =>
  simulate(model, { duration: until + 10, stimulus }).spikes.filter((t) => t < until - 10);

function close(got: Float64Array, expected: Float64Array): void {
  expect(expected.length).toBeGreaterThan(4);
  expect(got.length).toBe(expected.length);
  // Each piece keeps the run's relative tolerance of 1e-6; a spike's time wants no more here than what a picture shows.
  got.forEach((t, k) => expect(Math.abs(t - expected[k])).toBeLessThan(1e-2));
}

describe("a run that goes on", () => {
  const models: readonly (readonly [string, Model, number])[] = [
    ["the squid axon", hodgkinHuxley, 12],
    ["a neuron with a refractory period and resets", leakyIntegrateAndFire.with({ tRef: 4 }), 400],
  ];
  for (const [name, model, size] of models) {
    it(`fires across the seams as one long run under the same pulses does: ${name}`, () => {
      close(
        played(model, step(size, 7, 31.3), 40, 300),
        inOneRun(model, pulses(size, { width: 31.3 - 7, period: 40, from: 7 }), 300),
      );
    });

    it(`goes on in absolute time under a current without an end: ${name}`, () => {
      const course = sum(constant(size), sine(size / 2, 17));
      close(played(model, course, 40, 300), inOneRun(model, course, 300));
    });

    it(`continues under noise, which does not repeat: ${name}`, () => {
      const course = ornsteinUhlenbeck({ mean: size, deviation: size / 3, tau: 4, seed: 3 });
      close(played(model, course, 40, 200), inOneRun(model, course, 200));
    });
  }

  it("repeats what ends and what grows, and nothing else", () => {
    expect(
      [
        step(1, 2, 3),
        ramp(1),
        zap(1, { low: 0, high: 10, duration: 50 }),
        pulses(1, { width: 1, at: [3] }),
        sum(constant(1), step(1, 2, 3)),
      ].map(({ data }) => goesOn(data)),
    ).toEqual(Array(5).fill(false));
    expect(
      [constant(1), step(1, 2), sine(1, 20), pulses(1, { width: 1, period: 5 }), sum(constant(1), sine(1, 2))].map(
        ({ data }) => goesOn(data),
      ),
    ).toEqual(Array(5).fill(true));
  });

  it("has at each jump the value of its own side, whatever the sums of times are rounded to", () => {
    const course = step(1, 0.1, 0.7);
    for (let k = 0; k < 500; k++) {
      const now = 0.37 * k;
      const shifted = continuedStimulus(course, 1, now, 2);
      expect(shifted.breaks(2).length).toBeGreaterThanOrEqual(4);
      for (const jump of shifted.breaks(2)) {
        const [before, after] = [shifted.at(jump * (1 - Number.EPSILON / 2)), shifted.at(jump)];
        const local = (now + jump) % 1;
        const seam = Math.min(local, 1 - local) < 1e-9;
        expect(seam ? [0, 0] : Math.abs(local - 0.1) < 1e-9 ? [0, 1] : [1, 0]).toEqual([before, after]);
      }
    }
  });
});
