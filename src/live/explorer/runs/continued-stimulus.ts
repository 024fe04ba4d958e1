import type { Stimulus, StimulusData } from "../../../solve/stimuli/stimulus.js";

/** Whether a stimulus goes on for ever as it is; one that ends, or grows without end, is repeated instead. */
export function goesOn(data: StimulusData): boolean {
  switch (data.kind) {
    case "constant":
    case "sine":
    case "whiteNoise":
    case "ornsteinUhlenbeck":
    case "poissonInput":
      return true;
    case "step":
      return data.to === null;
    case "pulseTrain":
      return data.count === null;
    case "sum":
      return data.terms.every(goesOn);
    case "pulses":
    case "ramp":
    case "sampled":
    case "zap":
      return false;
  }
}

/** A part of a run within which the stimulus neither jumps nor kinks. */
interface SmoothPiece {
  /** ms from the beginning of the run. */
  readonly from: number;
  /** Where it begins and ends in the stimulus's own time, ms. */
  readonly own: readonly [number, number];
}

/** ms; nothing shorter is integrated by itself. */
const sliver = 1e-9;

/**
 * What a run that goes on is given from `now` on for `span` ms, as a stimulus whose time begins at 0: the given one,
 * once every `window` ms, or, where it goes on by itself, in absolute time. Its breaks are those of the given one and
 * the seams; on either side of each the value is that of its own side, whatever rounding does to the sum of times.
 */
export function continuedStimulus(stimulus: Stimulus, window: number, now: number, span: number): Stimulus {
  const repeated = !goesOn(stimulus.data);
  const pieces: SmoothPiece[] = [];
  const end = now + span;
  const first = repeated ? Math.floor(now / window) : 0;
  for (let k = first; k === first || (repeated && k * window < end - sliver); k++) {
    const [begin, length] = repeated ? [k * window, window] : [0, end + 1];
    const edges = [0, ...stimulus.breaks(length), length];
    for (let i = 0; i + 1 < edges.length; i++) {
      if (begin + edges[i + 1] > now + sliver && begin + edges[i] < end - sliver)
        pieces.push({ from: begin + edges[i] - now, own: [edges[i], edges[i + 1]] });
    }
  }
  const at = (t: number, V?: number): number => {
    let k = pieces.length - 1;
    while (k > 0 && pieces[k].from > t) k--;
    const { from, own } = pieces[k];
    const [start, stop] = own;
    return stimulus.at(Math.min(Math.max(start + (t - from), start), stop * (1 - Number.EPSILON / 2)), V);
  };
  return {
    at,
    breaks: (duration) => pieces.map(({ from }) => from).filter((t) => t > 0 && t < duration),
    piecewiseConstant: stimulus.piecewiseConstant,
    noises: stimulus.noises,
    tex: stimulus.tex,
    data: stimulus.data,
  };
}
