import { told } from "../../checks/told.js";
import { requireRecord } from "../../checks/require.js";
import { ornsteinUhlenbeck, poissonInput, whiteNoise } from "./stimulus-noise.js";
import { constant, pulses, ramp, sampled, step } from "./stimulus-shapes.js";
import { sine, zap } from "./stimulus-waves.js";
import { sum, type Stimulus, type StimulusData } from "./stimulus.js";

/** The stimulus that was made with this data, value for value. @throws RangeError for a kind that is none */
export function stimulusFromData(data: StimulusData): Stimulus {
  requireRecord("stimulusFromData", "data", data, "what a stimulus has as its data");
  switch (data.kind) {
    case "constant":
      return constant(data.amplitude);
    case "step":
      return step(data.amplitude, data.from, data.to ?? Infinity);
    case "pulses":
      return pulses(data.amplitude, { width: data.width, at: data.at });
    case "pulseTrain": {
      const { amplitude, width, period, from, count } = data;
      return pulses(amplitude, { width, period, from, count: count ?? Infinity });
    }
    case "ramp":
      return ramp(data.slope, data.from, data.to ?? Infinity);
    case "sampled":
      return sampled(data.times, data.values);
    case "sine":
      return sine(data.amplitude, data.frequency, data.phase);
    case "zap":
      return zap(data.amplitude, { low: data.low, high: data.high, duration: data.sweep });
    case "whiteNoise":
      return whiteNoise(data.intensity, data.seed);
    case "ornsteinUhlenbeck": {
      const { kind: _, ...options } = data;
      return ornsteinUhlenbeck(options);
    }
    case "poissonInput": {
      const { kind: _, ...options } = data;
      return poissonInput(options);
    }
    case "sum":
      return sum(...data.terms.map(stimulusFromData));
    default:
      throw new RangeError(
        `stimulusFromData: there is no kind of stimulus ${told((data as { readonly kind?: unknown }).kind)}; ` +
          "data is what a stimulus has as .data",
      );
  }
}
