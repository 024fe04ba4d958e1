import type { Model } from "../../model/model.js";
import { seeded } from "./variant.js";

/** States at which two models are compared. */
const places = 200;

/**
 * Whether two models have states of the same names and move alike, wherever in their windows and around them: the same
 * velocities, threshold and reset, however the equations are written.
 */
export function movesLike(given: Model, right: Model): boolean {
  if ([...given.stateNames].sort().join() !== [...right.stateNames].sort().join()) return false;
  if (given.spiking.threshold !== right.spiking.threshold || given.spiking.reset !== right.spiking.reset) return false;
  const random = seeded(right.equations);
  return Array.from({ length: places }).every(() => {
    const state = Object.fromEntries(right.stateNames.map((name) => [name, around(right.ranges[name], random)]));
    const [mine, theirs] = [motionOf(given, state), motionOf(right, state)];
    return Object.entries(theirs).every(([name, value]) => isClose(mine[name], value));
  });
}

/** A value of a window, or as far beside it as it is wide. */
const around = ([low, high]: readonly [number, number] = [-100, 100], random: () => number): number =>
  low + (high - low) * (3 * random() - 1);

/** What a model does with a state, all by name. */
function motionOf(model: Model, state: Readonly<Record<string, number>>): Record<string, number> {
  const { stateNames, kernels, vector, spiking } = model;
  const velocity = model.field(state);
  const y = Float64Array.from(stateNames, (name) => state[name]);
  const distance = spiking.threshold ? { threshold: kernels.threshold(y, vector) } : {};
  if (spiking.reset) kernels.reset(y, vector);
  const after = spiking.reset ? stateNames.map((name, i) => [`${name} after the reset`, y[i]] as const) : [];
  const pause = spiking.reset ? { pause: kernels.refractory(vector) } : {};
  return {
    ...Object.fromEntries([...stateNames.map((name, i) => [name, velocity[i]] as const), ...after]),
    ...distance,
    ...pause,
  };
}

const isClose = (a: number | undefined, b: number): boolean =>
  a !== undefined && (Object.is(a, b) || Math.abs(a - b) <= 1e-9 * (1 + Math.abs(a) + Math.abs(b)));
