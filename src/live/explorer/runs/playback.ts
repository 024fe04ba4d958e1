import type { Model } from "../../../model/model.js";
import { simulate } from "../../../solve/simulate.js";
import type { Stimulus } from "../../../solve/stimuli/stimulus.js";
import type { Trajectory } from "../../../solve/trajectory.js";
import { onward } from "./onward.js";

/** What is seen of a run that goes on: its last window. */
export type Stretch = Pick<Trajectory, "time" | "states" | "input" | "spikes" | "model" | "quantity">;

/** A run that goes on under the sliders. */
export interface Player {
  /**
   * Runs for `span` ms more, with the model and the time course as they are now; a course that ends begins again every
   * `window` ms.
   */
  advance(model: Model, course: Stimulus | undefined, window: number, span: number): void;
  /** The last `window` ms. */
  stretch(model: Model, window: number): Stretch;
}

/**
 * Each advance begins in the state in which the last one ended. A refractory period is not cut: an advance that would
 * end in one goes on to its end, and the next is shorter by that.
 */
export function player(initial: Readonly<Record<string, number>>): Player {
  let state = initial;
  let now = 0;
  let ahead = 0;
  let known: { readonly text: string; readonly course: Stimulus } | undefined;
  /** A noise keeps what it has drawn so far for as long as its settings stay. */
  const keep = (course: Stimulus | undefined): Stimulus | undefined => {
    if (course === undefined) return undefined;
    const text = JSON.stringify(course.data);
    if (known?.text !== text) known = { text, course };
    return known.course;
  };
  let pieces: Pick<Trajectory, "time" | "states" | "input" | "spikes">[] = [];
  return {
    advance(model, course, window, span) {
      if (span <= ahead) return void (ahead -= span);
      const wanted = span - ahead;
      const kept = keep(course);
      const held = model.spiking.reset ? model.kernels.refractory(model.vector) : 0;
      const runFor = (length: number): Trajectory =>
        simulate(model, {
          duration: length,
          initial: state,
          ...(kept && { stimulus: onward(kept, window, now, length) }),
        });
      const first = runFor(wanted);
      const last = held === 0 ? undefined : first.spikes.at(-1);
      const length = Math.max(wanted, last === undefined ? 0 : last + held);
      const run = length === wanted ? first : runFor(length);
      pieces.push({
        time: run.time.map((t) => t + now),
        states: run.states,
        input: run.input,
        spikes: run.spikes.map((t) => t + now),
      });
      state = run.at(length);
      now += length;
      ahead = length - wanted;
    },
    stretch(model, window) {
      pieces = pieces.filter(({ time }) => time[time.length - 1] >= now - window);
      const join = (columns: readonly Float64Array[]): Float64Array => {
        const joined = new Float64Array(columns.reduce((length, { length: more }) => length + more, 0));
        let at = 0;
        for (const column of columns) {
          joined.set(column, at);
          at += column.length;
        }
        return joined;
      };
      const time = join(pieces.map((each) => each.time));
      const first = Math.max(
        0,
        time.findIndex((t) => t >= now - window),
      );
      const cut = (column: Float64Array): Float64Array => column.subarray(first);
      const states = Object.fromEntries(
        model.stateNames.map((name) => [name, cut(join(pieces.map((each) => each.states[name])))]),
      );
      return {
        model,
        time: cut(time),
        states,
        input: cut(join(pieces.map(({ input }) => input))),
        spikes: join(pieces.map(({ spikes }) => spikes)).filter((t) => t >= now - window),
        quantity: (name) => states[name],
      };
    },
  };
}
