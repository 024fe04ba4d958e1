/** A place on a picture, in its data. */
export interface Spot {
  /** The axes, such as "xy2". */
  readonly axes: string;
  readonly x: number;
  readonly y: number;
}
