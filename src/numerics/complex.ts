/** A complex number: an eigenvalue, a Floquet multiplier, an impedance. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}
