import { exp } from "../../numerics/elementary.js";
import { solve } from "../../numerics/linear-solve.js";
import { rungeKutta } from "../../solve/methods/runge-kutta.js";
import { errorControlledSteps } from "../../solve/methods/step-size.js";
import { dormandPrince } from "../../solve/methods/tableau.js";
import { integrate } from "../../solve/integrate.js";
import { orbitAt } from "../cycles/orbit/orbit-polynomial.js";
import type { CyclePoint } from "../cycles/cycle-point.js";
import { flights } from "../resets/flight.js";
import { asCycle, inSuccession, type ResetCycle } from "../resets/reset-cycle.js";
import { spikeRule } from "../resets/spike-rule.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";

/** A cycle at even steps of its phase, with the gradient of the phase there; in the units of the family. */
export interface PhaseOrbit {
  /** ms. */
  readonly period: number;
  /** count + 1 states, from phase 0 to 1. */
  readonly states: readonly Float64Array[];
  /** The adjoint solution: by how much of a period each state, moved by one unit, advances what follows. */
  readonly gradients: readonly Float64Array[];
  /** Largest |Z·f·T − 1| where the flow moves the phase: how right the gradients are. */
  readonly error: number;
}

const accuracy = 1e-10;

/** A piece of the linearised flow: where it begins and ends, and its n × n matrix. */
interface Stretch {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly matrix: Float64Array;
}

/** The flow over given spans of time from a state, and its derivative over each. */
function stretches(
  family: VectorFieldFamily,
  start: Float64Array,
  spans: readonly { readonly duration: number; readonly held: readonly number[] }[],
): Stretch[] {
  const { n } = family;
  const size = n + n * n;
  const z = new Float64Array(n + 1),
    f = new Float64Array(n),
    J = new Float64Array(n * (n + 1));
  z[n] = start[n];
  let held: readonly number[] = [];
  const field = (_: number, Y: Float64Array, out: Float64Array): void => {
    for (let i = 0; i < n; i++) z[i] = Y[i];
    family.field(z, f);
    family.jacobian(z, J);
    out.set(f);
    for (let i = 0; i < n; i++)
      for (let c = 0; c < n; c++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += J[i * (n + 1) + k] * Y[n + k * n + c];
        out[n + i * n + c] = sum;
      }
    for (const i of held) out.fill(0, i, i + 1).fill(0, n + i * n, n + (i + 1) * n);
  };
  const tolerance = { tolerance: accuracy, floor: new Float64Array(size).fill(0.01) };
  const stepper = rungeKutta(dormandPrince, field, size, tolerance);
  let from: Float64Array = start.slice(0, n);
  return spans.map((span): Stretch => {
    const initial = new Float64Array(size);
    initial.set(from);
    for (let i = 0; i < n; i++) initial[n + i * n + i] = 1;
    held = span.held;
    const Y =
      span.duration > 0
        ? integrate({
            from: 0,
            to: span.duration,
            initial,
            stepper,
            stepSize: errorControlledSteps(stepper, field, tolerance),
          }).y
        : initial;
    const stretch = { from, to: Y.slice(0, n), matrix: Y.slice(n) };
    from = stretch.to;
    return stretch;
  });
}

/** out_c = Σ_i row_i M_ic. */
function pulledBack(row: Float64Array, matrix: Float64Array): Float64Array {
  const n = row.length;
  return Float64Array.from({ length: n }, (_, c) => row.reduce((sum, v, i) => sum + v * matrix[i * n + c], 0));
}

/** The phase along a smooth cycle from a fraction of its period: Ermentrout (1996) Neural Comput. 8:979, eq. 2.6. */
export function smoothPhase(family: VectorFieldFamily, { orbit }: CyclePoint, from: number, count: number): PhaseOrbit {
  const { n } = family;
  const period = exp(orbit.logPeriod);
  const states = Array.from({ length: count + 1 }, (_, k) => {
    const y = new Float64Array(n);
    orbitAt(orbit.mesh, orbit.nodes, n, (from + k / count) % 1, y);
    return y;
  });
  // each stretch begins on the solved orbit: no error adds up
  const pieces = states
    .slice(0, -1)
    .flatMap((y) =>
      stretches(family, Float64Array.of(...y, orbit.parameter), [{ duration: period / count, held: [] }]),
    );
  const whole = pieces.reduce(
    (rows: Float64Array, { matrix }) => multiplied(matrix, rows, n),
    Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0)),
  );
  const f = new Float64Array(n);
  const fieldAt = (y: Float64Array): Float64Array => {
    family.field(Float64Array.of(...y, orbit.parameter), f);
    return f;
  };
  // z M = z and z·f = 1, bordered so that it can be solved: the border is 0 at the solution
  const m = n + 1;
  const A = new Float64Array(m * m),
    right = new Float64Array(m).fill(1, n);
  fieldAt(states[0]);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) A[i * m + k] = whole[k * n + i] - (i === k ? 1 : 0);
    A[i * m + n] = f[i];
    A[n * m + i] = f[i];
  }
  solve(A, m, right);
  const gradients: Float64Array[] = new Array<Float64Array>(count + 1);
  gradients[count] = right.slice(0, n).map((v) => v / period);
  for (let k = count - 1; k >= 0; k--) gradients[k] = pulledBack(gradients[k + 1], pieces[k].matrix);
  gradients[count] = gradients[0];
  const error = gradients.reduce((most, Z, k) => {
    const along = fieldAt(states[k]).reduce((sum, v, i) => sum + v * Z[i], 0);
    return Math.max(most, Math.abs(along * period - 1));
  }, 0);
  return { period, states, gradients, error };
}

