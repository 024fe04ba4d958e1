import { told } from "../../checks/told.js";
import { leakyIntegrateAndFire } from "../../models/leaky-integrate-and-fire.js";
import { withSynapses } from "../../models/synapses/with-synapses.js";
import { random } from "../../numerics/random.js";
import { simulate } from "../../solve/simulate.js";
import { pulses } from "../../solve/stimuli/stimulus-shapes.js";
import { seeded } from "../answers/variant.js";

/** What one spike at a synapse did to the membrane potential. */
export interface PostsynapticRecord {
  /** ms; the spike comes at 10 ms. */
  readonly time: Float64Array;
  /** mV, with noise. */
  readonly V: Float64Array;
  /** The largest departure from the potential before the spike, upward or downward, mV. */
  readonly peak: number;
}

/** A synapse in the rig, on a neuron whose spikes are blocked. Of which kind it is, is for the reader to find out. */
export interface BlindSynapse {
  /** Holds the neuron at this potential by a steady current, mV, and fires the synapse once. */
  hold(potential: number): PostsynapticRecord;
}

const { gL, EL } = leakyIntegrateAndFire.parameters;
/** Standard deviation of the noise of a sample, mV; ms. */
const [noise, sampling, duration, spike] = [0.01, 0.1, 80, 10];

/**
 * A synapse whose strength and reversal potential follow from its number.
 * @throws RangeError for a number that is not whole, or negative
 */
export function blindSynapse(number: number): BlindSynapse {
  const { reversal, weight } = blindSynapseParameters(number);
  const cell = withSynapses(
    leakyIntegrateAndFire.with({ Vth: 1000 }),
    [{ name: "syn", kind: "alpha", tau: 3, reversal }],
    { input: "syn" },
  );
  const { normal } = random(number);
  return {
    hold(potential) {
      if (!(Math.abs(potential) <= 150))
        throw new RangeError(`hold: this amplifier holds −150 to 150 mV, got ${String(potential)}`);
      const run = simulate(cell.with({ I: gL * (potential - EL) }), {
        duration,
        dt: sampling,
        initial: { V: potential },
        stimulus: pulses(10 * weight, { width: 0.1, at: [spike] }),
      });
      const V = run.states.V.map((value) => value + noise * normal());
      const before = V.filter((_, i) => run.time[i] < spike);
      const rest = before.reduce((sum, value) => sum + value, 0) / before.length;
      const peak = V.reduce((most, value) => (Math.abs(value - rest) > Math.abs(most) ? value - rest : most), 0);
      return { time: run.time, V, peak };
    },
  };
}

/** @throws RangeError for a number that is not whole, or negative */
export function blindSynapseParameters(number: number): { readonly reversal: number; readonly weight: number } {
  if (!(Number.isSafeInteger(number) && number >= 0))
    throw new RangeError(`blindSynapse: synapses are known by whole numbers, 0 and up, got ${told(number)}`);
  const uniform = seeded(`blind synapse ${number}`);
  return {
    reversal: Number((-85 + 95 * uniform()).toFixed(1)),
    weight: Number((0.8 + 1.2 * uniform()).toFixed(2)),
  };
}
