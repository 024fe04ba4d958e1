import { suggestion } from "../checks/suggestion.js";
import { ModelError } from "./error.js";
import { Graph, type GraphNode } from "./graph/graph.js";
import { kernelScript, lazyKernels, type Kernels, type Roots } from "./code/kernels.js";

/** A state vector, by order or by name. */
export type State = ArrayLike<number> | Readonly<Record<string, number>>;

/**
 * All that a model is, as JSON: from it `modelFromData` rebuilds the same model, in a browser or another process,
 * without parsing.
 */
export interface ModelData {
  readonly name: string;
  readonly source: string;
  readonly equations: string;
  readonly tex: string;
  /** LaTeX of each line of the system, left and right of the equals sign, in order, with the names it mentions. */
  readonly lines: readonly TypesetLine[];
  readonly symbols: Readonly<Record<string, string>>;
  readonly states: readonly string[];
  readonly parameters: readonly string[];
  readonly values: readonly number[];
  readonly quantities: readonly string[];
  readonly units: Readonly<Record<string, string>>;
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  readonly presets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly input: string | null;
  readonly held: readonly number[];
  readonly nodes: readonly GraphNode[];
  readonly roots: Roots;
  readonly fingerprint: string;
}

export interface TypesetLine {
  readonly left: string;
  readonly right: string;
  readonly names: readonly string[];
}

/**
 * A model neuron, or any autonomous system dy/dt = f(y; p). Immutable: `with` and `preset` give another model.
 * Units are those of `units`: mV, ms, uA/cm^2, mS/cm^2, uF/cm^2 unless the model says otherwise.
 */
export interface Model<P extends string = string> {
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
  readonly units: Readonly<Record<string, string>>;
  /** Window of each state, slider range of each parameter. */
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  readonly presets: Readonly<Record<string, Readonly<Partial<Record<P, number>>>>>;
  /** The parameter to which a stimulus is added. */
  readonly input: P | undefined;
  /** The system in LaTeX, one `aligned` environment. */
  readonly tex: string;
  readonly symbols: Readonly<Record<string, string>>;
  readonly stateNames: readonly string[];
  readonly parameterNames: readonly P[];
  /** Parameter values in order; each read gives a fresh copy. */
  readonly vector: Float64Array;
  readonly spiking: Spiking;
  readonly kernels: Kernels;
  readonly graph: Graph;
  readonly roots: Roots;
  readonly data: ModelData;
  /**
   * The same model with some parameters changed. @throws ModelError for an unknown name or a value that is not finite
   */
  with(changes: { readonly [K in P]?: number }): Model<P>;
  /** The same model with a named set of parameters. @throws ModelError for an unknown name */
  preset(name: string): Model<P>;
  /** dy/dt at a state, in state order. */
  field(state: State): number[];
  /** ∂f_i/∂y_j at a state, exact, [i][j]. */
  jacobian(state: State): number[][];
  /** Value of a named quantity at a state. */
  quantity(name: string, state: State): number;
  /**
   * The state as a vector. @throws ModelError for a missing or unknown name, a wrong length or a value that is not
   * finite
   */
  vectorOf(state: State): Float64Array;
}

export interface Spiking {
  /** Whether the model says what counts as a spike. */
  readonly threshold: boolean;
  /** Whether a spike resets the state. */
  readonly reset: boolean;
  /** Indices of the states that stay put during the refractory period. */
  readonly held: readonly number[];
}

/** What all `with` copies of a model share. */
interface Core {
  readonly data: ModelData;
  readonly graph: Graph;
  readonly kernels: Kernels;
}

/** Rebuilds a model from its data. */
export function modelFromData<P extends string = string>(data: ModelData): Model<P> {
  const graph = new Graph(data.nodes);
  const kernels = lazyKernels(data.fingerprint, graph, data.roots, data.parameters.length);
  return new DefinedModel<P>({ data, graph, kernels }, Float64Array.from(data.values));
}

/** The kernels of a model as the text of an object literal, for `installKernels` in a script. */
export function kernelsAsScript(model: Model): string {
  return kernelScript(new Graph(model.data.nodes), model.roots, model.parameterNames.length);
}

class DefinedModel<P extends string> implements Model<P> {
  private initialState: Readonly<Record<string, number>> | undefined;

  constructor(
    private readonly core: Core,
    private readonly values: Float64Array,
  ) {}

