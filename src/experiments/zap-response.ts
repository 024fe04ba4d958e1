import { requireModel } from "../checks/require-model.js";
import { knownOptions, requireFinite, requirePositive } from "../checks/require.js";
import type { Model } from "../model/model.js";
import { simulate } from "../solve/simulate.js";
import { zap } from "../solve/stimuli/stimulus-waves.js";
import { requireRest } from "../dynamics/equilibria/rest.js";
import { impedance, type Impedance, type ImpedanceOptions } from "./impedance.js";

/** The sweep of `zapResponse`. */
export interface ZapResponseOptions extends ImpedanceOptions {
  /** Frequency at the beginning of the sweep, Hz. */
  readonly low: number;
  /** Frequency at its end, Hz. */
  readonly high: number;
  /** Length of the sweep, ms: the slower, the sharper. */
  readonly duration: number;
  /**
   * In the unit of the input; by default such that the linear response reaches 1/200 of the range of the first state.
   */
  readonly amplitude?: number;
}

/** The impedance as an experiment measures it: from the response to a subthreshold current of climbing frequency. */
export interface ZapResponse extends Omit<Impedance, "phase"> {
  /** Of the current that was injected, in the unit of the input. */
  readonly amplitude: number;
}

/**
 * Injects a ZAP current into the resting model and reads |Z| off each half wave: half the difference of two successive
 * extremes over the amplitude, at the frequency of that moment. Puil, Gimbarzevsky & Miura (1986) J. Neurophysiol.
 * 55:995.
 * @throws RangeError if the model does not rest, or fires
 */
export function zapResponse(model: Model, options: ZapResponseOptions): ZapResponse {
  requireModel("zapResponse", model);
  const given = knownOptions("zapResponse", options, ["low", "high", "duration", "amplitude", "rest"]);
  const { low, high, duration, amplitude, rest = requireRest("zapResponse", model) } = given;
  requireFinite("zapResponse", "low", low, "Hz");
  requireFinite("zapResponse", "high", high, "Hz");
  requirePositive("zapResponse", "duration", duration, "ms");
  if (amplitude !== undefined) requireFinite("zapResponse", "amplitude", amplitude);
  const [first] = model.stateNames;
  const linear = impedance(
    model,
    Array.from({ length: 200 }, (_, k) => low + ((high - low) * k) / 199),
    { rest },
  );
  const width = model.ranges[first][1] - model.ranges[first][0];
  const size = amplitude ?? (0.005 * width) / Math.max(...linear.magnitude);
  const run = simulate(model, {
    duration,
    stimulus: zap(size, { low, high, duration }),
    initial: rest.state,
    tolerance: 1e-9,
  });
  if (run.spikes.length > 0)
    throw new RangeError(
      `zapResponse: ${model.name} fires at ${run.spikes[0].toPrecision(4)} ms; ` +
        `give an amplitude below ${size.toPrecision(3)}`,
    );
  const extremes = turningPoints(run.time, run.states[first]);
  const waves = extremes
    .slice(1)
    .map((b, k) => ({ t: (extremes[k].t + b.t) / 2, swing: Math.abs(b.value - extremes[k].value) / 2 }));
  return {
    frequency: Float64Array.from(waves, ({ t }) => low + ((high - low) * t) / duration),
    magnitude: Float64Array.from(waves, ({ swing }) => swing / size),
    unit: linear.unit,
    rest,
    amplitude: size,
  };
}

/** Extremes of a sampled curve, each by the parabola through three points. */
function turningPoints(time: Float64Array, value: Float64Array): { readonly t: number; readonly value: number }[] {
  const found: { t: number; value: number }[] = [];
  for (let k = 1; k + 1 < time.length; k++) {
    const [a, b, c] = [value[k - 1], value[k], value[k + 1]];
    if ((b - a) * (c - b) >= 0) continue;
    const [p, q] = [time[k] - time[k - 1], time[k + 1] - time[k]];
    const left = (b - a) / p,
      right = (c - b) / q;
    const bend = (right - left) / (p + q);
    const slope = (left * q + right * p) / (p + q);
    found.push({ t: time[k] - slope / (2 * bend), value: b - (slope * slope) / (4 * bend) });
  }
  return found;
}
