import { host } from "../../host/node.js";
import { column, remark } from "./table.js";

/** Where a recording comes from. */
interface Origin {
  /** The place of the file, as far as it is known. */
  readonly source: string;
  readonly licence: string;
}

/** Spikes under steps of current, each 500 ms long. */
export interface StepResponses {
  /** Height of each step, pA. */
  readonly current: Float64Array;
  /** Times of the spikes during each step, ms after its beginning. */
  readonly spikes: readonly Float64Array[];
  /** Spikes over 500 ms, Hz. */
  readonly rate: Float64Array;
}

/** Membrane potentials around steps of current, each from 0 to 500 ms. */
export interface StepTraces {
  /** ms from the beginning of the step. */
  readonly time: Float64Array;
  /** Height of each step, pA. */
  readonly current: readonly number[];
  /** mV: V[k][i] belongs to current[k] and time[i]. */
  readonly V: readonly Float64Array[];
}

/** A neuron that fires regularly and tires, recorded with one electrode. */
export interface RealNeuron extends Origin {
  /** Steps that make it fire no spike, one value a ms. */
  readonly small: StepTraces;
  /** Three steps that make it fire, five values a ms. */
  readonly firing: StepTraces;
  /** −100 to 300 pA. */
  readonly first: StepResponses;
  /** −100 to 1400 pA, recorded two minutes later. From 1500 pA on it is in depolarisation block. */
  readonly second: StepResponses;
}

/** A fast-spiking neuron. */
export interface FastSpikingNeuron extends Origin {
  /** −100 to 300 pA. */
  readonly steps: StepResponses;
}

/** Duration of each step, ms. */
const duration = 500;
/** Beyond it what crosses 0 mV is no spike any more, pA. */
const block = 1500;

/**
 * A neuron under steps of current, from the files that S. W. Harden added to pyABF. Of which animal and which part of
 * the brain is not documented. The electrode's 13 MΩ are not corrected.
 * @throws Error in a browser to which `locatePackage` has not said where the data are
 */
export function realNeuron(): RealNeuron {
  const { source, licence, sweeps } = spikesIn("neuronA_spiketimes.json");
  const of = (file: string): StepResponses =>
    responses(sweeps.filter((sweep) => sweep.file.endsWith(file) && sweep.I_pA < block));
  return {
    source,
    licence,
    small: traces("neuronA_small_steps_1kHz.csv", [-100, -75, -50, -25, 0, 25]),
    firing: traces("neuronA_firing_5kHz.csv", [100, 200, 300]),
    first: of("0018.abf"),
    second: of("0019.abf"),
  };
}

/**
 * A fast-spiking neuron under steps of current, from the files that S. W. Harden added to pyABF. It also fires without
 * current.
 * @throws Error in a browser to which `locatePackage` has not said where the data are
 */
export function fastSpikingNeuron(): FastSpikingNeuron {
  const { source, licence, sweeps } = spikesIn("fsi_spiketimes.json");
  return { source, licence, steps: responses(sweeps) };
}

interface Sweep {
  readonly file: string;
  readonly I_pA: number;
  readonly pulse1_ms: readonly number[];
}

const spikesIn = (name: string): Origin & { readonly sweeps: readonly Sweep[] } =>
  JSON.parse(host.file(`data/recordings/${name}`)) as Origin & { readonly sweeps: readonly Sweep[] };

const responses = (sweeps: readonly Sweep[]): StepResponses => ({
  current: Float64Array.from(sweeps, ({ I_pA }) => I_pA),
  spikes: sweeps.map(({ pulse1_ms }) => Float64Array.from(pulse1_ms)),
  rate: Float64Array.from(sweeps, ({ pulse1_ms }) => (1000 * pulse1_ms.length) / duration),
});

function traces(name: string, current: readonly number[]): StepTraces {
  const text = host.file(`data/recordings/${name}`);
  return { time: column(text, "t_ms"), current, V: current.map((I) => column(text, `V_${I}pA`)) };
}

/** A train of postsynaptic potentials. */
export interface PostsynapticTrain extends Origin {
  /** ms. */
  readonly time: Float64Array;
  /** mV, of the cell that receives. */
  readonly V: Float64Array;
  /** Times of the spikes of the cell that sends, ms. */
  readonly presynaptic: Float64Array;
}

/**
 * What eight spikes at 20 Hz and one 550 ms later in one pyramidal cell of layer 5 do to another: recorded by R. Perin,
 * EPFL, from the examples of BluePyOpt.
 * @throws Error in a browser to which `locatePackage` has not said where the data are
 */
export function postsynapticTrain(): PostsynapticTrain {
  const text = host.file("data/recordings/epsp_train_2kHz.csv");
  return {
    source: remark(text, "origin"),
    licence: remark(text, "licence"),
    time: column(text, "t_ms"),
    V: column(text, "V_mV"),
    presynaptic: Float64Array.from(remark(text, "presynaptic spikes (ms)").split(" "), Number),
  };
}
