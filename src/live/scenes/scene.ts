import type { DataPoint, Figure } from "../../figure/figure.js";
import type { Model } from "../../model/model.js";
import type { ModelData } from "../../model/model-data.js";

/**
 * A figure with a single purpose, drawn anew at every move of a control: in Node for the stored picture, and in the
 * browser. `Data` is what was computed once, when the cell ran: plain JSON.
 */
export interface Scene<Data = unknown> {
  /** Of the function that shows it in a cell. */
  readonly name: string;
  /** What the reader sets. */
  controls(models: readonly Model[], data: Data): readonly SceneControl[];
  /** What is seen at these values. Depends on nothing else: Node and the browser draw the same. */
  draw(values: Values, models: readonly Model[], data: Data): SceneView;
  /** So many figures in a row belong together and stand one below the other; default 1, all side by side. */
  readonly figuresPerColumn?: number;
  /** What a click or a drag in the figure of this index sets. `start` is where the pointer went down. */
  pick?(
    index: number,
    point: DataPoint,
    values: Values,
    models: readonly Model[],
    data: Data,
    start: DragStart,
  ): Values | undefined;
}

/** What a scene needs besides the reader: its models, and what is computed once, when the cell runs. */
export interface Preparation<Data = unknown> {
  readonly models: readonly Model[];
  /** As JSON can say it. */
  readonly data: Data;
}

/** What the output of a scene carries into the browser. */
export interface ScenePayload {
  readonly scene: string;
  readonly models: readonly ModelData[];
  readonly data: unknown;
}

/** A number, or one of several names by its index, that the reader sets. */
export interface SceneControl {
  readonly name: string;
  /** LaTeX, such as "\\text{trace }\\tau"; default the name. */
  readonly symbol?: string;
  readonly unit: string;
  readonly range: readonly [number, number];
  readonly initial: number;
  /** Whether equal ways of the slider multiply the value equally. */
  readonly logarithmic?: boolean;
  /** Names for the values 0, 1, …: a menu instead of a slider. */
  readonly options?: readonly string[];
  /** Whether it does something beside the others as they are set; default always. */
  when?(values: Values): boolean;
}

/** What the reader has set, by the names of the controls. */
export type Values = Readonly<Record<string, number>>;

/**
 * What is seen: figures side by side, and what they show in words, a line for each thought. Where all of it takes
 * longer than a few ms its figures are made `lazily`, and its words by a getter.
 */
export interface SceneView {
  readonly figures: readonly Figure[];
  readonly words: string;
}

/** Figures that are made when somebody asks for them, each once: what is drawn first does not wait for the others. */
export function lazily(...makers: readonly (() => Figure)[]): readonly Figure[] {
  const figures: Figure[] = [];
  makers.forEach((make, k) => {
    Object.defineProperty(figures, k, { enumerable: true, get: once(make) });
  });
  return figures;
}

/** What a function gives, worked out when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Where a pointer went down, and what was set then. */
export interface DragStart {
  readonly point: DataPoint;
  readonly values: Values;
}

/** The values with which a scene opens. */
export const initialValues = (controls: readonly SceneControl[]): Values =>
  Object.fromEntries(controls.map(({ name, initial }) => [name, initial]));

/** A control for a parameter of a model: its symbol, unit, range and value, as they are. */
export const parameterControl = (
  model: Model,
  name: string,
  range: readonly [number, number] = model.ranges[name],
  initial: number = model.parameters[name],
): SceneControl => ({ name, symbol: model.symbols[name], unit: model.units[name], range, initial });

/** The number to six digits, or null for NaN and Infinity, which JSON lacks. */
export const finiteOrNull = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(6)) : null;

/** A sentence begins with a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "no spike", "1 spike", "2 spikes". */
export const count = (n: number, what: string): string => `${n === 0 ? "no" : n} ${what}${n > 1 ? "s" : ""}`;
