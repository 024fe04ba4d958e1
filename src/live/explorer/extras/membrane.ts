import type { Model } from "../../../model/model.js";
import { momentOf } from "../figures/cursor.js";
import type { Recording } from "../runs/snapshot.js";
import { channelAt, channelsOf, type Channel } from "./channels.js";
import { movingPart, stillPart, pictureHeight, type MembraneNow } from "./membrane-picture.js";
import { membraneInWords } from "./membrane-words.js";

/** A membrane in the page. */
export interface Membrane {
  /** Shows it at a moment of a run, ms. */
  show(recording: Recording, at: number): void;
}

/** px; while a page is laid out anew an element may be narrower for a moment. */
const narrowest = 120;

/** Draws the membrane of one model into an element, as wide as that is, until `signal` aborts. */
export function membrane(place: HTMLElement, signal: AbortSignal): Membrane {
  place.setAttribute("role", "img");
  let width = 0;
  let still = "";
  let now: MembraneNow | undefined;
  let channels: { readonly of: string; readonly all: readonly Channel[] } | undefined;
  let largest: { readonly of: Recording; readonly current: number } | undefined;
  let moved: readonly number[] = [];
  let last = 0;
  const draw = (): void => {
    if (now === undefined || width < narrowest) return;
    const under = stillPart(now, width);
    if (under !== still) {
      still = under;
      const size = `width="${width}" height="${pictureHeight}" viewBox="0 0 ${width} ${pictureHeight}"`;
      // made of numbers and of the model's symbols, which `svgText` escapes
      place.innerHTML = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${under}<g></g></svg>`;
    }
    const over = place.querySelector("svg > g:last-child");
    if (over !== null) over.innerHTML = movingPart(now, width);
    place.setAttribute("aria-label", membraneInWords(now));
  };
  const observer = new ResizeObserver(() => {
    if (place.clientWidth === width) return;
    width = place.clientWidth;
    draw();
  });
  observer.observe(place);
  signal.addEventListener("abort", () => observer.disconnect());
  return {
    show(recording, at) {
      const { model } = recording;
      if (model === undefined) return;
      const key = model.data.fingerprint;
      if (channels?.of !== key) channels = { of: key, all: channelsOf(model) };
      if (largest?.of !== recording)
        largest = { of: recording, current: largestCurrent(recording, model, channels.all) };
      const { input, ...state } = momentOf(recording, at);
      const each = channels.all.map((channel) => channelAt(channel, model, state));
      const span = recording.time[recording.time.length - 1] - recording.time[0];
      const passed = (at - last) / (crossing * span * largest.current);
      last = at;
      moved = each.map(({ current }, k) => (moved[k] ?? 0) + current * passed);
      now = { model, at, state, input, channels: each, largest: largest.current, moved };
      width ||= place.clientWidth;
      draw();
    },
  };
}

/** The part of a run in which an ion crosses the membrane at the largest current. */
const crossing = 1 / 40;

/** The largest size of a current of the run, through channels or the electrode. */
function largestCurrent(recording: Recording, model: Model, channels: readonly Channel[]): number {
  let most = 0;
  for (const values of [...channels.map(({ current }) => recording.quantity(current)), recording.input])
    for (const value of values) most = Math.max(most, Math.abs(value));
  return most || Math.abs(model.ranges[model.input ?? ""]?.[1] ?? 1);
}
