import { told } from "../../checks/told.js";
import { conductanceModel } from "../../models/channels/conductance-model.js";
import { voltageClamp } from "../../models/voltage-clamp.js";
import { simulate } from "../../solve/simulate.js";
import { random } from "../../numerics/random.js";
import { step } from "../../solve/stimuli/stimulus-shapes.js";
import { seeded } from "../answers/variant.js";

/** What the amplifier supplied after a step of the membrane potential, made at time 0. */
export interface ClampRecord {
  /** ms. */
  readonly time: Float64Array;
  /** uA/cm², outward positive, with the noise of the amplifier. */
  readonly current: Float64Array;
  /** Its mean over the last 10 ms, uA/cm². */
  readonly steady: number;
}

/** A patch of membrane in the rig. What it is made of is for the reader to find out. */
export interface BlindPatch {
  /** Steps from −80 mV to `voltage`, mV, and holds it for 30 ms. */
  clamp(voltage: number): ClampRecord;
}

/** The parameters behind a patch: conductances in mS/cm², reversal potentials in mV. */
export interface BlindParameters {
  readonly gL: number;
  readonly EL: number;
  readonly gK: number;
  readonly EK: number;
}

const holding = -80;
const recorded = 30;
/** Standard deviation of each sample, uA/cm². */
const noise = 0.15;
const [sampling, averaged] = [0.1, 10];

/**
 * A patch with a leak and potassium channels, whose conductances and reversal potentials follow from its number. Sodium
 * channels are blocked. The noise is another in each record, and the same again in another rig with the same number.
 */
export function blindPatch(number: number): BlindPatch {
  const { gL, EL, gK, EK } = blindParameters(number);
  const clamped = voltageClamp(
    conductanceModel({
      name: `patch ${number}`,
      capacitance: 1,
      initial: holding,
      channels: [
        { ion: "leak", conductance: gL, reversal: EL },
        {
          ion: "K",
          conductance: gK,
          reversal: EK,
          gates: [
            {
              name: "n",
              power: 4,
              steadyState: "1/(1 + exp(-(V + 30)/5))",
              timeConstant: "1 + 3*exp(-((V + 30)/30)^2)",
            },
          ],
        },
      ],
    }),
  );
  const { normal } = random(number);
  return {
    clamp(voltage) {
      if (!(Math.abs(voltage) <= 200))
        throw new RangeError(`clamp: this amplifier holds −200 to 200 mV, got ${String(voltage)}`);
      const run = simulate(clamped.with({ V: holding }), {
        duration: recorded,
        dt: sampling,
        stimulus: step(voltage - holding, 0),
      });
      const current = run.quantity("Iclamp").map((I) => I + noise * normal());
      const late = current.slice(-averaged / sampling);
      return { time: run.time, current, steady: late.reduce((sum, I) => sum + I, 0) / late.length };
    },
  };
}

/** @throws RangeError for a number that is not whole, or negative */
export function blindParameters(number: number): BlindParameters {
  if (!(Number.isSafeInteger(number) && number >= 0))
    throw new RangeError(`blindPatch: patches are known by whole numbers, 0 and up, got ${told(number)}`);
  const uniform = seeded(`blind patch ${number}`);
  const between = (low: number, high: number, digits: number): number =>
    Number((low + (high - low) * uniform()).toFixed(digits));
  return { gL: between(0.2, 0.5, 3), EL: between(-70, -50, 1), gK: between(3, 10, 2), EK: between(-95, -85, 1) };
}
