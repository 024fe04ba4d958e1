import { ModelError } from "../error.js";

/** A state: its initial value (a number, or a formula of parameters and other states), unit and window. */
export interface StateDefinition {
  readonly initial: number | string;
  readonly unit: string;
  readonly range: readonly [number, number];
}

/**
 * A state, for the `states` of a definition.
 * @param initial a number, or a formula such as "b*v" of parameters, quantities and other states
 * @param range the window in which figures and analyses look; by default [−100, 60] for mV and [0, 1] for a pure number
 * @throws ModelError for another unit without a range
 */
export function state(initial: number | string, unit: string, range?: readonly [number, number]): StateDefinition {
  const window = range ?? (unit === "mV" ? [-100, 60] : unit === "1" ? [0, 1] : undefined);
  if (window === undefined)
    throw new ModelError(
      `a state in ${unit} needs its range as third argument, state(${JSON.stringify(initial)}, "${unit}", [low, high])`,
    );
  return { initial, unit, range: window };
}

/** P, but not to infer P from. (NoInfer is not known to the TypeScript of notebook cells, 5.0.) */
type Named<P> = [P][P extends unknown ? 0 : never];

/** Value, unit, and slider range (by default from 0 to twice the value). */
export type ParameterDefinition = readonly [value: number, unit: string, range?: readonly [number, number]];

/**
 * The names of the quantities that a text of equations defines: what stands alone before the first `=` of a line; of a
 * text that is not known, `string`.
 */
export type QuantitiesOf<Text extends string, Found extends string = never> = string extends Text
  ? string
  : Text extends `${infer Line}\n${infer Rest}`
    ? QuantitiesOf<Rest, Found | QuantitiesOf<Line>>
    : Text extends ` ${infer Rest}`
      ? QuantitiesOf<Rest, Found>
      : Text extends `${infer Left} =${infer Right}`
        ? QuantitiesOf<`${Left}=${Right}`, Found>
        : Text extends `${infer Left}=${string}`
          ? Found | (Left extends `${string}${" " | "/" | "#" | "("}${string}` ? never : Left)
          : Found;

/**
 * What `defineModel` makes a model from: P, S and R are the unions of the names of parameters, states and presets, E
 * the text of the equations.
 */
export interface ModelDefinition<
  P extends string = string,
  S extends string = string,
  R extends string = string,
  E extends string = string,
> {
  readonly name: string;
  /** The paper and the figure or table of the default parameters. */
  readonly source: string;
  /**
   * One line each: `C dV/dt = …` for a state, `mInf = …` for a quantity, in any order; `#` starts a comment; a line
   * that starts with an operator continues the one before. A bare number has no unit. A line that ends in a unit,
   * `[1/ms]`, is a fit of numbers: in it each symbol is its number in its declared unit.
   */
  readonly equations: E;
  readonly states: { readonly [K in S]: StateDefinition };
  readonly parameters: { readonly [K in P]: ParameterDefinition };
  readonly presets?: { readonly [K in R]: { readonly [Q in Named<P>]?: number } };
  /** The parameter to which a stimulus is added; by default the one named I. */
  readonly input?: Named<P>;
  /** What counts as a spike, `V >= Vpeak` or, in numbers, `V > -20 [mV]`: recorded at each upward crossing. */
  readonly threshold?: string;
  /** Assignments at a spike, one a line: `v = c`, `u = u + d`; right-hand sides are values just before. */
  readonly reset?: string;
  /** Time for which the states in `threshold` stay put after a reset: a parameter's name or a formula of parameters. */
  readonly refractory?: string;
  /** LaTeX of names whose usual symbol cannot be guessed. */
  readonly symbols?: Readonly<Record<string, string>>;
}
