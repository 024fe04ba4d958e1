import { requireMade, type Made } from "../checks/require-made.js";
import { knownOptions, requirePositive } from "../checks/require.js";
import { told } from "../checks/told.js";
import { SimulationError } from "../solve/simulation-error.js";
import { gridSteps } from "../solve/methods/step-size.js";
import { requireStimulus, type Stimulus } from "../solve/stimuli/stimulus.js";
import { compartmentAt, type CablePlace } from "./cable-place.js";
import { madeCable, type Cable } from "./cable.js";
import { linearisedCable } from "./linearised.js";

/** A current into one compartment. */
export interface Injection {
  /** Where. */
  readonly at: CablePlace;
  /** nA. */
  readonly current: Stimulus;
}

/** What `simulateCable` takes. */
export interface SimulateCableOptions {
  /** ms. */
  readonly duration: number;
  /** Currents into the cable; by default none. */
  readonly inject?: readonly Injection[];
  /** Step, ms, by default 0.01. */
  readonly dt?: number;
  /** Spacing of the output in ms, a whole number of steps; by default such that there are 1000 rows at most. */
  readonly output?: number;
}

const defaults = { dt: 0.01, rows: 1000 } as const;

/**
 * So many steps after a jump are made of two half steps of implicit Euler, which damp what the jump excites; the
 * trapezoidal rule would let it ring.
 */
const dampedSteps = 2;

/** The result of `simulateCable`. */
export interface CableTrajectory {
  /** The cable that was run. */
  readonly cable: Cable;
  /** ms. */
  readonly time: Float64Array;
  /** Middle of each compartment, um from the beginning of the first section. */
  readonly position: Float64Array;
  /** mV, by rows: V[row·position.length + compartment] is the potential at time[row]. */
  readonly V: Float64Array;
  /** For each compartment the times in ms at which its membrane's threshold was crossed upward. */
  readonly spikes: readonly Float64Array[];
  /** Membrane potential at a place along `time`. */
  trace(place: CablePlace): Float64Array;
}

/**
 * Runs a cable from the initial states of its membranes: the cable equation by the method of lines, with a linearised
 * trapezoidal step, whose error falls with dt² and which is stable for any dt. No step spans a jump of an injected
 * current; the first two after it are of implicit Euler, halved, as Rannacher (1984) Numer. Math. 43:309 proposed.
 * @throws RangeError or TypeError for arguments that make no sense, SimulationError when a potential is no longer
 * finite
 */
export function simulateCable(cable: Cable, options: SimulateCableOptions): CableTrajectory {
  requireMade("simulateCable", cable, madeCable);
  const { duration, inject, dt, every } = checked(options);
  const places = inject.map(({ at }) => compartmentAt(cable, at));
  const count = cable.position.length;
  const system = linearisedCable(cable);
  const injected = new Float64Array(count);
  const marginOf = cable.membranes.map(({ model: { kernels, spiking, vector } }) => {
    const { threshold } = kernels; // a getter, too slow for every call
    return spiking.threshold ? (y: Float64Array) => threshold(y, vector) : undefined;
  });
  const firing = [...cable.position.keys()].filter((i) => marginOf[cable.section[i]] !== undefined);
  const margin = (i: number): number => marginOf[cable.section[i]]?.(system.y[i]) ?? -Infinity;
  const margins = Float64Array.from(firing, margin);
  const spikes: number[][] = Array.from(cable.position, () => []);
  const time: number[] = [];
  const rows: Float64Array[] = [];
  const put = (now: number): void => {
    time.push(now);
    rows.push(Float64Array.from(system.y, (y) => y[0]));
  };

  const breaks = [...new Set(inject.flatMap(({ current }) => current.breaks(duration)))].sort((a, b) => a - b);
  const grid = gridSteps(dt);
  put(0);
  let t = 0;
  let step = 0;
  const advance = (from: number, to: number, beta: number): number => {
    const middle = (from + to) / 2;
    injected.fill(0);
    inject.forEach(({ current }, k) => (injected[places[k]] += 1e-3 * current.at(middle, system.y[places[k]][0])));
    return system.advance(1 / (to - from), beta, injected);
  };
  for (const end of [...breaks, duration]) {
    for (let sinceJump = 0; t < end; sinceJump++) {
      const tNext = grid.propose(t, end);
      const half = (t + tNext) / 2;
      const change = sinceJump < dampedSteps ? advance(t, half, 1) + advance(half, tNext, 1) : advance(t, tNext, 0.5);
      if (!Number.isFinite(change))
        throw new SimulationError(
          `the membrane potential became ${change} at t = ${t} ms; ` +
            `most likely dt = ${dt} ms is too large for this membrane`,
          t,
          cable.sections[0].membrane.stateNames[0],
        );
      for (let k = 0; k < firing.length; k++) {
        const before = margins[k];
        const now = margin(firing[k]);
        margins[k] = now;
        if (before < 0 && now >= 0) spikes[firing[k]].push(t + ((tNext - t) * before) / (before - now));
      }
      t = tNext;
      const onGrid = Math.abs(t - (step + 1) * dt) < 1e-6 * dt;
      if (onGrid) step++;
      if ((onGrid && step % every === 0) || t === duration) put(t);
    }
  }
  const V = new Float64Array(rows.length * count);
  rows.forEach((row, k) => V.set(row, k * count));
  return {
    cable,
    time: Float64Array.from(time),
    position: cable.position,
    V,
    spikes: spikes.map((times) => Float64Array.from(times)),
    trace(place) {
      const i = compartmentAt(cable, place);
      return Float64Array.from(rows, (row) => row[i]);
    },
  };
}