  get name(): string {
    return this.core.data.name;
  }
  get source(): string {
    return this.core.data.source;
  }
  get equations(): string {
    return this.core.data.equations;
  }
  get quantities(): readonly string[] {
    return this.core.data.quantities;
  }
  get units(): Readonly<Record<string, string>> {
    return this.core.data.units;
  }
  get ranges(): Readonly<Record<string, readonly [number, number]>> {
    return this.core.data.ranges;
  }
  get presets(): Readonly<Record<string, Readonly<Partial<Record<P, number>>>>> {
    return this.core.data.presets as Record<string, Partial<Record<P, number>>>;
  }
  get input(): P | undefined {
    return (this.core.data.input ?? undefined) as P | undefined;
  }
  get tex(): string {
    return this.core.data.tex;
  }
  get symbols(): Readonly<Record<string, string>> {
    return this.core.data.symbols;
  }
  get stateNames(): readonly string[] {
    return this.core.data.states;
  }
  get parameterNames(): readonly P[] {
    return this.core.data.parameters as readonly P[];
  }
  get vector(): Float64Array {
    return this.values.slice();
  }
  get kernels(): Kernels {
    return this.core.kernels;
  }
  get graph(): Graph {
    return this.core.graph;
  }
  get roots(): Roots {
    return this.core.data.roots;
  }
  get data(): ModelData {
    return { ...this.core.data, values: [...this.values] };
  }
  get spiking(): Spiking {
    return { threshold: this.roots.threshold !== null, reset: this.roots.reset !== null, held: this.core.data.held };
  }

  get parameters(): Readonly<Record<P, number>> {
    return Object.freeze(Object.fromEntries(this.parameterNames.map((name, k) => [name, this.values[k]]))) as Readonly<
      Record<P, number>
    >;
  }

  get states(): Readonly<Record<string, number>> {
    if (this.initialState === undefined) {
      const y = new Float64Array(this.stateNames.length);
      this.kernels.initial(this.values, y);
      this.initialState = Object.freeze(Object.fromEntries(this.stateNames.map((name, i) => [name, y[i]])));
    }
    return this.initialState;
  }

  with(changes: { readonly [K in P]?: number }): Model<P> {
    const values = this.values.slice();
    for (const [name, value] of Object.entries(changes) as [P, unknown][]) {
      const k = this.parameterNames.indexOf(name);
      if (k < 0) {
        const hint = this.stateNames.includes(name)
          ? ` '${name}' is a state; give its initial value to simulate as { initial: { ${name}: … } }.`
          : suggestion(name, this.parameterNames);
        throw new ModelError(
          `${this.name} has no parameter '${name}'; it has ${this.parameterNames.join(", ")}.${hint}`,
          name,
        );
      }
      if (typeof value !== "number" || !Number.isFinite(value))
        throw new ModelError(`${this.name}: parameter '${name}' must be a finite number, got ${String(value)}`, name);
      values[k] = value;
    }
    return new DefinedModel<P>(this.core, values);
  }

  preset(name: string): Model<P> {
    const set = Object.hasOwn(this.presets, name) ? this.presets[name] : undefined;
    if (set === undefined) {
      const names = Object.keys(this.presets);
      throw new ModelError(
        `${this.name} has no preset '${name}'; it has ${names.map((n) => `'${n}'`).join(", ") || "none"}.${suggestion(name, names)}`,
        name,
      );
    }
    return this.with(set);
  }

  field(state: State): number[] {
    const dydt = new Float64Array(this.stateNames.length);
    this.kernels.field(this.vectorOf(state), this.values, dydt);
    return Array.from(dydt);
  }

  jacobian(state: State): number[][] {
    const n = this.stateNames.length;
    const J = new Float64Array(n * n);
    this.kernels.jacobian(this.vectorOf(state), this.values, J);
    return Array.from({ length: n }, (_, i) => Array.from(J.subarray(i * n, (i + 1) * n)));
  }

  quantity(name: string, state: State): number {
    const k = this.quantities.indexOf(name);
    if (k < 0)
      throw new ModelError(
        `${this.name} has no quantity '${name}'; it has ${this.quantities.join(", ") || "none"}.${suggestion(name, this.quantities)}`,
        name,
      );
    const q = new Float64Array(this.quantities.length);
    this.kernels.quantities(this.vectorOf(state), this.values, q);
    return q[k];
  }

  vectorOf(state: State): Float64Array {
    const n = this.stateNames.length;
    const byOrder = typeof (state as ArrayLike<number>).length === "number";
    if (byOrder && (state as ArrayLike<number>).length !== n) {
      throw new ModelError(
        `${this.name} has ${n} state${n > 1 ? "s" : ""} (${this.stateNames.join(", ")}), got a vector of ${(state as ArrayLike<number>).length}`,
      );
    }
    if (!byOrder) {
      for (const name of Object.keys(state)) {
        if (!this.stateNames.includes(name))
          throw new ModelError(
            `${this.name} has no state '${name}'; it has ${this.stateNames.join(", ")}.${suggestion(name, this.stateNames)}`,
            name,
          );
      }
    }
    return Float64Array.from(this.stateNames, (name, i) => {
      const value = byOrder ? (state as ArrayLike<number>)[i] : (state as Record<string, number>)[name];
      if (typeof value !== "number" || !Number.isFinite(value))
        throw new ModelError(`${this.name}: state '${name}' must be a finite number, got ${String(value)}`, name);
      return value;
    });
  }
}
