import type { Figure } from "../../figure/figure.js";
import type { Model } from "../../model/model.js";
import type { Spot } from "../spot.js";

/** A number, or one of several names by its index, that the reader sets. */
export interface SceneControl {
  readonly name: string;
  /** LaTeX; default the name. */
  readonly symbol?: string;
  readonly unit: string;
  readonly range: readonly [number, number];
  readonly initial: number;
  /** Names for the values 0, 1, …: a menu instead of a slider. */
  readonly options?: readonly string[];
}

/** What the reader has set, by the names of the controls. */
export type Values = Readonly<Record<string, number>>;

/** What is seen: figures side by side, and what they show in words. */
export interface SceneView {
  readonly figures: readonly Figure[];
  readonly words: string;
}

/**
 * A figure with a single purpose, drawn anew at every move of a control, in Node for the stored picture and in the browser.
 * `Data` is what was computed once, when the cell ran: plain JSON.
 */
export interface Scene<Data = unknown> {
  controls(models: readonly Model[], data: Data): readonly SceneControl[];
  draw(values: Values, models: readonly Model[], data: Data): SceneView;
  /** Indices of the figures that are stored as pictures, where all of them would be too much. */
  readonly stored?: readonly number[];
  /** What a click or a drag in the figure of this index sets. */
  pick?(index: number, spot: Spot, values: Values, models: readonly Model[], data: Data): Values | undefined;
}

export const initialValues = (controls: readonly SceneControl[]): Values => Object.fromEntries(controls.map(({ name, initial }) => [name, initial]));

/** Controls for parameters of a model, as they are. */
export const parameterControl = (model: Model, name: string, range: readonly [number, number] = model.ranges[name], initial: number = model.parameters[name]): SceneControl =>
  ({ name, symbol: model.symbols[name], unit: model.units[name], range, initial });

/** A bare number, three digits, with a real minus. */
export const say = (value: number): string => String(Number(value.toPrecision(3)) + 0).replace("-", "−");
