import { host } from "../../host/node.js";
import { column, remark } from "./table.js";

/** Ten seconds of an auditory receptor, and of what it heard. */
export interface ReceptorRecording {
  /** Paper, and the place of the file. */
  readonly source: string;
  readonly licence: string;
  /** ms. */
  readonly duration: number;
  /** Times of the spikes, ms. */
  readonly spikes: Float64Array;
  /** Level of the sound in dB, relative to its mean; entry k belongs to k ms. */
  readonly level: Float64Array;
}

/** Spikes of one motor unit around a stimulus, trial by trial. */
export interface MotorUnitRecording {
  /** Paper, and the place of the file. */
  readonly source: string;
  readonly licence: string;
  /** Length of a trial, ms. */
  readonly duration: number;
  /** When in a trial the stimulus comes, ms. */
  readonly stimulus: number;
  /** Times of the spikes in each trial, ms. */
  readonly trials: readonly Float64Array[];
}

/** Potassium channels of the human heart under voltage clamp: one record for each command. */
export interface HeartChannelRecording {
  /** Paper. */
  readonly source: string;
  readonly licence: string;
  /** mV: what the membrane is stepped to from −80 mV at time 0, for 5000 ms. */
  readonly commands: readonly number[];
  /** ms, 20 apart at first and 2 from 4950 on. After the command come 1000 ms at −40 mV and 500 ms at −120 mV. */
  readonly time: Float64Array;
  /** nA, outward positive: current[k][i] belongs to commands[k] and time[i]. */
  readonly current: readonly Float64Array[];
}

/**
 * The axon of an auditory receptor in the ear of a locust, while the loudness of a tone went up and down at random:
 * Rokem and others (2006) J. Neurophysiol. 95:2541. `data/recordings/README.md` has its origin and its licence.
 * @throws Error in a browser to which `locatePackage` has not said where the data are
 */
export function grasshopperReceptor(): ReceptorRecording {
  const { paper, source, licence, recordings } = JSON.parse(host.file("data/recordings/grasshopper_spikes.json")) as {
    paper: string;
    source: string;
    licence: string;
    recordings: readonly { stimulus_csv: string; duration_ms: number; spike_times_ms: readonly number[] }[];
  };
  const [recording] = recordings;
  return {
    source: `${paper}; ${source}`,
    licence,
    duration: recording.duration_ms,
    spikes: Float64Array.from(recording.spike_times_ms),
    level: column(host.file(`data/recordings/${recording.stimulus_csv}`), "level_dB"),
  };
}

/**
 * A human motor unit in 469 trials with a magnetic pulse over the brain, recorded by S. J. Boniface: Davison and
 * Hinkley (1997) Bootstrap Methods and Their Application. Times are counted from the beginning of a trial.
 * @throws Error in a browser to which `locatePackage` has not said where the data are
 */
export function humanMotorUnit(): MotorUnitRecording {
  const { papers, source, licence, trials } = JSON.parse(host.file("data/recordings/tms_motor_unit.json")) as {
    papers: readonly string[];
    source: string;
    licence: string;
    trials: readonly (readonly number[])[];
  };
  return {
    source: `${papers[0]}; ${source}`,
    licence,
    duration: 2 * before,
    stimulus: before,
    trials: trials.map((trial) => Float64Array.from(trial, (t) => t + before)),
  };
}

/**
 * The human potassium channel Kv11.1, known as hERG, in a cell that has hardly any other: Beattie and others (2018) J.
 * Physiol. 596:1813, cell 1. Inside are 130 mM of potassium, outside 4 mM, at 21.3 °C.
 * @throws Error in a browser to which `locatePackage` has not said where the data are
 */
export function heartChannel(): HeartChannelRecording {
  const text = host.file("data/recordings/herg_activation_cell1.csv");
  const commands = [-60, -40, -20, 0, 20, 40, 60];
  return {
    source: remark(text, "origin"),
    licence: remark(text, "licence"),
    commands,
    time: column(text, "t_ms"),
    current: commands.map((V) => column(text, `I_${V}`)),
  };
}

/** The trials begin so many ms before the stimulus and end as many after it. */
const before = 250;
