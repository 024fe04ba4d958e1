import { phaseResponse } from "../../dynamics/phase/phase-response.js";
import { curves } from "../../figure/plots/curves/curves.js";
import type { Model } from "../../model/model.js";
import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { persistentSodiumPotassium } from "../../models/persistent-sodium-potassium.js";
import { valueAt } from "../../numerics/even-samples.js";
import { simulate } from "../../solve/simulate.js";
import { pulses } from "../../solve/stimuli/stimulus-shapes.js";
import type { Trajectory } from "../../solve/trajectory.js";
import { numberText } from "../../text/number.js";
import { lazily, type Preparation, type Scene, type Values } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

/** The cycle of a neuron that fires by itself, from spike to spike, at even phases. */
interface Clock {
  readonly name: string;
  readonly period: number;
  readonly V: readonly number[];
  readonly n: readonly number[];
  /** The state at the spike. */
  readonly spike: Readonly<Record<string, number>>;
  /** Small kicks: periods for each mV. */
  readonly response: readonly number[];
}

interface PhaseKickData {
  readonly clocks: readonly Clock[];
}

/** Periods that are shown; the shift is that of the last spike. */
const shown = 4;
/** Of the current that kicks, ms. */
const width = 0.1;
/** Phases at which the curve is measured anew for each size of the kick. */
const measured = 32;

/** A shift that is less than this is none, periods. */
const visible = 1e-3;
const inThousandths = (value: number): string => numberText(Math.round(1000 * value) / 1000 || 0);

/** From the spike on, with a kick in the first period or without one. */
function runOf(model: Model, { period, spike }: Clock, size: number, phase: number): Trajectory {
  const current = (size * model.parameters["C"]) / width;
  return simulate(model, {
    duration: (shown + 0.4) * period,
    initial: spike,
    stimulus: pulses(current, { width, at: [phase * period] }),
  });
}

/** By how many periods the last spike comes earlier, between −1/2 and 1/2. */
function shiftOf({ spikes }: Trajectory, { period }: Clock): number {
  const moved = shown - spikes[spikes.length - 1] / period;
  return moved - Math.round(moved);
}

/** The curve at one size of the kick: while the reader moves the phase it stays the same. */
const known = new Map<string, readonly number[]>();
function curveOf(model: Model, clock: Clock, size: number): readonly number[] {
  const key = `${clock.name} ${size}`;
  const curve =
    known.get(key) ??
    Array.from({ length: measured }, (_, k) => shiftOf(runOf(model, clock, size, (k + 0.5) / measured), clock));
  known.clear();
  known.set(key, curve);
  return curve;
}

/** Value at a phase of a list of even phases from 0 to 1. */
const at = (list: readonly number[], phase: number): number => valueAt(list, phase * (list.length - 1));

/** A kick in the cycle of a neuron that fires by itself, the spikes that it moves, and by how much at each phase. */
export const scene: Scene<PhaseKickData> = {
  name: "phaseKick",
  controls: (_, { clocks }) => [
    { name: "clock", unit: "1", range: [0, clocks.length - 1], initial: 0, options: clocks.map(({ name }) => name) },
    { name: "phase", unit: "1", range: [0, 0.99], initial: 0.7 },
    { name: "kick", unit: "mV", range: [-5, 5], initial: 3 },
  ],
  draw({ clock: which, phase, kick }, models, { clocks }) {
    const [clock, model] = [clocks[which], models[which]];
    const { period, V, n, response } = clock;
    const time = phase * period;
    const run = runOf(model, clock, kick, phase);
    const free = runOf(model, clock, 0, phase);
    const shift = shiftOf(run, clock);
    const [from, level] = [at(V, phase), at(n, phase)];
    const phases = response.map((_, k) => k / (response.length - 1));
    const window = model.ranges["V"];
    return {
      figures: lazily(
        () =>
          curves(
            {
              cycle: { x: V, y: n },
              kick: { x: [from, from + kick], y: [level, level] },
              "kicked here": { x: [from], y: [level], style: "place" },
            },
            { x: ["V", "mV"], y: ["n", "1"], window: { x: window, y: [-0.02, 0.85] }, height: 340 },
          ),
        () =>
          curves(
            {
              kicked: { x: run.time, y: run.states["V"] },
              "left alone": { x: free.time, y: free.states["V"], style: "dotted" },
              "kicked here": { x: [time], y: [from], style: "place" },
            },
            { x: ["time", "ms"], y: ["V", "mV"], window: { x: [0, shown * period + 1], y: window }, height: 340 },
          ),
        () =>
          curves(
            {
              measured: {
                x: Array.from({ length: measured }, (_, k) => (k + 0.5) / measured),
                y: curveOf(model, clock, kick),
                style: "points",
              },
              "for small kicks": { x: phases, y: response.map((z) => kick * z) },
              "this kick": { x: [phase], y: [shift], style: "place" },
            },
            { x: ["phase of the kick", "1"], y: ["spikes earlier by (periods)", "1"], height: 340 },
          ),
      ),
      words:
        `A kick of ${numberText(kick)} mV, ${numberText(phase)} of a period after the spike. ` +
        (Math.abs(shift) < visible
          ? "The spikes that follow come when they would have come anyway"
          : `The spikes that follow come ${numberText(Math.abs(shift) * period)} ms ` +
            `${shift < 0 ? "later" : "earlier"}: a shift of ${numberText(shift)}`) +
        `. From the curve of small kicks one would foretell ${inThousandths(kick * at(response, phase))}.`,
    };
  },
  pick: (index, { x, y }, { clock }, models, { clocks }): Values | undefined => {
    const { V, n, period } = clocks[clock];
    if (index === 1) return { phase: (x / period) % 1 };
    if (index === 2) return { phase: x };
    const [low, high] = models[clock].ranges["V"];
    const far = (k: number): number => Math.hypot((V[k] - x) / (high - low), n[k] - y);
    const nearest = V.reduce((best, _, k) => (far(k) < far(best) ? k : best), 0);
    return { phase: nearest / (V.length - 1) };
  },
};

/** A neuron on an invariant circle and Hodgkin and Huxley's, both with a current that makes them fire. */
export function prepare(): Preparation<PhaseKickData> {
  const models = [persistentSodiumPotassium.with({ I: 6 }), hodgkinHuxley.with({ I: 10 })];
  const names = ["class 1: persistent sodium and potassium", "class 2: Hodgkin-Huxley"];
  const rounded = (list: Float64Array, digits: number): number[] =>
    Array.from(list, (v) => Number(v.toPrecision(digits)));
  return {
    models,
    data: {
      clocks: models.map((model, k): Clock => {
        const { period, states, response } = phaseResponse(model, { count: 160 });
        return {
          name: names[k],
          period,
          V: rounded(states["V"], 5),
          n: rounded(states["n"], 5),
          spike: Object.fromEntries(model.stateNames.map((name) => [name, states[name][0]])),
          response: rounded(response["V"], 5),
        };
      }),
    },
  };
}

/** Two neurons that fire by themselves: drag a kick along the cycle, and see which spikes it moves, and by how much. */
export function phaseKick(): void {
  showScene(scene, prepare());
}
