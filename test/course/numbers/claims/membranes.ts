import type { BlindPatch } from "../../../../src/course/rigs/blind-patch.js";
import { present } from "../../../../src/checks/present.js";
import type { HeartChannelRecording } from "../../../../src/course/rigs/recordings.js";
import { fitInactivatingGate, type ConductanceRecord } from "../../../../src/course/rigs/gate-fit.js";
import { equilibria } from "../../../../src/dynamics/equilibria/equilibria.js";
import { restingState } from "../../../../src/dynamics/equilibria/rest.js";
import type { BifurcationDiagram, BifurcationPoint } from "../../../../src/dynamics/system/diagram.js";
import { thresholdCurrent } from "../../../../src/experiments/threshold-current.js";
import { twoPulse } from "../../../../src/experiments/two-pulse.js";
import type { Model } from "../../../../src/model/model.js";
import { conductanceModel } from "../../../../src/models/channels/conductance-model.js";
import type { Channel } from "../../../../src/models/channels/channel.js";
import { hodgkinHuxley } from "../../../../src/models/hodgkin-huxley.js";
import { bisect } from "../../../../src/numerics/root.js";
import { simulate } from "../../../../src/solve/simulate.js";
import { pulses, step } from "../../../../src/solve/stimuli/stimulus-shapes.js";
import type { Stimulus } from "../../../../src/solve/stimuli/stimulus.js";
import type { Trajectory } from "../../../../src/solve/trajectory.js";

const intervalsOf = (run: Trajectory): readonly number[] =>
  Array.from(run.spikes.slice(1), (t, k) => t - run.spikes[k]);

/** Intervals of the neuron of three channels and M, as Exercise 6.5 switches it on. */
const tired = (channels: readonly Channel[], gM: number, tau: number): readonly number[] => {
  const gate = { name: "p", power: 1, steadyState: "1/(1 + exp(-(V + 35)/10))", timeConstant: tau };
  const M: Channel = { ion: "K", name: "M", conductance: gM, gates: [gate] };
  const model = conductanceModel({ capacitance: 1, initial: -70, name: "tiring", channels: [...channels, M] });
  return intervalsOf(simulate(model, { duration: 400, stimulus: step(3, 20) }));
};

export const conductances = {
  openAt: (model: Model, V: number): number => {
    const [opens, shuts] = ["alphaN", "betaN"].map((rate) => model.quantity(rate, [V, 0]));
    return opens / (opens + shuts);
  },
  /** ms, the longest that a gate of potassium takes between −90 and 40 mV. */
  slowestGate: (model: Model): number =>
    Math.max(
      ...Array.from({ length: 261 }, (_, i) => {
        const state = [-90 + i / 2, 0];
        return 1 / (model.quantity("alphaN", state) + model.quantity("betaN", state));
      }),
    ),
  lastInterval: (model: Model, stimulus: Stimulus, duration: number): number =>
    intervalsOf(simulate(model, { duration, stimulus })).at(-1) ?? Number.NaN,
  firstTired: (channels: readonly Channel[], gM: number, tau: number): number => tired(channels, gM, tau)[0],
  lastTired: (channels: readonly Channel[], gM: number, tau: number): number =>
    tired(channels, gM, tau).at(-1) ?? Number.NaN,
};

export const voltageClampOf = {
  /** How far rates that were found are from the printed ones, in %, at a voltage and above. */
  worstAlpha: (paper: Model, found: readonly (readonly number[])[], steps: readonly number[], from: number): number =>
    Math.max(
      ...steps.map((V, k) => (V < from ? 0 : 100 * Math.abs(found[k][0] / paper.quantity("alphaN", [V, 0, 0, 0]) - 1))),
    ),
  misfitOfM: (records: readonly ConductanceRecord[], power: number): number =>
    Math.hypot(...records.map((record) => fitInactivatingGate(record, { power }).rms)) / Math.sqrt(records.length),
  /** nA at the end of a command: the mean of its last 20 ms. */
  endOf: ({ commands, time, current }: HeartChannelRecording, V: number): number => {
    const kept = current[commands.indexOf(V)].filter((_, i) => time[i] > 4970 && time[i] < 4995);
    return kept.reduce((sum, I) => sum + I, 0) / kept.length;
  },
  /** uA/cm², of single samples of a patch in which nothing moves. */
  noiseOf: (rig: BlindPatch): number => {
    const { current } = rig.clamp(-80);
    const mean = current.reduce((sum, I) => sum + I, 0) / current.length;
    return Math.sqrt(current.reduce((sum, I) => sum + (I - mean) ** 2, 0) / current.length);
  },
  halfOpen: (commands: readonly number[], parts: readonly number[]): number => {
    const k = parts.findIndex((part) => part >= 0.5);
    return commands[k - 1] + ((commands[k] - commands[k - 1]) * (0.5 - parts[k - 1])) / (parts[k] - parts[k - 1]);
  },
};

const rest = restingState(hodgkinHuxley);
const brief = thresholdCurrent.bind(undefined, hodgkinHuxley, { width: 0.5 });
const withPush = (strength: number, model: Model, width: number): Trajectory =>
  simulate(model, { duration: 30, initial: restingState(model), stimulus: pulses(strength, { width, at: [2] }) });

