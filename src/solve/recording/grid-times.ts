import { lastAtMost } from "../../numerics/search.js";

/**
 * The times at which the steps of a run on a grid end, without a number for each: where they leave the grid and where
 * they come back is all that is kept.
 */
export class GridTimes {
  /** Number of step ends, the start of the run included. */
  length = 0;
  // From the end of step `from[m]` on times are multiples of dt, the first of them `index[m]`; or, where that is NaN,
  // there is one time alone.
  private readonly from: number[] = [];
  private readonly index: number[] = [];
  private readonly alone: number[] = [];
  /** The multiple of dt that would continue the grid. */
  private expected = NaN;

  constructor(private readonly dt: number) {}

  /** One more step ends, at t. */
  push(t: number): void {
    const k = Math.round(t / this.dt);
    if (k * this.dt === t) this.pushMany(k, 1);
    else {
      this.mark(NaN, t);
      this.expected = NaN;
      this.length++;
    }
  }

  /** So many more steps end, at multiples k, k + 1, … of dt. */
  pushMany(k: number, count: number): void {
    if (k !== this.expected) this.mark(k, NaN);
    this.expected = k + count;
    this.length += count;
  }

  /** The end of a step. */
  at(step: number): number {
    const m = lastAtMost(step, this.from.length, (i) => this.from[i]);
    return Number.isNaN(this.index[m]) ? this.alone[m] : (this.index[m] + step - this.from[m]) * this.dt;
  }

  /** All of them. */
  all(): Float64Array {
    const times = new Float64Array(this.length);
    this.from.forEach((first, m) => {
      const next = this.from[m + 1] ?? this.length;
      if (Number.isNaN(this.index[m])) times[first] = this.alone[m];
      else for (let step = first; step < next; step++) times[step] = (this.index[m] + step - first) * this.dt;
    });
    return times;
  }

  private mark(index: number, alone: number): void {
    this.from.push(this.length);
    this.index.push(index);
    this.alone.push(alone);
  }
}
