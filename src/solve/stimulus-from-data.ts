import { sum, type Stimulus, type StimulusData } from "./stimulus.js";
import { constant, pulses, ramp, step } from "./stimulus-shapes.js";

/** The stimulus that was made with this data, value for value. */
export function stimulusFromData(data: StimulusData): Stimulus {
  switch (data.kind) {
    case "constant": return constant(data.amplitude);
    case "step": return step(data.amplitude, data.from, data.to ?? Infinity);
    case "pulses": return pulses(data.amplitude, { width: data.width, at: data.at });
    case "pulseTrain": return pulses(data.amplitude, { width: data.width, period: data.period, from: data.from, count: data.count ?? Infinity });
    case "ramp": return ramp(data.slope, data.from, data.to ?? Infinity);
    case "sum": return sum(...data.terms.map(stimulusFromData));
  }
}