function multiplied(A: Float64Array, B: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, q) => {
    const i = Math.floor(q / n),
      c = q % n;
    let sum = 0;
    for (let k = 0; k < n; k++) sum += A[i * n + k] * B[k * n + c];
    return sum;
  });
}

/**
 * The phase along a cycle through resets, from just after the spike with which it begins. A displacement before a spike
 * moves the spike in time, and what is left of it after the reset moves the spikes that follow; a state that is held
 * moves nothing.
 */
export function resetPhase(family: VectorFieldFamily, cycle: ResetCycle, count: number): PhaseOrbit {
  const { n } = family;
  const rule = spikeRule(family);
  const again = inSuccession(flights(family, rule), cycle.z, cycle.flights.length);
  const { flights: list, period } = again ? asCycle(cycle.z, again) : cycle;
  const starts = list.map((_, k) => (k === 0 ? cycle.z.slice(0, n) : list[k - 1].after));
  const gradientsAfter = momentsAfter(list, n);
  const pause = rule.refractory(cycle.z).duration;
  const states: Float64Array[] = [],
    gradients: Float64Array[] = [];
  let error = 0;
  let begun = 0; // ms, of the flight
  list.forEach((flight, j) => {
    const end = begun + flight.duration;
    const times = Array.from({ length: count }, (_, k) => (k / count) * period)
      .filter((t) => t >= begun - 1e-12 * period && t < end - 1e-12 * period)
      .map((t) => Math.max(0, t - begun));
    const cuts = [...new Set([0, ...times, ...(pause > 0 ? [pause] : []), flight.duration])].sort((a, b) => a - b);
    const spans = cuts.slice(1).map((to, k) => ({ duration: to - cuts[k], held: cuts[k] < pause ? rule.held : [] }));
    const pieces = stretches(family, Float64Array.of(...starts[j], cycle.z[n]), spans);
    let Z: Float64Array = beforeSpike(family, rule, flight.before, cycle.z[n], gradientsAfter[(j + 1) % list.length]);
    const at = new Map<number, readonly [Float64Array, Float64Array]>();
    for (let k = pieces.length - 1; k >= 0; k--) {
      Z = pulledBack(Z, pieces[k].matrix);
      at.set(cuts[k], [pieces[k].from, Z]);
      if (cuts[k] < pause) continue;
      const f = new Float64Array(n);
      family.field(Float64Array.of(...pieces[k].from, cycle.z[n]), f);
      error = Math.max(error, Math.abs(f.reduce((sum, v, i) => sum + v * Z[i], 0) - 1));
    }
    for (const t of times) {
      const [y, gradient] = at.get(t) ?? [starts[j], Z];
      states.push(y);
      gradients.push(gradient.map((v) => v / period));
    }
    begun = end;
  });
  states.push(list[list.length - 1].before);
  gradients.push(
    beforeSpike(family, rule, list[list.length - 1].before, cycle.z[n], gradientsAfter[0]).map((v) => v / period),
  );
  return { period, states, gradients, error };
}

/** By how much each state, just after each spike, advances what follows, ms: w_j = −∂T_j/∂y + w_(j+1) ∂P_j/∂y. */
function momentsAfter(list: ResetCycle["flights"], n: number): Float64Array[] {
  const m = n + 1;
  const size = list.length * n;
  const A = new Float64Array(size * size),
    right = new Float64Array(size);
  list.forEach(({ map, delay }, j) => {
    const next = ((j + 1) % list.length) * n;
    for (let c = 0; c < n; c++) {
      const row = (j * n + c) * size;
      A[row + j * n + c] += 1;
      for (let i = 0; i < n; i++) A[row + next + i] -= map[i * m + c];
      right[j * n + c] = -delay[c];
    }
  });
  solve(A, size, right);
  return list.map((_, j) => right.slice(j * n, (j + 1) * n));
}

/** The gradient just before a spike, ms for each unit, from that just after it. */
function beforeSpike(
  family: VectorFieldFamily,
  rule: ReturnType<typeof spikeRule>,
  before: Float64Array,
  parameter: number,
  after: Float64Array,
): Float64Array {
  const { n } = family;
  const z = Float64Array.of(...before, parameter);
  const f = new Float64Array(n);
  family.field(z, f);
  const gradient = rule.gradient(z),
    D = rule.resetJacobian(z);
  const speed = f.reduce((sum, v, i) => sum + v * gradient[i], 0);
  const kept = Float64Array.from({ length: n }, (_, c) => after.reduce((sum, v, i) => sum + v * D[i * (n + 1) + c], 0));
  const along = kept.reduce((sum, v, i) => sum + v * f[i], 0);
  return kept.map((v, c) => v + (gradient[c] / speed) * (1 - along));
}
