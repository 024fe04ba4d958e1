import type { Model } from "../../../model/model.js";
import type { StimulusData } from "../../../solve/stimuli/stimulus.js";
import { stimulusOf, unstimulated, type Setting } from "../runs/setting.js";
import type { ExplorableModel } from "./payload.js";

/**
 * A line of code that opens an explorer in this setting. @param code how the model is had, and the parameters that it
 * has then
 */
export function exploreLine(
  { name, defaults }: ExplorableModel["code"],
  model: Model,
  setting: Setting,
  predict: boolean = false,
): string {
  const { parameters, parameterNames } = unstimulated(model, setting);
  const stimulus = stimulusOf(model, setting);
  const changes = parameterNames
    .filter((key) => parameters[key] !== defaults[key])
    .map((key) => [key, parameters[key]] as const);
  const options = [
    `duration: ${setting.duration}`,
    ...(stimulus === undefined ? [] : [`stimulus: ${stimulusCode(stimulus.data)}`]),
    ...(Object.keys(setting.start).length === 0 ? [] : [`initial: ${record(setting.start)}`]),
    ...(predict ? ["predict: true"] : []),
  ];
  const at = changes.length === 0 ? "" : `.with(${record(Object.fromEntries(changes))})`;
  return `explore(${name}${at}, { ${options.join(", ")} });`;
}

const record = (values: Readonly<Record<string, number | null>>): string =>
  `{ ${Object.entries(values)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }`;

/** A call that makes the stimulus. */
function stimulusCode(data: StimulusData): string {
  const call = (...args: readonly (number | string | null)[]): string =>
    `${data.kind}(${args
      .filter((value) => value !== null)
      .map((value) => (typeof value === "number" ? String(value) : value))
      .join(", ")})`;
  switch (data.kind) {
    case "constant":
      return call(data.amplitude);
    case "step":
      return call(data.amplitude, data.from, data.to);
    case "ramp":
      return call(data.slope, data.from, data.to);
    case "pulses":
      return call(data.amplitude, `{ width: ${data.width}, at: [${data.at.join(", ")}] }`);
    case "pulseTrain":
      return `pulses(${data.amplitude}, ${record({
        width: data.width,
        period: data.period,
        from: data.from,
        ...(data.count !== null && { count: data.count }),
      })})`;
    case "sampled":
      return call(`[${data.times.join(", ")}]`, `[${data.values.join(", ")}]`);
    case "sine":
      return call(data.amplitude, data.frequency, data.phase);
    case "zap":
      return call(data.amplitude, `{ low: ${data.low}, high: ${data.high}, duration: ${data.sweep} }`);
    case "whiteNoise":
      return call(data.intensity, data.seed);
    case "sum":
      return call(...data.terms.map(stimulusCode));
    case "ornsteinUhlenbeck":
    case "poissonInput": {
      const { kind: _, ...settings } = data;
      return call(record(settings));
    }
  }
}
