import { told } from "../checks/told.js";
import { hasParts } from "../checks/recognise.js";
import { suggestion } from "../checks/suggestion.js";
import { kernelScript, lazyKernels, type Kernels } from "./code/kernels.js";
import { ModelError } from "./error.js";
import { Graph } from "./graph/graph.js";
import type { ModelData, Outputs } from "./model-data.js";
import type { Prepared } from "./prepared.js";
import type { Model, Spiking, State } from "./model.js";

/** What all `with` copies of a model share. */
interface Core {
  readonly data: ModelData;
  readonly graph: Graph;
  readonly kernels: Kernels;
  readonly prepared: Prepared;
}

/**
 * Rebuilds a model from its data, with the same bits and without parsing.
 * @throws TypeError for what is no such data
 */
export function modelFromData<P extends string = string>(
  data: ModelData,
  prepared: Prepared = { kernels: {}, programs: {} },
): Model<P> {
  if (!hasParts(data, ["nodes", "roots", "parameters", "values"]))
    throw new TypeError(`modelFromData takes what a model has as its data, model.data; got ${told(data)}`);
  const graph = new Graph(data.nodes);
  const kernels = lazyKernels(data.fingerprint, graph, data.roots, data.parameters.length, prepared.kernels);
  return new DefinedModel<P>({ data, graph, kernels, prepared }, Float64Array.from(data.values));
}

/** Kernels of a model, all by default, as the text of an object literal, for `installKernels` or `Prepared`. */
export function kernelsAsScript(model: Model, names?: readonly (keyof Kernels)[]): string {
  return kernelScript(new Graph(model.data.nodes), model.roots, model.parameterNames.length, names);
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
  get prepared(): Prepared {
    return this.core.prepared;
  }
  get graph(): Graph {
    return this.core.graph;
  }
  get roots(): Outputs {
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

  inRanges(ranges: Readonly<Record<string, readonly [number, number]>>): Model<P> {
    const data = { ...this.core.data, ranges: { ...this.core.data.ranges, ...ranges } };
    return new DefinedModel<P>({ ...this.core, data }, this.values);
  }

  preset(name: string): Model<P> {
    const set = Object.hasOwn(this.presets, name) ? this.presets[name] : undefined;
    if (set === undefined) {
      const names = Object.keys(this.presets);
      const there = names.map((known) => `'${known}'`).join(", ") || "none";
      throw new ModelError(`${this.name} has no preset '${name}'; it has ${there}.${suggestion(name, names)}`, name);
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
    if (k < 0) {
      const there = this.quantities.join(", ") || "none";
      throw new ModelError(
        `${this.name} has no quantity '${name}'; it has ${there}.${suggestion(name, this.quantities)}`,
        name,
      );
    }
    const q = new Float64Array(this.quantities.length);
    this.kernels.quantities(this.vectorOf(state), this.values, q);
    return q[k];
  }

  vectorOf(state: State): Float64Array {
    const names = this.stateNames;
    const vector = isVector(state) ? this.checkedVector(state) : this.inOrder(state);
    return Float64Array.from(names, (name, i) => {
      const value: unknown = vector[i];
      if (typeof value !== "number" || !Number.isFinite(value))
        throw new ModelError(`${this.name}: state '${name}' must be a finite number, got ${String(value)}`, name);
      return value;
    });
  }

  private checkedVector(state: ArrayLike<number>): ArrayLike<number> {
    const { length: n } = this.stateNames;
    if (state.length === n) return state;
    throw new ModelError(
      `${this.name} has ${n} state${n > 1 ? "s" : ""} (${this.stateNames.join(", ")}), got a vector of ${state.length}`,
    );
  }

  private inOrder(state: Readonly<Record<string, number>>): number[] {
    const names = this.stateNames;
    for (const name of Object.keys(state)) {
      if (!names.includes(name))
        throw new ModelError(
          `${this.name} has no state '${name}'; it has ${names.join(", ")}.${suggestion(name, names)}`,
          name,
        );
    }
    return names.map((name) => state[name]);
  }
}

const isVector = (state: State): state is ArrayLike<number> => typeof state.length === "number";
