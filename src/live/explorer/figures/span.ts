import { light } from "../../../figure/theme.js";
import type { Mark } from "../../page/marks.js";
import { ownColour } from "../../page/page-theme.js";
import type { Recording } from "../runs/snapshot.js";

/** ms, the earlier end first. */
export type Span = readonly [number, number];

const colour = ownColour(light.orange) ?? light.orange;

/** "20.0–45.3 ms: 3 spikes, last two 10.5 ms apart (95 Hz)". */
export function spanInWords({ spikes, model }: Recording, [from, to]: Span): string {
  const span = `${from.toFixed(1)}–${to.toFixed(1)} ms`;
  if (model?.spiking.threshold !== true) return span;
  const within = spikes.filter((t) => t >= from && t <= to);
  const n = within.length;
  if (n === 0) return `${span}: no spike`;
  if (n === 1) return `${span}: 1 spike, at ${within[0].toFixed(1)} ms`;
  const interval = within[n - 1] - within[n - 2];
  return `${span}: ${n} spikes, last two ${interval.toFixed(1)} ms apart (${(1000 / interval).toFixed(0)} Hz)`;
}

/**
 * The piece of a run within a span, in the plane of two of its states, or on the line of one; a reset lifts the pen.
 * @param up undefined: on the axis
 */
export function pieceOf({ time, states }: Recording, [from, to]: Span, across: string, up: string | undefined): Mark {
  const first = time.findIndex((t) => t >= from);
  const beyond = time.findIndex((t) => t > to);
  const end = beyond < 0 ? time.length : beyond;
  const [x, y]: [number[], number[]] = [[], []];
  for (let k = first < 0 ? end : first; k < end; k++) {
    if (x.length > 0 && time[k] === time[k - 1] && states[across][k] !== states[across][k - 1]) {
      x.push(NaN);
      y.push(NaN);
    }
    x.push(states[across][k]);
    y.push(up === undefined ? 0 : states[up][k]);
  }
  return { kind: "piece", axes: "xy", x, y, colour };
}
