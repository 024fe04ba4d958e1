import { advancerInBatches } from "./advance-in-batches.js";
import { synapsesOf, type Spikes, type Synapses } from "./coupling.js";
import { grid, type Population, type PopulationRun } from "./population-run.js";
import { advancer, type Advance } from "./population-step.js";
import { spikeList } from "./spike-list.js";

/** All cells through one step, then all through the next: what coupled cells need. */
export function runTogether(population: Population): PopulationRun {
  const { stimulus, duration, dt, wanted, y } = population;
  const { ends, pieceEnd } = grid(stimulus, duration, dt);
  const cells = new CoupledCells(population);
  const recorded = wanted.states.map(() => wanted.cells.map(() => new Float64Array(ends.length)));
  const keep = (row: number): void =>
    wanted.states.forEach(({ index }, k) => wanted.cells.forEach((cell, c) => (recorded[k][c][row] = y[index][cell])));

  keep(0);
  for (let row = 1; row < ends.length; row++) {
    cells.step(ends[row - 1], ends[row], pieceEnd[row]);
    if (recorded.length > 0) keep(row);
  }
  return { raster: cells.spikes.raster(), time: ends, recorded, weights: () => cells.weights() };
}

/** Numbers for so many steps are drawn at once. */
const stepsOfNoise = 16;

/** A coupling in a run. */
interface Connection {
  readonly synapses: Synapses;
  readonly target: Float64Array;
  readonly delay: number;
  readonly underWay: Spikes;
}

/**
 * The cells between two steps. A class, with functions for its loops: V8 throws the machine code of functions made for
 * each run away with the run.
 */
class CoupledCells {
  readonly spikes = spikeList();
  private readonly input: Float64Array;
  private readonly synaptic: Float64Array; // what the spikes of the last step add to the input
  private readonly own: Float64Array;
  private readonly noise: Population["noise"];
  private readonly normal: Float64Array;
  private readonly connections: readonly Connection[];
  private readonly fresh = new FreshSpikes();
  private readonly advance: Advance;
  private steps = 0;

  constructor({ model, count, y, own, loadParameters, varied, noise, couplings, stimulus, method }: Population) {
    this.own = own;
    this.noise = noise;
    this.input = new Float64Array(count);
    this.synaptic = new Float64Array(count);
    this.normal = new Float64Array(noise === undefined ? 0 : stepsOfNoise * count);
    this.connections = couplings.map((coupling) => ({
      synapses: synapsesOf(coupling, count),
      target: coupling.onto === model.input ? this.synaptic : y[model.stateNames.indexOf(coupling.onto)],
      delay: coupling.delay ?? 0,
      underWay: { time: [], cell: [] },
    }));
    const { fresh } = this;
    const cells = { count, y, input: this.input, loadParameters };
    this.advance =
      (method === "izhikevich2003" ? advancerInBatches(model, cells, stimulus, varied, fresh) : undefined) ??
      advancer(model, cells, stimulus, method, (time, cell) => fresh.push(time, cell));
  }

  step(t: number, tNext: number, smoothUntil: number): void {
    const { input, synaptic, fresh, connections } = this;
    add(this.own, synaptic, input);
    if (this.noise !== undefined) {
      const drawn = this.steps++ % stepsOfNoise;
      if (drawn === 0) this.noise.normals(this.normal);
      addNoise(input, this.noise.intensity, 1 / Math.sqrt(tNext - t), this.normal, drawn * input.length);
    }
    synaptic.fill(0);
    fresh.clear();
    this.advance(t, tNext, smoothUntil);
    fresh.order();
    for (let k = 0; k < fresh.time.length; k++) this.spikes.push(fresh.time[k], fresh.cell[k]);
    for (let j = 0; j < connections.length; j++) {
      const { synapses, target, delay } = connections[j];
      if (delay === 0) synapses.deliver(fresh, fresh.time.length, target);
      else deliverLate(connections[j], fresh, tNext);
    }
  }

  weights(): Float64Array[] {
    return this.connections.map(({ synapses }) => synapses.weights());
  }
}

function add(a: Float64Array, b: Float64Array, sum: Float64Array): void {
  for (let cell = 0; cell < sum.length; cell++) sum[cell] = a[cell] + b[cell];
}

function addNoise(
  input: Float64Array,
  intensity: Float64Array,
  scale: number,
  normal: Float64Array,
  first: number,
): void {
  for (let cell = 0; cell < input.length; cell++) input[cell] += intensity[cell] * scale * normal[first + cell];
}

/** The spikes of one step. */
class FreshSpikes implements Spikes {
  readonly time: number[] = [];
  readonly cell: number[] = [];

  push(time: number, cell: number): void {
    this.time.push(time);
    this.cell.push(cell);
  }

  clear(): void {
    this.time.length = 0;
    this.cell.length = 0;
  }

  /** Sorts by time, then by cell, unless they come so. */
  order(): void {
    const { time, cell } = this;
    let k = 1;
    while (k < time.length && (time[k - 1] < time[k] || (time[k - 1] === time[k] && cell[k - 1] < cell[k]))) k++;
    if (k >= time.length) return;
    const sorted = time.map((_, which) => which).sort((a, b) => time[a] - time[b] || cell[a] - cell[b]);
    const [times, cells] = [sorted.map((which) => time[which]), sorted.map((which) => cell[which])];
    for (let j = 0; j < times.length; j++) [time[j], cell[j]] = [times[j], cells[j]];
  }
}

/** Delivers what arrives by tNext of the spikes that are under way and those that are `fresh`. */
function deliverLate({ synapses, target, delay, underWay }: Connection, fresh: Spikes, tNext: number): void {
  const { time, cell } = underWay;
  for (let k = 0; k < fresh.time.length; k++) {
    time.push(fresh.time[k]);
    cell.push(fresh.cell[k]);
  }
  const late = time.findIndex((sent) => sent + delay > tNext);
  const due = late < 0 ? time.length : late;
  synapses.deliver(underWay, due, target);
  time.splice(0, due);
  cell.splice(0, due);
}
