import type { Stimulus, StimulusData } from "../../../solve/stimuli/stimulus.js";

/** Whether a time course goes on for ever as it is; one that ends, or grows without end, is repeated instead. */
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
    default:
      return false;
  }
}

/**
 * A stretch of a run within which the time course neither jumps nor kinks, in times of the run's piece and of the
 * course.
 */
interface Smooth {
  readonly from: number;
  readonly course: readonly [number, number];
}

/** ms; nothing shorter is integrated by itself. */
const sliver = 1e-9;

/**
 * What a run that goes on is given from `now` on for `span` ms, as a stimulus whose time begins at 0: the course, once
 * every `window` ms, or, where it goes on by itself, in absolute time. Its breaks are those of the course and the
 * seams; on either side of each the value is the course's own on that side, whatever rounding does to the sum of times.
 */
export function onward(course: Stimulus, window: number, now: number, span: number): Stimulus {
  const repeated = !goesOn(course.data);
  const stretches: Smooth[] = [];
  const end = now + span;
  const first = repeated ? Math.floor(now / window) : 0;
  for (let k = first; k === first || (repeated && k * window < end - sliver); k++) {
    const [begin, length] = repeated ? [k * window, window] : [0, end + 1];
    const edges = [0, ...course.breaks(length), length];
    for (let i = 0; i + 1 < edges.length; i++) {
      if (begin + edges[i + 1] > now + sliver && begin + edges[i] < end - sliver)
        stretches.push({ from: begin + edges[i] - now, course: [edges[i], edges[i + 1]] });
    }
  }
  const at = (t: number, V?: number): number => {
    let k = stretches.length - 1;
    while (k > 0 && stretches[k].from > t) k--;
    const {
      from,
      course: [start, stop],
    } = stretches[k];
    return course.at(Math.min(Math.max(start + (t - from), start), stop * (1 - Number.EPSILON / 2)), V);
  };
  return {
    at,
    breaks: (duration) => stretches.map(({ from }) => from).filter((t) => t > 0 && t < duration),
    piecewiseConstant: course.piecewiseConstant,
    noises: course.noises,
    tex: course.tex,
    data: course.data,
  };
}
