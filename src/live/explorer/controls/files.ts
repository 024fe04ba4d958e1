import type { Trajectory } from "../../../solve/trajectory.js";
import type { StimulusData } from "../../../solve/stimuli/stimulus.js";
import type { Model } from "../../../model/model.js";
import { make } from "../../page/controls.js";
import type { ExplorableModel } from "../state/payload.js";
import { stimulusOf, unstimulated, type Setting } from "../runs/setting.js";

/** Hands the reader a file. */
export function download(name: string, content: Blob): void {
  const link = make("a", { href: URL.createObjectURL(content), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A picture twice as fine as the screen. */
export async function png(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = make("canvas", { width: 2 * image.width, height: 2 * image.height });
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), "image/png"));
}

/** One row for each time: time, states, input. */
export function csv({ time, states, input, model }: Pick<Trajectory, "time" | "states" | "input" | "model">): string {
  const unit = (name: string): string =>
    model === undefined || (model.units[name] ?? "1") === "1" ? "" : ` (${model.units[name]})`;
  const names = Object.keys(states);
  const head = [
    "time (ms)",
    ...names.map((name) => name + unit(name)),
    ...(model?.input === undefined ? [] : [model.input + unit(model.input)]),
  ];
  const rows = Array.from(time, (t, k) =>
    [t, ...names.map((name) => states[name][k]), ...(model?.input === undefined ? [] : [input[k]])].join(","),
  );
  return [head.join(","), ...rows].join("\n") + "\n";
}

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
  const [{ parameters, parameterNames }, stimulus] = [unstimulated(model, setting), stimulusOf(model, setting)];
  const record = (entries: readonly (readonly [string, number])[]): string =>
    `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(", ")} }`;
  const changes = parameterNames
    .filter((key) => parameters[key] !== defaults[key])
    .map((key) => [key, parameters[key]] as const);
  const start = Object.entries(setting.start);
  const options = [
    `duration: ${setting.duration}`,
    ...(stimulus === undefined ? [] : [`stimulus: ${stimulusCode(stimulus.data)}`]),
    ...(start.length === 0 ? [] : [`start: ${record(start)}`]),
    ...(predict ? ["predict: true"] : []),
  ];
  return `explore(${name}${changes.length === 0 ? "" : `.with(${record(changes)})`}, { ${options.join(", ")} });`;
}

export function stimulusCode(data: StimulusData): string {
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
      return `pulses(${data.amplitude}, { width: ${data.width}, period: ${data.period}, from: ${data.from}${data.count === null ? "" : `, count: ${data.count}`} })`;
    case "sampled":
      return call(`[${data.times.join(", ")}]`, `[${data.values.join(", ")}]`);
    case "sine":
      return call(data.amplitude, data.frequency, data.phase);
    case "zap":
      return call(data.amplitude, data.low, data.high, data.sweep);
    case "whiteNoise":
      return call(data.intensity, data.seed);
    case "sum":
      return call(...data.terms.map(stimulusCode));
    case "ornsteinUhlenbeck":
    case "poissonInput": {
      const { kind: _, ...settings } = data;
      return call(
        `{ ${Object.entries(settings)
          .map(([key, value]) => `${key}: ${value}`)
          .join(", ")} }`,
      );
    }
  }
}
