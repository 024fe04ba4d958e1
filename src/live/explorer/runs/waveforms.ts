import { ornsteinUhlenbeck } from "../../../solve/stimuli/stimulus-noise.js";
import { constant, doublet, pulses, ramp, sampled, step } from "../../../solve/stimuli/stimulus-shapes.js";
import { sine, zap } from "../../../solve/stimuli/stimulus-waves.js";
import { sum, type Stimulus } from "../../../solve/stimuli/stimulus.js";

/** A parameter of a waveform, which has a slider of its own. */
interface WaveformControl {
  readonly name: string;
  /** Undefined: that of the input. */
  readonly unit?: string;
  readonly range: readonly [number, number];
  readonly initial: number;
  /** Why it cannot have a value beside the others, in a sentence. */
  refuse?(value: number, other: (name: string) => number): string | undefined;
}

/** A time course of the injected current; its size is the value of the model's input. */
interface Waveform {
  readonly name: string;
  /** One sentence: what is injected and what it shows. */
  readonly about: string;
  /** @param duration ms, of the run */
  readonly controls: (duration: number) => readonly WaveformControl[];
  /** @param value of each parameter by its name @param duration ms, of the run */
  readonly make: (size: number, value: (name: string) => number, duration: number) => Stimulus;
}

/** The waveform whose parameters are its values at `drawnPoints` times. */
export const drawnByHand = "drawn by hand";
/** Points of a current drawn by hand, at equal distances over the run. */
export const drawnPoints = 100;
/** The name of the k-th of them among a waveform's parameters. */
export const pointName = (k: number): string => `point ${k}`;
/** Values by the places of their points, as the waveform's parameters. */
export const drawnParameters = (values: Readonly<Record<number, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(values).map(([k, value]) => [pointName(Number(k)), value]));
/** Whether it is the name of one of them. */
export const isPointName = (name: string): boolean => name.startsWith("point ");

const part =
  (name: string, at: number) =>
  (duration: number): WaveformControl => ({ name, unit: "ms", range: [0, duration], initial: at * duration });
const onset = part("onset", 0.1);
/** Why a step cannot go from one time to another, ms. */
const emptyStep = (from: number, to: number): string | undefined =>
  from < to
    ? undefined
    : `The current would begin at ${from} ms and end before, at ${to} ms: it flows from onset to end.`;
const mean: WaveformControl = { name: "mean", range: [-1, 1], initial: 0 };

/** In the order of the menu; an explorer opens with the first. */
export const waveforms: readonly Waveform[] = [
  {
    name: "step",
    about: "A current of constant strength is switched on at the onset and off at the end, as in most experiments.",
    controls: (duration) => [
      { ...onset(duration), refuse: (at, other) => emptyStep(at, other("end")) },
      { ...part("end", 0.8)(duration), refuse: (at, other) => emptyStep(other("onset"), at) },
    ],
    make: (size, value) => (value("end") > value("onset") ? step(size, value("onset"), value("end")) : constant(0)),
  },
  {
    name: "constant",
    about:
      "The current flows from the first moment on: what is seen at the end is what the neuron does in the long run.",
    controls: () => [],
    make: (size) => constant(size),
  },
  {
    name: "pulses",
    about: "Brief pulses in a regular train: does each of them evoke a spike?",
    controls: (duration) => [
      onset(duration),
      { name: "width", unit: "ms", range: [0.1, duration / 20], initial: duration / 50 },
      { name: "period", unit: "ms", range: [duration / 20 + 0.1, duration / 2], initial: duration / 5 },
    ],
    make: (size, value) => pulses(size, { width: value("width"), period: value("period"), from: value("onset") }),
  },
  {
    name: "doublet",
    about:
      "Two pulses: an integrator answers best when they come close together, a resonator at an interval of its own.",
    controls: (duration) => [
      onset(duration),
      { name: "width", unit: "ms", range: [0.1, duration / 20], initial: duration / 50 },
      { name: "interval", unit: "ms", range: [duration / 20 + 0.1, duration / 1.5], initial: duration / 4 },
    ],
    make: (size, value) => doublet(size, { from: value("onset"), interval: value("interval"), width: value("width") }),
  },
  {
    name: "impulse",
    about: "A shock ten times as strong as the slider says, over at once: it moves V and leaves all else where it was.",
    controls: (duration) => [onset(duration), { name: "width", unit: "ms", range: [0.05, 2], initial: 0.5 }],
    make: (size, value) => pulses(10 * size, { width: value("width"), at: [value("onset")] }),
  },
  {
    name: "ramp",
    about: "A current that grows steadily to the slider's value: where along it does firing begin, and how?",
    controls: (duration) => [onset(duration)],
    make: (size, value, duration) =>
      value("onset") < duration ? ramp(size / (duration - value("onset")), value("onset")) : constant(0),
  },
  {
    name: "sine",
    about: "A current that oscillates about its mean at one frequency.",
    controls: (duration) => [
      { name: "frequency", unit: "Hz", range: [1000 / duration, 20000 / duration], initial: 4000 / duration },
      mean,
    ],
    make: (size, value) => sum(constant(value("mean")), sine(size, value("frequency"))),
  },
  {
    name: "ZAP",
    about:
      "An oscillation whose frequency climbs: a resonator answers to a part of it, an integrator to its beginning.",
    controls: (duration) => [
      { name: "lowest", unit: "Hz", range: [0, 4000 / duration], initial: 0 },
      { name: "highest", unit: "Hz", range: [4100 / duration, 40000 / duration], initial: 20000 / duration },
      mean,
    ],
    make: (size, value, duration) =>
      sum(constant(value("mean")), zap(size, { low: value("lowest"), high: value("highest"), duration })),
  },
  {
    name: "noise",
    about:
      "A current that fluctuates as synapses make it, about a mean and with the slider's value as its " +
      "standard deviation.",
    controls: (duration) => [
      mean,
      { name: "correlation", unit: "ms", range: [duration / 200, duration / 5], initial: duration / 50 },
      { name: "seed", unit: "1", range: [1, 200], initial: 1 },
    ],
    make: (size, value) =>
      ornsteinUhlenbeck({
        mean: value("mean"),
        deviation: Math.abs(size),
        tau: value("correlation"),
        seed: Math.max(0, Math.round(value("seed"))),
      }),
  },
  {
    name: drawnByHand,
    about:
      "Drag across the panel of the current to draw it, or use the sliders; that of the input sets the scale of " +
      "the panel.",
    controls: () => [],
    make: (_size, value, duration) =>
      sampled(
        Array.from({ length: drawnPoints }, (_, k) => (k * duration) / (drawnPoints - 1)),
        Array.from({ length: drawnPoints }, (_, k) => value(pointName(k))),
      ),
  },
];

/** @throws RangeError for a name that no waveform has */
export function waveformOf(name: string): Waveform {
  const found = waveforms.find((waveform) => waveform.name === name);
  if (found === undefined) throw new RangeError(`there is no waveform "${name}"`);
  return found;
}

/** How all of them are given and what is measured, in a sentence. */
export const recordingMethod =
  "One electrode passes the current into the cell, another measures V against the bath; " +
  "each spike is marked above the trace.";
