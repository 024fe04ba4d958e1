import type { Model } from "../../model/model.js";
import { run as simulate } from "../../solve/simulate.js";
import { SimulationError } from "../../solve/simulation-error.js";
import { mostSteps } from "../explorer/runs/setting.js";

/** ms, of the runs whose extent is looked at. */
const looked = 200;
/** Of a run's extent, around it. */
const margin = 0.2;
/** What goes farther has no extent. */
const farthest = 1e6;

type Window = readonly [number, number];

/**
 * Windows of the states of a model that nobody has said: as wide as the model goes from where it starts, at its input
 * and at a quarter of its input's range; all of a gate's, and of a membrane potential's.
 */
export function guessedWindows(model: Model, names: readonly string[]): Readonly<Record<string, Window>> {
  const { input } = model;
  const driven = input === undefined ? [] : [model.with({ [input]: 0.25 * model.ranges[input][1] })];
  const runs = [model, ...driven].flatMap((each) => {
    try {
      return [simulate(each, { duration: looked }, { compiled: true, mostSteps })];
    } catch (error) {
      if (error instanceof SimulationError) return [];
      throw error;
    }
  });
  const window = (name: string): Window => {
    const start = model.states[name];
    const reached = runs.map(({ states }) => states[name]).filter((each) => each.every((v) => Math.abs(v) < farthest));
    const values = [start, ...reached.flatMap((each) => [...each])];
    const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
    const unit = model.units[name];
    if (unit === "mV" && least >= -100 && most <= 60) return [-100, 60];
    const width = most - least;
    if (unit === "1" && least >= 0 && most <= 1 && width > 0) return [0, 1];
    if (width < 1e-6 * Math.max(1, Math.abs(start))) return about(start, Math.max(1, Math.abs(start)));
    return [rounded(least - margin * width, width, Math.floor), rounded(most + margin * width, width, Math.ceil)];
  };
  return Object.fromEntries(names.map((name) => [name, window(name)]));
}

const about = (start: number, half: number): Window => [
  rounded(start - half, 2 * half, Math.floor),
  rounded(start + half, 2 * half, Math.ceil),
];

/** To a twentieth of the width, or so, away from the middle. */
function rounded(value: number, width: number, away: (value: number) => number): number {
  const step = 10 ** Math.floor(Math.log10(width / 5));
  return Number((away(value / step) * step).toPrecision(12));
}
