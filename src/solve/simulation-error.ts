import type { DrivenSystem } from "./driven-system.js";
import type { Failure } from "./integrate.js";

/** A run that could not go on: when, and which variable. */
export class SimulationError extends Error {
  override readonly name = "SimulationError";
  /**
   * @param happened what went wrong
   * @param time ms, the last time that was reached
   * @param variable name of the state at fault
   * @param advice what a program may change; the message ends with it
   */
  constructor(
    readonly happened: string,
    readonly time: number,
    readonly variable: string | undefined,
    advice: string = "",
  ) {
    super(happened + advice);
  }
}

/** What was being run when it failed. */
export interface Attempt {
  readonly names: readonly string[];
  readonly method: string;
  readonly adaptive: boolean;
  readonly driven: DrivenSystem;
}

/** Says what went wrong in a run and what most likely helps. */
export function explain(failure: Failure, { names, method, adaptive, driven }: Attempt): SimulationError {
  const { kind, t, y, h, tried } = failure;
  const at = `t = ${short(t)} ms`;
  const fastest = fastestTimeConstant(driven, t, y);
  const speed =
    fastest === undefined
      ? ""
      : ` The fastest time constant there is ${short(fastest.time)} ms (${names[fastest.state]}).`;
  switch (kind) {
    case "not finite": {
      const state = Math.max(
        0,
        tried.findIndex((value) => !Number.isFinite(value)),
      );
      const became = Number.isNaN(tried[state]) ? "not a number" : "infinite";
      const cause = adaptive
        ? `it was ${short(y[state])} just before: the solution runs away or leaves the domain of the equations.`
        : `most likely dt = ${short(h)} ms is too large for ${method}.${speed}`;
      return new SimulationError(`${names[state]} became ${became} at ${at}; ${cause}`, t, names[state]);
    }
    case "step too small": {
      const state = largestChange(y, tried);
      const advice =
        method === "rosenbrock" ? "" : ` If the system is stiff rather than running away, use method: "rosenbrock".`;
      return new SimulationError(
        `at ${at} no step is short enough for the tolerance: ${names[state]} = ${short(y[state])} changes too fast, ` +
          "as where a solution runs away to infinity.",
        t,
        names[state],
        speed + advice,
      );
    }
    case "too many steps":
      return new SimulationError(
        `gave up at ${at} after too many steps${h > 0 ? `, the last ${short(h)} ms long` : ""}.`,
        t,
        undefined,
        `${speed} Use a shorter duration, or method: "rosenbrock" if the system is stiff.`,
      );
    case "reset above threshold":
      return new SimulationError(
        `infinitely many spikes at ${at}: the reset leaves the model at or above its threshold ` +
          `(${named(names, y)}).`,
        t,
        names[0],
      );
  }
}

/** The least 1/|∂f_i/∂y_i|: how fast each state would relax were the others held. */
function fastestTimeConstant(
  driven: DrivenSystem,
  t: number,
  y: Float64Array,
): { readonly time: number; readonly state: number } | undefined {
  const n = y.length;
  const J = new Float64Array(n * n);
  driven.jacobian(t, y, J);
  const rates = Array.from(y, (_, i) => Math.abs(J[i * n + i]));
  const rate = Math.max(...rates);
  return rate > 0 && Number.isFinite(rate) ? { time: 1 / rate, state: rates.indexOf(rate) } : undefined;
}

function largestChange(y: Float64Array, tried: Float64Array): number {
  const changes = Array.from(y, (value, i) => Math.abs(tried[i] - value));
  return changes.indexOf(Math.max(...changes));
}

/** The values of the first states. */
function named(names: readonly string[], y: Float64Array): string {
  const shown = names.slice(0, 8).map((name, i) => `${name} = ${short(y[i])}`);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more states`] : [])].join(", ");
}

function short(x: number): string {
  return String(Number(x.toPrecision(4)));
}
