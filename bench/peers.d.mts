export class Solver {
  constructor(n: number);
  absoluteTolerance: number;
  relativeTolerance: number;
  denseOutput: boolean;
  solve(
    f: (x: number, y: number[]) => number[],
    x: number,
    y: number[],
    end: number,
    each?: (n: number, before: number, x: number, y: number[]) => void,
  ): { y: number[] };
}

export interface CashKarp {
  readonly t: number;
  step(limit: number): boolean;
}

export function ode45(
  y: Float64Array,
  f: (dydt: Float64Array, y: Float64Array, t: number) => void,
  t: number,
  dt: number,
  options: { readonly tol: number },
): CashKarp;
