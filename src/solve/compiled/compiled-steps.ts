import type { Model } from "../../model/model.js";
import type { Drive } from "../driven-system.js";
import type { Marched } from "../integrate.js";
import { marchOf, type MarchState } from "./step-program.js";
import { pointsPerStep, type Density, type Recording } from "../recording.js";
import type { ErrorControl, StepSize } from "../methods/step-size.js";
import type { Tolerance } from "../methods/stepper.js";
import * as tableau from "../methods/tableau.js";

/** A run of a model, as far as a march has to know it. */
export interface Marching {
  readonly model: Model;
  readonly drive: Drive;
  readonly method: string;
  readonly recording: Recording;
  readonly density: Density;
  readonly stepSize: StepSize | ErrorControl;
  readonly duration: number;
  /** Length of a fixed step. */
  readonly step: number;
  readonly scale: Tolerance;
  /** Whether the input changes within the pieces of the run. */
  readonly varying: boolean;
}

// Room for steps, taken at a time: growing, so that a short run does not pay for a long one.
const leastRows = 200;
const mostRows = 8192;
const mostAtOnce = 200_000; // then `integrate` sees whether it has been enough

/**
 * Takes as many steps as it can at once, writing them down as it goes; undefined where the method or the output wants
 * each step by itself.
 */
export function marcher({
  model,
  drive,
  method,
  recording,
  density,
  stepSize,
  duration,
  step,
  scale,
  varying,
}: Marching): ((t: number, y: Float64Array, end: number) => Marched) | undefined {
  if (!isTableau(method) || (density !== "steps" && density !== "smooth")) return undefined;
  const march = marchOf(model, method, tableau[method], pointsPerStep, varying);
  if (march === undefined) return undefined;
  const { nodes, output } = recording;
  const p = model.vector;
  const control = "state" in stepSize ? stepSize.state : new Float64Array(3);
  const floor = Float64Array.from(scale.floor);

  return (from, y, end) => {
    const state: MarchState = {
      p,
      y,
      control,
      floor,
      end,
      input: drive.inputAt,
      t: from,
      from: 0,
      dt: step,
      tolerance: scale.tolerance,
      nodes: [],
      row: 0,
      rows: 0,
      out: [],
      outRow: 0,
      rejected: 0,
      evaluations: 0,
    };
    let steps = 0;
    for (;;) {
      state.row = nodes.length;
      state.rows = Math.min(mostRows, Math.max(leastRows, nodes.length >> 2));
      const expected = state.t > 0 ? Math.ceil(1.05 * nodes.length * (duration / state.t)) + state.rows : 0;
      state.nodes = nodes.reserve(state.rows, Math.min(expected, 8 * nodes.length));
      state.outRow = output.length;
      state.out =
        density === "smooth"
          ? output.reserve(state.rows * pointsPerStep, Math.min(expected, 8 * nodes.length) * pointsPerStep)
          : [];
      const taken = march(state);
      recording.onMarch(taken, y);
      steps += taken;
      if (taken < state.rows || state.t >= end || steps > mostAtOnce) break;
    }
    drive.evaluations(state.evaluations);
    return { t: state.t, steps, rejected: state.rejected };
  };
}

function isTableau(method: string): method is keyof typeof tableau {
  return Object.hasOwn(tableau, method);
}
