import type { Kernels } from "./code/kernels.js";
import type { Graph } from "./graph/graph.js";
import type { ModelData, Outputs } from "./model-data.js";
import type { Prepared } from "./prepared.js";

/** A state vector, by order or by name. */
export type State = ArrayLike<number> | Readonly<Record<string, number>>;

/** The names that are a model's own, beside those of its parameters: `string` where they are not known beforehand. */
export interface ModelNames {
  readonly states: string;
  readonly quantities: string;
  readonly presets: string;
}

/**
 * Any text, of which an editor offers those of `S`: whatever takes it refuses by name what is not there. By way of
 * keys, so that for TypeScript a run of one model is of the same kind as a run of another.
 */
export type Offered<S extends string> =
  | (keyof { readonly [K in S as `${K}`]: 0 } & string)
  | (string & Record<never, never>);

/**
 * A model neuron, or any autonomous system dy/dt = f(y; p). Immutable: `with` and `preset` give another model.
 * Units are those of `units`: mV, ms, uA/cm^2, mS/cm^2, uF/cm^2 unless the model says otherwise.
 */
export interface Model<P extends string = string, N extends ModelNames = ModelNames> {
  readonly name: string;
  /** The paper and figure or table from which the equations and default parameters come. */
  readonly source: string;
  /** The text from which everything else is derived. */
  readonly equations: string;
  /** Initial value of each state, at the present parameters, in order. */
  readonly states: Readonly<Record<string, number>>;
  readonly parameters: Readonly<Record<P, number>>;
  /** Names of the right-hand sides that are not a derivative, such as mInf or INa. */
  readonly quantities: readonly string[];
  /** Of states, parameters and quantities. */
  readonly units: Readonly<Record<string, string>>;
  /** Window of each state, slider range of each parameter. */
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  readonly presets: Readonly<Record<string, Readonly<Partial<Record<P, number>>>>>;
  /** The parameter to which a stimulus is added. */
  readonly input: P | undefined;
  /** The system in LaTeX, one `aligned` environment. */
  readonly tex: string;
  /** LaTeX of each name. */
  readonly symbols: Readonly<Record<string, string>>;
  readonly stateNames: readonly string[];
  readonly parameterNames: readonly P[];
  /** Parameter values in order; each read gives a fresh copy. */
  readonly vector: Float64Array;
  readonly spiking: Spiking;
  /** Compiled code, shared by all `with` copies. */
  readonly kernels: Kernels;
  /** What the build has compiled of a model of the package; empty for others, and in the model that `data` makes. */
  readonly prepared: Prepared;
  readonly graph: Graph;
  /** Nodes of `graph` at which the model's outputs stand. */
  readonly roots: Outputs;
  /** The model as JSON, for the browser and the grader. */
  readonly data: ModelData;
  /**
   * The same model with some parameters changed. @throws ModelError for an unknown name or a value that is not finite
   */
  with(changes: { readonly [K in P]?: number }): Model<P, N>;
  /** The same model with other windows of its states, by name: what `ranges` gives is looked at, not what happens. */
  inRanges(ranges: Readonly<Record<string, readonly [number, number]>>): Model<P, N>;
  /** The same model with a named set of parameters. @throws ModelError for an unknown name */
  preset(name: Offered<N["presets"]>): Model<P, N>;
  /** dy/dt at a state, in state order. */
  field(state: State): number[];
  /** ∂f_i/∂y_j at a state, exact, [i][j]. */
  jacobian(state: State): number[][];
  /** Value of a named quantity at a state. @throws ModelError for an unknown name */
  quantity(name: Offered<N["quantities"]>, state: State): number;
  /**
   * The state as a vector. @throws ModelError for a missing or unknown name, a wrong length or a value that is not
   * finite
   */
  vectorOf(state: State): Float64Array;
}

/** The name of a parameter of a model: an editor offers those that it has; any text is taken, and refused by name. */
export type ParameterOf<M extends Model> = Offered<M extends Model ? keyof M["parameters"] & string : never>;

/** The names of a model that its equations define: states and quantities, as far as they are known beforehand. */
export type DefinedIn<N extends ModelNames> = {
  readonly [K in "states" | "quantities"]: string extends N[K] ? never : N[K];
}["states" | "quantities"];

/** How a model spikes. */
export interface Spiking {
  /** Whether the model says what counts as a spike. */
  readonly threshold: boolean;
  /** Whether a spike resets the state. */
  readonly reset: boolean;
  /** Indices of the states that stay put during the refractory period. */
  readonly held: readonly number[];
}
