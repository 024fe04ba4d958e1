import { told } from "../../checks/told.js";

/** Every spike of a population, in order of time, then of cell. */
export interface Raster {
  /** ms. */
  readonly time: Float64Array;
  readonly cell: Int32Array;
}

/** @throws RangeError for a cell that is not there */
export function requireCell(where: string, cell: number, count: number): number {
  if (Number.isInteger(cell) && cell >= 0 && cell < count) return cell;
  throw new RangeError(`${where}: cells are numbered 0 to ${count - 1}, asked for ${told(cell)}`);
}

/** The times at which a cell spiked. @throws RangeError for a cell that is not there */
export function spikesOf(raster: Raster, count: number, cell: number): Float64Array {
  requireCell("spikesOf", cell, count);
  return raster.time.filter((_, s) => raster.cell[s] === cell);
}

/** Spikes as they come, in any order. */
export interface SpikeList {
  push(time: number, cell: number): void;
  /** All so far, in order of time, then of cell. */
  raster(): Raster;
}

/** An empty list. */
export const spikeList = (): SpikeList => new List();

class List implements SpikeList {
  private time = new Float64Array(1024);
  private cell = new Int32Array(1024);
  private length = 0;
  private ordered = true;

  push(t: number, which: number): void {
    if (this.length === this.time.length) this.grow();
    const { time, cell, length } = this;
    if (length > 0 && (t < time[length - 1] || (t === time[length - 1] && which < cell[length - 1])))
      this.ordered = false;
    time[length] = t;
    cell[length] = which;
    this.length++;
  }

  raster(): Raster {
    const [times, cells] = [this.time.subarray(0, this.length), this.cell.subarray(0, this.length)];
    return this.ordered ? { time: times.slice(), cell: cells.slice() } : sorted(times, cells);
  }

  private grow(): void {
    const [longer, more] = [new Float64Array(2 * this.length), new Int32Array(2 * this.length)];
    longer.set(this.time);
    more.set(this.cell);
    [this.time, this.cell] = [longer, more];
  }
}

/** Spikes at the ends of steps, as they come, in any order. */
export interface SpikesAtEnds {
  /** Of a cell at ends[row]. */
  push(row: number, cell: number): void;
  raster(): Raster;
}

/** An empty list of spikes that are at `ends` of steps. */
export const spikesAtEnds = (ends: Float64Array): SpikesAtEnds => new ListAtEnds(ends);

class ListAtEnds implements SpikesAtEnds {
  private pairs = new Int32Array(4096); // row and cell of each
  private length = 0;

  constructor(private readonly ends: Float64Array) {}

  push(row: number, cell: number): void {
    if (this.length === this.pairs.length) {
      const more = new Int32Array(4 * this.length);
      more.set(this.pairs);
      this.pairs = more;
    }
    this.pairs[this.length++] = row;
    this.pairs[this.length++] = cell;
  }

  raster(): Raster {
    return byRows(this.pairs, this.length, this.ends);
  }
}

function byRows(pairs: Int32Array, length: number, ends: Float64Array): Raster {
  const place = new Uint32Array(ends.length + 1); // where the next spike of a row goes
  for (let k = 0; k < length; k += 2) place[pairs[k] + 1]++;
  const raster = { time: new Float64Array(length / 2), cell: new Int32Array(length / 2) };
  for (let row = 0; row < ends.length; row++) {
    if (place[row + 1] > 0) raster.time.fill(ends[row], place[row], place[row] + place[row + 1]);
    place[row + 1] += place[row];
  }
  for (let k = 0; k < length; k += 2) raster.cell[place[pairs[k]]++] = pairs[k + 1];
  inOrder(raster);
  return raster;
}

/** By as many buckets of time as there are spikes, then by insertion. */
function sorted(time: Float64Array, cell: Int32Array): Raster {
  const { length } = time;
  const perBucket = time.reduce((last, t) => Math.max(last, t), Number.MIN_VALUE) / length;
  const bucket = (k: number): number => Math.min(length - 1, Math.floor(time[k] / perBucket));
  const first = new Uint32Array(length + 1);
  for (let k = 0; k < length; k++) first[bucket(k) + 1]++;
  for (let b = 0; b < length; b++) first[b + 1] += first[b];
  const raster = { time: new Float64Array(length), cell: new Int32Array(length) };
  for (let k = 0; k < length; k++) {
    const place = first[bucket(k)]++;
    raster.time[place] = time[k];
    raster.cell[place] = cell[k];
  }
  inOrder(raster);
  return raster;
}

/** Orders by insertion what nearly is in order. */
function inOrder({ time, cell }: Raster): void {
  for (let k = 1; k < time.length; k++) {
    const [t, which] = [time[k], cell[k]];
    let place = k;
    while (place > 0 && (time[place - 1] > t || (time[place - 1] === t && cell[place - 1] > which))) {
      time[place] = time[place - 1];
      cell[place] = cell[place - 1];
      place--;
    }
    time[place] = t;
    cell[place] = which;
  }
}
