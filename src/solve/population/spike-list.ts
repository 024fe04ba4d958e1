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
      if (ordered) return { time: time.slice(0, length), cell: cell.slice(0, length) };
      const order = Uint32Array.from({ length }, (_, k) => k).sort((a, b) => time[a] - time[b] || cell[a] - cell[b]);
      return { time: Float64Array.from(order, (k) => time[k]), cell: Int32Array.from(order, (k) => cell[k]) };
    },
  };
}
