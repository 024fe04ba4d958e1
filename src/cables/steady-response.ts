import { requireMade } from "../checks/require-made.js";
import { SimulationError } from "../solve/simulation-error.js";
import { compartmentAt, type CablePlace } from "./cable-place.js";
import { madeCable, type Cable } from "./cable.js";
import { linearisedCable } from "./linearised.js";

/** What a small steady current at one place does to a cable at rest. */
export interface SteadyResponse {
  /** Middle of each compartment, um. */
  readonly position: Float64Array;
  /** The potential at rest, mV. */
  readonly rest: Float64Array;
  /** The change of the potential relative to that where the current enters. */
  readonly attenuation: Float64Array;
  /** Change of the potential where the current enters, over the current: Mohm. */
  readonly inputResistance: number;
}

const mostNewtonSteps = 50;

/**
 * Steady attenuation and input resistance, from the equations linearised at rest; for a passive cable they hold for any
 * current.
 * Rest is what Newton's method finds from the membranes' initial states.
 * @param place where the current enters
 * @throws RangeError for a place that is not on the cable, SimulationError if no rest is found
 */
export function steadyResponse(cable: Cable, place: CablePlace): SteadyResponse {
  requireMade("steadyResponse", cable, madeCable);
  const i = compartmentAt(cable, place);
  const system = linearisedCable(cable);
  const none = new Float64Array(cable.position.length);
  let change = Infinity;
  for (let k = 0; k < mostNewtonSteps && change > 1e-10; k++) change = system.advance(0, 1, none);
  if (!(change <= 1e-10))
    throw new SimulationError(
      "steadyResponse: found no resting state of the cable; does it fire by itself?",
      0,
      undefined,
    );
  const rest = Float64Array.from(system.y, (y) => y[0]);
  const current = none.slice();
  current[i] = 1e-3; // 1 nA
  system.advance(0, 1, current); // exact for the linearised system, however large the current
  const response = Float64Array.from(system.y, (y, k) => y[0] - rest[k]);
  return {
    position: cable.position,
    rest,
    attenuation: response.map((v) => v / response[i]),
    inputResistance: response[i],
  };
}
