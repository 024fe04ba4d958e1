/** Every spike of a population, in order of time, then of cell. */
export interface Raster {
  /** ms. */
  readonly time: Float64Array;
  readonly cell: Int32Array;
}

/** Spikes as they come, in any order. */
export interface SpikeList {
  push(time: number, cell: number): void;
  /** All so far, in order of time, then of cell. */
  raster(): Raster;
}

/** An empty list. */
export function spikeList(): SpikeList {
  let time = new Float64Array(1024);
  let cell = new Int32Array(1024);
  let length = 0;
  let ordered = true;
  return {
    push(t, which) {
      if (length === time.length) {
        const [longer, more] = [new Float64Array(2 * length), new Int32Array(2 * length)];
        longer.set(time);
        more.set(cell);
        [time, cell] = [longer, more];
      }
      if (length > 0 && (t < time[length - 1] || (t === time[length - 1] && which < cell[length - 1]))) ordered = false;
      time[length] = t;
      cell[length++] = which;
    },
    raster() {
      const [times, cells] = [time.subarray(0, length), cell.subarray(0, length)];
      return ordered ? { time: times.slice(), cell: cells.slice() } : sorted(times, cells);
    },
  };
}

/** Spikes at the ends of steps, those of each cell in order of time, of each step in order of cells. */
export interface SpikesAtEnds {
  /** Of a cell at ends[row]. */
  push(row: number, cell: number): void;
  raster(): Raster;
}

/** An empty list of spikes that are at `ends` of steps. */
export function spikesAtEnds(ends: Float64Array): SpikesAtEnds {
  let pairs = new Int32Array(4096); // row and cell of each
  let length = 0;
  return {
    push(row, cell) {
      if (length === pairs.length) {
        const more = new Int32Array(4 * length);
        more.set(pairs);
        pairs = more;
      }
      pairs[length++] = row;
      pairs[length++] = cell;
    },
    raster() {
      const place = new Uint32Array(ends.length + 1); // where the next spike of a row goes
      for (let k = 0; k < length; k += 2) place[pairs[k] + 1]++;
      const raster = { time: new Float64Array(length / 2), cell: new Int32Array(length / 2) };
      for (let row = 0; row < ends.length; row++) {
        if (place[row + 1] > 0) raster.time.fill(ends[row], place[row], place[row] + place[row + 1]);
        place[row + 1] += place[row];
      }
      for (let k = 0; k < length; k += 2) raster.cell[place[pairs[k]]++] = pairs[k + 1];
      return raster;
    },
  };
}

/** By as many buckets of time as there are spikes, then by insertion: lists that are nearly in order cost little. */
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
  for (let k = 1; k < length; k++) {
    const [t, which] = [raster.time[k], raster.cell[k]];
    let place = k;
    while (
      place > 0 &&
      (raster.time[place - 1] > t || (raster.time[place - 1] === t && raster.cell[place - 1] > which))
    ) {
      raster.time[place] = raster.time[place - 1];
      raster.cell[place] = raster.cell[place - 1];
      place--;
    }
    raster.time[place] = t;
    raster.cell[place] = which;
  }
  return raster;
}
