import type { Complex } from "../../numerics/complex.js";
import { eigenvalues } from "../../numerics/eigen.js";
import { solve } from "../../numerics/linear-solve.js";
import { multiplyInto } from "../../numerics/matrix-exponential.js";
import { modulus } from "../../numerics/complex.js";
import type { Flight, Fly } from "./flight.js";

/** A cycle with so many spikes in a period, from just after one of them; in the units of the family. */
export interface ResetCycle {
  /** The states just after the spike with which the flights begin, and the parameter. */
  readonly z: Float64Array;
  readonly flights: readonly Flight[];
  /** ms. */
  readonly period: number;
  /** Of the map from period to period, without that along the flow, which is 0; the largest modulus first. */
  readonly multipliers: readonly Complex[];
  /** Number of them outside the unit circle. */
  readonly unstable: number;
  /** Largest difference between where it ends and where it began, in widths of the ranges. */
  readonly residual: number;
}

/** Several flights, one after the other; undefined if one of them has no end. */
export function inSuccession(fly: Fly, z: Float64Array, count: number): Flight[] | undefined {
  const n = z.length - 1;
  const found: Flight[] = [];
  let from = z;
  for (let k = 0; k < count; k++) {
    const flight = fly(from);
    if (flight === undefined) return undefined;
    found.push(flight);
    from = Float64Array.of(...flight.after, z[n]);
  }
  return found;
}

/** The derivative of the last state with respect to the first and the parameter: n × (n + 1). */
export function mapOf(flights: readonly Flight[], n: number): Float64Array {
  const m = n + 1;
  return flights.slice(1).reduce((before, { map }) => {
    const out = new Float64Array(n * m);
    for (let i = 0; i < n; i++)
      for (let c = 0; c < m; c++) {
        let sum = c === n ? map[i * m + n] : 0;
        for (let k = 0; k < n; k++) sum += map[i * m + k] * before[k * m + c];
        out[i * m + c] = sum;
      }
    return out;
  }, flights[0].map);
}

/** Flights that end where they began, as a cycle. */
export function asCycle(z: Float64Array, flights: readonly Flight[]): ResetCycle {
  const n = z.length - 1;
  const { after } = flights[flights.length - 1];
  const multipliers = multipliersOf(flights, n);
  return {
    z,
    flights,
    period: flights.reduce((sum, { duration }) => sum + duration, 0),
    multipliers,
    unstable: multipliers.filter((mu) => modulus(mu) > 1).length,
    residual: after.reduce((most, v, i) => Math.max(most, Math.abs(v - z[i])), 0),
  };
}

function multipliersOf(flights: readonly Flight[], n: number): Complex[] {
  const product = flights.reduce(
    (before, { map }) => {
      const square = Float64Array.from({ length: n * n }, (_, k) => map[Math.floor(k / n) * (n + 1) + (k % n)]);
      const out = new Float64Array(n * n);
      multiplyInto(square, before, n, out);
      return out;
    },
    Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0)),
  );
  // a displacement along the flow is gone at the next spike: one of them is 0
  return eigenvalues(product, n)
    .sort((a, b) => modulus(b) - modulus(a))
    .slice(0, n - 1);
}

const mostNewtonSteps = 12;

/** The cycle of `count` spikes near z, at its parameter, by Newton's method; undefined if there is none. */
export function cycleNear(fly: Fly, z: Float64Array, count: number): ResetCycle | undefined {
  const n = z.length - 1;
  let from = z;
  for (let step = 0; step < mostNewtonSteps; step++) {
    const flights = inSuccession(fly, from, count);
    if (flights === undefined) return undefined;
    const { after } = flights[count - 1];
    const map = mapOf(flights, n);
    const A = Float64Array.from(
      { length: n * n },
      (_, k) => map[Math.floor(k / n) * (n + 1) + (k % n)] - (k % (n + 1) === 0 ? 1 : 0),
    );
    const move = after.map((v, i) => from[i] - v);
    if (!solve(A, n, move)) return undefined;
    const size = move.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
    if (!(size < 1)) return undefined;
    from = Float64Array.of(...move.map((v, i) => v + from[i]), z[n]);
    if (size > 1e-9) continue;
    const last = inSuccession(fly, from, count);
    return last && asCycle(from, last);
  }
  return undefined;
}
