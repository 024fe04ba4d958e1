import { requireModel } from "../../checks/require-model.js";
import { knownOptions } from "../../checks/require.js";
import { printUnit } from "../../figure/label.js";
import { curves } from "../../figure/plots/curves/curves.js";
import { trace } from "../../figure/plots/runs/trace.js";
import { light, seriesColour } from "../../figure/theme.js";
import type { Model } from "../../model/model.js";
import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { simulate } from "../../solve/simulate.js";
import type { Trajectory } from "../../solve/trajectory.js";
import { numberText } from "../../text/number.js";
import { capital, type Preparation, type Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

const methods = ["euler", "midpoint", "rk4", "exponentialEuler"] as const;
type StepMethod = (typeof methods)[number];
const names: Readonly<Record<StepMethod, string>> = {
  euler: "Euler",
  midpoint: "midpoint",
  rk4: "Runge-Kutta 4",
  exponentialEuler: "exponential Euler",
};

/** The method of variable step that `simulate` takes by itself. */
const reference = "adaptive step";

interface ErrorData {
  /** ms, where the error is taken. */
  readonly duration: number;
  /** ms. */
  readonly steps: readonly number[];
  /** |error of the first state| at the end, by method; null where the run failed. */
  readonly errors: Readonly<Record<StepMethod, readonly (number | null)[]>>;
}

/** A run with a fixed step against the one that is right, and the error of each method against its step. */
export const scene: Scene<ErrorData> = {
  name: "errorAgainstStep",
  controls: (_, { steps }) => [
    {
      name: "method",
      unit: "1",
      range: [0, methods.length - 1],
      initial: 0,
      options: methods.map((method) => names[method]),
    },
    {
      name: "step",
      symbol: "\\text{step }dt",
      unit: "ms",
      range: [steps[steps.length - 1], steps[0]],
      initial: steps[3],
      logarithmic: true,
    },
  ],
  draw({ method, step: dt }, [model], { duration, steps, errors }) {
    const name = names[methods[method]];
    const colour = seriesColour(method);
    const first = model.stateNames[0];
    const right = simulate(model, { duration });
    const run = attempt(model, duration, methods[method], dt);
    const title = `${name}, dt = ${numberText(dt)} ms`;
    const lines = Object.fromEntries(
      methods.map((each) => [
        names[each],
        { x: steps, y: errors[each].map((value) => value ?? NaN), style: "points and line" as const },
      ]),
    );
    const error = run === undefined ? undefined : Math.abs(lastOf(run.states[first]) - lastOf(right.states[first]));
    return {
      figures: [
        trace(
          { [reference]: right, ...(run === undefined ? {} : { [title]: run }) },
          { panels: [first], colours: { [reference]: light.soft, [title]: colour }, window: model.ranges, height: 380 },
        ),
        curves(
          error === undefined || error === 0
            ? lines
            : { ...lines, "this run": { x: [dt], y: [error], style: "place" } },
          { x: ["step dt", "ms"], y: ["error", model.units[first]], log: "xy", height: 380 },
        ),
      ],
      words:
        error === undefined
          ? `${capital(name)} fails at dt = ${numberText(dt)} ms: the run diverges.`
          : `${capital(name)} with dt = ${numberText(dt)} ms is wrong by ${numberText(error)} ` +
            `${printUnit(model.units[first])} after ${numberText(duration)} ms. ` +
            "On these axes a method of order p is a line of slope p: half the step divides the error by 2ᵖ.",
    };
  },
  pick: (index, { x }) => (index === 1 ? { step: 10 ** x } : undefined),
};

const lastOf = (values: Float64Array): number => values[values.length - 1];

/** A run that diverges is none. */
function attempt(model: Model, duration: number, method: StepMethod, dt: number): Trajectory | undefined {
  try {
    return simulate(model, { duration, method, dt });
  } catch {
    return undefined;
  }
}

/** The error of each method at seven steps, halved from one to the next, against a run with a tolerance of 1e-12. */
export function prepare(
  model: Model = hodgkinHuxley.with({ I: 10 }),
  { duration = 10 }: ErrorAgainstStepOptions = {},
): Preparation<ErrorData> {
  const first = model.stateNames[0];
  const truth = simulate(model, { duration, tolerance: 1e-12 }).at(duration)[first];
  const steps = [0.2, 0.1, 0.05, 0.025, 0.0125, 0.00625, 0.003125].map((part) =>
    Number(((part * duration) / 20).toPrecision(12)),
  );
  const errors = Object.fromEntries(
    methods.map((method) => [
      method,
      steps.map((dt) => {
        const run = attempt(model, duration, method, dt);
        const error = run === undefined ? NaN : Math.abs(run.at(duration)[first] - truth);
        return Number.isFinite(error) ? Number(error.toPrecision(4)) : null;
      }),
    ]),
  ) as Record<StepMethod, (number | null)[]>;
  return { models: [model], data: { duration, steps, errors } };
}

/** What `errorAgainstStep` may be told. */
export interface ErrorAgainstStepOptions {
  /** After which the error is taken, ms. Default: 10. */
  readonly duration?: number;
}

/** How wrong a run with a fixed step is, by method and step. */
export function errorAgainstStep(model: Model, options: ErrorAgainstStepOptions = {}): void {
  requireModel("errorAgainstStep", model);
  knownOptions("errorAgainstStep", options, ["duration"]);
  showScene(scene, prepare(model, options));
}
