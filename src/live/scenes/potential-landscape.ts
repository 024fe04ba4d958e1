import { requireModel } from "../../checks/require-model.js";
import { knownOptions, requireInput } from "../../checks/require.js";
import { equilibria } from "../../dynamics/equilibria/equilibria.js";
import type { Figure, Line } from "../../figure/figure.js";
import { printUnit } from "../../figure/label.js";
import { flow, potential } from "../../figure/plots/dynamics/flow.js";
import { trace } from "../../figure/plots/runs/trace.js";
import { light } from "../../figure/theme.js";
import type { Model } from "../../model/model.js";
import { persistentSodium } from "../../models/persistent-sodium.js";
import { simulate } from "../../solve/simulate.js";
import { numberText } from "../../text/number.js";
import { restInWords } from "../explorer/figures/words.js";
import { capital, type Preparation, parameterControl, type Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

interface LandscapeData {
  /** ms. */
  readonly duration: number;
  /** What is seen of the line, by name. */
  readonly views: readonly { readonly name: string; readonly range: readonly [number, number] }[];
  readonly start: number;
}

/** px. */
const height = 380;

/**
 * A flow on a line three times: its velocity, the landscape in which the state rolls downhill, and the state over time.
 */
export const scene: Scene<LandscapeData> = {
  name: "potentialLandscape",
  controls: ([model], { duration, views, start }) => {
    const [name] = model.stateNames;
    return [
      parameterControl(model, requireInput("potentialLandscape", model)),
      {
        name: "start",
        symbol: `\\text{begins at }${model.symbols[name]}`,
        unit: model.units[name],
        range: model.ranges[name],
        initial: start,
      },
      { name: "time", symbol: "\\text{seen at }t", unit: "ms", range: [0, duration], initial: duration / 20 },
      ...(views.length > 1
        ? [
            {
              name: "look at",
              unit: "1",
              range: [0, views.length - 1] as const,
              initial: 0,
              options: views.map((view) => view.name),
            },
          ]
        : []),
    ];
  },
  draw({ start, time, "look at": look = 0, ...parameters }, [model], { duration, views }) {
    const present = model.with(parameters);
    const [name] = model.stateNames;
    const unit = printUnit(model.units[name]);
    const { range } = views[look];
    const resting = equilibria(present);
    const run = simulate(present, { duration, initial: { [name]: start } });
    const now = run.at(time)[name];
    const rate = present.field([now])[0];
    const seen = {
      equilibria: resting.filter(({ state }) => state[name] > range[0] && state[name] < range[1]),
      window: range,
      height,
    };
    const hill = potential(present, seen);
    const visible = now > range[0] && now < range[1];
    return {
      figures: [
        withBall(flow(present, seen), visible ? [now, rate] : undefined),
        withBall(hill, visible ? [now, heightAt(hill, now)] : undefined),
        withBall(trace(run, { panels: [name], window: { [name]: range }, height }), [time, now]),
      ],
      words:
        `${capital(restInWords(present, resting))}. ` +
        `From ${numberText(start)} the state has come to ${numberText(now)} ${unit} after ${numberText(time)} ms ` +
        `and ${rate > 0 ? "rises" : "falls"}, downhill: at ${numberText(Math.abs(rate))} ${unit}/ms.`,
    };
  },
  pick: (index, { x }) => (index === 2 ? { time: x } : { start: x }),
};

/** What is seen of the line, and a beginning just beyond the threshold. */
export function prepare(
  model: Model = persistentSodium.preset("without reset"),
  { duration = 40 }: PotentialLandscapeOptions = {},
): Preparation<LandscapeData> {
  if (model.stateNames.length !== 1 || model.input === undefined)
    throw new RangeError(
      "potentialLandscape: a model of one state with an input is needed, " +
        `${model.name} has the states ${model.stateNames.join(", ")}`,
    );
  const [name] = model.stateNames;
  const [low, high] = equilibria(model).map(({ state }) => state[name]);
  const whole = { name: "the whole line", range: model.ranges[name] };
  const near =
    high === undefined
      ? []
      : [{ name: "rest and threshold", range: [low - (high - low), high + (high - low)] as const }];
  const start = high === undefined ? model.states[name] : Number((high + (high - low) / 20).toPrecision(3));
  return { models: [model], data: { duration, views: [whole, ...near], start } };
}

/** What `potentialLandscape` may be told. */
export interface PotentialLandscapeOptions {
  /** Of the run, ms. Default: 40. */
  readonly duration?: number;
}

/**
 * A flow on a line: velocity, potential and the state over time, as the input and the beginning move. Where rest and
 * threshold lie close together, "look at" shows the landscape between them.
 * @param model of one state, such as I_Na,p without its reset
 * @throws RangeError for a model with more than one state or without an input
 */
export function potentialLandscape(model: Model, options: PotentialLandscapeOptions = {}): void {
  requireModel("potentialLandscape", model);
  knownOptions("potentialLandscape", options, ["duration"]);
  showScene(scene, prepare(model, options));
}

/** The state as a ball, in the same colour wherever it is. */
function withBall({ data, layout }: Figure, at: readonly [number, number] | undefined): Figure {
  if (at === undefined) return { data, layout };
  const ball: Line = {
    type: "scatter",
    mode: "markers",
    x: [at[0]],
    y: [at[1]],
    name: "the state",
    showlegend: false,
    marker: { color: light.vermillion, size: 14, line: { color: light.paper, width: 1.5 } },
  };
  return { data: [...data, ball], layout };
}

/** On the curve of a landscape, its first line. */
function heightAt({ data }: Figure, at: number): number {
  const [{ x, y }] = data as unknown as readonly [{ readonly x: Float64Array; readonly y: Float64Array }];
  const k = Math.min(
    x.length - 2,
    Math.max(
      0,
      x.findLastIndex((value) => value <= at),
    ),
  );
  return y[k] + ((y[k + 1] - y[k]) * (at - x[k])) / (x[k + 1] - x[k]);
}
