import { knownOptions } from "../../checks/require.js";
import { told } from "../../checks/told.js";
import { persistentSodiumPotassium } from "../../models/persistent-sodium-potassium.js";
import { random } from "../../numerics/random.js";
import { simulate } from "../../solve/simulate.js";
import { sum, type Stimulus } from "../../solve/stimuli/stimulus.js";
import { pulses, ramp, step } from "../../solve/stimuli/stimulus-shapes.js";
import { seeded } from "../answers/variant.js";

/** What a neuron did under a current. */
export interface NeuronRecord {
  /** ms. */
  readonly time: Float64Array;
  /** The current without the kicks, uA/cm². */
  readonly current: Float64Array;
  /** mV, with the noise of the amplifier. */
  readonly V: Float64Array;
  /** Highest less lowest V of the second half, mV. */
  readonly swing: number;
}

/** A neuron in the rig. What it is made of is for the reader to find out. */
export interface BlindNeuron {
  /** Lets the current grow evenly from 0 to `to`, uA/cm², in 1000 ms; a kick of 1 mV comes every 25 ms. */
  ramp(to: number): NeuronRecord;
  /**
   * Brings the current in 200 ms to `current`, uA/cm², gives the neuron another 200 ms to settle, and records for
   * 1000 ms. At 10 ms it is kicked. `from` is where the current comes from, uA/cm² (default 0: from rest), `kick` by
   * how much the kick lifts V, mV (default 1).
   */
  hold(current: number, options?: { readonly from?: number; readonly kick?: number }): NeuronRecord;
}

/** ms: the time at the first current, on the way to the second, to settle there, and of a record; of a kick. */
const [before, way, settling, recorded, brief] = [200, 200, 200, 1000, 0.2];
/** ms; mV. */
const [sampling, noise, kickedAt] = [0.1, 0.05, 10];

/**
 * A neuron with persistent sodium and potassium channels, whose conductances and speed follow from its number, and with
 * them the bifurcation at which it begins to fire. The noise is another in each record, and the same again in another
 * rig with the same number.
 * @throws RangeError for a number that is not whole, or negative
 */
export function blindNeuron(number: number): BlindNeuron {
  const neuron = persistentSodiumPotassium.with({ ...blindNeuronParameters(number), I: 0 });
  const { normal } = random(number);
  const { C } = neuron.parameters;
  const lifting = (kick: number, at: readonly number[]): Stimulus => pulses((C * kick) / brief, { width: brief, at });
  const record = (current: Stimulus, kicks: Stimulus, from: number): NeuronRecord => {
    const run = simulate(neuron, { duration: from + recorded, dt: sampling, stimulus: sum(current, kicks) });
    const first = run.time.findIndex((t) => t >= from - sampling / 2);
    const V = run.states.V.slice(first).map((value) => value + noise * normal());
    const late = V.slice(Math.floor(V.length / 2));
    return {
      time: run.time.slice(first).map((t) => t - from),
      current: run.time.slice(first).map((t) => current.at(t)),
      V,
      swing: late.reduce((a, b) => Math.max(a, b)) - late.reduce((a, b) => Math.min(a, b)),
    };
  };
  return {
    ramp(to) {
      requireReach("ramp", "to", to, 200, "uA/cm²");
      const times = Array.from({ length: recorded / 25 - 1 }, (_, k) => 25 * (k + 1));
      return record(ramp(to / recorded), lifting(1, times), 0);
    },
    hold(current, options) {
      const { from = 0, kick = 1 } = knownOptions("hold", options, ["from", "kick"]);
      requireReach("hold", "current", current, 200, "uA/cm²");
      requireReach("hold", "from", from, 200, "uA/cm²");
      requireReach("hold", "kick", kick, 20, "mV");
      const arrives = before + way;
      const course = sum(step(from, 0), ramp((current - from) / way, before, arrives));
      return record(course, lifting(kick, [arrives + settling + kickedAt]), arrives + settling);
    },
  };
}

function requireReach(method: string, name: string, value: number, most: number, unit: string): void {
  if (!(Math.abs(value) <= most))
    throw new RangeError(`${method}: ${name} must be within ±${most} ${unit} in this rig, got ${told(value)}`);
}

/** One neuron for each way in which rest is lost. None is a preset, so that their numbers give nothing away. */
const cells = [
  { EL: -82, gL: 8, gNa: 21, gK: 10, Vm: -20, km: 15, Vn: -25, tau: 1.1 },
  { EL: -80, gL: 8, gNa: 20, gK: 10, Vm: -20, km: 15, Vn: -25, tau: 0.15 },
  { EL: -78, gL: 8, gNa: 20, gK: 10.5, Vm: -20, km: 15, Vn: -45, tau: 1 },
  { EL: -78, gL: 1, gNa: 4, gK: 4.1, Vm: -30, km: 7, Vn: -45, tau: 1 },
] as const;

/**
 * What is behind the rig. With all conductances `size` times as large and τ as much smaller, a neuron does the same in
 * less time, at inputs `size` times as large.
 * @throws RangeError for a number that is not whole, or negative
 */
export function blindNeuronParameters(number: number): Readonly<Record<string, number>> {
  if (!(Number.isSafeInteger(number) && number >= 0))
    throw new RangeError(`blindNeuron: neurons are known by whole numbers, 0 and up, got ${told(number)}`);
  const uniform = seeded(`blind neuron ${number}`);
  const { gL, gNa, gK, tau, ...rest } = cells[Math.floor(cells.length * uniform())];
  const size = Number((0.7 + 0.7 * uniform()).toFixed(4));
  return { ...rest, gL: size * gL, gNa: size * gNa, gK: size * gK, tau: tau / size };
}
