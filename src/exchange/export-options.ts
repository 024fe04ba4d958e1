import { knownOptions, requirePositive } from "../checks/require.js";

/** The run that an exported file asks for. */
export interface ExportOptions {
  /** ms; 1000 if not given. */
  readonly duration?: number;
  /** Step, ms; 0.01 for XPPAUT and Brian 2, 0.005 for NeuroML if not given. */
  readonly dt?: number;
}

/** @throws TypeError for an unknown option, RangeError for a value that is not positive; each names `where` */
export function requireRun(where: string, options: ExportOptions, usual: number): Required<ExportOptions> {
  const { duration = 1000, dt = usual } = knownOptions(where, options, ["duration", "dt"]);
  return { duration: requirePositive(where, "duration", duration, "ms"), dt: requirePositive(where, "dt", dt, "ms") };
}