export const hodgkinAndHuxley = {
  /** The state at the highest voltage of a run. */
  crest: (run: Trajectory): Readonly<Record<string, number>> => {
    const highest = run.states.V.indexOf(Math.max(...run.states.V));
    const [from, to] = [run.time[highest - 1], run.time[highest + 1]];
    const fine = Array.from({ length: 2001 }, (_, i) => run.at(from + ((to - from) * i) / 2000));
    return fine.reduce((best, state) => (state.V > best.V ? state : best));
  },
  /** Where the axon without potassium channels is stuck. */
  stuck: simulate.bind(undefined, hodgkinHuxley.with({ gK: 0 }), { duration: 60 }),
  /** mV, peaks of the axon under 10 uA/cm^2 at a temperature. */
  warmPeaks: (T: number): readonly number[] => {
    const run = simulate(hodgkinHuxley.with({ T, I: 10 }), { duration: 60, initial: hodgkinHuxley.states });
    const { V } = run.states;
    return Array.from(V.keys()).flatMap((i) => (V[i] > 0 && V[i] > V[i - 1] && V[i] >= V[i + 1] ? [V[i]] : []));
  },
  peakAfter: (strength: number, model: Model = hodgkinHuxley): number =>
    Math.max(...withPush(strength, model, 1).states.V),
  briefThreshold: (): number => brief(),
  /** The same, to seven digits: it takes a finer tolerance. From elsewhere than rest it is another. */
  border: (initial: Readonly<Record<string, number>> = rest): number => {
    const highest = (strength: number): number => {
      const stimulus = pulses(strength, { width: 0.5, at: [1] });
      return Math.max(...simulate(hodgkinHuxley, { duration: 30, initial, stimulus, tolerance: 1e-9 }).states.V);
    };
    return bisect((strength) => highest(strength) > -20, 13.2, 13.3, { absolute: 1e-7 });
  },
  /** The least second pulse, uA/cm^2, a delay after one twice as strong as it need be. */
  secondNeeds: (delay: number): number =>
    twoPulse(hodgkinHuxley, [delay], { width: 0.5, first: 2 * brief() }).threshold[0],
  /** ms after such a pulse, from and up to which a second one needs less than the resting threshold. */
  excitableFrom: (): number =>
    bisect((delay) => hodgkinAndHuxley.secondNeeds(delay) < brief(), 14, 19, { absolute: 0.05 }),
  excitableTo: (): number =>
    bisect((delay) => hodgkinAndHuxley.secondNeeds(delay) > brief(), 19, 28, { absolute: 0.05 }),
  /** ms from pulse to pulse at which the second needs twice the resting threshold. */
  doubled: (): number => {
    const least = (delay: number): number => twoPulse(hodgkinHuxley, [delay], { width: 0.5 }).threshold[0];
    return bisect((delay) => least(delay) <= 2 * brief(), 11, 14, { absolute: 0.02 });
  },
};

const pointOf = ({ points }: BifurcationDiagram, kind: string): BifurcationPoint =>
  present(
    points.find((point) => point.kind === kind),
    kind,
  );
const late = (I: number): Trajectory => simulate(hodgkinHuxley.with({ I }), { duration: 600, initial: rest });

export const repetitiveFiring = {
  at: (diagram: BifurcationDiagram, kind: string): number => pointOf(diagram, kind).parameter,
  periodOf: (diagram: BifurcationDiagram, kind: string): number => present(pointOf(diagram, kind).period, "a period"),
  /** Where the unstable branch has points that no experiment sees, in order. */
  hidden: ({ points }: BifurcationDiagram): readonly number[] =>
    points
      .map(({ parameter }) => parameter)
      .filter((I) => I > 6.3 && I < 9.7)
      .sort((a, b) => a - b),
  latePeak: (I: number): number => {
    const { time, states } = late(I);
    return Math.max(...states.V.filter((_, i) => time[i] > 400));
  },
  blocked: (I: number): Readonly<Record<string, number>> => late(I).at(600),
  /** ms, of the damped swing at rest. */
  ringing: (I: number): number => {
    const [{ eigenvalues }] = equilibria(hodgkinHuxley.with({ I }));
    return (2 * Math.PI) / Math.max(...eigenvalues.map(({ im }) => im));
  },
  /** ms after a spike at which a pulse of 6 uA/cm² for 1 ms stops the firing. */
  silencing: (I: number): { readonly from: number; readonly to: number } => {
    const model = hodgkinHuxley.with({ I });
    const last = present(simulate(model, { duration: 120 }).spikes.at(-1), "a spike");
    const waits = Array.from({ length: 160 }, (_, k) => k / 10).filter((wait) => {
      const stimulus = pulses(6, { width: 1, at: [last + wait] });
      return simulate(model, { duration: 400, stimulus }).spikes.every((t) => t < last + 100);
    });
    return { from: Math.min(...waits), to: Math.max(...waits) };
  },
  restsBy: (ionic: (V: number, power: number) => number): number =>
    bisect((V) => ionic(V, 1) > 0, -15, 5, { absolute: 1e-4 }),
};
