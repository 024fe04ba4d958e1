import { diagram, requireMade } from "../../checks/require-made.js";
import type { BifurcationDiagram } from "../system/diagram.js";

/** The rate of firing along a branch of cycles, stable or not: the f-I curve without a simulation. */
export interface ContinuedRate {
  readonly stable: boolean;
  readonly parameter: Float64Array;
  /** Hz. */
  readonly rate: Float64Array;
}

/** One over the period of the cycles of a bifurcation diagram, piece by piece; not of those that do not spike. */
export function continuedRates(result: BifurcationDiagram): ContinuedRate[] {
  requireMade("continuedRates", result, diagram);
  const firing = result.cycles.filter(({ belowThreshold }) => !belowThreshold);
  return firing.flatMap(({ segments }) =>
    segments.map(({ stable, parameter, period }) => ({ stable, parameter, rate: period.map((T) => 1000 / T) })),
  );
}
