/**
 * An explicit Runge-Kutta method, in the notation of Hairer, Nørsett & Wanner, "Solving Ordinary Differential Equations
 * I", II.1:
 *
 *     k_i = f(t + c_i h, y + h Σ_j a_ij k_j)        y ← y + h Σ_i b_i k_i
 */
export interface Tableau {
  readonly order: number;
  readonly c: readonly number[];
  readonly a: readonly (readonly number[])[];
  readonly b: readonly number[];
  /**
   * Embedded pair: b − b̂, so that h Σ error_i k_i estimates the error of a step; `errorOrder` is the order of b̂ plus
   * one.
   */
  readonly error?: readonly number[];
  readonly errorOrder?: number;
  /**
   * Dense output: y(t + θh) = y + h Σ_i k_i (dense_i1 θ + dense_i2 θ² + …). Without it, the cubic Hermite interpolant.
   */
  readonly dense?: readonly (readonly number[])[];
  readonly denseOrder?: number;
}

/** Whether the last stage is f at the end of the step, the first stage of the next one. */
export const lastIsNext = ({ a, b }: Tableau): boolean =>
  a.length > 1 && b.every((value, i) => value === (a[a.length - 1][i] ?? 0));

const euler: Tableau = { order: 1, c: [0], a: [[]], b: [1] };

const midpoint: Tableau = { order: 2, c: [0, 1 / 2], a: [[], [1 / 2]], b: [0, 1] };

const heun: Tableau = { order: 2, c: [0, 1], a: [[], [1]], b: [1 / 2, 1 / 2] };

const rk4: Tableau = {
  order: 4,
  c: [0, 1 / 2, 1 / 2, 1],
  a: [[], [1 / 2], [0, 1 / 2], [0, 0, 1]],
  b: [1 / 6, 1 / 3, 1 / 3, 1 / 6],
};

/**
 * Dormand & Prince (1980) J. Comput. Appl. Math. 6:19, RK5(4)7M. The last stage is the first of the next step.
 * Dense output of order 4: Shampine (1986) Math. Comp. 46:135, the coefficients that MATLAB's ode45 and SciPy's RK45
 * use.
 */
export const dormandPrince: Tableau = {
  order: 5,
  c: [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1],
  a: [
    [],
    [1 / 5],
    [3 / 40, 9 / 40],
    [44 / 45, -56 / 15, 32 / 9],
    [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
    [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
    [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
  ],
  b: [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84, 0],
  error: [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40],
  errorOrder: 5,
  dense: [
    [1, -8048581381 / 2820520608, 8663915743 / 2820520608, -12715105075 / 11282082432],
    [0, 0, 0, 0],
    [0, 131558114200 / 32700410799, -68118460800 / 10900136933, 87487479700 / 32700410799],
    [0, -1754552775 / 470086768, 14199869525 / 1410260304, -10690763975 / 1880347072],
    [0, 127303824393 / 49829197408, -318862633887 / 49829197408, 701980252875 / 199316789632],
    [0, -282668133 / 205662961, 2019193451 / 616988883, -1453857185 / 822651844],
    [0, 40617522 / 29380423, -110615467 / 29380423, 69997945 / 29380423],
  ],
  denseOrder: 4,
};

/** The explicit Runge-Kutta methods that `simulate` knows, by name. */
export const tableaus = { dormandPrince, euler, midpoint, heun, rk4 } as const;
/** The name of an explicit Runge-Kutta method, of fixed or adaptive step. */
export type RungeKuttaMethod = keyof typeof tableaus;
