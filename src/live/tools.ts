import type { Trajectory } from "../solve/trajectory.js";
import type { StimulusData } from "../solve/stimulus.js";
import { make } from "./controls.js";

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
  const unit = (name: string): string => (model === undefined || (model.units[name] ?? "1") === "1" ? "" : ` (${model.units[name]})`);
  const names = Object.keys(states);
  const head = ["time (ms)", ...names.map((name) => name + unit(name)), ...(model?.input === undefined ? [] : [model.input + unit(model.input)])];
  const rows = Array.from(time, (t, k) => [t, ...names.map((name) => states[name][k]), ...(model?.input === undefined ? [] : [input[k]])].join(","));
  return [head.join(","), ...rows].join("\n") + "\n";
}

/** A line of code that opens an explorer as this one is. @param changes what differs from the model under its name */
export function exploreLine(name: string, changes: Readonly<Record<string, number>>, duration: number, stimulus: StimulusData | undefined): string {
  const changed = Object.entries(changes).map(([parameter, value]) => `${parameter}: ${short(value)}`).join(", ");
  const options = [`duration: ${short(duration)}`, ...(stimulus === undefined ? [] : [`stimulus: ${stimulusCode(stimulus)}`])];
  return `explore(${name}${changed === "" ? "" : `.with({ ${changed} })`}, { ${options.join(", ")} });`;
}

export function stimulusCode(data: StimulusData): string {
  const call = (...args: readonly (number | string | null)[]): string => `${data.kind}(${args.filter((value) => value !== null).map((value) => (typeof value === "number" ? short(value) : value)).join(", ")})`;
  switch (data.kind) {
    case "constant": return call(data.amplitude);
    case "step": return call(data.amplitude, data.from, data.to);
    case "ramp": return call(data.slope, data.from, data.to);
    case "pulses": return call(data.amplitude, `{ width: ${short(data.width)}, at: [${data.at.map(short).join(", ")}] }`);
    case "pulseTrain": return `pulses(${short(data.amplitude)}, { width: ${short(data.width)}, period: ${short(data.period)}, from: ${short(data.from)}${data.count === null ? "" : `, count: ${data.count}`} })`;
    case "sampled": return call(`[${data.times.map(short).join(", ")}]`, `[${data.values.map(short).join(", ")}]`);
    case "sine": return call(data.amplitude, data.frequency, data.phase);
    case "zap": return call(data.amplitude, data.low, data.high, data.sweep);
    case "whiteNoise": return call(data.intensity, data.seed);
    case "sum": return call(...data.terms.map(stimulusCode));
    case "ornsteinUhlenbeck":
    case "poissonInput": {
      const { kind: _, ...settings } = data;
      return call(`{ ${Object.entries(settings).map(([key, value]) => `${key}: ${short(value)}`).join(", ")} }`);
    }
  }
}

const short = (value: number): string => String(Number(value.toPrecision(8)));