/** The stretch over which `conductionVelocity` measures. */
export interface ConductionVelocityOptions {
  readonly from: CablePlace;
  readonly to: CablePlace;
}

const madeRun: Made = { what: "a run of a cable", parts: ["cable", "spikes", "position"], by: "simulateCable(…)" };

/**
 * Speed in m/s at which the first spike travels from one place to another, by the times at which it crosses the
 * membrane's threshold in the compartments there. Negative if it comes the other way; NaN if one of them has no spike.
 * @throws RangeError unless one place lies on the way from the other to the root, and both membranes spike
 */
export function conductionVelocity(run: CableTrajectory, options: ConductionVelocityOptions): number {
  requireMade("conductionVelocity", run, madeRun);
  const { cable, spikes, position } = run;
  const { from, to } = knownOptions("conductionVelocity", options, ["from", "to"]);
  const a = compartmentAt(cable, from),
    b = compartmentAt(cable, to);
  if (a === b) throw new RangeError(`conductionVelocity: both places lie in one compartment; take them farther apart`);
  if (!isOnWayToRoot(cable, a, b) && !isOnWayToRoot(cable, b, a))
    throw new RangeError("conductionVelocity: the two places lie on different branches");
  for (const i of [a, b]) {
    const { name, membrane } = cable.sections[cable.section[i]];
    if (!membrane.spiking.threshold)
      throw new RangeError(
        `conductionVelocity: the membrane of '${name}', ${membrane.name}, does not say what a spike is; ` +
          "take places with an active membrane, such as nodes",
      );
  }
  const [first] = spikes[a],
    [second] = spikes[b];
  return first === undefined || second === undefined
    ? NaN
    : Math.abs(position[b] - position[a]) / (second - first) / 1000;
}

function isOnWayToRoot({ tree, node }: Cable, above: number, below: number): boolean {
  let k = node[below];
  while (k > node[above]) k = tree.parent[k];
  return k === node[above];
}

function checked(options: SimulateCableOptions): {
  readonly duration: number;
  readonly inject: readonly Injection[];
  readonly dt: number;
  readonly every: number;
} {
  const given = knownOptions("simulateCable", options, ["duration", "inject", "dt", "output"]);
  const { duration, inject = [], dt = defaults.dt, output } = given;
  for (const [name, value] of Object.entries({ duration, dt, ...(output !== undefined && { output }) }))
    requirePositive("simulateCable", name, value, "ms");
  if (dt > duration)
    throw new RangeError(
      `simulateCable: dt = ${dt} ms is longer than the whole run of ${duration} ms; did you mean ${defaults.dt}?`,
    );
  if (!Array.isArray(inject))
    throw new TypeError(
      "simulateCable: inject must be a list, as in inject: [{ at: 0, current: constant(1) }], " +
        `with the current in nA; got ${told(inject)}`,
    );
  for (const { current } of inject) requireStimulus("simulateCable", current);
  const every = output === undefined ? Math.ceil(duration / dt / defaults.rows) : Math.round(output / dt);
  if (output !== undefined && !(every >= 1 && Math.abs(output / dt - every) < 1e-6 * every))
    throw new RangeError(`simulateCable: output must be a whole number of steps of ${dt} ms, got ${output} ms`);
  return { duration, inject, dt, every };
}
