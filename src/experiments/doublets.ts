import { requireModel } from "../checks/require-model.js";
import { knownOptions, requireInput, requireNumbers, requirePositive, requireThreshold } from "../checks/require.js";
import type { Model } from "../model/model.js";
import { bisect } from "../numerics/root.js";
import { simulate } from "../solve/simulate.js";
import { doublet, pulses } from "../solve/stimuli/stimulus-shapes.js";
import type { Equilibrium } from "../dynamics/equilibria/equilibrium.js";
import { requireRest } from "../dynamics/equilibria/rest.js";

/** How strong two brief pulses have to be to evoke a spike between them, against the time from one to the other. */
export interface DoubletSweep {
  /** ms, onset to onset. */
  readonly interval: Float64Array;
  /** Least amplitude at which the pair evokes a spike, in the unit of the input. */
  readonly threshold: Float64Array;
  /** Least amplitude at which one pulse does. */
  readonly single: number;
  /**
   * The interval at which the pair is most effective, ms: an integrator prefers the shortest, a resonator its own
   * period.
   */
  readonly preferred: number;
}

/** The pulses of `doubletSweep`. */
export interface DoubletSweepOptions {
  /** Length of a pulse, ms. */
  readonly width: number;
  /** A stable equilibrium; by default the lowest that the model has at its present parameters. */
  readonly rest?: Equilibrium;
}

const precision = { relative: 1e-4 };
const watch = 60; // time constants of rest after the last pulse

/**
 * The doublet experiment of coincidence detection (Izhikevich 2007, 7.2): for each interval, the least amplitude of two
 * equal pulses that makes the resting model fire. The strength is bracketed to 1e-4 of itself by bisection, which takes
 * the model to fire at all larger strengths.
 *
 * @param intervals ms, onset to onset, each at least the width of a pulse
 * @throws RangeError if the model does not rest, has no threshold, or no single pulse makes it fire
 */
export function doubletSweep(model: Model, intervals: ArrayLike<number>, options: DoubletSweepOptions): DoubletSweep {
  requireModel("doubletSweep", model);
  const { width, rest = requireRest("doubletSweep", model) } = knownOptions("doubletSweep", options, ["width", "rest"]);
  requireThreshold("doubletSweep", model);
  requirePositive("doubletSweep", "width", width, "ms");
  for (const interval of Array.from(requireNumbers("doubletSweep", "intervals", intervals, "[2, 5, 10]")))
    if (!(interval >= width))
      throw new RangeError(`doubletSweep: an interval of ${interval} ms is shorter than the pulses of ${width} ms`);
  const slowest = 1 / Math.min(...rest.eigenvalues.map((e) => Math.abs(e.re)));
  const fires = (amplitude: number, interval: number | undefined): boolean => {
    const stimulus =
      interval === undefined ? pulses(amplitude, { width, at: [0] }) : doublet(amplitude, { from: 0, interval, width });
    return (
      simulate(model, { duration: (interval ?? 0) + width + watch * slowest, stimulus, initial: rest.state }).spikes
        .length > 0
    );
  };
  const single = leastAmplitude(model, (amplitude) => fires(amplitude, undefined));
  const threshold = Float64Array.from(intervals, (interval) =>
    bisect((amplitude) => fires(amplitude, interval), 0, single, precision),
  );
  const best = threshold.reduce((least, value, k) => (value < threshold[least] ? k : least), 0);
  return { interval: Float64Array.from(intervals), threshold, single, preferred: intervals[best] };
}

function leastAmplitude(model: Model, fires: (amplitude: number) => boolean): number {
  const [low, high] = model.ranges[requireInput("doubletSweep", model)];
  let amplitude = 1e-3 * (high - low);
  while (!fires(amplitude)) {
    amplitude *= 2;
    if (amplitude > 1e3 * (high - low))
      throw new RangeError(`doubletSweep: no pulse of up to ${amplitude.toPrecision(3)} makes ${model.name} fire`);
  }
  return bisect(fires, amplitude / 2, amplitude, precision);
}
