import { sin } from "../../numerics/elementary.js";
import { assertFinite, within, type Stimulus } from "./stimulus.js";

/** amplitude · sin(2π f t + phase), the frequency in Hz, the phase in rad. */
export function sine(amplitude: number, frequency: number, phase = 0): Stimulus {
  assertFinite({ amplitude, frequency, phase }, "sine");
  if (!(frequency > 0)) throw new RangeError(`sine: frequency must be a positive number of Hz, got ${frequency}`);
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

/**
 * A chirp: a sine whose frequency climbs steadily from `low` to `high` Hz within `sweep` ms, then nothing. Resonators
 * answer to one part of it.
 */
export function zap(amplitude: number, low: number, high: number, sweep: number): Stimulus {
  assertFinite({ amplitude, low, high, sweep }, "zap");
  if (!(low >= 0 && high > low)) throw new RangeError(`zap: the frequency must climb, got ${low} to ${high} Hz`);
  if (!(sweep > 0)) throw new RangeError(`zap: the sweep must last a positive number of ms, got ${sweep}`);
  return {
    at: (t) => (t < sweep ? amplitude * sin(((2 * Math.PI) / 1000) * (low + ((high - low) * t) / (2 * sweep)) * t) : 0),
    breaks: (duration) => within([sweep], duration),
    piecewiseConstant: false,
    noises: [],
    tex: `${amplitude}\\sin 2\\pi\\!\\int_0^t f\\text{, }f = ${low} \\ldots ${high}\\,\\mathrm{Hz}\\text{ in ${sweep} ms}`,
    data: { kind: "zap", amplitude, low, high, sweep },
  };
}
