import { log } from "../../../numerics/elementary.js";
import { degree, orbitAt, type Orbit } from "./orbit-polynomial.js";

const mostTurns = 16;
const apart = 1e-6; // of two points of a mesh

/**
 * Guesses at the cycle whose period has doubled to give an orbit: the mean of its two halves, and each of them, closed.
 * It is cut where it passes the middle of the state that moves most: the halves may differ in time, as two spikes that
 * have drawn nearer to each other. Nothing where it passes that an odd number of times, or many, as a burst does.
 */
export function halvesOf(
  {
    orbit,
    minimum,
    maximum,
  }: { readonly orbit: Orbit; readonly minimum: Float64Array; readonly maximum: Float64Array },
  n: number,
): Orbit[] {
  const spread = maximum.map((v, k) => v - minimum[k]);
  const i = spread.indexOf(Math.max(...spread));
  const times = upwardCrossings(orbit, n, i, (minimum[i] + maximum[i]) / 2);
  if (times.length === 0 || times.length % 2 === 1 || times.length > mostTurns) return [];
  const [start, middle] = [times[0], times[times.length / 2]];
  const halves = [
    { from: start, width: middle - start },
    { from: middle, width: start + 1 - middle },
  ];
  return [halves, [halves[0]], [halves[1]]].map((parts) => meanOf(orbit, n, parts));
}

/** As shares of the period, near enough for a guess. */
function upwardCrossings({ mesh, nodes }: Orbit, n: number, i: number, level: number): number[] {
  const times: number[] = [];
  for (let k = 0; k < (mesh.length - 1) * degree; k++) {
    const [before, after] = [nodes[k * n + i] - level, nodes[(k + 1) * n + i] - level];
    if (!(before < 0 && after >= 0)) continue;
    const j = Math.floor(k / degree);
    times.push(mesh[j] + (((k % degree) + before / (before - after)) / degree) * (mesh[j + 1] - mesh[j]));
  }
  return times;
}

/** A piece of an orbit, in shares of its period; it may run beyond the end. */
interface Piece {
  readonly from: number;
  readonly width: number;
}

/** The mean of some pieces of an orbit, each from 0 to 1, and what its ends differ by spread over it. */
function meanOf({ mesh, nodes, logPeriod, ...others }: Orbit, n: number, pieces: readonly Piece[]): Orbit {
  const shares = pieces
    .flatMap(({ from, width }) => Array.from(mesh, (t) => ((t - from + 1) % 1) / width))
    .filter((t) => t > apart && t < 1 - apart)
    .sort((a, b) => a - b);
  const inside = shares.filter((t, k) => k === 0 || t - shares[k - 1] > apart);
  const times = Float64Array.of(0, ...inside, 1);
  const count = times.length - 1;
  const out = new Float64Array((count * degree + 1) * n),
    there = new Float64Array(n),
    drift = new Float64Array(n);
  const addAt = (at: number, factor: number, to: Float64Array, place: number): void => {
    for (const { from, width } of pieces) {
      orbitAt(mesh, nodes, n, (from + at * width) % 1, there);
      for (let i = 0; i < n; i++) to[place + i] += (factor * there[i]) / pieces.length;
    }
  };
  addAt(1, 1, drift, 0);
  addAt(0, -1, drift, 0);
  for (let k = 0; k <= count * degree; k++) {
    const j = Math.min(count - 1, Math.floor(k / degree));
    const at = times[j] + ((k - j * degree) / degree) * (times[j + 1] - times[j]);
    addAt(at, 1, out, k * n);
    for (let i = 0; i < n; i++) out[k * n + i] -= at * drift[i];
  }
  const share = pieces.reduce((sum, { width }) => sum + width, 0) / pieces.length;
  return { mesh: times, nodes: out, logPeriod: logPeriod + log(share), ...others };
}
