import { knownOptions, requirePositive } from "../../checks/require.js";

/** How a synapse tires from spike to spike, and recovers. */
export interface ShortTermPlasticity {
  /** The part of the transmitter at hand that a spike releases, above 0 and up to 1. */
  readonly U: number;
  /** Time constant with which released transmitter comes back, ms. */
  readonly tauRec: number;
  /** Time constant with which the larger release after a spike fades, ms; none by default: U stays. */
  readonly tauFacil?: number;
}

/** The release of one cell's synapses, spike by spike. */
export interface Release {
  /** The part of all transmitter that a spike at this time releases; times must ascend. */
  spike(time: number): number;
}

/**
 * What each spike of a train releases, as a part of all transmitter, u R: Tsodyks & Markram (1997) PNAS 94:719, with
 * facilitation Tsodyks, Pawelzik & Markram (1998) Neural Comput. 10:821, eqs. 2.5 and 2.6. All transmitter is there at
 * first. The height of a postsynaptic potential is proportional to it.
 *
 * Between spikes R recovers to 1 with `tauRec` and u falls to 0 with `tauFacil`; a spike first lifts u by U (1 − u),
 * then takes u R out of R.
 * @param spikes ms, ascending
 * @throws RangeError for a U beyond 1, a time constant that is not positive, or times that do not ascend
 */
export function tsodyksMarkram(spikes: ArrayLike<number>, plasticity: ShortTermPlasticity): Float64Array {
  const release = releaseOf("tsodyksMarkram", plasticity);
  return Float64Array.from(spikes, (t, k) => {
    if (!(Number.isFinite(t) && (k === 0 || t >= spikes[k - 1])))
      throw new RangeError(`tsodyksMarkram: spike times must ascend, got ${spikes[k - 1]} then ${String(t)} ms`);
    return release.spike(t);
  });
}

/** @throws RangeError for a U beyond 1 or a time constant that is not positive */
export function releaseOf(where: string, plasticity: ShortTermPlasticity): Release {
  const { U, tauRec, tauFacil } = knownOptions(where, plasticity, ["U", "tauRec", "tauFacil"]);
  if (!(U > 0 && U <= 1))
    throw new RangeError(`${where}: U is a part, above 0 and up to 1 (not a percentage), got ${String(U)}`);
  requirePositive(where, "tauRec", tauRec, "ms");
  if (tauFacil !== undefined) requirePositive(where, "tauFacil", tauFacil, "ms");
  let [R, u, before] = [1, 0, -Infinity];
  return {
    spike(time) {
      const since = time - before;
      R = 1 - (1 - R) * Math.exp(-since / tauRec);
      u = tauFacil === undefined ? U : U + (1 - U) * u * Math.exp(-since / tauFacil);
      const released = u * R;
      R -= released;
      before = time;
      return released;
    },
  };
}
