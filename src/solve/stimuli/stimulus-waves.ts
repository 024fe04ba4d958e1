import { knownOptions, requirePositive } from "../../checks/require.js";
import { sin } from "../../numerics/elementary.js";
import { requireAllFinite, within, type Stimulus } from "./stimulus.js";

/** amplitude · sin(2π f t + phase), the frequency in Hz, the phase in rad. */
export function sine(amplitude: number, frequency: number, phase: number = 0): Stimulus {
  requireAllFinite("sine", { amplitude, phase });
  requirePositive("sine", "frequency", frequency, "Hz");
  const omega = (2 * Math.PI * frequency) / 1000;
  return {
    at: (t) => amplitude * sin(omega * t + phase),
    breaks: () => [],
    piecewiseConstant: false,
    noises: [],
    tex: `${amplitude}\\sin(2\\pi\\cdot ${frequency}\\,\\mathrm{Hz}\\;t${phase === 0 ? "" : ` + ${phase}`})`,
    data: { kind: "sine", amplitude, frequency, phase },
  };
}

/** The sweep of a chirp. */
export interface ZapOptions {
  /** Frequency at the beginning, Hz, 0 or more. */
  readonly low: number;
  /** Frequency at the end, Hz. */
  readonly high: number;
  /** Length of the sweep, ms. */
  readonly duration: number;
}

/**
 * A chirp: a sine whose frequency climbs steadily from `low` to `high` Hz within `duration` ms, then nothing.
 * Resonators answer to one part of it.
 * @throws RangeError for a frequency that does not climb, or a sweep that does not last
 */
export function zap(amplitude: number, sweep: ZapOptions): Stimulus {
  const { low, high, duration } = knownOptions("zap", sweep, ["low", "high", "duration"]);
  requireAllFinite("zap", { amplitude, low, high });
  if (!(low >= 0 && high > low)) throw new RangeError(`zap: the frequency must climb, got ${low} to ${high} Hz`);
  requirePositive("zap", "duration", duration, "ms");
  const frequencies = `f = ${low} \\ldots ${high}\\,\\mathrm{Hz}`;
  return {
    at: (t) =>
      t < duration ? amplitude * sin(((2 * Math.PI) / 1000) * (low + ((high - low) * t) / (2 * duration)) * t) : 0,
    breaks: (runDuration) => within([duration], runDuration),
    piecewiseConstant: false,
    noises: [],
    tex: `${amplitude}\\sin 2\\pi\\!\\int_0^t f\\text{, }${frequencies}\\text{ in ${duration} ms}`,
    data: { kind: "zap", amplitude, low, high, sweep: duration },
  };
}
