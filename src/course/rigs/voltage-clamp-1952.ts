import { host } from "../../host/node.js";

/** One voltage-clamp record: conductance after a step of the membrane potential. */
export interface ClampCurve {
  /** The paper's letter. */
  readonly curve: string;
  /** Height of the step, mV above rest. */
  readonly depolarisation: number;
  /**
   * Rate constants that the paper reports for this record, 1/ms: alphaN, betaN for potassium, alphaM, betaM, alphaH,
   * betaH for sodium.
   */
  readonly reported: Readonly<Record<string, number>>;
  /** ms after the step. */
  readonly time: Float64Array;
  /** mS/cm². */
  readonly conductance: Float64Array;
}

/** The records of one experiment on the squid giant axon. */
export interface VoltageClamp1952 {
  readonly source: string;
  /** Eleven records, from the strongest step to the weakest. */
  readonly potassium: readonly ClampCurve[];
  /** Twelve records, from the strongest step to the weakest. */
  readonly sodium: readonly ClampCurve[];
}

/**
 * The conductances of the squid giant axon that Hodgkin and Huxley measured; `data/README.md` says how the points were
 * obtained.
 * @throws Error in a browser to which `locatePackage` has not said where the data are
 */
export function voltageClamp1952(): VoltageClamp1952 {
  const { source, potassium, sodium } = JSON.parse(host.file("data/hodgkin-huxley-1952.json")) as {
    source: string;
    potassium: StoredCurve[];
    sodium: StoredCurve[];
  };
  return { source, potassium: potassium.map(typed), sodium: sodium.map(typed) };
}

type StoredCurve = Omit<ClampCurve, "time" | "conductance"> & {
  readonly time: readonly number[];
  readonly conductance: readonly number[];
};

const typed = (curve: StoredCurve): ClampCurve => ({
  ...curve,
  time: Float64Array.from(curve.time),
  conductance: Float64Array.from(curve.conductance),
});
