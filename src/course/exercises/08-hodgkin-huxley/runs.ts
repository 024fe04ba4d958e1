import { hodgkinHuxley } from "../../../models/hodgkin-huxley.js";
import { simulate } from "../../../solve/simulate.js";
import { pulses } from "../../../solve/stimuli/stimulus-shapes.js";
import type { Trajectory } from "../../../solve/trajectory.js";
import { twoPulse } from "../../../experiments/two-pulse.js";

/** The run of the peak exercise: a pulse of half a millisecond at 1 ms. */
export const answerTo = (amplitude: number, T: number, width: number = 0.5): Trajectory =>
  simulate(hodgkinHuxley.with({ T }), { duration: 30, stimulus: pulses(amplitude, { width, at: [1] }) });

/**
 * ms from pulse to pulse at which the second needs `ratio` times the resting strength, between delays around a guess.
 */
export function delayAtRatio(
  T: number,
  ratio: number,
  guess: number,
): { readonly delay: number; readonly spike: number } {
  const faster = 3 ** ((T - 6.3) / 10);
  const { delay, threshold, resting, spike } = twoPulse(
    hodgkinHuxley.with({ T }),
    [0.84, 0.92, 1, 1.08, 1.16].map((part) => (part * guess) / faster),
    { width: 0.5 },
  );
  const i = threshold.findIndex((I, k) => k > 0 && I <= ratio * resting);
  const logs = [threshold[i - 1], threshold[i], ratio * resting].map(Math.log);
  return { delay: delay[i - 1] + ((delay[i] - delay[i - 1]) * (logs[2] - logs[0])) / (logs[1] - logs[0]), spike };
}
